// What a message shows of an intent. One that shows nothing of itself does not win on a weak
// probability alone, and one that plainly shows itself does not lose on it.
import type { ItemCode } from '../../kernel/ids.ts'
import type { Intent } from '../../retrieval/acts/intent.ts'
import { tellsOfStaff } from '../../retrieval/acts/of-staff.ts'
import { deniesPerson } from '../../retrieval/acts/person.ts'
import { ASKS } from '../../retrieval/acts/speech-acts.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import type { Retrieved } from '../../retrieval/retrieve.ts'
import type { Dependence } from '../dialogue/follow-up.ts'
import type { Called } from './bare-name.ts'
import { isOfTrade, isOfTradeOrPaper } from './of-trade.ts'

export type NotAsked = Exclude<Intent, 'question' | 'broad'>

export type Dialogue = Readonly<{
  dependence: Dependence
  /** What has been talked about, the latest first. */
  items: readonly ItemCode[]
  /** How one of the best found is called, where the message does nothing else. */
  called: Called | null
  /** What the message says that it is not. */
  denied?: NotAsked | null
}>

export type Heard = Readonly<{
  normalized: string
  /** What the message does besides asking, as `actsIn` tells it. */
  acts: readonly string[]
  retrieved: Pick<Retrieved, 'hits' | 'intents' | 'routes' | 'confidence'>
  dialogue: Dialogue
}>

/** The probability of an intent, given what the message shows of it. */
export function likelihoodShown(intent: NotAsked, heard: Heard): number {
  const p = heard.retrieved.intents[intent]
  if (intent === heard.dialogue.denied && !attempts(heard.acts)) return 0
  switch (intent) {
    case 'status':
      return p * ofOwnTicket(heard)
    case 'smalltalk':
      return saysMore(heard) || isOfTrade(heard.normalized) || showsFrame(heard.acts) ? 0 : p
    case 'refuse':
      return improper(heard)
    case 'redirect':
      return isItemsOwn(heard) || isVenture(heard) || isForFirm(heard) || isFirmsOwn(heard) ? 0 : p
    case 'ticket':
      return grieved(heard, wantsNobody(heard) ? p - heard.retrieved.routes.person : p)
    case 'emergency':
      return isOfTradeOrPaper(heard.normalized) && !showsDanger(heard) ? 0 : p
  }
}

const DANGER_ACTS: ReadonlySet<string> = new Set(['danger', 'harm', 'hazard', 'caught', 'adrift'])
const showsDanger = ({ acts }: Heard) => acts.some((act) => DANGER_ACTS.has(act))

/** Acts that do nothing beside a name, or that its words may hold by chance (「重新办理」). */
const IN_NAMES: ReadonlySet<string> = new Set(['asks', 'asks_nothing', 'reopen', 'filed', 'nice'])

/** Whether the message calls an item by its name and does nothing else: it asks about the item. */
export const isOnlyName = ({ dialogue: { called }, acts }: Heard) =>
  called === 'by_name' || (called === 'in_pieces' && acts.every((act) => IN_NAMES.has(act)))

/** A sentence that names a ticket of one's own is most likely about that. */
const OWN_TICKET_FACTOR = 2
/** What was filed, when, and how it stands: whoever says so is asking after it. */
const FILED =
  /(?<![订账清保提运报关名菜税罚合舱])单(?![位独一项价证据])|件(?!夹)|那[个张份笔桩条事]|事[情体]|上[次回趟周月礼个]|[前昨]天|之前|先前|前面|刚才|编号|诉求|申请(?!书)|反映|进度|催|补[充一句个]|处理|受理|登记[过好了上]|[提交报递转送投派](?:上|出|过)去|[提交报递转送投派批审结办查](?:了|过|好|完|案|掉|到|一?下)|撤(?:回|掉|下)|回[复音话访电]|音[讯信]|答复|留言|协调|督办|延期|评[价分]|好评|满意|联系人|\b(?:my|our|we|request|ticket|case|status|filed|submitted|reopen|cancel)\b/u
/** Said of other matters as well, so that it counts only where none is named. */
const FILED_PERHAPS =
  /条|登记|[提交报递转送投派]|查|撤销?|补|结果?|审|批|答|确认|同意|取消|电话|通知|掉|得|出来|号/gu
/** From so many characters on, what is left beside it is another matter. */
const OTHER_MATTER_MIN = 2

function ofOwnTicket({ acts, normalized }: Heard): number {
  if (acts.some((act) => act.startsWith('own_'))) return OWN_TICKET_FACTOR
  if (FILED.test(normalized)) return 1
  const besides = normalized.replace(FILED_PERHAPS, '')
  return besides !== normalized && ownSubject(besides) < OTHER_MATTER_MIN ? 1 : 0
}

/**
 * With a subject of its own and an item that fits a message is no small talk. Items seem to fit
 * nonsense too, so that what is surely small talk stays it.
 */
const SUBJECT_MIN = 3
const FITS_MIN = 0.5
const SURELY_SMALLTALK_MIN = 0.9

const saysMore = ({ normalized, retrieved: { intents, confidence } }: Heard) =>
  intents.smalltalk < SURELY_SMALLTALK_MIN &&
  confidence >= FITS_MIN &&
  ownSubject(normalized) >= SUBJECT_MIN

/** Acts that are hardly ever met in a proper question (measured: in fewer than one of 5,000). */
const IMPROPER_FRAMES: ReadonlySet<string> = new Set([
  'borrowed',
  'padded',
  'gift',
  'dodge',
  'forewarned',
  'strangers',
])
export const showsFrame = (acts: readonly string[]) => acts.some((act) => IMPROPER_FRAMES.has(act))

/** Whom items bring together: who wants to meet one of them does not want us. */
const MEETS =
  /(?:跟|和|同|与|见|认识|约)[^,，。!！?？]{0,6}(?:银行|行长|信贷|投资人|厂家|老板|供应商|客户|买家|高校|教授|大学|院校)/u
/** It is asked of the item where that is so sure. */
const MEETS_MIN = 0.6

const wantsNobody = ({ normalized, retrieved }: Heard) =>
  deniesPerson(normalized) || (retrieved.confidence >= MEETS_MIN && MEETS.test(normalized))

/** Who tells of a wrong and wants to complain is not answered how that is done. */
const grieved = ({ acts }: Heard, p: number) => (acts.includes('grieved') ? raised(p) : p)

/** So much of the doubt goes to what shows such a frame. */
const FRAME_SHARE = 0.5
const raised = (p: number) => p + (1 - p) * FRAME_SHARE
/** What an improper wish does. */
const IMPROPER_ACTS = /^(?:refusal_.+|promise|inside|forge|bribe|others)$/u
/** What is asked of somebody who wants to do it properly. */
const ASKS_HOW = /怎么|咋|如何|怎样|哪里|哪儿|什么(?:材料|条件|手续)|多久|几天|\b(?:how|where)\b/u
/** Anger and odd words look a little like an attack or a wish; what shows no act must be this likely. */
const ALONE_MIN = 0.5

/** What asks for a part of an item as sure as this is such a wish only where that is all but certain. */
const ASKED_ITEM_MIN = 0.6
const ASKED_ALONE_MIN = 0.9

const attempts = (acts: readonly string[]) =>
  showsFrame(acts) || acts.some((act) => IMPROPER_ACTS.test(act))

/** What names somebody's data, asked for or told. */
const PRIVACY_ACTS: ReadonlySet<string> = new Set(['refusal_privacy', 'others'])
/** Who complains of what we say, or weighs one thing against another, wants nothing improper. */
const CORRECTS =
  /[你您](?:怎么|咋|为什么)?(?:老是?|总是?|一直|又|还)(?:在)?(?:说|讲|提|回|答|扯|给我)|我(?:们)?(?:问|说|讲)的(?:就)?是|(?:哪个|哪种|哪样)(?:更|比较)?(?:好|合算|划算|合适|便宜|省事|少|多)/u

function improper({ normalized, acts: shown, retrieved }: Heard): number {
  const { routes, confidence } = retrieved
  const isTold = tellsOfStaff(normalized)
  const acts = isTold ? shown.filter((act) => !PRIVACY_ACTS.has(act)) : shown
  const isAttack = acts.includes('refusal_injection') || routes.injection >= ALONE_MIN
  const showsWish = attempts(acts)
  if (!showsWish && !isAttack && (isTold || CORRECTS.test(normalized))) return 0
  const wish = routes.improper + (isTold ? 0 : routes.privacy)
  const asksForItem = acts.includes(ASKS) && confidence >= ASKED_ITEM_MIN
  // Who tells on others asks for nothing.
  const isBare = !asksForItem && !acts.includes('tip_off') && !ASKS_HOW.test(normalized)
  const isWish = showsWish || isBare || wish >= (asksForItem ? ASKED_ALONE_MIN : ALONE_MIN)
  const p = (isWish ? wish : 0) + (isAttack ? routes.injection : 0)
  return showsFrame(acts) ? raised(p) : p
}

/** So sure of an item beside the last, a message in the middle of a dialogue asks about it. */
const OWN_MATTER_MIN = 0.6
/** The same where it names family or a purchase, which few items know. */
const FAMILY_MATTER_MIN = 0.9

/** Another place's matter, more likely than a private one. */
const isElsewhere = ({ acts, retrieved: { routes } }: Heard) =>
  acts.includes('elsewhere') || routes.elsewhere > routes.personal

/** Whether what sounds like a private matter is one that the items talked about provide for. */
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

/** Family, one's house and one's savings are also what small businesses begin with. */
const VENTURE =
  /(?:想|要|打算|准备|计划|能|可以)[^,，。!！?？投告退]{0,10}(?:摆[^,，。!！?？]{0,6}摊|(?:开|办|搞|弄|盘|做)[^,，。!！?？]{0,8}(?:店|铺|馆|摊|厂|公司|民宿|客栈|旅馆|农家乐|合作社|作坊|排档|养殖|个体|餐厅|茶室|[酒网书]吧)(?![^,，。!！?？]{0,2}[住买玩])|(?:改|腾|拿来|用来)[^,，。!！?？]{0,6}(?:接(?:待)?(?:游客|客人|客|团)|营业|做生意))|执照|个体户|股权|经营者|(?:换|改|变)[^,，。!！?？]{0,4}法人|法人[^,，。!！?？]{0,6}(?:换|改|变)/u
/** So do trades whose certificates are a person's own. */
const TRADE =
  /(?:船员|海员|适任|[二三]副|大副|轮机[员长]?|捕捞|养殖|[电焊]工|叉车|特种作业|登高)[^,，。!！?？]{0,4}证/u

/** The same in English; and whom a firm employs, where its matter is talked about. */
function isFirmsOwn(heard: Heard): boolean {
  const { normalized, dialogue } = heard
  const isTold = dialogue.items.length > 0 && tellsOfStaff(normalized)
  return (isOfTrade(normalized) || isTold) && !isElsewhere(heard)
}

const isVenture = (heard: Heard) =>
  (VENTURE.test(heard.normalized) || TRADE.test(heard.normalized)) &&
  !heard.acts.includes('consumer') &&
  !isElsewhere(heard)

/** Family that acts for a firm, or has a part in it. */
const FAMILY =
  '(?:老婆|老公|妻子|丈夫|爱人|对象|儿子|女儿|爸爸?|妈妈?|父亲|母亲|父母|哥哥?|弟弟?|姐姐?|妹妹?|岳父|女婿|媳妇|亲戚|家里人|家人|家属|侄子|外甥|表[哥弟姐妹]|舅舅?|叔叔?)'
const FOR_FIRM = new RegExp(
  `${FAMILY}[^,，。!！?？]{0,8}(?:代(?!表团)|替我|帮我|去(?:办|补|领|签|交|跑|取)|来(?:办|补|领|签|交|当|做)|当(?:法人|老板|股东)|做(?:法人|老板|股东|负责人)|办一?下|签字|(?:的)?征信|做?担保)|(?:法人|股东|负责人|经营者|执照|老板)[^,，。!！?？]{0,8}${FAMILY}|${FAMILY}[^,，。!！?？]{0,6}(?:名下|名字|法人|股东|负责人|经营者|公司|店|厂)|\\b(?:wife|husband|son|daughter|brother|sister|father|mother|cousin|relative)\\b.{0,40}\\b(?:owner|boss|legal representative|shareholder|director|apply|sign|collect|behalf|licen[cs]e)\\b|\\b(?:wife|husband|son|daughter|brother|sister|father|mother|cousin|relative|friend|partner)\\b.{0,40}\\b(?:go|come|do (?:it|this)|handle (?:it|this)|submit (?:it|them)|pick (?:it|them) up) (?:there )?(?:for|instead of) (?:me|us)\\b`,
  'u',
)
/** Where a person comes from is not where the matter is done. */
const ORIGIN =
  /(?:我|老板|法人|股东|员工|他|她|人)们?(?:自己|本人|都|也)?是[^,，。!！?？]{0,6}(?:的|人|户口|来的)(?=$|[,，。!！?？\s能可在想也要办])|(?:外地|外省|省外|本地|异地)(?:人|户口|户籍|来的)|(?:户口|户籍|籍贯|老家)(?:在|是|还在|不在)|从[^,，。]{1,6}(?:来|过来)的?|\b(?:from|come from|national of|citizen of) [a-z]+|\bforeigner\b/u
/** Papers and affairs that are a person's own, whoever goes for them. */
const OWN_PAPERS =
  /身份证|户口(?:本|簿|迁)|落户|护照|驾照|驾驶证|结婚|离婚|医保|退休|养老|学(?:校|区|籍)|上学|入学|房(?:产|子)|签证|passport|visa|school/u
const OF_BUSINESS =
  /公司|企业|店|厂|执照|个体|法人|股东|经营|注册|开业|开办|生意|许可|员工|招工|船|渔|养殖|餐|民宿|营业|税|备案|\b(?:company|business|licen[cs]e|shop|firm|register|restaurant|owner|boss|shareholder)\b/u

/** Whether who acts, or where they come from, is told of a business matter: this one, or the one talked about. */
function isForFirm({ normalized, dialogue }: Heard): boolean {
  if (OWN_PAPERS.test(normalized)) return false
  if (!FOR_FIRM.test(normalized) && !isHere(normalized)) return false
  return OF_BUSINESS.test(normalized) || dialogue.items.length > 0
}

/** Who comes from elsewhere and does not ask about there. */
const isHere = (normalized: string) => ORIGIN.test(normalized) && !THERE.test(normalized)
const THERE = /(?:那边|那里|当地|老家)(?:的|办|申|开|怎么|能|有)|回(?:老家|去)/u

const sectionOf = (code: ItemCode) => code.slice(0, code.indexOf('-'))
