// How likely a message wants something improper, or attacks. Anger, odd words and complaints look a
// little like either, so that one must show itself by what it does, or be likely by itself.
import { tellsOfDebt, tellsOfStaff } from '../../retrieval/acts/of-staff.ts'
import { tellsOfTheft } from '../../retrieval/acts/other-party.ts'
import { ASKS } from '../../retrieval/acts/speech-acts.ts'
import { anyOf, inOrder } from '../../retrieval/patterns.ts'
import { AGGRIEVED } from './aggrieved.ts'
import type { Heard } from './heard.ts'
import { tipsOff } from './tip-off.ts'
import { isOfAssistant, namesWrong } from './wrongful.ts'

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

/** What an improper wish does. */
const IMPROPER_ACTS = /^(?:refusal_.+|promise|inside|forge|bribe|others)$/u

export const attempts = (acts: readonly string[]) =>
  showsFrame(acts) || acts.some((act) => IMPROPER_ACTS.test(act))

/** So much of the doubt goes to what shows such a frame. */
const FRAME_SHARE = 0.5
export const raised = (p: number) => p + (1 - p) * FRAME_SHARE

/** What is asked of somebody who wants to do it properly. */
const ASKS_HOW = /怎么|咋|如何|怎样|哪里|哪儿|什么(?:材料|条件|手续)|多久|几天|\b(?:how|where)\b/u
/** What shows no act must name what is improper to want, be more than a few words, and be this likely. */
const NAMED_MIN = 0.3
const SHORT_MAX = 9
/** A few words that name it must be likelier. */
const SHORT_MIN = 0.8
/** So long and so surely improper, it need not name it. */
const TOLD_MIN = 13
const ALONE_MIN = 0.5
/** What asks for a part of an item as sure as this is such a wish only where that is all but certain. */
const ASKED_ITEM_MIN = 0.6
const ASKED_ALONE_MIN = 0.9

/** What names somebody's data, asked for or told. */
const PRIVACY_ACTS: ReadonlySet<string> = new Set(['refusal_privacy', 'others'])

/** Who complains of what we say, or weighs one thing against another, wants nothing improper. */
const CORRECTS = anyOf(
  // 「你怎么老是说……」
  /[你您](?:怎么|咋|为什么)?(?:老是?|总是?|一直|又|还)(?:在)?(?:说|讲|提|回|答|扯|给我)/u,
  // 「我问的就是……」
  /我(?:们)?(?:问|说|讲)的(?:就)?是/u,
  // 「哪个更划算」
  /(?:哪个|哪种|哪样)(?:更|比较)?(?:好|合算|划算|合适|便宜|省事|少|多)/u,
)

/** How something is asked for says nothing of what it is: 「先给我列个清单」, 「帮我转一下」. */
const MANNER =
  /(?:给|帮|替|跟)(?:我们?|阿拉)(?:先|再|大概|简单)?(?:列|排|理|捋|说|讲|看|介绍|解释|写|转|查|算|登记|填)/u
/** So surely it is improper, however it is put. */
const SURELY_MIN = 0.95
const isOnlyManner = (normalized: string, wish: number) =>
  wish < SURELY_MIN && MANNER.test(normalized) && !namesWrong(normalized)

/** A paper of one's own that a firm writes anyhow is to be drafted, and nothing false is to be in it. */
const DRAFTS = inOrder(
  /(?:[帮给替]我们?|能不能|能否|可以)[^,，。]{0,4}(?:写|拟|起草|草拟|做)(?:一?[份个张篇]|一?下)?[^,，。]{0,6}/u,
  /(?:章程|决议|委托书|合同|协议|说明|申请书?|答辩状?|通知|制度|简介|简历|计划书?|请示|函|声明)[吗么吧呢?？。]*$/u,
)
const FALSE_IN_DRAFT =
  /假|编|仿|抄|照着|[局委府]|红头|公章|盖章|名义|口气|冒|别人|人家|他|检测|评估|验收|证明|业绩|倒签|日期|社保|流水/u
const isDraft = (normalized: string) => DRAFTS.test(normalized) && !FALSE_IN_DRAFT.test(normalized)

/** What is kept of oneself or of one's own firm, and nobody else's. */
const OWN_DATA = anyOf(
  // What I said here, and who sees it.
  /我们?(?:自己)?的(?:聊天|对话|记录|话|信息|资料|数据|隐私)|我们?(?:跟你|和你|对你)?(?:说|讲|写|填|发|问|聊)(?:过|了)?的/u,
  // What my firm has paid, filed or been given.
  /(?:查|看|问|知道)[^,，。]{0,4}(?:我们?|本|自己)(?:家)?(?:的)?(?:公司|厂|店|企业|单位|名下|社保|税)/u,
)

/** A case or a ticket of one's own is told of, and nobody else's data are asked for. */
const isTelling = (normalized: string, acts: readonly string[]) =>
  acts.some((act) => act.startsWith('own_')) ||
  tellsOfStaff(normalized) ||
  tellsOfDebt(normalized) ||
  tellsOfTheft(normalized) ||
  OWN_DATA.test(normalized)

/** What shows no wish, and says what it is instead: a way to put it, a case that is told, a correction. */
const isHarmless = (
  normalized: string,
  { isTold, isAttack, wish }: Readonly<{ isTold: boolean; isAttack: boolean; wish: number }>,
) =>
  isOnlyManner(normalized, wish) ||
  isDraft(normalized) ||
  (!isAttack && (isTold || CORRECTS.test(normalized)))

/**
 * Who tells what went wrong, or how it could be better, and shows no improper wish, is rather sent on to
 * a person, who can still refuse, than refused by us.
 */
const GRIEVED_SHARE = 0.5
const isGrieved = (acts: readonly string[]) =>
  acts.some((act) => act === 'suggest' || AGGRIEVED.has(act))

const isSurely = (normalized: string, p: number) => p >= SURELY_MIN && normalized.length >= TOLD_MIN

/** Whether a message that shows no act may still be taken for an attempt, this likely one. */
const isNamed = (normalized: string, p: number) =>
  isSurely(normalized, p) ||
  (p >= NAMED_MIN &&
    (normalized.length > SHORT_MAX || p >= SHORT_MIN) &&
    (namesWrong(normalized) || isOfAssistant(normalized)))

const isBareAttack = (normalized: string, p: number) =>
  p >= ALONE_MIN && (isOfAssistant(normalized) || isSurely(normalized, p))

/** Whether it is likelier such a wish than a question, and likely enough beside an item. */
function isLikely(
  { normalized, acts, retrieved: { intents, confidence } }: Omit<Heard, 'dialogue'>,
  wish: number,
): boolean {
  const asksForItem = acts.includes(ASKS) && confidence >= ASKED_ITEM_MIN
  if (wish >= (asksForItem ? ASKED_ALONE_MIN : ALONE_MIN)) return true
  // Who tells on others asks for nothing; what is likelier a question, however broad, is one.
  const mayBeBare = !asksForItem && !tipsOff(acts) && !ASKS_HOW.test(normalized)
  return mayBeBare && wish > intents.question + intents.broad
}

/** How likely it is improper, given what it shows of that. */
export function likelihoodImproper({ normalized, acts: shown, retrieved }: Heard): number {
  const { routes } = retrieved
  const isTold = isTelling(normalized, shown)
  const acts = isTold ? shown.filter((act) => !PRIVACY_ACTS.has(act)) : shown
  const isAttack = acts.includes('refusal_injection') || isBareAttack(normalized, routes.injection)
  const showsWish = attempts(acts)
  const wish = routes.improper + (isTold ? 0 : routes.privacy)
  if (!showsWish && isHarmless(normalized, { isTold, isAttack, wish })) return 0
  const isWish =
    showsWish ||
    (isLikely({ normalized, acts, retrieved }, wish) &&
      isNamed(normalized, wish + routes.injection))
  const share = !showsWish && isGrieved(acts) ? GRIEVED_SHARE : 1
  const p = (isWish ? wish * share : 0) + (isAttack ? routes.injection : 0)
  return showsFrame(acts) ? raised(p) : p
}
