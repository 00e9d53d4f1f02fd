// What is found for a message: by its own words, and together with what was said before.
import type { ItemCode } from '../../kernel/ids.ts'
import type { Query } from '../../retrieval/query.ts'
import { knownReadQuery } from '../../retrieval/read-query.ts'
import { type Retrieved, retrieve } from '../../retrieval/retrieve.ts'
import type { AnswerDeps, OwnTickets } from '../answer-ports.ts'
import { stillBarred } from './barred.ts'
import type { DialogueState } from './dialogue-state.ts'
import type { Dependence } from './follow-up.ts'
import { joinContext } from './in-context.ts'

/** Where a message is said: with what is known, at which point of the dialogue, by whom, on which day. */
export type Turn = Readonly<{
  deps: AnswerDeps
  state: DialogueState
  tickets: OwnTickets
  /** `YYYY-MM-DD` */
  today: string
  /** What has been found in this turn for words alone: the same words are looked up once. */
  found: Map<string, Promise<Retrieved>>
}>

/** Words, and the query that they are by themselves. */
export type Worded = Readonly<{ text: string; alone: Query }>

export const wordedAs = (deps: AnswerDeps, text: string): Worded => ({
  text,
  alone: queryOf(deps, text),
})

type Reading = Worded &
  Readonly<{
    dependence: Dependence
    denied: readonly ItemCode[]
    /** What something else of its kind is wanted instead of. */
    passed: readonly ItemCode[]
    /** What was asked before in the person's own words, where it was taken for something else. */
    before: string
  }>

/** What is found for it; `denied` are items that are not meant. */
export async function readInDialogue(turn: Turn, reading: Reading): Promise<Retrieved> {
  const { deps, state, today } = turn
  const { text, denied, passed } = reading
  const byItself = await retrieveFocused(turn, reading)
  const { normalized } = reading.alone
  const barred = stillBarred(normalized, state, (code) => itemIn(deps, code))
  const isNew = state.items.length === 0 && state.clarification === null
  if (isNew && barred.length === 0 && denied.length === 0) return byItself
  const context = contextOf(turn, reading)
  const joined =
    context.length === 0 ? byItself : await retrieve(deps, queryOf(deps, text, context), today)
  return joinContext(byItself, joined, state, {
    normalized,
    itemOf: (code) => itemIn(deps, code),
    denied: new Set([...denied, ...passed, ...(state.clarification?.denied ?? [])]),
    barred: new Set(barred),
  })
}

/** What is found for these words alone. */
export const foundFor = (turn: Turn, words: string): Promise<Retrieved> =>
  lookUp(turn, wordedAs(turn.deps, words))

function lookUp({ deps, today, found }: Turn, { text, alone }: Worded): Promise<Retrieved> {
  const looked = found.get(text) ?? retrieve(deps, alone, today)
  found.set(text, looked)
  return looked
}

/** The item that is found first for them. */
export async function firstFound(turn: Turn, words: string): Promise<ItemCode | null> {
  const { hits } = await foundFor(turn, words)
  return hits[0]?.code ?? null
}

/** Undefined also for an item that an earlier version had and the one in force no longer has. */
export const itemIn = ({ snapshot }: AnswerDeps, code: ItemCode | undefined) =>
  snapshot.base.items.find((item) => item.code === code)

/** A long story is also read by its end alone; the surer reading counts. */
async function retrieveFocused(turn: Turn, worded: Worded): Promise<Retrieved> {
  const { focus, normalized } = worded.alone
  const whole = await lookUp(turn, worded)
  if (focus === normalized) return whole
  const end = await foundFor(turn, focus)
  return end.confidence >= whole.confidence
    ? { ...end, reading: 'end' }
    : { ...whole, intents: end.intents }
}

type Context = readonly Readonly<{ text: string; weight: number }>[]

/** What was asked and not understood, beside what is said instead. */
const BEFORE_WEIGHT = 0.5

const contextOf = (turn: Turn, reading: Reading): Context => [
  ...(reading.before === '' ? [] : [{ text: reading.before, weight: BEFORE_WEIGHT }]),
  ...talkedOf(turn, reading),
]

/** What the dialogue adds to the query: the open question whole, the last item in the background. */
function talkedOf({ deps, state }: Turn, { dependence, denied }: Reading): Context {
  if (state.clarification !== null) return [{ text: state.clarification.question, weight: 1 }]
  const item = itemIn(deps, state.items[0])
  // What is not meant adds nothing.
  if (item === undefined || denied.includes(item.code)) return []
  return dependence === 'dependent'
    ? [{ text: item.name, weight: 2 }]
    : [
        { text: item.name, weight: 0.4 },
        { text: state.question ?? '', weight: 0.25 },
      ]
}

const queryOf = (deps: AnswerDeps, words: string, context: Context = []): Query =>
  knownReadQuery(deps.snapshot, deps.language)(words, context)
