// What sounds like a private matter, or another place's, and is business all the same: family, one's
// house, one's savings and one's origin are also what small businesses begin with.
import type { ItemCode } from '../../kernel/ids.ts'
import { tellsOfStaff } from '../../retrieval/acts/of-staff.ts'
import { anyOf, inOrder } from '../../retrieval/patterns.ts'
import { isDoneHere } from './done-here.ts'
import type { Heard } from './heard.ts'
import { isOfFirm } from './of-firm.ts'
import { isOfTrade } from './of-trade.ts'

export const isOwnBusiness = (heard: Heard): boolean =>
  isOfHere(heard) ||
  (isOfFirm(heard.normalized, heard.retrieved) && !isElsewhere(heard)) ||
  isItemsOwn(heard) ||
  isVenture(heard) ||
  isForFirm(heard) ||
  isFirmsOwn(heard) ||
  isOfTalent(heard) ||
  isOwedInTrade(heard) ||
  isInHand(heard) ||
  isShown(heard) ||
  namesBusiness(heard)

/** So sure of an item beside the last, a message in the middle of a dialogue asks about it. */
const OWN_MATTER_MIN = 0.6
/** The same where it names family or a purchase, which few items know. */
const FAMILY_MATTER_MIN = 0.9

/** Whether the items talked about provide for it. */
function isItemsOwn(heard: Heard): boolean {
  const { acts, retrieved, dialogue } = heard
  const { confidence, hits } = retrieved
  const [last] = dialogue.items
  const [first] = hits
  if (last === undefined || first === undefined || dialogue.dependence === 'new') return false
  if (isElsewhere(heard)) return false
  const isFamily = acts.includes('private') || acts.includes('consumer')
  return (
    sectionOf(first.code) === sectionOf(last) &&
    confidence >= (isFamily ? FAMILY_MATTER_MIN : OWN_MATTER_MIN)
  )
}

/** What somebody has elsewhere is asked for here: 「我们舟山有没有」. */
const ASKS_HERE =
  /(?:我们?|阿拉|咱们?|在)(?:这(?:边|里|儿)?|本地|舟山|定海|普陀|岱山|嵊泗)[^,，。]{0,12}(?:有|能|给|补|吗|么|不|怎么)/u

/** Another place's matter, more likely than a private one. */
const isElsewhere = ({ normalized, acts, retrieved: { routes } }: Heard) =>
  !ASKS_HERE.test(normalized) &&
  !isDoneHere(normalized) &&
  (acts.includes('elsewhere') || routes.elsewhere > routes.personal)

/** It sounds like another place's, and is this city's, whichever place is named in passing. */
const isOfHere = ({ normalized, acts, retrieved: { routes } }: Heard) =>
  (acts.includes('elsewhere') || routes.elsewhere > routes.personal) && isDoneHere(normalized)

const sectionOf = (code: ItemCode) => code.slice(0, code.indexOf('-'))

const PLANS = '(?:想|要|打算|准备|计划|能|可以)[^,，。!！?？投告退]{0,10}'
const SHOP =
  '(?:店|铺|馆|摊|厂|公司|民宿|客栈|旅馆|农家乐|合作社|作坊|排档|养殖|个体|餐厅|茶室|[酒网书]吧)'
const SETS_UP_STALL = '摆[^,，。!！?？]{0,6}摊'
/** Whoever stays or buys there opens none. */
const OPENS = `(?:开|办|搞|弄|盘|做)[^,，。!！?？]{0,8}${SHOP}(?![^,，。!！?？]{0,2}[住买玩])`
/** 「把老房子改成接待游客的」 */
const CONVERTS =
  '(?:改|腾|拿来|用来)[^,，。!！?？]{0,6}(?:接(?:待)?(?:游客|客人|客|团)|营业|做生意)'

const VENTURE = anyOf(
  new RegExp(`${PLANS}(?:${SETS_UP_STALL}|${OPENS}|${CONVERTS})`, 'u'),
  // Nothing but what is to be opened: 「开养老院」.
  new RegExp(
    `(?:^|[,，。\\s])(?:我们?)?(?:想|要|打算|准备|来){0,2}[开办](?:一?[个家间爿所])?[^,，。!！?？]{0,5}(?:${SHOP}|院|[学驾]校|园|所|班|行|站|场|室|中心|超市|酒店)[,，。\\s]*$`,
    'u',
  ),
  /执照|个体户|股权|经营者/u,
  // What nobody buys for themselves.
  /重卡|集卡|货车|挂车|集装箱|冷藏车|货船|驳船|拖轮|渔船|叉车|吊机/u,
  /(?:换|改|变)[^,，。!！?？]{0,4}法人|法人[^,，。!！?？]{0,6}(?:换|改|变)/u,
)
/** Trades whose certificates are a person's own. */
const TRADE =
  /(?:船员|海员|适任|[二三]副|大副|轮机[员长]?|捕捞|养殖|[电焊]工|叉车|特种作业|登高)[^,，。!！?？]{0,4}证/u

const isVenture = (heard: Heard) =>
  (VENTURE.test(heard.normalized) || TRADE.test(heard.normalized)) &&
  !heard.acts.includes('consumer') &&
  !isElsewhere(heard)

/** A venture in English; and whom a firm employs, where its matter is talked about. */
function isFirmsOwn(heard: Heard): boolean {
  const { normalized, dialogue } = heard
  const isTold = dialogue.items.length > 0 && tellsOfStaff(normalized)
  return (isOfTrade(normalized) || isTold) && !isElsewhere(heard)
}

const FAMILY = anyOf(
  /老婆|老公|妻子|丈夫|爱人|对象|儿子|女儿|爸爸?|妈妈?|父亲|母亲|父母/u,
  /哥哥?|弟弟?|姐姐?|妹妹?|岳父|女婿|媳妇|亲戚|家里人|家人|家属/u,
  /侄子|外甥|表[哥弟姐妹]|舅舅?|叔叔?/u,
)
const FAMILY_EN = 'wife|husband|son|daughter|brother|sister|father|mother|cousin|relative'
const ACTS_FOR = anyOf(
  // Runs an errand.
  /代(?!表团)|替我|帮我|去(?:办|补|领|签|交|跑|取|考|学|报名|登记|弄|问)/u,
  /来(?:办|补|领|签|交|当|做)/u,
  // Has a part in the firm.
  /当(?:法人|老板|股东)|做(?:法人|老板|股东|负责人)/u,
  // Signs, stands surety.
  /办一?下|签字|(?:的)?征信|做?担保/u,
)
const OFFICE_OR_PAPER_EN =
  'owner|boss|legal representative|shareholder|director|apply|sign|collect|behalf|licen[cs]e'
const GOES_EN = 'go|come|do (?:it|this)|handle (?:it|this)|submit (?:it|them)|pick (?:it|them) up'

/** Family that acts for a firm, or has a part in it. */
const FOR_FIRM = anyOf(
  inOrder(FAMILY, /[^,，。!！?？]{0,8}/u, ACTS_FOR),
  inOrder(/(?:法人|股东|负责人|经营者|执照|老板)[^,，。!！?？]{0,8}/u, FAMILY),
  inOrder(FAMILY, /[^,，。!！?？]{0,6}(?:名下|名字|法人|股东|负责人|经营者|公司|店|厂)/u),
  new RegExp(`\\b(?:${FAMILY_EN})\\b.{0,40}\\b(?:${OFFICE_OR_PAPER_EN})\\b`, 'u'),
  new RegExp(
    `\\b(?:${FAMILY_EN}|friend|partner)\\b.{0,40}\\b(?:${GOES_EN}) (?:there )?(?:for|instead of) (?:me|us)\\b`,
    'u',
  ),
)

/** Where a person comes from is not where the matter is done. */
const ORIGIN = anyOf(
  // 「我是安徽的」, 「老板是外地人」
  inOrder(
    /(?:我|老板|法人|股东|员工|他|她|人)们?(?:自己|本人|都|也)?是/u,
    /[^,，。!！?？]{0,6}(?:的|人|户口|来的)(?=$|[,，。!！?？\s能可在想也要办])/u,
  ),
  /(?:外地|外省|省外|本地|异地)(?:人|户口|户籍|来的)/u,
  /(?:户口|户籍|籍贯|老家)(?:在|是|还在|不在)/u,
  /从[^,，。]{1,6}(?:来|过来)的?/u,
  /\b(?:from|come from|national of|citizen of) [a-z]+|\bforeigner\b/u,
)
const THERE = /(?:那边|那里|当地|老家)(?:的|办|申|开|怎么|能|有)|回(?:老家|去)/u

/** Who comes from elsewhere and does not ask about there. */
const isHere = (normalized: string) => ORIGIN.test(normalized) && !THERE.test(normalized)

/** A paper or an affair of one's own is what is to be done, not only shown. */
const WANTS_PAPER = anyOf(
  /(?:办|补|换|领|申请|考|转|迁|上|离|结|退)[^,，。]{0,3}(?:身份证|户口|护照|驾照|驾驶证|婚|学|医保|养老|退休|港澳)/u,
  /(?:身份证|户口|护照|驾照|驾驶证|医保|退休金|养老金|学区|学籍)[^,，。]{0,6}(?:怎么|咋|办|补|换|丢|迁|转|领|报销)/u,
  /房产证[^,，。]{0,4}(?:丢|补|办|怎么办)|落户|上学|入学|离婚|结婚|物业|公交卡|看病/u,
  /\b(?:passport|school)\b/u,
)
const OF_BUSINESS = anyOf(
  /公司|企业|店|厂|执照|个体|法人|股东|经营|注册|开业|开办|生意|许可|员工|招工|船|渔|养殖|餐|民宿|营业|税|备案/u,
  /\b(?:company|business|licen[cs]e|shop|firm|register|restaurant|owner|boss|shareholder)\b/u,
)

/** Whether who acts, or where they come from, is told of a business matter: this one, or the one talked about. */
function isForFirm(heard: Heard): boolean {
  const { normalized, dialogue } = heard
  if (WANTS_PAPER.test(normalized)) return false
  const isOfFamily = FOR_FIRM.test(normalized) && !isElsewhere(heard)
  if (!isOfFamily && !isHere(normalized)) return false
  return OF_BUSINESS.test(normalized) || dialogue.items.length > 0
}

/** Talent that was drawn here is looked after by items, children and home included. */
const TALENT =
  /(?<![a-z])[a-f]类?(?:的)?人才|高层次人才|高端人才|人才(?:证|码|卡|认定|身份|子女|待遇)|(?:引进|招来|招引|挖来)的?(?:人才|博士|专家|高管)/u
const isOfTalent = (heard: Heard) => TALENT.test(heard.normalized) && !isElsewhere(heard)

/** What one trades with, and what it owes or has become. */
const OWED_IN_TRADE = anyOf(
  inOrder(
    /(?:客户|供应商|供货商|甲方|乙方|总包|分包|承包商|经销商|代理商|采购方|买方|卖方|厂家|合作(?:方|商|公司)|对方(?:公司|单位|厂))/u,
    /[^,，。!！?？]{0,8}/u,
    /破产|倒闭|跑路|失联|注销|清算|欠|拖|不[付还给]|赖/u,
    /[^。!！?？]{0,16}(?:[款钱账债]|[0-9一二两三四五六七八九十百千几]+[多来]?万|要得?回|追)/u,
  ),
  // What is owed for goods and work.
  /(?:货款|工程款|尾款|预付款|加工费|运费)[^,，。!！?？]{0,8}(?:要|追|讨|收|拿)(?:得|不)?(?:回|到)/u,
)
const isOwedInTrade = (heard: Heard) =>
  OWED_IN_TRADE.test(heard.normalized) && !heard.acts.includes('consumer') && !isElsewhere(heard)

/** Nothing private is said, and business has been talked about. */
const isInHand = (heard: Heard) =>
  heard.dialogue.items.length > 0 &&
  heard.dialogue.dependence !== 'new' &&
  !WANTS_PAPER.test(heard.normalized) &&
  !heard.acts.includes('private') &&
  !heard.acts.includes('consumer') &&
  !isElsewhere(heard)

const OWN_PAPER = /身份证|户口[本簿]|护照/u
/** A person's paper that is taken along, or copied. */
const SHOWN = anyOf(
  // Whose it is.
  inOrder(
    /带|交|提供|出示|复印|上传|拍|准备|用|要|看|查/u,
    /(?:上|着|[我你]们?的?|法人的?|老板的?|股东的?|本人的?){0,3}/u,
    OWN_PAPER,
  ),
  // Whether it has to be.
  inOrder(
    OWN_PAPER,
    /(?:原件|复印件|正反面|照片|扫描件){0,2}/u,
    /(?:要不要|用不用|需不需要|需要|要|得|用){0,2}/u,
    /带|交|提供|出示|原件|复印|上传|拍|准备|[吗么伐]|$/u,
  ),
)
/** Whether such a paper is asked for by the matter in hand. */
const isShown = ({ normalized, dialogue }: Heard) =>
  dialogue.items.length > 0 && SHOWN.test(normalized) && !WANTS_PAPER.test(normalized)

/** A place of business is named as one's own, or as where it happens. */
const BUSINESS_PLACE = anyOf(
  // Of one's own.
  inOrder(
    /(?:我|我们|咱们?|阿拉)(?:这|那)?(?:个)?(?:开)?的?(?:小|老|新)?/u,
    /公司|厂|店|饭店|餐馆|民宿|企业|作坊|个体户|渔船|货船|工地/u,
  ),
  // Whatever it sells or makes: 「我这个早餐铺子」, 「开馒头店的」.
  inOrder(
    /我|我们|咱们?|阿拉|这种|这样的/u,
    /(?:家|这|那|个|间|爿|的|自己|小|就|是|也){0,4}(?:开|做|搞|弄|摆|租|盘)?(?:了|个|家|间|爿){0,2}/u,
    /(?:(?!楼[上下]|隔壁|对[面门]|旁边|附近|网上|那家)\p{Script=Han}){0,4}(?:店|铺|摊|档口|饭馆|面馆|馆子|作坊|厂|车行|超市|合作社)(?!里[^,，。]{0,2}[买住玩]|家)/u,
  ),
  /(?:^|[,，。\s])开[\p{Script=Han}]{1,5}(?:店|铺|摊|馆|坊|超市)的/u,
  // Where it happens.
  /租客|(?:饭店|餐馆|民宿|厂里|店里)的|(?:厂|店|铺|公司|车间|仓库)(?:里|门口)(?![^,，。]{0,2}[买住玩])|营业执照/u,
)
const namesBusiness = (heard: Heard) =>
  BUSINESS_PLACE.test(heard.normalized) && !heard.acts.includes('consumer') && !isElsewhere(heard)
