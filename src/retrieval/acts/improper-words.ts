// Longer parts of what nobody may be helped with: money for being first or for a record that is to be
// gone, and where somebody who is named works or what is theirs.
import { anyOf, inOrder } from '../patterns.ts'

/** A sum that is offered, and no due, deposit, wage or price. */
const SUM = inOrder(
  /(?:[0-9一二两三四五六七八九十几百千万]{1,6}(?:块|元|千|百|万)(?:块|元)?|钱)钱?/u,
  /(?![^,，。]{0,4}(?:费|金|款|罚|税|工资|货|报酬|合同))/u,
)
/** What it is to bring about. */
const SPED = anyOf(
  /[^。!！?？]{0,14}(?:先|快点?|早点?|优先|马上|直接|今天|明天)[^,，。]{0,6}(?:发|批|办|给|出|下|过|审|签)/u,
  /[^。!！?？]{0,10}(?:让|给|保)我们?(?:通过|过关|过了|批了)/u,
)
const RECORD = /处罚|罚单|罚款|记录|黑名单|失信|案底|异常|投诉|举报|差评|扣分/u
const RUB_OUT =
  /删(?!减|选)|抹|消(?:掉|了|除)|去掉|洗(?:掉|白|干净)|撤(?:掉|了)|弄没|清(?:掉|了|空)/u

/** Where somebody who is named works or is insured. Of one's own people it is asked as their employer. */
const SURNAME = '[张王李赵刘陈杨吴孙朱胡郭郑谢韩冯邓曹彭蔡潘袁董吕魏蒋]'
const NAMED = anyOf(
  new RegExp(`(?:${SURNAME}[\\p{Script=Han}]{1,2}?|[老小]${SURNAME})`, 'u'),
  /某某?|这个人|那个人|[他她](?!们)/u,
)
const LOOK_UP = /(?:查|打听|问|看|调|搜)(?:一?下|查|询|出|看|一查)?/u
const OF_PERSON = anyOf(
  // Where.
  /(?:以前|现在|到底|最近)?(?:是)?在(?:哪|什么|啥)[^,，。]{0,4}(?:公司|单位|厂|店|地方|里|儿)?[^,，。]{0,2}(?:交|缴|参|上班|工作|干活|任职|打工)/u,
  // What of theirs.
  /的?(?:社保|公积金|征信|流水|存款|住址|家庭地址|婚姻|户籍|行踪|开房|身份证号?|名下[^,，。]{0,4}(?:公司|房|车|财产))/u,
)

export const PAID_TO_SPEED = inOrder(
  /(?:给|转|塞|送|打|付)(?:你|您|侬)们?(?:个人|私下)?[^,，。费]{0,2}/u,
  SUM,
  SPED,
)
/** Whoever pays what is due, or an agent who has it mended, rubs nothing out. */
export const PAID_TO_ERASE = inOrder(
  /(?:花|出|给|塞)(?:一?点|些|几个|多少)?钱[^,，。交修]{0,8}/u,
  RECORD,
  /[^,，。交修]{0,4}/u,
  RUB_OUT,
)
export const OF_NAMED_PERSON = inOrder(LOOK_UP, /[^,，。]{0,3}/u, NAMED, OF_PERSON)
