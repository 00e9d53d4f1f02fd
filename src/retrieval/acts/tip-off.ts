// A report of what somebody else does wrong: a neighbour, an employer, a shop. It is handed in, and no
// item tells how; a complaint of an office has items of its own, and so have a few offences.

import { ownSubject } from '../own-subject.ts'
import { anyOf, inOrder } from '../patterns.ts'
import { isAccused } from './accused.ts'

const REPORTS = /(?:举报|检举|揭发|告发)|\b(?:report|blow the whistle|inform on)\b/u
const WANTS_IN_ENGLISH =
  /\b(?:i|we|can|could|how|want|where)\b[^.?!]{0,30}\b(?:report|inform on)\b/u

const OTHERS = anyOf(
  // Next door, others.
  /隔壁|邻居|对[面门]|边上|旁边|楼[上下]|附近|别人|别家/u,
  // Rivals.
  /人家|同行|对手/u,
  // At work, in a shop.
  /老板|厂里|单位里|公司里|店里/u,
  // One that, somebody, they.
  /那[家个](?!事|件)|[这有]一?家|有(?:人|个|家)|他们|[他她伊](?!们)|某/u,
  // In English.
  inOrder(
    /\b/u,
    /neighbou?r\w*|competitor|boss|employer|factory|company|shop|restaurant|someone|somebody|next door|landlord|they|he|she/u,
    /\b/u,
  ),
)

/** An office that is complained of, not one that takes the report: 「向环保局举报」. */
const OFFICE = anyOf(
  inOrder(
    // It is not the one that is told.
    /(?<!(?:向|给|跟|到|去|找|打|联系|通知)[^,，。]{0,5})/u,
    /局|执法|城管|干部|公务员|局长|科长|处长|主任|领导|窗口|工作人员|办事员|政府|街道|机关|队员|检查组|交警|海警|村委|居委/u,
  ),
  // In English.
  /\b(?:officers?|officials?|inspectors?|bureau|government)\b/u,
)
/** Offences that an item takes. */
const ITEMS_OWN = anyOf(
  // Money that is collected or invested.
  /集资|吸收存款|存款|年化|月息|利息|高息|保本|理财|投资/u,
  // Tenders.
  /招标|投标|开标|标书|围标|串标|评标/u,
  // Rights.
  /专利|商标|侵权|版权|著作权|仿冒/u,
  // Wages and debts.
  /欠薪|工资|社保|公积金|拖欠|欠款|货款|工程款/u,
  // Competition.
  /垄断|不正当竞争/u,
  // Reports that are made to an office.
  /report (?:form|to mofcom)|(?:annual|financial|investment|information|tax|accident) reports?/u,
)
/** One that was made of us, or by somebody else. */
const MADE_OF_US = anyOf(
  // Somebody has reported us.
  /(?:被|遭)[^,，。]{0,8}(?:举报|检举|告发)|(?:举报|检举|告发)(?:了)?(?:我们?|咱们?|阿拉)(?!来|要|想|去)/u,
  // Who has.
  /谁[^,，。]{0,4}(?:举报|告发)/u,
  // In English.
  /\breported (?:us|me)\b/u,
)

/** Who is told on without the word for it: somebody near, and never the one who writes. */
const NEIGHBOUR = /隔壁|邻居|对[面门]|边上|旁边|楼[上下]|附近|同行|那家|有(?:一?家|[个些]?人|人家)/u
/** What nobody may do, whatever they are. */
const OFFENCE = anyOf(
  // In secret, or anywhere.
  /偷(?:偷|着)?(?:排|倒|埋|采|挖|捕|卸|运|烧)|乱(?:排|倒|搭|挖|堆|采)/u,
  // Into the water, into the air.
  /直排|超标排|排(?:废|污|黑|毒)|往[^,，。]{1,4}[里中](?:排|倒)|冒黑烟/u,
  // Without a licence.
  /无证|无照|没(?:有)?(?:许可|执照|证|照)[^,，。]{0,2}(?:开|卖|经营|营业|生产)/u,
  // What is not what it is sold for.
  /[卖售制]假|造假|掺假|缺斤短两|以次充好/u,
  // Smuggled, built or done against the rules.
  /走私|违章?(?:搭|建)|违规|非法/u,
)
const TOLD_ON = inOrder(NEIGHBOUR, /[^,，。!！?？]{0,12}/u, OFFENCE)
const FOR_ONESELF = anyOf(
  // Who asks for themselves,
  /(?:我们?|阿拉|咱们?)[^,，。]{0,6}(?:想|要|能|会|也|怎么|被|办)/u,
  // or what the law says of it, tells on nobody.
  /会被|怎么(?:罚|处罚|算|认定|规定)|罚多少|算不算|是不是|[吗么伐][?？]?$/u,
)

const tellsOnNeighbour = (normalized: string): boolean =>
  TOLD_ON.test(normalized) && !FOR_ONESELF.test(normalized)

const FILLERS =
  /[我们有]|奖励|奖金|多少|想|要|怎么|咋|如何|哪里?|去|电话|能|可以|不可以|举报|检举|揭发|告发|一个|一下|事|帮|人/gu
/** Less is a report without its matter. */
const MATTER_MIN = 2

/** What may come to be is asked about. */
const SUPPOSES = /^(?:那)?(?:要是|如果|万一|假如)/u

/** Whether the message wants to report what somebody who is no office does, or just to report. */
export function tipsOffOther(normalized: string): boolean {
  if (MADE_OF_US.test(normalized) || isAccused(normalized)) return false
  if (SUPPOSES.test(normalized)) return false
  if (ITEMS_OWN.test(normalized) || OFFICE.test(normalized)) return false
  if (!REPORTS.test(normalized)) return tellsOnNeighbour(normalized)
  const isChinese = /\p{Script=Han}/u.test(normalized)
  if (!isChinese) return WANTS_IN_ENGLISH.test(normalized) && OTHERS.test(normalized)
  return OTHERS.test(normalized) || ownSubject(normalized.replace(FILLERS, ' ')) < MATTER_MIN
}
