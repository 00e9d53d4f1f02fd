// What may befall any matter, asked in the middle of one: 「让代办去弄行不行」, 「法人换了要不要改」, 「没证先干了会
// 怎么罚」, 「证丢了咋办」. Looked up by its own words each finds the item that is made for it; it is asked of
// the matter in hand.
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'

const LEAD =
  '(?:那么?|请问|对了|哦|嗯|好的?|是不是|如果|要是|万一|假如|我们?的?|公司的?|厂里|店里|这个?|[,，\\s]){0,4}'
const END = '(?:的话|可以|行|吗|么|不|伐|嘛|呢|的|呀|啊|吧|了|[?？。!！\\s]){0,4}$'
const form = (...parts: readonly string[]) => new RegExp(`^${LEAD}${parts.join('')}${END}`, 'u')

const OTHERS =
  '(?:代办(?:公司|机构)?|中介(?:公司)?|代理(?:公司|机构|人)?|代账公司|会计|财务|人事|员工|同事|朋友|别人|其他人|亲戚|家里人|老婆|老公|儿子|女儿|律师|秘书)'
const DO = '(?:弄|办|做|交|跑|搞|领|申请|办理|代办|处理|签字?)'
const MAY = '(?:行不行|可不可以|能不能|可以|能|行)'
const PAPER = '(?:证件?|许可证?|执照|证书|资质|批文|牌照|备案|手续|登记)'
const PENALTY =
  '(?:怎么样|怎样|咋样|(?:怎么|咋|要|会)?罚(?:多少|几万|款|钱|得重)?|(?:被)?处罚|(?:有)?(?:什么|啥)?后果|(?:有|要紧|出)事?|违法|合法|行不行|行|可以)'

/** Whoever does it, and what follows where it is not done: never another item. */
const OF_ANY: readonly RegExp[] = [
  // 「让代办公司去弄行不行」
  form(
    `(?:让|叫|请|找|由|派|委托)?(?:我们?的?|公司的?|个|家)?${OTHERS}`,
    `(?:统一|帮忙|帮|替|代)?(?:我们?|他们?|她)?(?:去|来)?${DO}?(?:一下)?[,，]?${MAY}`,
  ),
  // 「能委托别人去办吗」
  form(`${MAY}(?:委托|让|叫|找|请|由)${OTHERS}?(?:帮忙|帮|替|代|去|来){0,2}${DO}?(?:一下)?`),
  /\bcan (?:an?|my|our|the|some)?\s?(?:agent|agency|accountant|lawyer|one else|body else|employee|staff|hr)\b.{0,30}$/u,
  // 「没拿证先做了会罚多少」
  form(
    `(?:还)?(?:没有?|未|不)(?:办|拿|有|报|备|批|领|取得|申报|审批|验收|登记){0,2}(?:到|好|下来|过)?${PAPER}?`,
    '[,，]?(?:之前|以前|的时候)?(?:就|先|直接|已经){1,2}[^,，。?？]{1,5}?(?:了|一批|起来)?',
    `[,，]?(?:会|要|被查到|查到|被抓到|抓到){0,3}${PENALTY}`,
  ),
  // 「不备案被查到怎么罚」, 「不改会罚吗」
  form(
    '(?:一直)?不(?:去)?(?:办|报|改|变更|备案|年检|年报|续|延|缴|交|验|检|登记|申报|换|做)(?:理|证|的话|了)?',
    `[,，]?(?:会|要|被查到|查到|被发现){0,3}${PENALTY}`,
  ),
  // 「被查到罚多少」, 「会罚款吗」
  form('(?:被)?(?:查|抓)(?:到|住)?(?:了)?[,，]?(?:会|要)?(?:怎么|咋)?罚(?:多少|款|几万)?(?:钱)?'),
  form('(?:会|要)?(?:罚款|被罚|处罚)'),
  // 「能借给别人用吗」
  form(
    `(?:这?${PAPER})?(?:能不能|可不可以|可以|能)(?:借|出借|租|出租|转|转让|卖|挂靠)给?`,
    '(?:别人|人家|朋友|亲戚|(?:别的|其他|另一家|兄弟|关联)?(?:公司|单位|厂))?(?:用|使用|一下){0,2}',
  ),
  // 「网上办还是去窗口」
  form(
    '(?:是|能|可以|要|在)?(?:网上|线上|手机上?|窗口|现场|线下)(?:办|弄|申请|交|报)?还是(?:要|得)?(?:去|跑|到)?',
    `(?:网上|线上|窗口|现场|线下|大厅)${DO}?`,
  ),
  form(`(?:网上|线上|手机上?)${MAY}${DO}`),
  // 「如果不批怎么办」
  form(
    '(?:没批(?:下来)?|不批|不给批|没通过|不通过|没过|被?(?:驳回|退回|拒)(?:绝|回)?)了?[,，]?(?:怎么办|咋办|咋弄|怎么弄|会怎样)',
  ),
]

const FACT =
  '(?:法人代表|法人|法定代表人|负责人|经营者|老板|股东|(?:注册|经营)?地址|场地|名称|名字|公司名|店名|船名|电话)'
const HAPPENED = '(?:丢|遗失|弄丢|搞丢|掉|不见|坏|损坏|烧|泡水|破)'

/** What changes, is lost, or ends: another item only where it is one that stands beside the matter in hand. */
const OF_ANY_BUT_KIN: readonly RegExp[] = [
  // 「法人换了要不要改」
  form(
    `(?:证上的?)?${FACT}(?:如果|要是|以后)?(?:换|变更?|改|搬)(?:了|掉|过){0,2}(?:人|地方)?[,，]?(?:这|那)?个?${PAPER}?`,
    '(?:也|还)?(?:要不要|需不需要|用不用|要|需要|得)(?:去|跟着|一起|重新|再)?',
    `(?:改|换|变更?|办|报|更新|弄|登记)(?:一下|新的?)?${PAPER}?`,
  ),
  // 「证丢了咋办」
  form(
    `${PAPER}(?:正本|副本|原件)?(?:给|被)?(?:不小心)?${HAPPENED}(?:了|掉|海里){0,2}[,，]?`,
    '(?:要|该|可以|能|还能)?(?:怎么|咋|去哪)?(?:办|补|补办|弄)',
  ),
  // 「快到期了怎么续，提前多久」
  form(
    `${PAPER}?(?:快|马上|就?要)?(?:到期|过期)了?[,，]?(?:要|该|得)?(?:提前)?(?:怎么|咋|去哪|多久|几个?[天月])(?:续期?|延续|延期|换证?|办|弄|申请)?`,
    '[,，]?(?:要|得)?(?:提前)?(?:多久|几个?[天月])?',
  ),
  form(
    '续(?:证|期)?(?:的话)?(?:要|得)?(?:提前)?(?:多久|几个?[天月]|怎么弄|怎么续|(?:什么|哪些)材料)',
  ),
  form(
    `(?:有效期|这?${PAPER})(?:是|管|能用|可以用|有效){0,2}(?:几年|多久|多少年|多长)(?:时间|有效)?`,
  ),
  // 「分公司可以用总公司的证吗」
  form(
    '(?:分公司|营业部|分店|门店|分厂|子公司|连锁店)(?:要不要|能不能|可不可以|可以|能|需要|要)',
    `(?:共用|用|另外|单独|再|重新|跟着){0,2}(?:总公司|总店|总部|我们|公司)?的?(?:办|一个|一张)?${PAPER}?(?:办|用)?`,
  ),
  // 「每年要年检吗」, 「年报要交吗」
  form(
    '(?:每年|以后|后面|拿到以后){0,2}都?(?:要不要|需不需要|用不用|要|需要)(?:每年)?(?:做|报|去|交|办)?(?:年检|年审|年报|年度报告|复审)',
  ),
  form('(?:年检|年审|年报|年度报告)(?:要不要|要|需要)(?:做|报|交|办)?'),
]

/** Whether something that may befall any matter is asked of the last item; `others` were found for its words alone. */
export function befallsAny(
  normalized: string,
  last: ServiceItem,
  [first]: readonly ServiceItem[],
): boolean {
  if (OF_ANY.some((one) => one.test(normalized))) return true
  if (first !== undefined && isKin(first, last)) return false
  return OF_ANY_BUT_KIN.some((one) => one.test(normalized))
}

/** Items that are easily taken for one another. */
const isKin = (one: ServiceItem, other: ServiceItem): boolean =>
  standsBeside(one, other.code) || standsBeside(other, one.code)

const standsBeside = ({ notThis }: ServiceItem, other: ItemCode): boolean =>
  notThis.some(({ code }) => code === other)
