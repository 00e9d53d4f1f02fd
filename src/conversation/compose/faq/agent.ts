// Whether somebody else may go: what the record says of an agent, as the answer to it.

import { folded } from '../../../kernel/folded.ts'
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { anyOf, inOrder } from '../../../retrieval/patterns.ts'
import type { Lead } from './faq-index.ts'

const RELATIVE = anyOf(
  // The family.
  /老婆|老公|妻子|丈夫|爱人|老太婆|儿子|女儿|弟弟?|妹妹?|哥哥?|姐姐?/u,
  /爸|妈|父亲|母亲|亲戚|朋友|家里人|家人/u,
  // Who works for one.
  /员工|同事|会计|人事|律师|别人/u,
  // Who does it for a living.
  /(?:代办|代理|中介)(?:公司|机构)?/u,
  // In English.
  /wife|husband|son|hr|agent|lawyer/u,
)
const DOES = /去|来|办|交|弄|跑|领|签|申请|报/u
const ASKS: readonly RegExp[] = [
  inOrder(
    /(?:替|代|帮)(?:我们?|他们?|她们?|家里|公司|老板|客户)/u,
    /(?!看|查|问|讲|说|解释|登记一下|转|列|算).{0,4}/u,
    DOES,
  ),
  inOrder(/(?:让|叫|由|派).{0,4}/u, RELATIVE, /.{0,6}/u, DOES),
  inOrder(RELATIVE, /(?!说|讲|问).{0,9}(?:去|来|代).{0,8}(?:行|可以|能|好不|办|交)/u),
  inOrder(RELATIVE, /.{0,6}的.{0,8}我去.{0,4}(?:行|可以|能|办)/u),
  anyOf(
    // Whether somebody else may.
    /(?:能|可以|能不能|可不可以|要不要).{0,4}(?:委托|代办|代理(?!商)|代领|代交)(?!费|公司)/u,
    // Who cannot come.
    /本人(?:不|没法|没空).{0,4}(?:去|来)|(?:没法|不能|没空|来不了|去不了).{0,3}本人/u,
    // The firm does it for all.
    /(?:公司|单位|厂里|企业).{0,3}统一.{0,6}(?:办|申请|报名)/u,
    // Whether one must come.
    /(?:一定|必须|非要|非得|要不要|需不需要|是不是|要|得).{0,3}(?:本人|亲自)(?!签|确认|名|身份)/u,
    /(?:本人|亲自)(?:去|来|到场|到|跑)(?!得|过)/u,
  ),
  inOrder(
    /\b/u,
    anyOf(
      /by myself or|in person\b|(?:hr|agent|wife|husband|lawyer|someone|somebody) can (?:go|do|apply)/u,
      /can (?:my |our |an? |the )?(?:hr|agent|wife|husband|lawyer|someone|somebody|i do for (?:him|her))/u,
    ),
    /\b/u,
  ),
]
/** Who is to be examined or hurt goes himself; and what we are asked to do is no errand of theirs. */
const NOT_FOR_ANOTHER =
  /考试|去考|能考|体检|培训|(?:你们?|园区|中心|政府|街道|窗口|供电局?|银行|平台).{0,3}(?:帮|替|给)/u
const WHOSE_PAPER = /身份证|(?:她|他)的还是我的/u

/**
 * `before` is what was asked just before about the same item, null when nothing was: 「身份证要带谁的」 asks of
 * an agent only after a question about one.
 */
export function asksForAgent(question: string, before: string | null): boolean {
  const now = folded(question)
  if (NOT_FOR_ANOTHER.test(now)) return false
  if (ASKS.some((pattern) => pattern.test(now))) return true
  return (
    before !== null && WHOSE_PAPER.test(now) && ASKS.some((pattern) => pattern.test(folded(before)))
  )
}

const OF_AGENT = /委托|代理人|代为|代办|代理(?!费|商|记账|服务|机构(?:收|费))/u
const LABEL = '可以委托他人办理吗？'

/** Null where the record says nothing of an agent. */
export function agentOf({
  faq,
  materials,
  conditions,
  applicants,
  steps,
}: ServiceItem): Lead | null {
  const row = faq.find(({ q }) => OF_AGENT.test(q) || /本人/u.test(q))
  if (row !== undefined) return row
  const papers = materials.filter(
    ({ name, required }) =>
      OF_AGENT.test(name) || (required !== true && OF_AGENT.test(required.when)),
  )
  const isApplicant = applicants.some((who) => /代理人|受委托/u.test(who))
  const lines = [
    ...(isApplicant ? ['可以由受委托的代理人办理'] : []),
    ...papers.map(({ name, form, required }) =>
      required === true
        ? `需要提交：${name}（${form}）`
        : `${required.when}，另需：${name}（${form}）`,
    ),
  ]
  if (lines.length > 0) {
    return { q: LABEL, a: `${lines.join('；')}。`, source: papers[0]?.source ?? null }
  }
  const line = conditions.find(({ text }) => OF_AGENT.test(text))
  if (line !== undefined) return { q: LABEL, a: `${line.text}。`, source: line.source }
  const step = steps.find(({ text }) => OF_AGENT.test(text))
  if (step !== undefined) return { q: LABEL, a: `${step.title}：${step.text}`, source: null }
  return saidBesides(faq)
}

/** A sentence of the answer to something else. */
function saidBesides(faq: ServiceItem['faq']): Lead | null {
  const found = faq.flatMap(({ a, source }) =>
    a
      .split(/[。；]/u)
      .filter((sentence) => OF_AGENT.test(sentence))
      .map((sentence) => ({ q: LABEL, a: `${sentence}。`, source })),
  )
  return found[0] ?? null
}
