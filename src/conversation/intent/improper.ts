// How likely a message wants something improper, or attacks. Anger, odd words and complaints look a
// little like either, so that one must show itself by what it does, or be likely by itself.
import { tellsOfStaff } from '../../retrieval/acts/of-staff.ts'
import { ASKS } from '../../retrieval/acts/speech-acts.ts'
import { anyOf } from '../../retrieval/patterns.ts'
import type { Heard } from './heard.ts'
import { tipsOff } from './tip-off.ts'

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
/** What shows no act must be this likely. */
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

/** How likely it is improper, given what it shows of that. */
export function likelihoodImproper({ normalized, acts: shown, retrieved }: Heard): number {
  const { routes, confidence } = retrieved
  const isTold = tellsOfStaff(normalized)
  const acts = isTold ? shown.filter((act) => !PRIVACY_ACTS.has(act)) : shown
  const isAttack = acts.includes('refusal_injection') || routes.injection >= ALONE_MIN
  const showsWish = attempts(acts)
  if (!showsWish && !isAttack && (isTold || CORRECTS.test(normalized))) return 0
  const wish = routes.improper + (isTold ? 0 : routes.privacy)
  const asksForItem = acts.includes(ASKS) && confidence >= ASKED_ITEM_MIN
  // Who tells on others asks for nothing.
  const isBare = !asksForItem && !tipsOff(acts) && !ASKS_HOW.test(normalized)
  const isWish = showsWish || isBare || wish >= (asksForItem ? ASKED_ALONE_MIN : ALONE_MIN)
  const p = (isWish ? wish : 0) + (isAttack ? routes.injection : 0)
  return showsFrame(acts) ? raised(p) : p
}
