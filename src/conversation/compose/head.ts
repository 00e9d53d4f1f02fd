// What an answer begins with. The same is not sent twice running, unless the same was asked: whoever asks
// for more is told that the record says no more of it, and is shown what is nearest.
import { folded } from '../../kernel/folded.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { scoreFields } from '../../retrieval/field-cues.ts'
import type { Decision, Field } from '../decision.ts'
import { isAskedAgain } from './asked-again.ts'
import { bearingConditions } from './bearing.ts'
import { type Fact, hasFacts } from './facts.ts'
import type { Lead } from './faq/faq-index.ts'
import { leadFor } from './faq/lead.ts'
import { wordedRows } from './faq/worded-rows.ts'
import type { Measure } from './measure/measure.ts'
import { otherMeasure, withoutOwn } from './measure/other-measure.ts'
import { inOrderAsked, openFields, withAllAsked } from './open-fields.ts'
import { itemOf, type ToCompose } from './to-compose.ts'

type Answer = Extract<Decision, { kind: 'answer' }>
type Asking = Pick<ToCompose, 'base' | 'question' | 'before' | 'shown'>

export type Head = Readonly<{
  lead: Lead | null
  open: readonly Field[]
  bearing: readonly Fact[]
  /** The sum or time that is asked for and is another than the record's own. */
  measure: Measure | null
  /** It stands in place of one that was just shown. */
  isInstead: boolean
}>

/** How a head is remembered, with the item in front. */
export const headKey = (
  { code }: Pick<ServiceItem, 'code'>,
  { lead, open, bearing, measure }: Head,
): string =>
  [
    code,
    lead?.q ?? open.join('+'),
    measure?.label ?? '',
    ...bearing.map(({ text }) => text.slice(0, 6)),
  ]
    .join('|')
    .slice(0, KEY_MAX)

const KEY_MAX = 80

/** What the answer begins with in its dialogue. */
export function headFor(answer: Answer, asking: Asking): Head {
  const item = itemOf(asking.base, answer.code)
  const head = headAsked(item, answer, asking)
  const shown = asking.shown ?? []
  if (shown.at(-1) !== headKey(item, head)) return head
  const { question = null, before = null } = asking
  if (isAskedAgain(item, { question, before })) return head
  return isNearest(head, question) ? { ...head, isInstead: true } : insteadOf(item, asking, shown)
}

/** A figure or a place: nothing else in the record is nearer to a question for it. */
const DEFINITE: readonly Field[] = ['time_limit', 'fee', 'channel', 'department']

function isNearest({ lead, open: [first] }: Head, question: string | null): boolean {
  if (lead !== null || first === undefined || !DEFINITE.includes(first)) return false
  return scoreFields(folded(question ?? ''))[0]?.field === first
}

function headAsked(item: ServiceItem, answer: Answer, asking: Asking): Head {
  const { base, question = null, before } = asking
  const measure = question === null ? null : otherMeasure(question, item)
  const asked = fieldsAsked(item, answer, { question, measure })
  const bears = bearingConditions(base, item, question)
  const lead = leadFor(base, item, {
    question,
    before,
    open: asked,
    bears: bears.length > 0 && asked[0] === 'conditions',
  })
  return {
    lead,
    open: asked.length === 0 && lead === null ? OTHERWISE : asked,
    bearing: lead === null ? bears : [],
    measure,
    isInstead: false,
  }
}

/** Shown where the part asked for is no answer, and nothing else is. */
const OTHERWISE: readonly Field[] = ['conditions']

type Asked = Readonly<{ question: string | null; measure: Measure | null }>

/** In the order asked; the fee and the time limit are no answer to another sum or time. */
function fieldsAsked(
  item: ServiceItem,
  answer: Answer,
  { question, measure }: Asked,
): readonly Field[] {
  const open = openFields(item, answer)
  if (question === null) return inOrderAsked(open, question)
  const all = withAllAsked(item, open, question)
  return inOrderAsked(
    measure === null ? all : withoutOwn(all, { question, measure, item }),
    question,
  )
}

/** Less near than this, a frequent question is about something else. */
const NEAR_MIN = 0.2
/** What is shown next of a record, the most asked for first. */
const PARTS: readonly Field[] = ['conditions', 'process', 'materials', 'channel']

/** The frequent question or else the part that is nearest of what has not been shown. */
function insteadOf(item: ServiceItem, { question }: Asking, shown: readonly string[]): Head {
  const instead = { lead: null, open: [], bearing: [], measure: null, isInstead: true } as const
  const isNew = (head: Head) => !shown.includes(headKey(item, head))
  const leads = nearest(item, question).map((lead): Head => ({ ...instead, lead }))
  const parts = PARTS.filter((field) => hasFacts(item, field)).map(
    (field): Head => ({ ...instead, open: [field] }),
  )
  return [...leads, ...parts].find(isNew) ?? instead
}

const nearest = (item: ServiceItem, question: Asking['question']) =>
  wordedRows(item, question ?? '')
    .filter(({ nearness }) => nearness >= NEAR_MIN)
    .map(({ row }) => row)
