// The sentence of an item's record that answers a message about it, once it is settled that the message
// is about it. Only a dozen rows compete, so little is needed to tell one from another: how rare a word
// is counts among these rows, the row's answer counts besides its question, and what was asked just
// before is read along. Pure.
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { scoreFields } from '../../../retrieval/field-cues.ts'
import type { Field } from '../../decision.ts'
import { asksElse } from './asks-else.ts'
import { areContrary } from './contrary.ts'
import { asWritten } from './equals.ts'
import type { FaqRow, Lead } from './faq-index.ts'
import { isCommon, isMeaning, meaningsIn } from './faq-meanings.ts'
import { POINTS } from './faq-nearness.ts'
import { isAnotherCase } from './other-case.ts'
import { areAlike, isYesOrNo, kindsOf, lastClause } from './question-kind.ts'

export type InDialogue = Readonly<{
  question: string
  /** What was asked before about the same item; null when nothing was. */
  before: string | null
}>

/** What was said before the question counts less, and single characters hardly tell anything. */
const BEFORE_WEIGHT = 0.35
const COMMON_WEIGHT = 0.15
const NAME_WEIGHT = 0.2
const CHARACTER_WEIGHT = 0.25
/** A word that only the answer holds. */
const ANSWER_WEIGHT = 0.6
/** A word that no row of the item holds. */
const UNKNOWN = 1

const ROW_SHARE = 0.6
const OTHER_KIND = 0.6
/** What happened, as it was asked, is not spoken of. */
const POINT_MISSED = 0.6
const NEAR_MIN = 0.28
const LEAD_RATIO = 1.15

type Weigh = (token: string) => number
type Unit = Readonly<{
  row: FaqRow
  ofQuestion: ReadonlySet<string>
  ofAnswer: ReadonlySet<string>
}>
type Ranked = Readonly<{ row: FaqRow; nearness: number; ofRow: number }>

/** Less near than this it is only offered as what may have been meant. */
const SURE_MIN = 0.36

/**
 * Null when no row is near enough, when the next is nearly as near, or when the nearest asks for
 * something else. `isGuess` where it may not be what was asked.
 */
export function rowWithin(item: ServiceItem, asked: InDialogue, min = NEAR_MIN): Lead | null {
  const [first, second] = rankedWithin(item, asked)
  if (first === undefined || first.nearness < min) return null
  if (second !== undefined && first.nearness < second.nearness * LEAD_RATIO) return null
  if (asksElse(item, asked.question, first) || asksForPart(first.row.q)) return null
  return first.nearness < SURE_MIN ? { ...first.row, isGuess: true } : first.row
}

/** Whoever wants a yes or no wants no list of papers, and no window. */
const PARTS: readonly Field[] = ['materials', 'channel', 'department', 'process', 'legal_basis']
const PART_MIN = 4

const asksForPart = (row: string): boolean =>
  !isYesOrNo(row) &&
  !kindsOf(row).has('怎么办') &&
  scoreFields(row).some(({ field, score }) => score >= PART_MIN && PARTS.includes(field))

function rankedWithin(item: ServiceItem, { question, before }: InDialogue): readonly Ranked[] {
  const units = item.faq.map(unitOf)
  const said = { now: question, before }
  const named = namesOf(item)
  const weigh = weightsIn(units, named)
  const now = meaningsIn(asWritten(question))
  const earlier = before === null ? new Set<string>() : meaningsIn(asWritten(before))
  const weights = new Map<string, number>()
  for (const token of earlier) weights.set(token, weigh(token) * BEFORE_WEIGHT)
  for (const token of now) weights.set(token, weigh(token))
  const whole = sumOf([...now], weigh)
  const kinds = kindsOf(question)
  const points = [...meaningsIn(lastClause(question))].filter(
    (token) => POINTS.has(token) || token === '变更',
  )
  return units
    .filter(
      ({ row }) =>
        !isAnotherCase(row.q, { said, name: item.name }) && !areContrary(question, row.q),
    )
    .map(({ row, ofQuestion, ofAnswer }) => {
      const shared = [...ofQuestion].filter((token) => weights.has(token))
      const inAnswer = [...ofAnswer].filter((token) => weights.has(token) && !ofQuestion.has(token))
      const ofRow = sumOf(shared, weigh) / Math.max(sumOf([...ofQuestion], weigh), 1)
      const heard =
        sumOf(shared, (token) => weights.get(token) ?? 0) +
        ANSWER_WEIGHT * sumOf(inAnswer, (token) => weights.get(token) ?? 0)
      const ofAsked = Math.min(heard / Math.max(whole, 1), 1)
      const ofKind = kindsOf(row.q)
      // 「怎么办」 answers whatever may be asked of a case.
      const kind = ofKind.has('怎么办') || areAlike(kinds, ofKind) ? 1 : OTHER_KIND
      const touches = touchOf(shared, { now, earlier, named })
      const point = points.every((token) => ofQuestion.has(token) || ofAnswer.has(token))
      const apart = kind * (point ? 1 : POINT_MISSED) * touches
      return { row, ofRow, nearness: ofRow ** ROW_SHARE * ofAsked ** (1 - ROW_SHARE) * apart }
    })
    .sort((a, b) => b.nearness - a.nearness)
}

/** How near any row or line of the item is, with what is said in it. */
export function nearnessWithin(item: ServiceItem, { question, before }: InDialogue) {
  const weigh = weightsIn(item.faq.map(unitOf), namesOf(item))
  const asked = [...meaningsIn(asWritten(question))]
  const earlier = before === null ? [] : [...meaningsIn(asWritten(before))]
  return ({ q, a }: Pick<FaqRow, 'q' | 'a'>): number => {
    const said = meaningsIn(asWritten(`${q}，${a}`))
    const heard = (tokens: readonly string[]) =>
      sumOf(
        tokens.filter((token) => said.has(token)),
        weigh,
      )
    return (heard(asked) + BEFORE_WEIGHT * heard(earlier)) / Math.max(sumOf(asked, weigh), 1)
  }
}

/** What happened, as told just before, may be all that a question is about. */
const TOUCHED_BEFORE = 0.7

type Said = Readonly<Record<'now' | 'earlier' | 'named', ReadonlySet<string>>>

/** The words of the item's name are in most messages about it. */
const namesOf = ({ name }: ServiceItem): ReadonlySet<string> => meaningsIn(asWritten(name))

function touchOf(shared: readonly string[], { now, earlier, named }: Said): number {
  const isOwn = (token: string) => isTelling(token) && !named.has(token)
  if (shared.some((token) => now.has(token) && isOwn(token))) return 1
  return shared.some((token) => earlier.has(token) && POINTS.has(token)) ? TOUCHED_BEFORE : 0
}

const isTelling = (token: string): boolean => !isCommon(token) && token.length > 1

const unitOf = (row: FaqRow): Unit => ({
  row,
  ofQuestion: meaningsIn(asWritten(row.q)),
  ofAnswer: meaningsIn(asWritten(row.a)),
})

const sumOf = (tokens: readonly string[], weigh: Weigh): number =>
  tokens.reduce((sum, token) => sum + weigh(token), 0)

function weightsIn(units: readonly Unit[], named: ReadonlySet<string>): Weigh {
  const counts = new Map<string, number>()
  for (const { ofQuestion, ofAnswer } of units) {
    for (const token of new Set([...ofQuestion, ...ofAnswer])) {
      counts.set(token, (counts.get(token) ?? 0) + 1)
    }
  }
  return (token) => {
    const count = counts.get(token)
    const rarity = count === undefined ? UNKNOWN : Math.log(1 + units.length / count)
    const common = isCommon(token) ? COMMON_WEIGHT : 1
    const short = token.length === 1 && !isMeaning(token) ? CHARACTER_WEIGHT : 1
    return rarity * common * short * (named.has(token) ? NAME_WEIGHT : 1)
  }
}
