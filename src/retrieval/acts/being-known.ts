// 「会不会让老板知道是我」: who tells something, or is about to, and fears to be known by it. It sounds
// like a wish for somebody's data, or like an attack on the rules, and is neither.
import { anyIn, anyOf, inOrder } from '../patterns.ts'
import { refusalIn } from './refusals.ts'

const MINE = anyOf(
  /我们?的?(?:名字|姓名|真名|手机号?码?|电话|号码|联系方式|身份(?!证)|个人信息)/u,
  /我(?:刚才|今天|跟你)?(?:说|讲|反映|写|告诉你)的(?:话|内容|东西|情况|这些|这个)?/u,
  /我是谁/u,
)
const TELL = /告诉|告知|透露|泄露|泄漏|暴露|说出去|讲出去|传出去|传到|报给|捅给|通知/u
const WHOM = anyOf(
  /老板|厂里|公司|单位|店里|领导|上面|对方|人家|别人|他们?/u,
  /被举报|被投诉|执法|[\p{Script=Han}]{1,4}局/u,
)
/** It is asked, feared or forbidden; who only says so gives leave. */
const MINDS =
  /会不会|能不能|是不是|会|吗|么|[?？]|[不别](?:要|能|会|想|敢|可以)?|怕|担心|千万|可别|保证/u

const TOLD_OF_ME: readonly RegExp[] = [
  inOrder(MINE, /[^,，。]{0,8}/u, TELL),
  inOrder(TELL, /[^,，。]{0,8}/u, MINE),
  inOrder(/把/u, MINE, /[^,，。]{0,3}(?:交|发|转|提供)?给/u, WHOM),
  inOrder(TELL, /[^,，。]{0,8}是我(?:说|讲|举报|反映|投诉|告|报|干)?的?(?!们|公司|店|厂|自己)/u),
  inOrder(
    // It is found out.
    /知道|晓得|查(?:得|不)?(?:出来?|到)|看(?:得)?出来?|猜(?:得)?(?:到|出来?)|认(?:得)?出来?/u,
    /(?:了)?(?:这|那)?/u,
    // That it was me.
    anyOf(
      /是(?:不是)?我(?:说|讲|举报|反映|投诉|告|报|干|写)?的?(?!们|公司|店|厂|自己|本人)/u,
      /我(?:来)?(?:举报|投诉|反映|告状|告密)/u,
    ),
  ),
]

const REPORT = /举报|检举|揭发|投诉|反映(?:问题|情况)|告密|告状/u
/** Said of reports, these are asked of who reports. */
const OF_REPORT: readonly RegExp[] = [
  inOrder(
    REPORT,
    /(?:人|者)?.{0,12}/u,
    /保密|匿名|泄[露漏]|暴露|不留(?:姓?名|电话|号码)|要不要(?:留|写|填|报)|实名|报复|穿小鞋/u,
  ),
  inOrder(
    /保密|匿名|泄[露漏]|暴露|不留(?:姓?名|名字|电话|号码)|实名|报复|穿小鞋/u,
    /.{0,10}/u,
    REPORT,
  ),
]
/** Said where a report or a request was just talked of, these need not name it. */
const ONCE_TOLD: readonly RegExp[] = [
  inOrder(
    /(?:告诉|透露给?|泄露给?|通知|让)(?:老板|厂里|公司|单位|对方|人家|别人|他们?|她)/u,
    /[^,，。]{0,4}(?:知道)?是?谁(?:来)?(?:说|讲|反映|写|报)/u,
  ),
  /保密|匿名|泄[露漏]|报复|穿小鞋/u,
  inOrder(
    /(?:不|别|没法|可不可以不|能不能不)(?:能|想|敢|愿意?|方便|要)?(?:留|写|填|报|用)/u,
    /(?:我的|真|真实)?(?:姓名|名字?|电话|手机号?|号码|联系方式)/u,
  ),
  /(?:必须|要|得|一定|非)(?:要|得)?(?:用)?(?:实名|(?:留|写|填|报)(?:真|真实)?(?:姓名|名字|电话|手机))[^,，。]{0,3}(?:吗|么|伐|不|$)/u,
]

const IN_ENGLISH: readonly RegExp[] = [
  // Told by you.
  inOrder(
    /\b(?:tell|told|give|giving|share|pass|reveal|disclose|leak)\b[^.?!]{0,30}/u,
    /\b(?:my|our) (?:name|identity|phone|number|contact|personal|details|information)\b/u,
  ),
  // Kept secret.
  inOrder(
    /\b(?:my|our) (?:name|identity|phone(?: number)?|personal (?:details|information))\b/u,
    /[^.?!]{0,20}\b(?:secret|confidential|private|safe|hidden|disclosed|shared|passed on|told)\b/u,
  ),
  // That it was me.
  inOrder(
    /\b(?:know|find out|learn|tell|told)\b[^.?!]{0,20}\b/u,
    /(?:it(?: i|')s|it was|that i(?: am|'m| was)?|who) (?:me\b|i\b|reported|told|complained)/u,
  ),
  anyOf(
    // A report without a name.
    /\b(?:report|complain|tell you|tip)\w*\b[^.?!]{0,30}\b(?:anonymous(?:ly)?|confidential(?:ly)?|in secret)\b/u,
    /\b(?:anonymous|confidential) (?:report|complaint|tip)\b/u,
  ),
]
const ONCE_TOLD_IN_ENGLISH =
  /\banonymous(?:ly)?\b|\b(?:is|be|stay|kept|keep|remain)\b[^.?!]{0,20}\b(?:confidential|secret)\b/u

/** Who was reported and wants to know by whom. */
const REPORTED =
  /(?:举报|投诉|告)(?:了)?(?:我们?|咱们?|阿拉)(?!的)|(?:谁|哪个|哪家)[^,，。]{0,6}(?:举报|投诉|告)|(?:举报|投诉)人是谁/u
/** Secrets that a firm keeps, and consents that an item has. */
const OTHER_SECRETS = anyOf(
  /保密(?:协议|资质|条款|费|审查|制度|义务|期|局|合同|措施)/u,
  /商业秘密|技术秘密|涉密|国家秘密|专利|实名(?:认证|制|登记|验证|注册|核验)|脱密/u,
)

/**
 * Whether the message asks that who speaks be kept secret, or whether they will be. `told`: a report or
 * a request was just talked of.
 */
export function fearsBeingKnown(normalized: string, told: boolean): boolean {
  if (REPORTED.test(normalized) || OTHER_SECRETS.test(normalized)) return false
  if (refusalIn(normalized) === 'injection') return false
  if (anyIn(IN_ENGLISH, normalized) || anyIn(OF_REPORT, normalized)) return true
  if (anyIn(TOLD_OF_ME, normalized) && MINDS.test(normalized)) return true
  return told && (anyIn(ONCE_TOLD, normalized) || ONCE_TOLD_IN_ENGLISH.test(normalized))
}
