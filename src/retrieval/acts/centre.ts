// Questions about the centre itself: when it is open, where it is, how to reach it. No record says
// that, and looked up they would find items at random.
import { ownSubject } from '../own-subject.ts'
import { anyIn, anyOf, inOrder, without } from '../patterns.ts'

const PLACE = anyOf(
  // The centre, a hall, of the city or one of its parts.
  inOrder(
    /(?:舟山市?|定海区?|普陀区?|岱山县?|嵊泗县?|新城|市里?|[区县]里?){0,2}/gu,
    /(?:企业(?:综合)?|行政|政务|便民|公共)?服务(?:中心|大厅|窗口)/gu,
  ),
  /企服中心|市民中心/gu,
  // A hall, a counter.
  /办事(?:大厅|中心|窗口|处)|(?:政务|行政|审批)(?:大厅|中心)|大厅/gu,
  // You, where you are.
  /你们(?:中心|那里|那边|那儿|这里|这边|这儿|单位|办公室|窗口)?/gu,
  // The centre, in short.
  /(?<=^|[去到,，。\s])中心(?=$|[\s在地几停的周星礼今明开怎咋上下有])/gu,
)
const DAY = anyOf(
  // Of the week.
  /(?:周|星期|礼拜)[一二三四五六七日天末]|周末|双休日?/u,
  // Holidays.
  /节假日|国庆节?|春节|过年|五一|元旦|中秋节?|端午节?|清明节?/u,
  // From now on.
  /今天|明天|后天|中午|午休|晚上|夜里/u,
)
const OPEN = anyOf(
  /上不?上?班|下班|开门|开不开|开着|关门|开放|营业|办公|休息|放假|值班/u,
  /有人(?!才)|办不办|开(?=[吗伐不的?？]|$)|对外/u,
)

const HOURS: readonly RegExp[] = [
  /几点(?:钟)?(?:才|就|可以|能)?(?:上班|下班|开门|关门|开始|结束|营业|休息|开|关)/u,
  /(?:上下?班|下班|办公|营业|开门|关门|开放|对外服务|工作)的?时间|(?:营业|开|上班|办公)到几点/u,
  inOrder(DAY, /(?:你们|大厅|窗口|中心|也|还|都|的时候|有没有)*/u, OPEN),
  /放假(?=吗|么|伐|不|[?？]|$)/u,
]
const WHERE: readonly RegExp[] = [
  anyOf(
    // Where.
    /(?:具体)?(?:地址|位置)(?:在(?:哪里?|哪儿|什么地方))?|在(?:哪里?|哪儿|什么地方|啥地方|哪条路)/u,
    // How to get there.
    /(?:怎么|咋|如何)(?:走|去|过去)|导航|定位|停车(?:场|位)?|坐(?:几|哪|什么)路(?:公交车?)?|几路公交/u,
    // Which floor.
    /哪一?层|几楼/u,
  ),
]
const REACH: readonly RegExp[] = [/电话(?:号码)?|联系方式|预约|取号|叫号|排队/u]
const TOPICS = [...HOURS, ...WHERE, ...REACH]

const FILLERS = anyOf(
  // Days and hours.
  /[周星期礼拜]{1,2}[一二三四五六七日天末]|周末|双休日?|节假日|国庆节?|春节|今天|明天|中午|晚上/gu,
  // Courtesies and turns of speech.
  /方便|告诉|给我|提前|先|可不可以|就|只|想|知道|问|说|一下|多少|具体|公交车?|打|发|要不要|用不用/gu,
  // Whom it is said to.
  /休息|侬|阿拉|请问|麻烦|师傅|老师/gu,
  // Who is on duty.
  /不是|人工|值班|上班|办公|转/gu,
)
/** From so many characters on, something else is asked about. */
const OTHER_MATTER_MIN = 2

const US = '(?:你们?(?:中心|这里|平台)?|这个?(?:助手|平台|系统|机器人)|小舟|助企小舟)'
const BODY =
  '(?:政府|官方|事业单位|国企|机关|部门|单位|私人|民营|公司|机构|开发|做|办|开|建|运营|管理?)+'
/** 「你们是哪个部门的」, 「这个平台是谁开发的」. */
const RUN_BY = inOrder(
  new RegExp(`^(?:请问)?${US}`, 'u'),
  new RegExp(`(?:到底|是不是|是|属于|归|由)*(?:谁|哪个?|什么|啥)?(?:个|家)?${BODY}`, 'u'),
  /(?:的|开的|办的|出来的)?(?:部门|单位|机构|平台)?[吗么吧伐呢啊呀?？\s]*$/u,
)
const IN_ENGLISH = anyOf(
  // Its hours.
  inOrder(
    /\b(?:your|office|opening|business|centre'?s?|center'?s?|hall'?s?) /u,
    /(?:opening |office |business |working )?hours\b/u,
  ),
  // Whether it is open.
  /\bare you (?:guys )?(?:open|closed)\b|\bwhen do you (?:open|close)\b/u,
  // Where.
  inOrder(
    /\bwhere (?:is|are) /u,
    /(?:you(?:r (?:office|cent(?:re|er)|hall|address))?|the (?:service )?(?:cent(?:re|er)|hall))\b/u,
  ),
  // By the word for it.
  /\byour (?:address|location)\b/u,
  // Who.
  /\bwho (?:runs|made|built|operates|owns) (?:you|this)\b/u,
)

/** Who asks when it is open, means the centre's place as well: 「周末上班吗,地址在哪」. */
const matchesHours = (normalized: string) => anyIn(HOURS, normalized)

/** Whether the message asks about the centre and nothing else. */
export function asksAboutCentre(normalized: string): boolean {
  if (IN_ENGLISH.test(normalized) || RUN_BY.test(normalized)) return true
  const isOfCentre = normalized.search(PLACE) !== -1 || matchesHours(normalized)
  const asked = isOfCentre ? TOPICS : HOURS
  if (!isOfCentre || !anyIn(asked, normalized)) return false
  const rest = without([...asked, PLACE, FILLERS], normalized)
  return ownSubject(rest) < OTHER_MATTER_MIN
}
