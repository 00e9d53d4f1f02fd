// Said above a block of conditions where somebody asks a yes or no that no line of the record answers: a
// bare list would look like an answer.
import { folded } from '../../kernel/folded.ts'
import type { Block } from '../../kernel/message.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { scoreFields } from '../../retrieval/field-cues.ts'
import type { Field } from '../decision.ts'
import { sourced } from './facts.ts'
import { asWritten } from './faq/equals.ts'
import { questionOf } from './faq/faq-fold.ts'
import { isCommon, meaningsIn } from './faq/faq-meanings.ts'
import { SOFT } from './faq/other-case.ts'
import { isYesOrNo } from './faq/question-kind.ts'
import { wordedRows } from './faq/worded-rows.ts'

/** These answer no yes or no by themselves. */
const LISTS: readonly Field[] = ['conditions', 'overview', 'process']

type Asked = Readonly<{
  question: string | null
  before: string | null
  open: readonly Field[]
}>

/** The frequent questions that are nearest all the same; most of what is missed is one of two. */
const NEAR_MAX = 2
const NEAR_MIN = 0.18

/**
 * Nothing, or that no line answers, with what is nearest. Only where the part that stands open is a list;
 * of a new item only where something is near: the list itself is what a first question is told.
 */
export function unstated(item: ServiceItem, { question, before, open: [first] }: Asked): Block[] {
  if (question === null || !isYesOrNo(question)) return []
  const cued = scoreFields(folded(question))[0]?.field ?? 'conditions'
  if (first === undefined || !LISTS.includes(first) || !LISTS.includes(cued)) return []
  if (isTouched(item, question)) return []
  const near = wordedRows(item, question)
    .filter(({ nearness }) => nearness >= NEAR_MIN)
    .slice(0, NEAR_MAX)
  if (near.length === 0) {
    const text = `未找到直接回答您这一问的记录内容，请对照以下内容，或者以${item.department}答复为准；需要核实的，可转人工。`
    return before === null ? [] : [{ kind: 'text', text }]
  }
  return [
    {
      kind: 'text',
      text: `事项记录中没有与您这一问完全对应的内容，以下问题最为接近；未能解答的，以${item.department}答复为准，也可转人工。`,
    },
    ...near.map(({ row: { q, a, source } }): Block => {
      return { kind: 'field', label: questionOf(q), lines: [`${a}${sourced(source)}`] }
    }),
  ]
}

/** A line that holds a word of the question may answer it, in other words than those looked for. */
function isTouched({ name, applicants, conditions }: ServiceItem, question: string): boolean {
  const named = meaningsIn(name)
  const lines = [...applicants, ...conditions.map(({ text }) => text)].join('。')
  const said = meaningsIn(asWritten(lines))
  return [...meaningsIn(asWritten(question))].some(
    (token) => isTelling(token) && said.has(token) && !named.has(token),
  )
}

const isTelling = (token: string): boolean =>
  token.length > 1 && !isCommon(token) && !SOFT.has(token)
