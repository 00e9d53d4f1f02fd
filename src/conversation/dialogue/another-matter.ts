// Where a message leaves the matter in hand: 「这个我问完了，还有个事，……」, 「算了不问这个，……」. Only what
// stands behind counts then, and what was talked about before speaks for nothing.
import type { ItemCode } from '../../kernel/ids.ts'
import { isCued } from '../../retrieval/field-cues.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import { inOrder } from '../../retrieval/patterns.ts'
import type { DialogueState } from './dialogue-state.ts'

const PAUSE = '[,，。.;；:：!！?？~\\s]'
const WELL = `(?:好的?|嗯|哦|行吧?|那(?!个|种|边)|谢谢|对了|${PAUSE})*`
const ASK = '(?:想|要|再|来)?(?:请教|请问|问|咨询)'
const ONE = '(?:一?(?:个|件|下|声|句))'
const MATTER = '(?:事情?|问题|话题)'

/** Everything up to and with one of these is behind; what follows is another matter. */
const ANNOUNCES: readonly RegExp[] = [
  // 「还有个事」「另外一个问题」
  new RegExp(`(?:还有|另外|再有|边上)(?:还有|另外)?(?:一?[个件桩])(?:别的)?${MATTER}`, 'u'),
  // 「换个问题」「问个别的」
  new RegExp(`(?:换|说|问)(?:一?个|件)(?:别的|其他)?${MATTER}|(?:说|问)(?:点|个)别的`, 'u'),
  // 「顺便问一下」「另外请教」
  new RegExp(`(?:顺便|顺带|另外)(?:我)?${ASK}${ONE}?(?:${MATTER})?`, 'u'),
  // 「办执照的事问完了」
  new RegExp(`(?:问|说|聊)(?:完了|好了|清楚了)(?=${PAUSE})`, 'u'),
  // 「算了，这个不问了」「这个先不管」
  new RegExp(
    `(?:这|那)(?:个|件|事|件事|边)?(?:我)?(?:先|就)?不(?:问|说|弄|办|管|提)(?:你|它|他|这个)?了?(?=${PAUSE})`,
    'u',
  ),
  new RegExp(`^${WELL}算了${PAUSE}*不(?:问|弄|办|说|管|搞)(?:你|这个|它|他)?了?(?=${PAUSE})`, 'u'),
  // 「先不弄出口了」
  new RegExp(
    `^${WELL}(?:我们?)?(?:先|暂时)不(?:弄|办|做|搞|管|问|说|考虑)[^,，。.;；!！?？\\s]{1,8}了(?=${PAUSE})`,
    'u',
  ),
  /\b(?:by the way|(?:one |just )?(?:an)?other (?:question|thing|matter)(?: is)?)\b/u,
]
const BEHIND = new RegExp(`^(?:${PAUSE}|就是|是|那(?=我|你|他)|我们?(?=想)|想(?=问)|问)*`, 'u')

/** So much of its own must follow, or it still goes on with what was said. */
const SUBJECT_MIN = 3

/** What points back, or asks of another case of the same, leaves nothing behind. */
const GOES_ON = /^(?:那|这|它|他|上面|刚才|前面)|呢[?？]?$/u

/** The message without what it leaves behind, or null when it leaves nothing. */
export function anotherMatter(normalized: string): string | null {
  const ends = ANNOUNCES.flatMap((pattern) => {
    const found = pattern.exec(normalized)
    return found === null ? [] : [found.index + found[0].length]
  })
  if (ends.length === 0) return null
  const rest = normalized.slice(Math.max(...ends)).replace(BEHIND, '')
  return ownSubject(rest) < SUBJECT_MIN || GOES_ON.test(rest) ? null : rest
}

/** 「备案」, 「许可证怎么办」: a kind of paper alone, as it is asked back at the start of a dialogue. */
const KIND = inOrder(
  /^(?:那|请问|我|想|要|问|下|一下|办|个|一个|这个?|那个?){0,4}/u,
  /(?<kind>备案|许可|审批|资质|批文)(?:证|手续)?/u,
  // How one gets it.
  /(?:的)?(?:要|该|去)?(?:怎么|咋|如何|怎样)?(?:办理?|弄|搞|做|申请)?/u,
  /(?:呢|呀|啊|伐|[?？。.!！\s]){0,4}$/u,
)
/** What points at the matter in hand: 「这个备案」. */
const POINTS = /^(?:那|这)/u

/** Whether the message is of no more than a kind of paper, and what was talked about has none of it. */
export function isAnyOfKind(normalized: string, lastName: string | undefined): boolean {
  const kind = KIND.exec(normalized)?.groups?.['kind']
  return (
    kind !== undefined &&
    lastName !== undefined &&
    !POINTS.test(normalized) &&
    !lastName.includes(kind)
  )
}

const ANOTHER_OF =
  /(?:有没有|有(?:啥|什么)?|还有)(?:没有)?(?:啥|什么)?(?:别的|其他的?|其它的?|另外的|低一(?:点|档|级)的?|差一点的)/u
const GIVEN_UP = /(?:那就(?:没|算)了|(?:不|弗)够?格(?:就)?算了|那(?:就)?(?:报|申请|办|评)不了)/u

/** The last item, when something else of its kind is wanted: 「有没有别的」. */
export const otherThanLast = (
  normalized: string,
  { items, clarification }: DialogueState,
): readonly ItemCode[] =>
  clarification === null && wantsAnother(normalized) ? items.slice(0, 1) : []

function wantsAnother(normalized: string): boolean {
  const found = ANOTHER_OF.exec(normalized)
  if (found === null) return GIVEN_UP.test(normalized) && /有没有|还有/u.test(normalized)
  // 「还有别的材料吗」 asks for a part of the record.
  return !isCued(normalized.slice(found.index + found[0].length))
}
