// The step that is asked for by its number.
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { stepNumberIn } from '../../../retrieval/acts/which-step.ts'
import { FIELD_LABEL } from '../facts.ts'
import type { Lead } from './faq-index.ts'

const FIRST =
  /^(?:那么?|我们?|请问)?(?:要|该|得|应该)?(?:首先|最先|先)(?:要|该|得|应该|去)?(?:做|办|干|弄|搞)(?:什么|啥|哪样|哪个)[?？]*$/u

/** Null where none is asked for, or the record has not so many. */
export function stepAsked({ steps }: ServiceItem, question: string): Lead | null {
  const asked = FIRST.test(question) ? 1 : stepNumberIn(question)
  if (asked === null) return null
  const at = asked === 'last' ? steps.length : asked
  const step = steps[at - 1]
  if (step === undefined) return null
  return {
    q: `${FIELD_LABEL.process}第 ${at} 步（共 ${steps.length} 步）`,
    a: `${step.title}：${step.text}（${step.who}）`,
    source: null,
    isStatement: true,
  }
}
