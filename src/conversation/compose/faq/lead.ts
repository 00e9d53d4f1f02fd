// The frequent question that an answer begins with: the one that was asked, unless the first line that
// stands open says the same. Further down in a long part nobody finds it.
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import type { Field } from '../../decision.ts'
import { factLines } from '../facts.ts'
import { saidOf } from '../measure/measure-said.ts'
import { otherMeasure } from '../measure/other-measure.ts'
import type { Lead } from './faq-index.ts'
import { nearestFaq } from './nearest-faq.ts'
import { asksWhenToRenew, renewalOf } from './renewal.ts'
import { isSaidIn } from './said.ts'
import { verdictOf } from './verdict.ts'

export function leadFor(
  base: KnowledgeBase,
  item: ServiceItem,
  { question, open }: Readonly<{ question: string | null; open: readonly Field[] }>,
): Lead | null {
  if (question === null) return null
  const nearest = nearestFaq(base, item, question)
  const row = nearest ?? (asksWhenToRenew(question) ? renewalOf(item) : otherSaid(item, question))
  if (row === null) return null
  const [asked] = open
  const [first] = asked === undefined ? [] : factLines(item, asked)
  return first !== undefined && isFirstSaid(row.a, first) ? null : row
}

function otherSaid(item: ServiceItem, question: string): Lead | null {
  const measure = otherMeasure(question)
  return measure === null ? null : saidOf(item, measure)
}

/** A condition says no yes or no, however many of its words an answer shares. */
function isFirstSaid(answer: string, first: string): boolean {
  const verdict = verdictOf(answer)
  return isSaidIn(answer, first) && (verdict === null || verdict === verdictOf(first))
}
