// Said above a block of conditions where somebody in a dialogue asks a yes or no that no line of the
// record answers: a bare list would look like an answer.
import { folded } from '../../kernel/folded.ts'
import type { Block } from '../../kernel/message.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { scoreFields } from '../../retrieval/field-cues.ts'
import type { Field } from '../decision.ts'
import { asWritten } from './faq/equals.ts'
import { isCommon, meaningsIn } from './faq/faq-meanings.ts'
import { SOFT } from './faq/other-case.ts'
import { isYesOrNo } from './faq/question-kind.ts'

/** These answer no yes or no by themselves. */
const LISTS: readonly Field[] = ['conditions', 'overview', 'process']

type Asked = Readonly<{
  question: string | null
  before: string | null
  open: readonly Field[]
}>

/**
 * One block, or none. Only where something about the item was asked before, and the part that stands
 * open is a list.
 */
export function unstated(item: ServiceItem, { question, before, open: [first] }: Asked): Block[] {
  if (question === null || before === null || !isYesOrNo(question)) return []
  if (isTouched(item, question)) return []
  const cued = scoreFields(folded(question))[0]?.field ?? 'conditions'
  if (first === undefined || !LISTS.includes(first) || !LISTS.includes(cued)) return []
  return [
    {
      kind: 'text',
      text: `未找到直接回答您这一问的记录内容，请对照以下内容，或者以${item.department}答复为准；需要核实的，可转人工。`,
    },
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
