// Which of an item's own frequent questions a message asks. Nothing is written. Pure.
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { deedsIn } from '../../../retrieval/deeds.ts'
import { asksElse } from './asks-else.ts'
import type { FaqRow } from './faq-index.ts'
import { type Near, nearnesses } from './faq-nearness.ts'
import { isUnspoken } from './other-case.ts'
import { isSentenceFor } from './shape.ts'
import { verdictOf } from './verdict.ts'

/** From here on a row is what was asked (found on examples; see the test). */
const NEAR_MIN = 0.44
/** So is a row that is less near, when no other is half as near. */
const ALONE_MIN = 0.36
/** Where a list would be no answer, one is taken that is less near still. */
const ALONE_MIN_OF_SENTENCE = 0.28
const ALONE_RATIO = 0.5
/** Two rows that are about as near leave open which is meant. */
const LEAD_MIN = 0.05

/** The row nearest to the question, when it is near enough and no other is as near. */
export function nearestFaq(
  base: KnowledgeBase,
  item: ServiceItem,
  question: string,
): FaqRow | null {
  const [first, second] = nearnesses(base, item, question).filter(
    ({ row }) => !isOfSpecialCase(row.q, item, question),
  )
  if (first === undefined || !isNear(first, second, question) || isRivalled(first, second))
    return null
  return asksElse(item, question, first) ? null : first.row
}

/** However near its words are, it is about a case, or some cases, that nobody spoke of. */
const isOfSpecialCase = (row: string, { name }: ServiceItem, question: string): boolean =>
  row.split('、').every((one) => isUnspoken(one, { said: question, name })) ||
  isOfEnding(row, name, question)

/** 「分公司怎么注销」 is no answer to whoever opens one. */
const isOfEnding = (row: string, name: string, question: string): boolean =>
  isEnding(row) && !isEnding(question) && (!isEnding(name) || deedsIn(name).size > 1)

const isEnding = (text: string): boolean => ENDING.test(text)
const ENDING = /注销/u

function isNear({ nearness, row }: Near, second: Near | undefined, question: string): boolean {
  if (nearness >= NEAR_MIN) return true
  const min = isSentenceFor(row.q, question) ? ALONE_MIN_OF_SENTENCE : ALONE_MIN
  return nearness >= min && (second?.nearness ?? 0) <= nearness * ALONE_RATIO
}

/** Another row is about as near, and does not answer the same. */
function isRivalled(first: Near, second: Near | undefined): boolean {
  if (second === undefined || first.nearness - second.nearness >= LEAD_MIN) return false
  const [one, other] = [first.row.a, second.row.a]
  if (one.includes(other) || other.includes(one)) return false
  const verdict = verdictOf(one)
  return verdict === null || verdict !== verdictOf(other)
}
