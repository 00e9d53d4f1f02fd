// The wish to hand in a request, beside the acts on one handed in before (own-act.ts).
import { ownSubject } from '../own-subject.ts'
import { anyIn, anyOf, inOrder, without } from '../patterns.ts'

const HAND_IN = '(?:提(?:交|出)?|登个?记?|报|填|写|录|反映|发起|递交?|新?建|开)'
const MANNER =
  '(?:重新|再|又|帮(?:我们?|阿拉|忙)?|给(?:我们?|阿拉)|替(?:我们?|阿拉)|新|上去|一?[次下个件条份只张桩点眼些]|的)*'
const MATTERS = '(?:意见|建议|投诉|情况|问题|事情?)'

/** A request by its name. */
const REQUEST: readonly RegExp[] = [
  new RegExp(`${HAND_IN}${MANNER}(?:诉求|工单)`, 'u'),
  /(?:诉求|工单)[要在该怎么咋如何能可以到从去哪里儿个地方]{0,8}(?:提|登记|报|交|填|反映)/u,
]
/** Words for one that are said of other matters as well: nothing else is said. */
const GRIEVANCE: readonly RegExp[] = [
  inOrder(
    /(?:要|想|能|可以|来|帮我们?|给我们?|替我们?|帮阿拉|麻烦)(?:跟|向|和|给)?(?:你们)?/u,
    new RegExp(`${MANNER}${HAND_IN}${MANNER}(?:一?[下些点])?`, 'u'),
    new RegExp(`${MATTERS}(?:上去|给你们)?`, 'u'),
  ),
  /(?:要|想)(?:把|将)?.{0,6}(?:投诉|反映)(?:上去|一下|给你们)?/u,
  /(?:跟|向|和)你们?(?:中心)?(?:反映|投诉)/u,
  /^(?:登记|提交)(?:一?个|一下)?(?:投诉|意见|建议)/u,
]
const AGAIN = '(?:再|重新)'
/** 「帮我登记一下」: what, was said before. */
const NAMELESS = inOrder(
  /^(?:行|好|那|就|嗯|可以|你|侬|请|麻烦|能不能|能|[\s,，的吧啊])*/u,
  anyOf(
    new RegExp(
      `${AGAIN}?(?:帮|给|替)(?:我们?|阿拉|忙)?${AGAIN}?(?:登记?一?(?:个|下|记|次|件|条)|登记)`,
      'u',
    ),
    new RegExp(`(?:我)?(?:要|想)?${AGAIN}(?:登|登记|提|报|提交)一?(?:个|次|件|条|下)`, 'u'),
  ),
  /(?:[吧好伐吗啊呀行可以不,，。!！\s])*$/u,
)
/** 「帮我报上去」: what is still to be handed in, though it is said as of what has been. */
const UP = inOrder(
  /^(?:行|好|那|就|嗯|你|侬|请|麻烦|[\s,，的吧啊]){0,6}/u,
  /(?:帮|给|替)(?:我们?|阿拉|忙)(?:报|提|反映|递|登记)上去/u,
  /[吧好啊呀行可以,，。!！\s]{0,6}$/u,
)
/** 「还要提一个，……」: beside one that was handed in. */
const ONE_MORE =
  /^(?:我们?)?(?:还|再|另外|又)(?:有|要|想)?(?:再|另外)?(?:提交?|报|反映|登记)一?[个件条](?:诉求|问题|事情?)?(?=$|[,，:：。\s])/u
const IN_ENGLISH = inOrder(
  /\b(?:i|we)(?:'d| would| want| wish| need| like| to|,)* /u,
  /file|submit|lodge|make|register|raise|open|report/u,
  /(?: an?| another| my| our| the| some)?(?: new| formal| official)* /u,
  /(?:complaints?|requests?|tickets?|grievances?|issues?|problems?|suggestions?)\b/u,
)
const ASKS_IN_ENGLISH = /\b(?:how|what|where|which|who|when|status)\b|\?/u
/** What has been handed in is no wish to do so. */
const HANDED_IN = anyOf(
  // Handed in already.
  /(?:提(?:交)?|登记|报|反映|交|递|填)(?:上去|过|了|完|好)/u,
  /(?:昨[天晚夜]|前[天晚]|今[天早]|上午|下午|早上|晚上)[^,，]{0,10}提交的/u,
  // Not to be found.
  /找不到/u,
  // When, and whose.
  /(?:上次|上回|上周|之前|昨天|前天|前几天|刚才|刚刚)[^,，]{0,8}(?:提|登记|报|反映)/u,
  /(?:我们?|那|这)[^,，]{0,6}(?:提|登记|反映|报)(?:交)?的/u,
  // Taken back or added to.
  /撤|补[充一张几]|更正/u,
  // Asked after.
  /进度|进展|怎么样|回音|结果|哪[几些]个?|多少|列/u,
)
/** Then it is asked how that is done. */
const WHERE_TO = /哪里|哪儿|去哪|怎么|如何|流程|材料/u
const FILING_WORDS = /请|怎么|在哪里?|上去|有个?|帮|阿拉|侬|想|跟|情况|新/gu
/** From so many characters on, another matter is named. */
const OTHER_MATTER_MIN = 3

/** Whether the message wants to hand in a request, and not to know of one. */
export function wantsToFile(normalized: string): boolean {
  if (IN_ENGLISH.test(normalized)) return !ASKS_IN_ENGLISH.test(normalized)
  if (UP.test(normalized) || ONE_MORE.test(normalized)) return true
  if (HANDED_IN.test(normalized)) return false
  return (
    NAMELESS.test(normalized) ||
    anyIn(REQUEST, normalized) ||
    (anyIn(GRIEVANCE, normalized) &&
      !WHERE_TO.test(normalized) &&
      ownSubject(without([...GRIEVANCE, FILING_WORDS], normalized)) < OTHER_MATTER_MIN)
  )
}
