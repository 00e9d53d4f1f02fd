// A message with several matters: the first is answered where its item is sure, else asked back with
// one option for each: 「您一次问了几件事」. The others come next, see `matters-left.ts`.
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { Retrieved } from '../../retrieval/retrieve.ts'
import { type AskedFields, askedField } from '../asked-field.ts'
import { answered, sureItem, type Understood } from '../decide.ts'
import type { Decision } from '../decision.ts'
import { labelsOf } from '../options/settle-reply.ts'
import type { Outcome } from '../outcome.ts'
import { freshState, type Matter } from './dialogue-state.ts'
import { foundFor, itemIn, type Turn } from './read-in-dialogue.ts'
import { type Several, severalIn } from './several-matters.ts'

export type SeveralAsked = Readonly<{ matters: readonly Matter[] }> &
  Pick<Outcome, 'decision' | 'field' | 'also' | 'rule'> &
  Partial<Pick<Outcome, 'question'>>

/** The matters, each found by its own words, and what is made of them; null where there is but one. */
export async function severalAsked(
  turn: Turn,
  { normalized, retrieved }: Pick<Understood, 'normalized' | 'retrieved'>,
  decided: Decision,
): Promise<SeveralAsked | null> {
  const { deps, state } = turn
  const isQuestion = decided.kind === 'answer' || decided.kind === 'clarify'
  const several = isQuestion && state.clarification === null ? severalIn(normalized) : null
  if (several === null || (isOne(retrieved) && !several.isCounted)) return null
  const found = await Promise.all(several.parts.map((part) => foundFor(turn, part)))
  // Numbers stand in a story about one item as well.
  if (isOne(retrieved) && surelyFound(found).size < 2) return null
  const codes = codesOfSeveral(several, found, itemIn(deps, retrieved.hits[0]?.code))
  if (codes === null) return null
  const matters = mattersOf(turn, { parts: several.parts, found, codes })
  const [first] = matters
  if (first === undefined || matters.length < 2) return null
  return first.isSure ? beginning(turn, first, matters) : whichFirst(turn, matters)
}

const isSureOf = ({ deps }: Turn, found: Retrieved | undefined, code: ItemCode): boolean =>
  found !== undefined && sureItem(found, deps.policy) === code

/** The first is answered; the others are offered beside it. */
function beginning(turn: Turn, first: Matter, matters: readonly Matter[]): SeveralAsked {
  const asked = fieldsIn(turn, first.words, first.code)
  return {
    ...asked,
    matters,
    question: first.words,
    decision: answered(first.code, asked, false),
    rule: 'several_asked',
  }
}

function whichFirst({ deps }: Turn, matters: readonly Matter[]): SeveralAsked {
  const label = labelsOf(deps.snapshot)
  const options = matters.map(({ code, words, field }) => ({
    code,
    label: label(code),
    words,
    field,
  }))
  const decision = { kind: 'clarify', reason: 'several_asked', field: null, options } as const
  return { matters, decision, field: null, also: null, rule: 'several_asked' }
}

/** What belongs to one item is one matter. */
function mattersOf(
  turn: Turn,
  {
    parts,
    found,
    codes,
  }: Readonly<{
    parts: readonly string[]
    found: readonly Retrieved[]
    codes: readonly ItemCode[]
  }>,
): readonly Matter[] {
  return [...new Set(codes)].map((code): Matter => {
    const words = parts.filter((_, n) => codes[n] === code).join('，')
    const isSure = parts.some((_, n) => codes[n] === code && isSureOf(turn, found[n], code))
    return { code, words, field: fieldsIn(turn, words, code).field, isSure, isAnswered: false }
  })
}

const fieldsIn = ({ deps }: Turn, normalized: string, code: ItemCode): AskedFields =>
  askedField(deps.snapshot, { normalized, state: freshState(deps.now()), dependence: 'new', code })

type Found = Pick<Retrieved, 'hits' | 'confidence'>

/** The whole message is as clearly as this about one item, whatever it counts (measured). */
const ONE_MIN = { confidence: 0.8, share: 0.9 } as const

const isOne = ({ hits: [first], confidence }: Found): boolean =>
  first !== undefined && first.share >= ONE_MIN.share && confidence >= ONE_MIN.confidence

/** Matters that are not counted out are several only when each is as sure as this. */
const SURE_MIN = 0.7

const surelyFound = (found: readonly Found[]): ReadonlySet<ItemCode | undefined> =>
  new Set(found.filter(({ confidence }) => confidence >= SURE_MIN).map(({ hits }) => hits[0]?.code))

/**
 * The item of each matter, in their order; or null where they are one matter after all, or one item
 * that joins them.
 */
export function codesOfSeveral(
  { isCounted }: Several,
  found: readonly Found[],
  whole: ServiceItem | undefined,
): readonly ItemCode[] | null {
  const isSure = isCounted || found.every(({ confidence }) => confidence >= SURE_MIN)
  const firsts = new Set(found.map(({ hits }) => hits[0]?.code))
  if (!isSure || (!isCounted && firsts.size < found.length)) return null
  const codes = eachItsOwn(found)
  const isJoined = whole !== undefined && codes.every((code) => whole.parts.includes(code))
  return isJoined || codes.length < found.length ? null : codes
}

/**
 * The surer takes its item first. Another matter is surely about the same, or its next best is meant:
 * what is left of it.
 */
function eachItsOwn(found: readonly Found[]): readonly ItemCode[] {
  const taken = new Map<Found, ItemCode>()
  for (const one of [...found].sort((a, b) => b.confidence - a.confidence)) {
    const [first] = one.hits
    const isFree = ({ code }: { code: ItemCode }) => ![...taken.values()].includes(code)
    const own = one.confidence >= SURE_MIN ? first : one.hits.find(isFree)
    if (own !== undefined) taken.set(one, own.code)
  }
  return found.flatMap((one) => taken.get(one) ?? [])
}
