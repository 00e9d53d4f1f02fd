// What is said about handing in a request, besides the acts on one handed in before: the wish to hand
// one in, how soon one is answered, one that another office took in, and a grievance in general words.
import { ownSubject } from '../own-subject.ts'

const matches = (patterns: readonly RegExp[], normalized: string) =>
  patterns.some((pattern) => pattern.test(normalized))

/** What is said beside what the patterns find and the words given. */
const beside = (patterns: readonly RegExp[], words: RegExp, normalized: string) =>
  ownSubject(
    patterns
      .reduce((rest, pattern) => rest.replace(new RegExp(pattern, 'gu'), ' '), normalized)
      .replace(words, ' '),
  )

const HAND_IN = '(?:提(?:交|出)?|登个?记?|报|填|写|录|反映|发起|递交?|新?建|开)'
const MANNER =
  '(?:重新|再|又|帮(?:我们?|阿拉|忙)?|给(?:我们?|阿拉)|替(?:我们?|阿拉)|新|上去|一?[次下个件条份只张桩点眼些]|的)*'
const MATTERS = '(?:意见|建议|投诉|情况|问题|事情?)'

/** A request by its name. */
const REQUEST: readonly RegExp[] = [
  new RegExp(`${HAND_IN}${MANNER}(?:诉求|工单)`, 'u'),
  /(?:诉求|工单)[要在该怎么咋如何能可以到从去哪里儿个地方]{0,8}(?:提|登记|报|交|填|反映)/u,
]
/** Words for one that are said of other matters as well: nothing else is said. */
const GRIEVANCE: readonly RegExp[] = [
  new RegExp(
    `(?:要|想|能|可以|来|帮我们?|给我们?|替我们?|帮阿拉|麻烦)(?:跟|向|和|给)?(?:你们)?${MANNER}${HAND_IN}${MANNER}(?:一?[下些点])?${MATTERS}(?:上去|给你们)?`,
    'u',
  ),
  /(?:要|想)(?:把|将)?.{0,6}(?:投诉|反映)(?:上去|一下|给你们)?/u,
  /(?:跟|向|和)你们?(?:中心)?(?:反映|投诉)/u,
  /^(?:登记|提交)(?:一?个|一下)?(?:投诉|意见|建议)/u,
]
/** 「帮我登记一下」: what, was said before. */
const NAMELESS =
  /^(?:行|好|那|就|嗯|可以|你|侬|请|麻烦|能不能|能|[\s,，的吧啊])*(?:(?:再|重新)?(?:帮|给|替)(?:我们?|阿拉|忙)?(?:再|重新)?(?:登记?一?(?:个|下|记|次|件|条)|登记)|(?:我)?(?:要|想)?(?:再|重新)(?:登|登记|提|报|提交)一?(?:个|次|件|条|下))(?:[吧好伐吗啊呀行可以不,，。!！\s])*$/u
const IN_ENGLISH =
  /\b(?:i|we)(?:'d| would| want| wish| need| like| to|,)* (?:file|submit|lodge|make|register|raise|open|report)(?: an?| another| my| our| the| some)?(?: new| formal| official)* (?:complaints?|requests?|tickets?|grievances?|issues?|problems?|suggestions?)\b/u
const ASKS_IN_ENGLISH = /\b(?:how|what|where|which|who|when|status)\b|\?/u
/** What has been handed in is no wish to do so. */
const HANDED_IN =
  /(?:提(?:交)?|登记|报|反映|交|递|填)(?:上去|过|了|完|好)|(?:上次|上回|上周|之前|昨天|前天|前几天|刚才|刚刚)[^,，]{0,8}(?:提|登记|报|反映)|(?:我们?|那|这)[^,，]{0,6}(?:提|登记|反映|报)(?:交)?的|撤|补[充一张几]|更正|进度|进展|怎么样|回音|结果|哪[几些]个?|多少|列/u
/** Then it is asked how that is done. */
const WHERE_TO = /哪里|哪儿|去哪|怎么|如何|流程|材料/u
const FILING_WORDS = /请|怎么|在哪里?|上去|有个?|帮|阿拉|侬|想|跟|情况|新/gu
/** From so many characters on, another matter is named. */
const OTHER_MATTER_MIN = 3

/** Whether the message wants to hand in a request, and not to know of one. */
export function wantsToFile(normalized: string): boolean {
  if (IN_ENGLISH.test(normalized)) return !ASKS_IN_ENGLISH.test(normalized)
  if (HANDED_IN.test(normalized)) return false
  return (
    NAMELESS.test(normalized) ||
    matches(REQUEST, normalized) ||
    (matches(GRIEVANCE, normalized) &&
      !WHERE_TO.test(normalized) &&
      beside(GRIEVANCE, FILING_WORDS, normalized) < OTHER_MATTER_MIN)
  )
}

const HOW_SOON =
  '(?:多久|几天|多少天|多长时间|(?:几|多少)个工作日|什么时候|啥时候|何时|几时|多少时间)'
const ANSWERED =
  '(?:回复|答复|答|回音|回话|回信|回电|回应|回|处理|办结|办完|办好|结果|受理|联系|解决|说法)'
const HANDED = '(?:投诉|诉求|工单|意见|建议|反映|登记|举报)(?:上去|完|好|了|过|之后|以后|后)*'
const SOON: readonly RegExp[] = [
  new RegExp(
    `${HANDED}[你们一般大概要会能得到最快至少才后提登记交报了,，\\s]{0,6}${HOW_SOON}[^,，。]{0,8}${ANSWERED}`,
    'u',
  ),
  new RegExp(
    `(?:你们?|您|中心|专员|小舟|这里)[^,，。]{0,6}${HOW_SOON}[之以内能会才给可以一定必须有]*(?:人)?${ANSWERED}`,
    'u',
  ),
  /(?:投诉|诉求|工单|意见|反映)的?(?:回复|答复|办理|处理|办结)的?(?:期限|时限|时间|多久)/u,
  new RegExp(
    `${HOW_SOON}[之以内能会才给可以一定必须有]*(?:人|你们)(?:来)?(?:联系|回复|答复|回(?=我|电|$))`,
    'u',
  ),
]
const SOON_IN_ENGLISH =
  /\b(?:how (?:long|soon|many days)|when)\b.{0,60}\b(?:complaints?|requests?|tickets?)\b.{0,30}(?:answer|repl|respon|handl|process|deal|resol)|\b(?:how (?:long|soon|many days)|when)\b.{0,40}(?:answer|repl|respon|get back|deal|handl).{0,20}\b(?:complaints?|requests?|tickets?|me|us)\b/u
const SOON_BARE = new RegExp(
  `^(?:那|大概|一般|最快|最晚|要|[\\s,，])*${HOW_SOON}[之以内能会才给可以一定必须有]*(?:人)?(?:来)?(?:回复|答复|回音|回话|回电|回应|联系)(?:我们?)?[啊呀呢吗\\s?？!！。]*$`,
  'u',
)
/** 「提交了会有人联系我吗」, where a form has just been offered. */
const SOON_AFTER =
  /(?:提交|登记|填|交)[了好完之以后上去]*[,，]?[会能就才]*(?:有人)?来?(?:联系|回复|答复|找)我/u
const OWN_ONE =
  /(?:我们?的|那个|那件|那条|这个|这件|上次|上回|上周|之前|昨天|前天|前面|刚才)[^,，。]{0,8}(?:诉求|工单|投诉|意见|事|单)|(?:提|报|登记|反映|提交)的|(?:上周|上次|上回|昨天|前天|之前)[^,，。]{0,4}(?:提|登记|报|反映|投诉|交)/u
const SOON_WORDS =
  /先|告诉|说清楚|想|知道|请问|一定|有没有|规定|必须|承诺|期限|时限|工作日|提|完|什么|上次|说|三|未公开|问|啥|上去|会|答复|回复|回音/gu

/** Whose complaint it is (外资, 采购) makes it an item's. */
const OTHER_LIMIT_MIN = 2

/** Whether the message asks how soon requests are answered; `offered` when one has just been offered. */
export function asksHowSoon(normalized: string, offered: boolean): boolean {
  if (OWN_ONE.test(normalized)) return false
  const isBare = SOON_BARE.test(normalized) || SOON_AFTER.test(normalized)
  if (SOON_IN_ENGLISH.test(normalized) || (offered && isBare)) return true
  return matches(SOON, normalized) && beside(SOON, SOON_WORDS, normalized) < OTHER_LIMIT_MIN
}

const OTHER_OFFICE = '(?:12345|(?:政务)?热线|市长(?:信箱|热线|电话)|信访局?|浙里访)'
const OF_OTHER_OFFICE: readonly RegExp[] = [
  new RegExp(
    `${OTHER_OFFICE}[^,，。]{0,6}(?:给|发|那边|那里|登记|反映|投诉|提|报|受理|回复|的)[^,，。]{0,8}(?:编号|单号|号码|工单|受理号|查询码|诉求|\\d{8,})`,
    'u',
  ),
  new RegExp(
    `(?:打|拨|通过|在|向|找)(?:了|过|的是)?${OTHER_OFFICE}(?:热线|电话)?[^,，。]{0,4}(?:登记|反映|投诉|提|报)(?:的|过|了|$|[,，。\\s])`,
    'u',
  ),
  new RegExp(`${OTHER_OFFICE}(?:热线|电话)?(?:登记|反映|投诉|提|报)(?:的|过|了)`, 'u'),
  /(?:税务|人社|市场?监管?|海事|海关|医保|公安|住建|资规|法院|街道|社区|窗口|别的|其他|另一个)(?:局|部门|单位|平台|那边)*(?:给|发|开)(?:我们?)?(?:的|了)[^,，。]{0,6}(?:编号|单号|受理号|查询码|工单号).{0,10}(?:你们?|这里|这儿|这边).{0,6}(?:查|看)/u,
  /\b(?:12345|hotline)\b.{0,30}\b(?:number|ticket|case|complaint)\b|\b(?:number|ticket|case|complaint)\b.{0,30}\b(?:from|by|with|at) (?:the )?(?:12345|hotline)\b/u,
]

/** Whether the message names a request that another office took in. */
export const isOtherOffices = (normalized: string): boolean => matches(OF_OTHER_OFFICE, normalized)

const GRUMBLES: readonly RegExp[] = [
  /踢(?:来踢去|皮球)|(?:把|当)?皮球[^,，。]{0,4}踢(?:来踢去)?|推来推去|(?:互相|相互|来回)推(?:诿|脱)?|推诿(?:扯皮)?|扯皮/u,
  /(?:都|根本|就是|还是|压根|一直)*没(?:有)?(?:一个)?人(?:来|肯)?(?:管(?!理|道|辖)|理(?!财|赔|解)|问|搭理|拍板|负责)(?:我们?|这事|过)?|有没有人管|(?:都|谁也|也|根本)不(?:管|理)(?=$|[,，。.!！\s了我])/u,
  /爱[理答]不理|(?:服务|办事|窗口|人员|工作人员|说话)?(?:的)?态度(?:真|实在|太|很|极|也|是|极其|非常|好|这么|那么|特别)*(?:差|恶劣|不好|冷淡|蛮横|傲慢|不行)(?:劲|了|得很)?/u,
  /(?:办事|工作|你们|这)?(?:的)?(?:效率|速度)(?:真|实在|太|很|也|是|我|简直|怎么|这么|那么|就|能|唉|哎|[\s,，])*(?:低|差|慢|服了|绝了|无语|没话说|没谁了|感人|呵呵|堪忧)了?/u,
  /办(?:个)?事(?:怎么|真|太|这么|那么|也|实在)*(?:慢|拖拉|拖沓|磨蹭|难)(?:死|了|得)?|(?:到底)?怎么(?:办事|做事)的|不作为|懒政|(?:真是|真的|算是|我)服了(?:你们?)?/u,
  /(?:走|搞|纯)(?:个|走)?(?:形式|过场|面子工程)|形式主义|官僚(?:主义|作风)?|(?:让人|真|太)?[寒心]{2}|(?:拿|把|当)(?:我们?|企业)?[^,，。]{0,6}不当回事|折腾(?:死|来|人)/u,
  /(?:白)?跑了[^,，。]{0,4}[趟次回](?:了)?(?:都|还|也|就是)*(?:没|办不|不给|白)[^,，。]{0,6}/u,
  /\bnobody (?:cares|helps|answers|replies)(?: about)?\b|\bback and forth\b|\brun ?around\b|\bpass(?:ing|ed)? the buck\b|\bno one (?:cares|helps|answers|replies)\b/u,
]
/** Who wants a word said on what happened, not the number of a ticket. */
const REDRESS =
  /(?:要|想要|讨|给|求|等)(?:我们?|大家|阿拉)?(?:一个|一句|个|句)?(?:说法|交代|交待|公道)(?=$|[,，。.!！\s啊吧呀了行])/u
const OF_TICKET = /诉求|工单|单子|zsqs/u

const BEGS =
  /(?:能不能|可不可以|可否|能|可以|帮(?:我们?|忙|阿拉)|替(?:我们?|阿拉)|麻烦|请|求|拜托|快)[^,，。]{0,6}(?:催(?!款|收|缴|债|化|芽)|加急|加快|快(?:点|一点|些|一些)|抓紧|赶紧)|\b(?:can|could|please|pls)\b.{0,20}\b(?:hurry|speed|faster|urge|push|expedite)\b/u
/** What does not wait. */
const DOES_NOT_WAIT =
  /(?:船|货|车|柜子?|集装箱|鱼|虾|海鲜|客户|客人|工人|飞机|航班|设备)[^,，。]{0,6}(?:(?:已经?|都|马上|就要?|快要?|今[天晚]|明[天早]|后天|在|就)[^,，。]{0,4}(?:开|走|到|靠|离|压|堵|等|烂|坏|臭|化)|(?:开|走|到港|到|靠泊?|离港)了|[压堵]着|等(?:着|不))|截[关单]|停[工产航]|违约|(?:赶|等|来)不(?:及|上|起)|误(?:船|工|期|了)|\b(?:ship|vessel|cargo|goods|container|truck)s?\b.{0,20}\b(?:sailed|left|leaving|arriv|waiting|stuck|rotting)/u

/** Whether somebody begs to have a thing hastened that does not wait. */
export const isPressed = (normalized: string): boolean =>
  BEGS.test(normalized) && DOES_NOT_WAIT.test(normalized)

const GRUMBLING_WORDS =
  /[唉哎哼]+|编号|不用|你们?|部门|窗口|政府|单位|办事员?|工作人员|企业|到底|真是|实在|我们?|说是|服务|作风|这种|就是|互相|几个|两个|三个|人员?|让|office|problem|keeps?|sending|us|our|about|they/gu
const ASKS_BESIDE =
  /吗|么$|伐$|能不能|可以|是否|是不是|谁(?!也|都)|如何|怎么(?!办事|做事|这么|那么)|怎样|多少|几天|什么(?!态度|作风|效率)|要不要|哪|\b(?:how|what|where|can|which)\b|[?？]$/u
/** A grievance says little besides; more is its matter. */
const GRUMBLE_BESIDES_MAX = 2

const asksForRedress = (normalized: string) =>
  REDRESS.test(normalized) && !OF_TICKET.test(normalized)

/** Whether the message is a grievance in general words: who is to be helped, and how, is still to come. */
export const isGrumbling = (normalized: string): boolean =>
  (matches(GRUMBLES, normalized) || asksForRedress(normalized)) &&
  !ASKS_BESIDE.test(normalized) &&
  beside([...GRUMBLES, REDRESS], GRUMBLING_WORDS, normalized) <= GRUMBLE_BESIDES_MAX

const STAGE =
  /(?:卡|压|停|办|审|批|流转|处理|走|做)(?:在|到)了?(?:哪|什么|啥)(?:一|个|里)*(?:环节|步|阶段|关)|卡在(?:谁|哪个(?:人|部门))(?:那里|那|手里|手上)?/u
const OF_MINE = /查|看|帮|那件|这件|为什么|为啥|怎么还|到底|系统里|告诉|知道|是不是/u
const IN_GENERAL =
  /一般|通常|容易|哪些环节|经过|流程|会卡|诉求|工单|单子|公单|上[次回]|递过|理一理|先走|接着|网上|隔壁|哪里?(?:能|可以)?(?:看|查)|怎么(?:看|查)/u
const STAGE_IN_ENGLISH =
  /\b(?:check|see|find out|tell|look up|know)\b.{0,40}\b(?:where|which (?:step|stage)|what stage)\b.{0,50}\b(?:stuck|is at|application|got to)\b/u

/** A stage of something applied for, not of a request. */
const BOUND = /环节|卡在/u

/** Whether it is said so that it is not taken for a question about a request handed in here. */
export const isStageElsewhere = (normalized: string): boolean => BOUND.test(normalized)

/** Whether somebody wants to know where what they have applied for stands, in systems we cannot see. */
export const asksWhereStuck = (normalized: string): boolean =>
  STAGE_IN_ENGLISH.test(normalized) ||
  (STAGE.test(normalized) && OF_MINE.test(normalized) && !IN_GENERAL.test(normalized))
