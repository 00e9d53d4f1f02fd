// How a message depends on what was said before: an ellipsis (「多久？」), a correction, or a new
// question.
import { folded } from '../../kernel/folded.ts'
import { ownSubject, subjectOf } from '../../retrieval/own-subject.ts'
import { anyOf, inOrder } from '../../retrieval/patterns.ts'
import type { DialogueState } from './dialogue-state.ts'

/** 「那……」, 「……呢」, 「这张……」: words that point back. */
const LINKS = anyOf(
  /^(?:那|那么|这|它|还有|另外|然后|再|要是|如果|假如|万一|后面|以后|接下来|对了|而且|但是|可是|不过)/u,
  /呢[?？]?$/u,
  /(?:这个|那个|这样|这张|那张|这道|那道|这步|那步|这本|那本|这种|那边|这边)/u,
)

/** Another case than the one talked about: 「要是外资的」, 「……呢」, "what if". */
const ANOTHER = anyOf(
  /^(?:那)?(?:要是|如果|假如|万一)|呢[?？]?$/u,
  /^(?:and |but |so )?(?:what|how) (?:if|about)\b/u,
  /^(?:and |or |but )(?:for|if|in case)\b|^(?:suppose|supposing|in case)\b/u,
)

export const supposesAnother = (normalized: string): boolean => ANOTHER.test(normalized)

/** What takes up again what was talked about before the last. */
const BACK =
  /刚才|前面|刚刚|上面(?:说|讲)|回到|说回|回过头|先头|(?:开头|最早|一开始)(?:说|讲|问|提|那[个件张条])|还是(?:说|讲)/u

export const takesUpAgain = (normalized: string): boolean => BACK.test(normalized)

/** A message with no more of its own than this most likely goes on about the last item. */
export const SHORT_MAX = 4

/** A correction: then another than the last is meant. */
const CORRECTED = /^(?:哦?不对|不是|错了|哦不|[说打讲写搞]错|换成)/u

export const isCorrected = (normalized: string): boolean => CORRECTED.test(normalized)

const QUESTION = /[吗么呢?？不没]$/u
/** What may go wrong with the matter in hand: 「如果不批呢」 supposes no other. */
const FAILS = anyOf(
  // Not given.
  inOrder(/不|没/u, /给|批|合格|(?:通)?过|认|服|同意|办|行|成|肯|交|签|齐|够|上|在|到|来/u),
  // Refused, lost.
  /驳回|退回|输|败|丢/u,
  // Too late.
  /过期|超期|晚了|断了|逾期/u,
  // In English.
  /refus|reject|fail/u,
)
/** A figure of the case: 「毕业两年了」, 「总投资三千万的」. */
const COUNTS = anyOf(
  // So many of something.
  inOrder(
    /[0-9一二两三四五六七八九十百千万半几]多?个?/u,
    /天|月|年|岁|人|万|块|元|平|吨|亩|亿|周|礼拜|次|家|台|条|份/u,
  ),
  // A bare number.
  /[0-9]{2,}|[二三四五六七八九]十/u,
)

/** What begins with the part that is asked for names no matter before it: 「要多久 总投资三千万的」. */
const PART_FIRST = new RegExp(
  [
    '^(?:这个?|那个?|哦|嗯|一般|大概|大约|最快|最晚|总共|一共|具体|,|，|\\s)*',
    '(?:我们?)?(?:要|需要|得|会|能|还要|可以)?(?:准备|带|交|留|等|花|收|办|批|填)?',
    '(?:多久|多长|几(?:天|个|号|时|年|月)|多少|哪些|哪里|哪儿|什么|啥|谁|去哪|在哪|怎么|咋|收(?:费|钱)|要钱|免费|当(?:场|天))',
  ].join(''),
  'u',
)

/** How a message goes on about the matter in hand without naming it. */
export const tellsMoreIn = (normalized: string) => ({
  beginsWithPart: PART_FIRST.test(normalized),
  isQuestion: QUESTION.test(normalized),
  fails: FAILS.test(normalized),
  counts: COUNTS.test(normalized),
})

/** A longer message with a subject of its own tells all that it needs. In characters. */
const LEANING_MAX = 24

export type Dependence = 'new' | 'leaning' | 'dependent'

/**
 * Whether the message can be understood alone. `dependent` has no subject of its own, or says no
 * more than the question that was asked back; `leaning` has one but reads on from the last.
 */
export function dependenceOf(normalized: string, state: DialogueState): Dependence {
  if (state.items.length === 0 && state.clarification === null) return 'new'
  const own = ownSubject(normalized)
  if (own <= 1) return 'dependent'
  if (state.clarification !== null) {
    return subjectOf(folded(state.clarification.question)).includes(subjectOf(normalized))
      ? 'dependent'
      : 'leaning'
  }
  if (own <= SHORT_MAX || LINKS.test(normalized) || supposesAnother(normalized)) return 'leaning'
  return normalized.length <= LEANING_MAX ? 'leaning' : 'new'
}
