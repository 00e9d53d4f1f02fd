// What one message means in its dialogue: from the text to a decision, with the reading behind it.
import type { ItemCode } from '../kernel/ids.ts'
import { isUpset } from '../retrieval/acts/anger.ts'
import { dangerIn } from '../retrieval/acts/danger.ts'
import { denialsIn } from '../retrieval/acts/denials.ts'
import type { Intent } from '../retrieval/acts/intent.ts'
import { ownActIn } from '../retrieval/acts/own-act.ts'
import { ownTicketIn } from '../retrieval/acts/own-ticket.ts'
import { beyondDenial, deniesPerson } from '../retrieval/acts/person.ts'
import { thanks } from '../retrieval/acts/smalltalk.ts'
import { asksWhereStuck, isStageElsewhere } from '../retrieval/acts/under-way-elsewhere.ts'
import { type Expand, makeExpand } from '../retrieval/expand.ts'
import { knownNames } from '../retrieval/names.ts'
import { ownSubject } from '../retrieval/own-subject.ts'
import { makeQuery, type Query } from '../retrieval/query.ts'
import { type Retrieved, retrieve } from '../retrieval/retrieve.ts'
import type { Snapshot } from '../retrieval/snapshot.ts'
import type { AnswerDeps } from './answer-ports.ts'
import { askedField } from './asked-field.ts'
import { cleanText } from './clean-text.ts'
import { isEnglish } from './compose/english.ts'
import { decideQuestion, sureItem, type Understood } from './decide.ts'
import type { Decision, Field } from './decision.ts'
import {
  afterDenial,
  type Denial,
  denialIn,
  deniedOptions,
  doneOptions,
  keptLast,
} from './dialogue/denial.ts'
import { deniedGuess, onlyDenies } from './dialogue/denied-guess.ts'
import { deniedLast } from './dialogue/denied-last.ts'
import type { DialogueState } from './dialogue/dialogue-state.ts'
import { type Dependence, dependenceOf } from './dialogue/follow-up.ts'
import { goneOn } from './dialogue/go-on.ts'
import { joinContext } from './dialogue/in-context.ts'
import { moreOfIt } from './dialogue/more-of-it.ts'
import { complainsOf } from './dialogue/patience.ts'
import { type Called, calledBy } from './intent/bare-name.ts'
import { emergencyFor } from './intent/emergency.ts'
import { guarded } from './intent/guards.ts'
import { intentFor, redirectReason, ticketReason } from './intent/intent.ts'
import { hotlinesFor } from './intent/lawful-channel.ts'
import { nothingAsked } from './intent/nothing-asked.ts'
import { refusal } from './intent/refuse-reason.ts'
import type { NotAsked } from './intent/shown.ts'
import { type OptionReply, replyToOptions } from './options/option-reply.ts'
import {
  chosen,
  labelsOf,
  noneOfThese,
  settleReply,
  withoutOptions,
} from './options/settle-reply.ts'
import { type Outcome, UNREAD } from './outcome.ts'

/** What came in: words, a chosen option, or the button 都不是. */
export type Said =
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: 'chosen'; code: ItemCode; field: Field | null }>
  | Readonly<{ kind: 'none_of_these' }>

/** What a turn comes to by itself: it reads, decides, and writes nothing. `today` is `YYYY-MM-DD`. */
export async function understand(
  deps: AnswerDeps,
  said: Said,
  state: DialogueState,
  today: string,
): Promise<Outcome> {
  if (said.kind === 'chosen') return chosen(said.code, said.field, state)
  if (said.kind === 'none_of_these') return noneOfThese(state)
  return understandText(deps, said.text, state, today)
}

async function understandText(
  deps: AnswerDeps,
  raw: string,
  state: DialogueState,
  today: string,
): Promise<Outcome> {
  const said = beyondNobody(deps, wordedAs(deps, cleanText(raw)))
  const guess = deniedGuess(said.alone.normalized, state.decided)
  const { text, alone } = guess === null || onlyDenies(guess) ? said : wordedAs(deps, guess.rest)
  const notMeant = guess?.denied ?? null
  // A number may be an option's; nothing is picked in danger.
  const isDanger = dangerIn(alone.normalized) !== null
  const denial = isDanger ? null : await denialOf(deps, alone, state, today)
  const reply = isDanger ? null : replyOf(deps, alone.normalized, { denial, state })
  if (reply === null) {
    return readFreely(deps, { text, raw, alone, state, denial, notMeant, isDanger }, today)
  }
  const { rest, codes: denied } = reply
  const besides = queryIn(deps, rest)
  const plain = plainly({ normalized: besides.normalized, text: rest, raw: rest }, state)
  const isChat = plain?.decision.kind === 'smalltalk'
  if (plain !== null && !isChat) return plain
  const heard = { normalized: alone.normalized, state }
  const settled = settleReply(deps.snapshot, heard, isChat ? { ...reply, rest: '' } : reply)
  const open = withoutOptions(state, denied)
  const heardRest = { text: rest, alone: besides, state: open, denied, notMeant }
  return settled ?? readIn(deps, heardRest, today)
}

/** “No human please” is heard by its words; the models know them only from whoever wants one. */
function beyondNobody(deps: AnswerDeps, said: Worded): Worded {
  const { normalized } = said.alone
  if (!isEnglish(normalized) || !deniesPerson(normalized)) return said
  const rest = beyondDenial(normalized).replace(/^[\s,.!;]+(?:please\b[\s,.!;]*)?/u, '')
  return ownSubject(rest) === 0 ? said : wordedAs(deps, rest.trim())
}

type Worded = Pick<Heard, 'text' | 'alone'>

const wordedAs = (deps: AnswerDeps, text: string): Worded => ({ text, alone: queryIn(deps, text) })

/** What is no answer to options: what needs no reading, or is read, without what it denies. */
async function readFreely(
  deps: AnswerDeps,
  heard: Omit<Heard, 'denied'> &
    Readonly<{ raw: string; isDanger: boolean; denial: Denial | null }>,
  today: string,
): Promise<Outcome> {
  const { text, raw, alone, state, notMeant, isDanger, denial } = heard
  const plain = plainly({ normalized: alone.normalized, text, raw }, state)
  if (plain !== null) return plain
  const more = isDanger ? null : moreOfIt(alone.normalized, state)
  if (more !== null) return more
  if (denial !== null) return readDenied(deps, { text, alone, state, denial, notMeant }, today)
  const denied = deniedLast(alone.normalized, state, itemOf(deps, state.items[0]))
  return readIn(deps, { text, alone, state, denied, notMeant }, today)
}

/** What the message says to the open options: picked, denied, or done already. */
const replyOf = (deps: AnswerDeps, normalized: string, { denial, state }: Denied): OptionReply =>
  replyToOptions(normalized, state) ??
  deniedOptions(denial, state) ??
  doneOptions(normalized, { state, items: deps.snapshot.base.items })

type Denied = Readonly<{ denial: Denial | null; state: DialogueState }>

const queryIn = (deps: AnswerDeps, words: string): Query =>
  makeQuery(words, deps.language, { expand: expanderOf(deps) })

/** What needs no reading, or null. */
function plainly(heard: Parameters<typeof guarded>[0], state: DialogueState): Outcome | null {
  const plain = guarded({ ...heard, decided: state.decided })
  if (plain === null) return null
  const complained = complainsOf(heard.normalized, state)
  return { ...UNREAD, question: heard.text, dependence: 'new', ...plain, complained }
}

type Heard = Readonly<{
  text: string
  alone: Query
  state: DialogueState
  /** Options that are not meant, as was said. */
  denied: readonly ItemCode[]
  /** What it is not, as it says. */
  notMeant: NotAsked | null
}>

/** Words that are no answer to options, read in their dialogue. */
async function readIn(deps: AnswerDeps, heard: Heard, today: string): Promise<Outcome> {
  const { text, alone, state } = heard
  const dependence = dependenceOf(alone.normalized, state)
  const retrieved = await read(deps, { ...heard, dependence, today })
  const { normalized, isHasty } = alone
  const code = retrieved.hits[0]?.code ?? null
  const asked = askedField(deps.snapshot, { normalized, state, dependence, code })
  const understood = { normalized, isHasty, retrieved, asked, state, dependence }
  return {
    ...asked,
    decision: decide(deps, understood, heard),
    question: text,
    normalized,
    retrieved,
    dependence,
    rule: null,
    complained: complainsOf(normalized, state),
    denied: heard.denied,
  }
}

/** What is not meant, found by the same search as everything else. */
const denialOf = (deps: AnswerDeps, { normalized }: Query, state: DialogueState, today: string) =>
  denialIn(normalized, {
    state,
    items: deps.snapshot.base.items,
    find: async (words) => {
      const { hits } = await retrieve(deps, queryIn(deps, words), today)
      return hits[0]?.code ?? null
    },
  })

type Denying = Omit<Heard, 'denied'> & Readonly<{ denial: Denial }>

/** What is said beside a denial, read without what is denied; where that is no matter it is asked for. */
async function readDenied(deps: AnswerDeps, denying: Denying, today: string): Promise<Outcome> {
  const { text, alone, state, denial, notMeant } = denying
  const { rest, codes, isOfLast, hasSubject } = denial
  const kept = keptLast(denial, state)
  if (kept !== null) return kept
  const before = isOfLast && !hasSubject ? denialsIn(state.question ?? '').rest : ''
  const words = [before, rest].filter((said) => said !== '').join('，')
  const heard = words === '' ? { text, alone } : wordedAs(deps, words)
  const read = await readIn(deps, { ...heard, state, denied: codes, notMeant }, today)
  return afterDenial(read, { denial, state, label: labelsOf(deps.snapshot) })
}

const itemOf = ({ snapshot }: AnswerDeps, code: ItemCode | undefined) =>
  snapshot.base.items.find((item) => item.code === code)

const expanders = new WeakMap<Snapshot, Expand>()

// One per snapshot: the glossary is part of it and never changes.
function expanderOf({ snapshot, language }: AnswerDeps): Expand {
  const known = expanders.get(snapshot)
  if (known !== undefined) return known
  const made = makeExpand(snapshot.base.glossary, language)
  expanders.set(snapshot, made)
  return made
}

type Reading = Heard & Readonly<{ dependence: Dependence; today: string }>

async function read(
  deps: AnswerDeps,
  { text, alone, state, denied, dependence, today }: Reading,
): Promise<Retrieved> {
  const byItself = await retrieveFocused(deps, alone, today)
  const isNew = state.items.length === 0 && state.clarification === null
  if (isNew) return byItself
  const context = contextOf(state, { dependence, denied }, deps)
  const joined =
    context.length === 0
      ? byItself
      : await retrieve(
          deps,
          makeQuery(text, deps.language, { context, expand: expanderOf(deps) }),
          today,
        )
  const items = new Map(deps.snapshot.base.items.map((item) => [item.code, item]))
  return joinContext(byItself, joined, state, {
    normalized: alone.normalized,
    itemOf: (code) => items.get(code),
    denied: new Set([...denied, ...(state.clarification?.denied ?? [])]),
  })
}

/** A long story is also read by its end alone; the surer reading counts. */
async function retrieveFocused(deps: AnswerDeps, query: Query, today: string): Promise<Retrieved> {
  const whole = await retrieve(deps, query, today)
  if (query.focus === query.normalized) return whole
  const end = makeQuery(query.focus, deps.language, { expand: expanderOf(deps) })
  const focused = await retrieve(deps, end, today)
  return focused.confidence >= whole.confidence
    ? { ...focused, reading: 'end' }
    : { ...whole, intents: focused.intents }
}

/** What the dialogue adds to the query: the open question whole, the last item in the background. */
function contextOf(
  state: DialogueState,
  { dependence, denied }: Pick<Reading, 'dependence' | 'denied'>,
  deps: AnswerDeps,
) {
  if (state.clarification !== null) return [{ text: state.clarification.question, weight: 1 }]
  const item = itemOf(deps, state.items[0])
  // What is not meant adds nothing.
  if (item === undefined || denied.includes(item.code)) return []
  return dependence === 'dependent'
    ? [{ text: item.name, weight: 2 }]
    : [
        { text: item.name, weight: 0.4 },
        { text: state.question ?? '', weight: 0.25 },
      ]
}

function decide(deps: AnswerDeps, understood: Understood, { text, notMeant }: Heard): Decision {
  const { normalized, retrieved, state, dependence } = understood
  const called = callsItem(deps, normalized, retrieved)
  const intent = intentFor(normalized, retrieved, {
    dependence,
    items: state.items,
    called,
    denied: notMeant,
  })
  const stuck = stuckSomewhere(understood, intent, deps.policy)
  if (stuck !== null) return stuck
  const asks = intent === 'question' || intent === 'broad'
  const nothing = asks ? nothingAsked(understood) : null
  if (nothing !== null) return nothing
  const gone = goneOn(deps.snapshot, understood, { asks, isChat: intent === 'smalltalk' })
  if (gone !== null) return gone
  switch (intent) {
    case 'question':
    case 'broad':
      return decideQuestion(understood, deps.policy, labelsOf(deps.snapshot))
    case 'ticket':
      return {
        kind: 'ticket',
        reason: ticketReason(normalized, retrieved),
        code: sureItem(retrieved, deps.policy),
      }
    case 'redirect': {
      const reason = redirectReason(retrieved)
      return { kind: 'redirect', reason, hotlines: hotlinesFor(normalized, deps.snapshot.base) }
    }
    case 'refuse':
      return refusal(normalized, retrieved, deps.policy)
    case 'status':
      return aboutOwnTicket(normalized, text)
    case 'emergency':
      return emergencyFor(normalized)
    case 'smalltalk':
      return chatOr(normalized, notMeant)
  }
}

/** Who is angry, or has just said that something else is meant, does not chat. */
function chatOr(normalized: string, notMeant: NotAsked | null): Decision {
  if (notMeant !== null) return { kind: 'ticket', reason: 'asked_for', code: null }
  if (isUpset(normalized)) return { kind: 'ticket', reason: 'upset', code: null }
  return { kind: 'smalltalk', reason: thanks(normalized) ? 'thanks' : 'chat' }
}

/** No file of another system is seen here: the staff can ask, and where it was applied for shows it. */
function stuckSomewhere(
  { normalized, retrieved, state }: Understood,
  intent: Intent,
  policy: AnswerDeps['policy'],
): Decision | null {
  if (intent === 'refuse' || intent === 'emergency' || !asksWhereStuck(normalized)) return null
  if (intent === 'status' && !isStageElsewhere(normalized)) return null
  const code = sureItem(retrieved, policy) ?? state.items[0] ?? null
  return { kind: 'ticket', reason: 'stuck_case', code }
}

/** So many of the best found may be what is called by its name. */
const CALLED_AMONG = 4

function callsItem(
  { snapshot, language }: AnswerDeps,
  normalized: string,
  { hits }: Retrieved,
): Called | null {
  const codes = new Set(hits.slice(0, CALLED_AMONG).map(({ code }) => code))
  const names = knownNames(snapshot.base, language)
  const called = snapshot.base.items.map(({ code }, n) =>
    codes.has(code) ? calledBy(normalized, names[n]!) : null,
  )
  return called.includes('by_name') ? 'by_name' : (called.find((one) => one !== null) ?? null)
}

/** Somebody who is not content with how a ticket ended is owed its reopening, not its progress. */
function aboutOwnTicket(normalized: string, text: string): Decision {
  const act = ownActIn(normalized) ?? 'progress'
  return act === 'dissatisfied'
    ? { kind: 'ticket', reason: 'not_solved', code: null }
    : {
        kind: 'status',
        reason: 'own_ticket',
        act,
        ticketNumber: ownTicketIn(normalized)?.number ?? null,
        text,
      }
}
