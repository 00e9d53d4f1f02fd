// What is under way in systems that we cannot see: a request that another office took in, and something
// applied for that is stuck at some stage.
import { anyIn, anyOf, inOrder } from '../patterns.ts'

const OTHER_OFFICE = /12345|(?:政务)?热线|市长(?:信箱|热线|电话)|信访局?|浙里访/u
const OF_OTHER_OFFICE: readonly RegExp[] = [
  // The number that it gave.
  inOrder(
    OTHER_OFFICE,
    /[^,，。]{0,6}(?:给|发|那边|那里|登记|反映|投诉|提|报|受理|回复|的)[^,，。]{0,8}/u,
    /编号|单号|号码|工单|受理号|查询码|诉求|\d{8,}/u,
  ),
  // What was handed in there.
  inOrder(
    /(?:打|拨|通过|在|向|找)(?:了|过|的是)?/u,
    OTHER_OFFICE,
    /(?:热线|电话)?[^,，。]{0,4}(?:登记|反映|投诉|提|报)(?:的|过|了|$|[,，。\s])/u,
  ),
  inOrder(OTHER_OFFICE, /(?:热线|电话)?(?:登记|反映|投诉|提|报)(?:的|过|了)/u),
  inOrder(
    // Of whom.
    /税务|人社|市场?监管?|海事|海关|医保|公安|住建|资规|法院|街道|社区|窗口|别的|其他|另一个/u,
    /(?:局|部门|单位|平台|那边)*/u,
    // Which number.
    /(?:给|发|开)(?:我们?)?(?:的|了)[^,，。]{0,6}(?:编号|单号|受理号|查询码|工单号)/u,
    /.{0,10}(?:你们?|这里|这儿|这边).{0,6}(?:查|看)/u,
  ),
  // In English.
  anyOf(
    /\b(?:12345|hotline)\b.{0,30}\b(?:number|ticket|case|complaint)\b/u,
    /\b(?:number|ticket|case|complaint)\b.{0,30}\b(?:from|by|with|at) (?:the )?(?:12345|hotline)\b/u,
  ),
]

/** Whether the message names a request that another office took in. */
export const isOtherOffices = (normalized: string): boolean => anyIn(OF_OTHER_OFFICE, normalized)

const STAGE = anyOf(
  // At which step.
  /(?:卡|压|停|办|审|批|流转|处理|走|做)(?:在|到)了?(?:哪|什么|啥)(?:一|个|里)*(?:环节|步|阶段|关)/u,
  // With whom.
  /卡在(?:谁|哪个(?:人|部门))(?:那里|那|手里|手上)?/u,
)
const OF_MINE = /查|看|帮|那件|这件|为什么|为啥|怎么还|到底|系统里|告诉|知道|是不是/u
const IN_GENERAL = anyOf(
  // As a rule.
  /一般|通常|容易/u,
  // The steps of it.
  /哪些环节|经过|流程|会卡/u,
  // A ticket of ours.
  /诉求|工单|单子|公单/u,
  // What one has done already.
  /上[次回]|递过|理一理|先走|接着/u,
  // Elsewhere.
  /网上|隔壁/u,
  // Where it can be seen.
  /哪[里儿]?(?:能|可以)?(?:看|查)|怎么(?:看|查)/u,
)
const STAGE_IN_ENGLISH = inOrder(
  /\b(?:check|see|find out|tell|look up|know)\b.{0,40}\b/u,
  /where|which (?:step|stage)|what stage/u,
  /\b.{0,50}\b(?:stuck|is at|application|got to)\b/u,
)

const PAPER =
  /(?:执照|许可证?|资质证?|证书|产证|(?<![凭保认公])证(?![据明监件])|备案|立项|环评|(?:设立|变更|注销|抵押)登记)(?:的?申请)?/u
/** How a paper of one's own comes on: 「营业执照办得怎么样了」, 「许可证批下来没有」. */
const PAPER_COMES_ON = inOrder(
  PAPER,
  /[^,，。;；!！?？]{0,8}?/u,
  anyOf(
    /(?:办|批|审|弄|走|做)(?:理|核|批)?(?:得|的|到)(?:怎么样|咋样|什么程度|哪(?:一步|里|儿|一环)?)/u,
    /(?:办|批|审|弄|做)(?:好|下来|完|出来)了?(?:没有?|吗)/u,
    /(?:到|走到)哪(?:一步|一环|里|儿)/u,
  ),
  /了?[啊呀呢吗]?(?=$|[,，。;；!！?？\s])/u,
)
/** A stage of something applied for, not of a request. */
const BOUND = anyOf(/环节|卡在/u, PAPER_COMES_ON)

/** Whether it is said so that it is not taken for a question about a request handed in here. */
export const isStageElsewhere = (normalized: string): boolean => BOUND.test(normalized)

/** Whether somebody wants to know where what they have applied for stands, in systems we cannot see. */
export const asksWhereStuck = (normalized: string): boolean =>
  STAGE_IN_ENGLISH.test(normalized) ||
  (PAPER_COMES_ON.test(normalized) && !IN_GENERAL.test(normalized)) ||
  (STAGE.test(normalized) && OF_MINE.test(normalized) && !IN_GENERAL.test(normalized))
