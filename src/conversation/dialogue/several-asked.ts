// A message with several matters is asked back with one option for each: 「您一次问了几件事」.
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { Retrieved } from '../../retrieval/retrieve.ts'
import type { Understood } from '../decide.ts'
import type { Decision } from '../decision.ts'
import { askOnceMore } from '../options/ask-again.ts'
import { labelsOf } from '../options/settle-reply.ts'
import { foundFor, itemIn, type Turn } from './read-in-dialogue.ts'
import { type Several, severalIn } from './several-matters.ts'

/** Which matter to begin with, each found by its own words; null where there is but one. */
export async function severalAsked(
  turn: Turn,
  { normalized, retrieved }: Pick<Understood, 'normalized' | 'retrieved'>,
  decided: Decision,
): Promise<Decision | null> {
  const { deps, state } = turn
  const isQuestion = decided.kind === 'answer' || decided.kind === 'clarify'
  const several = isQuestion && state.clarification === null ? severalIn(normalized) : null
  if (several === null || isOne(retrieved)) return null
  const found = await Promise.all(several.parts.map((part) => foundFor(turn, part)))
  const codes = codesOfSeveral(several, found, itemIn(deps, retrieved.hits[0]?.code))
  const asking = { field: null, reason: 'several_asked', label: labelsOf(deps.snapshot) } as const
  return codes === null ? null : askOnceMore({ ...asking, codes })
}

type Found = Pick<Retrieved, 'hits' | 'confidence'>

/** The whole message is as clearly as this about one item, whatever it counts (measured). */
const ONE_MIN = { confidence: 0.8, share: 0.9 } as const

const isOne = ({ hits: [first], confidence }: Found): boolean =>
  first !== undefined && first.share >= ONE_MIN.share && confidence >= ONE_MIN.confidence

/** Matters that are not counted out are several only when each is as sure as this. */
const SURE_MIN = 0.7

/** The item of each matter, or null where they are one matter after all, or one item that joins them. */
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

/** The surer takes its item first; what is left of it to another matter is that one's next best. */
function eachItsOwn(found: readonly Found[]): readonly ItemCode[] {
  const taken = new Map<Found, ItemCode>()
  for (const one of [...found].sort((a, b) => b.confidence - a.confidence)) {
    const free = one.hits.find(({ code }) => ![...taken.values()].includes(code))
    if (free !== undefined) taken.set(one, free.code)
  }
  return found.flatMap((one) => taken.get(one) ?? [])
}
