// When to apply for renewal. A limit for the decision read as the time to apply is too late, so
// whoever asks is told by when, from wherever the record says so.
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import type { FaqRow } from './faq-index.ts'
import { meaningsIn } from './faq-meanings.ts'

const LABEL = '什么时候申请延续？'
/** 「届满30日前」「期满前3个月」「有效期届满前90个工作日至15个工作日期间」 */
const BEFORE_THE_END = /(?:届满|期满)(?:前[^。；]{0,6}\d|[^。；前后]{0,6}\d[^。；后]{0,6}前)/u

export const asksWhenToRenew = (question: string): boolean => {
  const asked = meaningsIn(question)
  return asked.has('延续') && asked.has('何时')
}

/** A frequent question says it best; else the condition that says it. */
export function renewalOf({ faq, conditions }: ServiceItem): FaqRow | null {
  const row = faq.find(({ a }) => BEFORE_THE_END.test(a))
  if (row !== undefined) return row
  const condition = conditions.find(({ text }) => BEFORE_THE_END.test(text))
  return condition === undefined ? null : { q: LABEL, a: condition.text, source: condition.source }
}
