// The step that is asked for by its number: 「第一步是什么」「第二步怎么弄」.
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { FIELD_LABEL } from '../facts.ts'
import type { Lead } from './faq-index.ts'

const NUMBERS = '一二三四五六七八九十'

const ASKED =
  /(?:第\s?(?<number>[一二三四五六七八九十]|\d{1,2})|(?<last>最后一?))\s?步(?:骤)?(?:到底|具体|应该|该|要|是|得|先|去|做|办|干|弄|搞|操作|走|写|交|填|怎么|咋|如何)*(?:什么|啥|哪|呢|[?？]|$)/u
const FIRST =
  /^(?:那么?|我们?|请问)?(?:要|该|得|应该)?(?:首先|最先|先)(?:要|该|得|应该|去)?(?:做|办|干|弄|搞)(?:什么|啥|哪样|哪个)[?？]*$/u

/** Null where none is asked for, or the record has not so many. */
export function stepAsked({ steps }: ServiceItem, question: string): Lead | null {
  const at = numberAsked(question, steps.length)
  const step = at === null ? undefined : steps[at - 1]
  if (step === undefined) return null
  return {
    q: `${FIELD_LABEL.process}第 ${at} 步（共 ${steps.length} 步）`,
    a: `${step.title}：${step.text}（${step.who}）`,
    source: null,
    isStatement: true,
  }
}

function numberAsked(question: string, count: number): number | null {
  if (FIRST.test(question)) return 1
  const said = ASKED.exec(question)?.groups
  if (said === undefined) return null
  const { number, last } = said
  if (last !== undefined) return count
  return number === undefined ? null : NUMBERS.indexOf(number) + 1 || Number(number)
}
