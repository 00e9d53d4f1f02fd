// Something of one's own that is waited for in another body's hands: papers that were handed in and
// nothing is heard of, a supplier who said he would come, how far an application has got. No system of
// ours shows it, and it is no ticket.
import { anyIn, anyOf, inOrder } from '../patterns.ts'

const PAPERS =
  /(?:材料|资料|申请(?:书|表)?|报告|方案|手续|表格?|环评|贷款|补贴|补助|奖励|退税|执照|许可证?|备案|图纸|件)/u
const HANDED_IN = /(?:交|报|递|送|寄|提交?|申报|上传)(?:上去|过去|进去|完|了|给|到)/u
const SO_LONG =
  /[0-9一二两三四五六七八九十几半好多]{1,4}(?:来|多|几)?个?(?:多)?(?:天|礼拜|周|星期|月|工作日|季度|年)/u
const NOTHING_HEARD =
  /(?:没|无|未)(?:有)?(?:一点|任何|半点|个)?(?:消息|动静|回音|回复|结果|答复|反应|下文|音讯|音信|批|信)|没(?:有)?人[理管问]|石沉大海|一点(?:消息|动静|回复|音讯)(?:都|也)?没/u
const HOLDS = /(?:卡|压|拖|扣|搁|停|放)(?:在|着)/u
const OFFICE = /(?:局|委|部门|窗口|科|所|中心|大厅|那[里边儿]|手[里上]|税务|海关|海事|街道|管委会)/u
const SUPPLIER =
  /(?:供电|电力|电网|供水|自来水|水务|水厂|燃气|电信|移动|联通|广电|网络公司|宽带|验船|检验)(?:公司|局|所|师傅|师|那边|的)?/u
const SAID = /(?:说|讲|答应|(?<!合)约|通知|承诺)/u
const DID_NOT_COME = /没(?:有)?人?来|还没(?:来|到|装|接|通|弄)|没(?:到(?!期)|动静|装|接|见)|不见人/u
const APPLIED_FOR =
  /(?:申请|贷款|补贴|补助|奖励|资金|退税|办件|执照|许可证?|备案|审批|审核|立项|商标|专利|认定|资质)/u
const APPLIED_OR_PAPERS = anyOf(PAPERS, APPLIED_FOR, /手续|验收|报装|过户/u)
const MINE = /(?:我们?|阿拉|咱们?|本)(?:的|公司|厂|店|单位|家)?/u

const WAITED: readonly RegExp[] = [
  // Handed in so long ago, and nothing is heard.
  inOrder(
    PAPERS,
    /[^,，。]{0,4}/u,
    HANDED_IN,
    /[^。]{0,10}/u,
    SO_LONG,
    /[^。]{0,8}/u,
    NOTHING_HEARD,
  ),
  inOrder(
    HANDED_IN,
    /[^,，。]{0,8}/u,
    PAPERS,
    /[^。]{0,8}/u,
    SO_LONG,
    /[^。]{0,8}/u,
    NOTHING_HEARD,
  ),
  inOrder(APPLIED_FOR, /[^,，。]{0,4}[交报递](?:上去)?了?/u, SO_LONG, /[^。]{0,8}/u, NOTHING_HEARD),
  inOrder(
    APPLIED_OR_PAPERS,
    /[^,，。]{0,6}(?:拖|卡|压|等)了?(?:快|有|都)?/u,
    SO_LONG,
    /[^。]{0,6}/u,
    NOTHING_HEARD,
  ),
  // Held by an office so long.
  inOrder(HOLDS, /[^,，。]{0,8}/u, OFFICE, /[^。]{0,6}/u, SO_LONG, /了|[^,，。]{0,3}没/u),
  // A supplier has not come.
  inOrder(SUPPLIER, /[^。]{0,6}/u, SAID, /[^。]{0,16}/u, DID_NOT_COME),
]
const COMES_ON: readonly RegExp[] = [
  // How far mine has got.
  inOrder(
    /(?:查|看|问)(?:查|看|问|一?下)?[^,，。]{0,2}/u,
    MINE,
    /[^,，。]{0,8}/u,
    APPLIED_FOR,
    /[^,，。]{0,6}(?:批(?:了|下|到)|审(?:核)?(?:到|完|过)|下来|到哪|进度|过了?没|好了?没)/u,
  ),
  inOrder(
    MINE,
    /[^,，。]{0,8}/u,
    APPLIED_FOR,
    /[^,，。]{0,4}(?:(?:批|审核?|办)?(?:下来|好|完)了?|批了|审核?过了?)(?:没有?|吗)/u,
  ),
]
/** Where progress is seen, and nothing is said of what. */
const PROGRESS = inOrder(
  /^(?:那|请问|怎么|咋|如何|哪里|在哪|去哪|想|要|我|们|可以|能|[查看问]|一下|询|的|[里儿])*/u,
  /(?:办理|办件|申请|审批|审核|业务|办事)?的?(?:进度|进展)/u,
  /(?:查询|怎么|咋|如何|哪里|哪儿|在|去|能|可以|[查看]|一下|[吗呢啊呀?？。])*$/u,
)

/** 「你帮我催一下」 */
const URGE =
  /^(?:那|[你您侬]们?|麻烦|请|能不能|能|可以|帮|替|给|我们?|忙|再|赶紧|快){0,6}催(?:一催|一?下|催|办)?(?:他们|那边)?[吧吗啊呀嘛。!！]{0,3}$/u

/** A request of ours, or what is so as a rule. */
const NOT_MEANT =
  /诉求|工单|单子|公单|反映|重办|登记的|向你们|给你们|一般|通常|法定|规定|最长|要多久|多少天|几天能/u
/** What follows from the wait is asked, or another way. */
const ASKS_MORE =
  /(?:怎么|如何|咋)(?:进|走|申请|申报|用)[去法的呢啊呀吗?？]{0,3}$|还是(?:要|我|找|等|市|工)|算不算|怎么算|直接去|法律|归哪|哪个部门|默认|菜单/u
const OF_OTHERS = /[他她]|别人|人家|对方|会不会|[会能]批/u

/** Whether something of one's own is waited for elsewhere. */
export const isWaitedElsewhere = (normalized: string): boolean => {
  if (NOT_MEANT.test(normalized) || ASKS_MORE.test(normalized)) return false
  return anyIn(WAITED, normalized) || (anyIn(COMES_ON, normalized) && !OF_OTHERS.test(normalized))
}

/** Whether nothing is asked but where progress is seen. */
export const asksProgress = (normalized: string): boolean => PROGRESS.test(normalized)

/** Whether whoever has it is to be urged, and nothing is said of what. */
export const wantsUrged = (normalized: string): boolean => URGE.test(normalized)
