// The telephone of an office, or being put through to one: no record has it, and it is nobody's secret.
import { anyIn, anyOf, inOrder } from '../patterns.ts'

export const OFFICE = anyOf(
  // The border, the sea, the police.
  /税务|海关|边检|海事|公安|出入境|移民/u,
  // Work and insurance.
  /人社|社保|劳动|就业|医保|公积金/u,
  // Trade, land and building.
  /市场?监管?|市监|工商|环保|生态环境|资规|规划|住建|建设|发改|经信|商务|科技/u,
  // Fishery, ports, traffic.
  /农业|渔业|海洋经济|海洋|港航|港口|交通/u,
  // Safety and health.
  /应急|消防|卫健|卫生|水利|城管|综合?执法/u,
  // Money and law.
  /财政|司法|公证|法院|档案|外办|金融/u,
  // Power and water, and what is near.
  /供电|电力|水务|自来水|燃气|管委会|街道|派出所|行政审批|政务/u,
)
const BODIES = inOrder(
  OFFICE,
  /(?:管理|监督|检查|服务|支队|大队|分|所|站|局|处|科|厅|委|办|院|队|公司|中心|部门|窗口|那边|那里|这边)*/u,
)
const PHONE = /的?(?:联系|咨询|办公|服务|值班|窗口)?(?:电话(?:号码?)?|热线|号码|座机|联系方式)/u
/** What the office did with a telephone is told: 「海关电话通知我们」. */
const NO_DEED = /(?![^,，。]{0,2}(?:打|通知|问|来|说|讲|叫|催|里|不?通|没))/u
const ASKED =
  /(?:是)?(?:多少|几号|哪个|什么|啥|给我|发我|告诉|有(?:吗|没有|伐)|有没有|知道|[?？]|$|[,，。!！\s])/u

const CHINESE = inOrder(BODIES, PHONE, NO_DEED, ASKED)
const GIVEN = inOrder(/(?:给|发|告诉|查|要|求|有没有|有)(?:一?下|我们?|个|一个)*/u, BODIES, PHONE)
/** An account or a file that is moved elsewhere, or a list of it that is printed. */
const MOVED = /(?!(?:一?下|个)?(?:社保|医保|公积金|档案)(?=$|[,，。!！?？\s吗吧伐]))/u
const PUT_THROUGH = inOrder(
  anyOf(
    /(?:帮我?|给我|替我|麻烦|能不能|可以)(?:直接)?(?:转接|转(?:到|给)|接(?:通)?)/u,
    inOrder(/(?:帮我?|给我|替我|麻烦|能不能|可以)(?:直接)?[转打]/u, MOVED),
  ),
  /(?:一?下|那个|那边|个|你们)*/u,
  BODIES,
  /(?=$|[,，。!！?？\s吗吧伐])/u,
)
const OFFICE_IN_ENGLISH = anyOf(
  /tax|customs?|immigration|border|visa|police|labou?r|social security/u,
  /maritime|port|environment\w*|market|fire|health|government/u,
)
const IN_ENGLISH = anyOf(
  // “The tax office's number.”
  inOrder(
    /\b/u,
    OFFICE_IN_ENGLISH,
    /(?: office| bureau| department| authority| inspection| administration)*(?:['’]s)? /u,
    /(?:tele)?(?:phone|hotline|contact)(?: number)?\b/u,
  ),
  // “A number for the tax office.”
  inOrder(
    /\b(?:phone|telephone|number|hotline|contact)(?: number)? /u,
    /(?:of|for) (?:the |your )?(?:local )?/u,
    OFFICE_IN_ENGLISH,
  ),
)
/** Who heads an office is published there, and in no record either. */
const HEAD = inOrder(
  BODIES,
  /的?(?:一把手|负责人|[局科处所站院]?长|主任)(?:现在|的)*/u,
  /(?:叫什么|是谁|是哪(?:位|个)|姓什么|名字|叫啥|姓啥)/u,
)

/** A person's own number is that person's. */
const OF_PERSON =
  /局长|科长|处长|主任|所长|队长|领导|专员|科员|私人|个人(?!所得)|家里|同事|姓.的|名册|名单/u

/** Whether the message asks for an office's telephone, to be put through to one, or who heads it. */
export const asksOfficePhone = (normalized: string): boolean =>
  HEAD.test(normalized) ||
  (!OF_PERSON.test(normalized) && anyIn([CHINESE, GIVEN, PUT_THROUGH, IN_ENGLISH], normalized))

/** Which of the national short numbers an office is reached by. Keys of `hotlines.yaml`. */
const NUMBERS: readonly Readonly<{ key: string; office: RegExp }>[] = [
  { key: 'tax', office: /税|\btax/u },
  { key: 'customs', office: /海关|\bcustoms?\b/u },
  { key: 'immigration', office: /边检|出入境|移民|\b(?:immigration|border|visa)\b/u },
  { key: 'labour', office: /人社|社保|劳动|就业|\b(?:labou?r|social security)\b/u },
  { key: 'legal_aid', office: /司法|公证|法律援助/u },
]

/** The number of the office where there is one for the whole country, and 12345. */
export const officeHotlines = (normalized: string): readonly string[] => [
  ...NUMBERS.filter(({ office }) => office.test(normalized)).map(({ key }) => key),
  'citizen',
]

/** A telephone, and nobody's in particular. */
const BARE_PHONE = inOrder(
  /^(?:请问)?(?:有(?:没有)?)?(?:你们?的?|联系|咨询|服务|投诉|举报|热线){0,3}电话(?:号码?)?/u,
  /(?:是|有)?(?:多少|几号|什么|哪个|吗|么|没有)?[啊呀呢吗?？。\s]{0,4}$/u,
)

/** Whether the message asks for a telephone and says no more. */
export const asksPhone = (normalized: string): boolean => BARE_PHONE.test(normalized)
