// What a message says to the options of a question asked back.
import type { ItemCode } from '../../kernel/ids.ts'
import type { DialogueState } from '../dialogue/dialogue-state.ts'
import { placesNamed } from './option-places.ts'

/** `rest` is what was said besides: a further question, or what it is instead. */
export type OptionReply =
  | Readonly<{ kind: 'picked'; codes: readonly ItemCode[]; rest: string }>
  | Readonly<{ kind: 'denied'; codes: readonly ItemCode[]; rest: string }>
  /** 「都可以」「不知道选哪个」, a place that is not there: an answer, but none that says which. */
  | Readonly<{ kind: 'undecided'; codes: readonly ItemCode[]; rest: string }>
  | null

const UNDECIDED_REPLY = { kind: 'undecided', codes: [], rest: '' } as const

const THESE = '(?:这些|上面|以上|这几个|那几个|几个|这(?:两|三|四)个)?(?:里面?)?'
const ALL = '(?:都|全|统统|一个都|一个也|哪个都|没(?:有)?一个)'
const FIT = '(?:不是|不对|不算|不符合|不合适|不要|没有|是|对|符合)?'
const NONE_EN =
  'none(?: of (?:them|these|those|the above))?|neither(?: of (?:them|these|those))?|no,? (?:none|neither)'
/** 「这几个都不是」, 「没有一个对」, 「不是这些」 */
const NONE = new RegExp(`^(?:${THESE}${ALL}${FIT}|不是这(?:些|几个)|没有我要的|${NONE_EN})`, 'u')
/** Whoever goes on with something else has not denied the options: 「都不是本地人」. */
const NONE_END = /^(?:[的呀啊哦吧呢嘛]|我|咱|要|想|说的|这个意思|$|[,，。.;；:：!！?？\s])/u
const IS_NONE = /不|没|none|neither/u

const WHO = '(?:我们?|俺|阿拉|那|嗯|唉|哎)?(?:也|都|真|还|就|实在|有点)?'
const ANY_WILL_DO = '随便|都可以|都行|都好|哪个都(?:行|可以|好)|无所谓'
const CANNOT_TELL =
  '不(?:太|大|很)?(?:知道|清楚|懂|晓得|明白|确定)|分不清|搞不(?:懂|清)|弄不(?:懂|清)|[看听]不懂|没[看听]懂'
const YOU_CHOOSE = '你(?:看着办|帮我选|说呢|定)'
const HOW_DIFFERENT = '有?(?:什么|啥)(?:区别|不同|不一样|分别)|区别(?:是|在)?(?:什么|啥|哪)'
const UNDECIDED_EN =
  "any(?: of them| one)?|either|whatever|not sure|no idea|i (?:do not|don't) know"
const WHICH = '(?:该?(?:选|是|要)?哪(?:个|一个|一?项|种|一种)|这些|这几个|区别|which(?: one)?)?'
/** 「我也不知道该选哪个」, 「随便」, 「你帮我选吧」, 「有什么区别」 */
const UNDECIDED = new RegExp(
  `^${WHO}(?:${[ANY_WILL_DO, CANNOT_TELL, YOU_CHOOSE, HOW_DIFFERENT, UNDECIDED_EN].join('|')})\\s*${WHICH}[的了啊呀吧哦呢嘛\\p{P}\\s]*`,
  'u',
)
const DIFFER = /^(?:这|那)(?:几|两|三|四)?(?:个|项|些)?/u

/** What the message picks or denies among the open options, or null when it is about something else. */
export function replyToOptions(normalized: string, state: DialogueState): OptionReply {
  const open = state.clarification?.options ?? []
  if (open.length === 0) return pickedEarlier(normalized, state)
  if (isUndecided(normalized)) return UNDECIDED_REPLY
  const denied = noneIn(normalized)
  if (denied !== null) return { kind: 'denied', codes: open, rest: denied }
  return placedIn(normalized, open)
}

/**
 * Without open options a place counts in what was offered a while ago (「那第二个呢」), in the matters of
 * the person's own last message that had several, and, where it points back, in what was answered.
 */
function pickedEarlier(
  normalized: string,
  { offered, matters, answered }: DialogueState,
): OptionReply {
  const options = offered?.options ?? []
  const asked = matters.map(({ code }) => code)
  const isBack = POINTS_BACK.test(normalized)
  const lists = isBack ? [asked, options, answered] : [options, asked]
  for (const list of lists) {
    const reply = list.length < 2 ? null : placedIn(normalized, list)
    if (reply?.kind === 'picked' && reply.codes.length === 1) return reply
  }
  return null
}

const POINTS_BACK =
  /刚才|前面|上面|之前|回到|开头|最早|(?:个|件)(?:问题|事)|\b(?:back|before|earlier|(?:first|second|third) (?:thing|question))\b/u

function placedIn(normalized: string, options: readonly ItemCode[]): OptionReply {
  const named = placesNamed(normalized, options.length)
  if (named === null) return null
  // 「第四个」 of three.
  if (named.places.length === 0) return UNDECIDED_REPLY
  const codes = named.places.map((place) => options[place]!)
  if (!named.isDenied) return { kind: 'picked', codes, rest: named.rest }
  // 「不是第一个,是第二个」
  const instead = placesNamed(named.rest, options.length)
  if (instead !== null && !instead.isDenied) return placedIn(named.rest, options)
  return { kind: 'denied', codes, rest: named.rest }
}

/** What is said besides 都不是, or null when that is not said. */
function noneIn(normalized: string): string | null {
  const found = NONE.exec(normalized)?.[0] ?? ''
  const rest = normalized.slice(found.length)
  if (!IS_NONE.test(found) || !NONE_END.test(rest)) return null
  return rest.replace(/^[\s,，。.;；:：!！?？的呀啊哦吧呢嘛]+/u, '')
}

/** Whether all of it says that the person cannot or will not choose. */
function isUndecided(normalized: string): boolean {
  const said = normalized.replace(DIFFER, '')
  const rest = said.replace(UNDECIDED, '')
  return rest !== said && (rest === '' || rest.replace(UNDECIDED, '') === '')
}
