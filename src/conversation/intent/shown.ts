// What a message shows of an intent. One that shows nothing of itself does not win on a weak
// probability alone, and one that plainly shows itself does not lose on it.
import { dangerIn, isOver } from '../../retrieval/acts/danger.ts'
import { denialsIn } from '../../retrieval/acts/denials.ts'
import { deniesPerson, isAnotherPerson } from '../../retrieval/acts/person.ts'
import { ASKS } from '../../retrieval/acts/speech-acts.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import { anyOf, inOrder } from '../../retrieval/patterns.ts'
import type { Heard, NotAsked } from './heard.ts'
import { attempts, likelihoodImproper, raised, showsFrame } from './improper.ts'
import { isOfTrade, isOfTradeOrPaper } from './of-trade.ts'
import { isOwnBusiness } from './own-business.ts'
import { asksLeave, handsInTipOff } from './tip-off.ts'

/** The probability of an intent, given what the message shows of it. */
export function likelihoodShown(intent: NotAsked, heard: Heard): number {
  const p = heard.retrieved.intents[intent]
  if (intent === heard.dialogue.denied && !attempts(heard.acts)) return 0
  switch (intent) {
    case 'status':
      return p * ofOwnTicket(heard)
    case 'smalltalk':
      return showsFrame(heard.acts) || goesBeyond(heard) ? 0 : p
    case 'refuse':
      return likelihoodImproper(heard)
    case 'redirect':
      return isOwnBusiness(heard) ? 0 : p
    case 'ticket':
      return grieved(heard, p - wishedOfItem(heard) + toldOnOthers(heard))
    case 'emergency':
      if (isOver(heard.normalized) || isWaterDamage(heard.normalized)) return 0
      return !showsDanger(heard) && (p < HINTED_MIN || isOfTradeOrPaper(heard.normalized)) ? 0 : p
  }
}

const DANGER_ACTS: ReadonlySet<string> = new Set(['danger', 'harm', 'hazard', 'caught', 'adrift'])
/** Without a word of danger a smaller probability is chance. */
const HINTED_MIN = 0.2
const showsDanger = ({ acts }: Heard) => acts.some((act) => DANGER_ACTS.has(act))

/** Water where goods are, and nobody and nothing that it puts in danger. */
const WATER_DAMAGE =
  /漏水|漏雨|渗水|进水|泡水|水泡|水管[^,，。]{0,3}[爆破裂]|(?:货|料|仓库?|设备|纸箱)[^,，。]{0,6}(?:泡|淹)(?:了|坏|烂|湿)|(?:泡|淹)(?:了|坏|烂|湿)[^,，。]{0,6}(?:货|料|设备)/u
const PERIL =
  /人(?![家工])|[他她伊]|电(?![话脑商子器])|[船艇舱罐釜井坝堤洪]|困|[火烟油氨酸碱毒]|气(?![温象候])|[塌垮]|(?<!管)裂|没过|齐腰|[救逃跑]|危化|锅炉|\d{3,5}|快来/u
const isWaterDamage = (normalized: string) =>
  WATER_DAMAGE.test(normalized) && !PERIL.test(normalized) && dangerIn(normalized) === null

/** Acts that do nothing beside a name, or that its words may hold by chance (「重新办理」). */
const IN_NAMES: ReadonlySet<string> = new Set(['asks', 'asks_nothing', 'reopen', 'filed', 'nice'])

/** Whether the message calls an item by its name and does nothing else: it asks about the item. */
export const isOnlyName = ({ dialogue: { called }, acts }: Heard) =>
  called === 'by_name' || (called === 'in_pieces' && acts.every((act) => IN_NAMES.has(act)))

/** A sentence that names a ticket of one's own is most likely about that. */
const OWN_TICKET_FACTOR = 2
/** What was filed, when, and how it stands: whoever says so is asking after it. */
const FILED = anyOf(
  // What it is called. 「订单」 and 「单位」 are none.
  /(?<![订账清保提运报关名菜税罚合舱])单(?![位独一项价证据])|件(?!夹)|那[个张份笔桩条事]|事[情体]/u,
  // When that was.
  /上[次回趟周月礼个]|[前昨]天|之前|先前|前面|刚才/u,
  // Where that was.
  /(?:这[里边儿]|你们?(?:[这那][里边儿])?)(?:登记|提交?|报|交|反映|投诉)(?:上去)?[过了的](?!名|公司|企业|店|户)/u,
  // What has become of it.
  /编号|诉求|申请(?!书)|反映|进度|催|补[充一句个]|处理|受理|登记[过好了上]/u,
  // What was done to it.
  /[提交报递转送投派](?:上|出|过)去|[提交报递转送投派批审结办查](?:了|过|好|完|案|掉|到|一?下)|撤(?:回|掉|下)/u,
  // What is waited for, or said of it.
  /回[复音话访电]|音[讯信]|答复|留言|协调|督办|延期|评[价分]|好评|满意|联系人/u,
  /\b(?:my|our|we|request|ticket|case|status|filed|submitted|reopen|cancel)\b/u,
)
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
/** Less is enough where the model of the items knows none. */
const LIKELY_SMALLTALK_MIN = 0.6
const MODEL_MIN = 0.05

const saysMore = ({ normalized, retrieved: { intents, confidence, hits } }: Heard) =>
  intents.smalltalk <
    ((hits[0]?.channels.l ?? 0) < MODEL_MIN ? LIKELY_SMALLTALK_MIN : SURELY_SMALLTALK_MIN) &&
  confidence >= FITS_MIN &&
  ownSubject(normalized) >= SUBJECT_MIN

const goesBeyond = (heard: Heard) =>
  isLikelierAsked(heard) || (!takesLeave(heard) && (saysMore(heard) || goesOn(heard)))

/** However broad. */
const isLikelierAsked = ({ retrieved: { intents } }: Heard) =>
  intents.question + intents.broad > intents.smalltalk

/** 「我先跟合伙人商量商量，谢了」 */
const takesLeave = ({ acts, dialogue }: Heard) =>
  dialogue.isThanked === true && acts.includes('asks_nothing')

/** Whoever runs a firm, asks for a part of the matter in hand, or says that another is meant, does not chat. */
const goesOn = ({ normalized, acts, dialogue }: Heard) =>
  isOfTrade(normalized) ||
  OWN_FIRM.test(normalized) ||
  (dialogue.items.length > 0 &&
    (acts.includes(ASKS) ||
      ASKS_PART.test(normalized) ||
      WHAT_OF_IT.test(normalized) ||
      denialsIn(normalized).denied.length > 0))
/** 「配额用完了呢」 */
const WHAT_OF_IT = /[^,，。你您侬]{3,12}呢[?？。]?$/u
const ASKS_PART =
  /(?:要|带|交|准备|填)(?:些|点)?(?:啥|什么|哪些)|先(?:去|到|办|弄)?(?:哪|啥|什么)|(?:去|到|在)哪|怎么(?:弄|办|走|交)/u
const OWN_FIRM =
  /(?:我|我们|阿拉|咱们?)(?:这|那)?(?:个)?的?(?:小|老|新)?(?:公司|厂子?|店|饭店|民宿|企业|作坊|船厂|工厂|个体户)/u

/** Whom items bring together: who wants to meet one of them does not want us. */
const MEETS =
  /(?:跟|和|同|与|见|认识|约)[^,，。!！?？]{0,6}(?:银行|行长|信贷|投资人|厂家|老板|供应商|客户|买家|高校|教授|大学|院校)/u
/** It is asked of the item where that is so sure. */
const MEETS_MIN = 0.6

const wantsNobody = ({ normalized, retrieved }: Heard) =>
  deniesPerson(normalized) ||
  isAnotherPerson(normalized) ||
  (retrieved.confidence >= MEETS_MIN && MEETS.test(normalized))

/** To be brought together with somebody who knows, as items do it; to be stood by is something else. */
const BRINGS_TOGETHER =
  /介绍|推荐|对接|牵线|搭桥|(?:派|请|找|有)(?:一?[个位名])?[^,，。!！?？]{0,6}(?:专家|律师|顾问|懂行|懂的人)/u
const STANDS_BY = /协调|出面|管管|管一管|帮帮|想想?(?:办法|法子)|现场/u
/** So sure of an item, such a wish that tells of no wrong is for what the item provides. */
const PROVIDES_MIN = 0.93
const WRONGS: ReadonlySet<string> = new Set([
  'accuse',
  'grieved',
  'fault',
  'late',
  'buck',
  'urgent',
  'chase',
  'reopen',
])
const tellsWrong = (acts: readonly string[]) => acts.some((act) => WRONGS.has(act))

const isProvided = ({ normalized, acts, retrieved }: Heard) =>
  retrieved.confidence >= PROVIDES_MIN &&
  BRINGS_TOGETHER.test(normalized) &&
  !STANDS_BY.test(normalized) &&
  !tellsWrong(acts)

/** 「帮我开个公司」, 「给我办张食品证」: put as an errand, and asked how it is done. */
const ERRAND = inOrder(
  /^(?:请|麻烦|[你您](?:们)?|能不能|能否|可不可以|可以|能|想|要)*(?:[帮替给]我们?|[帮替]阿拉)/u,
  // What is to be done.
  /(?:去|来)?(?:开办?|设立|成立|注册|办理?|申请|申办|弄|搞)(?:一?下)?(?:一?[个张家份本间])?/u,
  // Not in haste, nor to be undone or explained.
  /(?![^,，。]{0,4}[快急]|退|掉|清楚|明白)/u,
  // For a firm, or its paper.
  /(?=[^,，。!！?？]*(?:公司|企业|店|厂|馆|民宿|个体|证|照|许可|执照|登记|备案|资质))/u,
)
/** 「搞个冷库」: what is to be set up, and nothing else. */
const SET_UP =
  /^(?:我们?)?(?:想|要|打算|准备|来)?(?:搞|弄|建|开|办|做|造|盖)一?[个家座间条艘]\p{Script=Han}{1,6}$/u
const isErrand = ({ normalized, acts }: Heard) =>
  (ERRAND.test(normalized) || SET_UP.test(normalized)) &&
  !STANDS_BY.test(normalized) &&
  !tellsWrong(acts)

/** What sounds improper in a report of an offence is what is reported. */
const toldOnOthers = ({ normalized, acts, retrieved }: Heard): number =>
  handsInTipOff(acts) && !asksLeave(normalized) ? retrieved.intents.refuse : 0

/** What is not wished of us: a person of ours, or that we step in. */
const wishedOfItem = (heard: Heard): number => {
  const { person, coordination } = heard.retrieved.routes
  const errand = isErrand(heard)
  return (
    (errand || wantsNobody(heard) ? person : 0) + (errand || isProvided(heard) ? coordination : 0)
  )
}

/**
 * Who tells of a wrong and wants to complain, or that we step in, is not answered how that is done,
 * nor who meets a fault that cannot wait how it is done without one.
 */
const grieved = ({ acts }: Heard, p: number) => {
  const wantsMore = acts.includes('step_in') && tellsWrong(acts)
  const cannotWait = acts.includes('fault') && acts.includes('urgent')
  return acts.includes('grieved') || wantsMore || cannotWait ? raised(p) : p
}
