// Whether a message asks for a part of the record in so many words, and not for what the row says.

import { folded } from '../../../kernel/folded.ts'
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { scoreFields } from '../../../retrieval/field-cues.ts'
import type { Field } from '../../decision.ts'
import type { Measure } from '../measure/measure.ts'
import { otherMeasure } from '../measure/other-measure.ts'
import type { FaqRow } from './faq-index.ts'
import { meaningsIn } from './faq-meanings.ts'
import { isYesOrNo, kindsOf, lastClause } from './question-kind.ts'

/** Who asks for one of these in so many words asks for nothing else. */
const PLAIN_FIELDS: readonly Field[] = ['materials', 'channel', 'department', 'legal_basis']
/** Nor does who asks for one of these, but a row may say it in other words. */
const MEASURES: readonly Field[] = ['time_limit', 'fee']
/** Cues that stand in many other questions: whose words a row nearly all says leads all the same. */
const WEAK_CUES: readonly Field[] = ['department', 'fee', 'legal_basis', 'time_limit']
const NEARLY_ALL = 0.75
/** A row that says a time answers whoever asks for one, if most of its words were said. */
const MOSTLY = 0.6
const A_TIME = /\d+\s?(?:个工作日|日|天|个月|年|小时)/u

const CONDITIONS = /(?:什么|哪些|啥|哪几).{0,3}(?:条件|资格|要求|门槛|杠|指标)/u

type Near = Readonly<{ row: FaqRow; ofRow: number }>

/** 「在哪填」 is not 「什么时候填」, however alike the two are. */
export function asksElse(item: ServiceItem, question: string, { row, ofRow }: Near): boolean {
  const measure = otherMeasure(question, item)
  if (measure !== null) return !answersMeasure(row, measure, item)
  const last = lastClause(question)
  if (meaningsIn(last).has('收费') && !isOfFee(row.q, item)) return true
  if (CONDITIONS.test(last) && !CONDITIONS.test(row.q)) return true
  if (isYesOrNo(question) || areOfDifference(question, row.q)) return false
  const asked = scoreFields(folded(withoutName(question, item)))[0]?.field
  const answered = scoreFields(folded(row.q))[0]?.field
  if (asked === undefined || asked === answered) return false
  if (WEAK_CUES.includes(asked) && ofRow >= NEARLY_ALL) return false
  if (asked === 'time_limit' && ofRow >= MOSTLY && A_TIME.test(row.a)) return false
  return PLAIN_FIELDS.includes(asked) || (MEASURES.includes(asked) && answered !== undefined)
}

/** 「差在哪」 asks for no place. */
const areOfDifference = (question: string, row: string): boolean =>
  [question, row].every((one) => kindsOf(one).has('区别'))

/** What is paid out or owed is asked for in the words for a fee. */
const isOfFee = (row: string, item: ServiceItem): boolean =>
  otherMeasure(row, item) === null &&
  (meaningsIn(row).has('收费') || scoreFields(folded(row))[0]?.field === 'fee')

/** Whether the row says it, or is asked for the same. */
const answersMeasure = ({ q, a }: FaqRow, measure: Measure, item: ServiceItem): boolean =>
  measure.says.test(`${q}${a}`) || otherMeasure(q, item)?.label === measure.label

/** 「资金」 and 「窗口」 of a name are no cue. */
function withoutName(question: string, { name }: ServiceItem): string {
  const words = name.match(/\p{Script=Han}{2}/gu) ?? []
  const pairs = new Set([...words, ...(name.slice(1).match(/\p{Script=Han}{2}/gu) ?? [])])
  return [...pairs].reduce((text, pair) => text.replaceAll(pair, ' '), question)
}
