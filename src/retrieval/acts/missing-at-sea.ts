// A vessel or one of her crew of whom nothing has been heard, however long: the longer, the worse. Whoever
// is out of reach ashore, a debtor, a boss, a firm, is a matter of money or of the register.
import { anyOf, inOrder } from '../patterns.ts'

const GONE = /失联|失踪|下落不明|联系不[上到着]|杳无音[讯信]/u
/** Of a matter that is applied for there is no news either, so nothing but a time stands before it. */
const NO_NEWS = inOrder(
  /(?:已经?|都|也|有|了|到现在|[,，\s]|昨[天晚]|前天|没回来|出海|出去|出港){0,4}/u,
  /(?:[一二两三四五六七八九十几半0-9]+(?:多|来)?个?(?:天|夜|晚|日|小时|钟头|礼拜|星期|周)(?:多|都|了){0,2})?/u,
  /(?:没|无)(?:有)?(?:一点|任何)?(?:消息|音讯|音信)/u,
)
const OUT_THERE = anyOf(
  // A vessel, and not who owns, builds or papers her.
  /(?<![修造拆])(?:船|艇|舢板|渡轮|货轮|油轮|拖轮|客轮)(?![东主员工籍检务厂坞票代老运证公企长])/u,
  // Who is on board, and not who is to be hired.
  /(?:船员|船长|船老大|水手|轮机[长员]|渔民|渔工|潜水员)(?![证考培工招劳派])/u,
)
const MISSING = anyOf(
  inOrder(OUT_THERE, /[^证簿书,，。;；!！?？]{0,10}[,，\s]?[^证簿书,，。;；!！?？]{0,6}/u, GONE),
  inOrder(OUT_THERE, NO_NEWS),
  // The other way about.
  inOrder(/(?:失联|失踪)的?(?:[一二两三四五六七八九十几0-9]+[个名位条艘])?/u, OUT_THERE),
  // In English.
  inOrder(
    /\b(?:lost|no) contact with (?:the |our |my |a |one of |us |his |her ){0,3}(?:\w+ )?/u,
    /(?:ship|boat|vessel|trawler|crew|sailor|seafarer|fisherman|fishermen|captain)\b/u,
  ),
  inOrder(
    /\b(?:ship|boat|vessel|trawler|crew ?(?:member|man|men)?|sailor|seafarer|fisherman|fishermen)s?/u,
    /(?: is| are| has been| have been| went| has gone)? missing\b(?=$|[,.!?]| (?:at|since|for|in|from) (?:the |sea|last|yesterday|\w+ (?:day|hour)s?))/u,
  ),
)

/** They have been found, or nobody is looked for. */
const NOT_MISSING = anyOf(
  // Found.
  /(?<!没|没有|未|还没能?)(?:找到|联系上|找着)了?(?!没|不)|(?<!没|没有|不)回(?:来|港)了|平安|获救|安全(?:返|回|靠)|虚惊/u,
  // So long ago that the register is asked.
  /去年|前年|[0-9一二两三四五六七八九十半几多]+个?(?:月|年)/u,
  // Supposed, practised, told.
  /如果|要是|万一|假如|一旦|以防|防止|避免|预案|演[练习]|新闻|听说|电视/u,
  // Who does not come to work, or to court.
  /工资|合同|离职|解除|解雇|旷工|辞|违约|社保|派遣|招聘|仲裁|劳务|劳动/u,
  // Money and goods.
  /货款|欠|运费|租金|押金|定金|保险|赔|债|快递|船东|船公司|货代|中介/u,
  // The register, and what a device on board reports.
  /注销|登记|过户|买卖|执照|许可|证书|认定|宣告|终端|ais|处罚|罚款|整改/u,
  /\b(?:last year|years? ago|months? ago|found|insurance|wages|contract|what if|if)\b/u,
)

/** Whether nothing has been heard of a vessel or of one of her crew. */
export const isMissingAtSea = (normalized: string): boolean =>
  MISSING.test(normalized) && !NOT_MISSING.test(normalized)
