// 「算了，当我没说」: what was said is taken back before anything was handed in. A request that was
// handed in is withdrawn by its own act (own-ticket.ts).
import { isCued } from '../field-cues.ts'
import { anyIn, anyOf, inOrder, without } from '../patterns.ts'

const END = /(?=$|[,，。.;；!！?？~…\s了吧啦啊])/u
const NOT_SAID: readonly RegExp[] = [
  inOrder(/(?:就)?当(?:我)?(?:刚才|前面)?没(?:有)?(?:说|问|讲|提|来)(?:过)?/u, END),
  // 「我收回」, 「刚才的话我撤回」: what is withdrawn without its words is a request.
  anyOf(
    inOrder(
      /(?:^|[,，。;；!！\s])我?(?:把)?(?:刚才|前面)?(?:的话|(?:说|讲)的话?)?(?:都)?我?收回/u,
      END,
    ),
    inOrder(/(?:收回|撤回)(?:我)?(?:刚才|前面)?(?:的话|(?:说|讲)的话?|那句话?)/u, END),
    /(?:刚才|前面)(?:的话|(?:说|讲)的话?)(?:都)?我?(?:收回|撤回)/u,
  ),
  // What was written in the chat is to be gone.
  inOrder(
    /(?:^|[,，。;；!！\s])(?:那|我)?(?:能不能|可不可以|能否|可以|能|请|麻烦|想|要|帮我|给我){0,3}(?:把)?我?(?:刚才|刚刚|前面|上面)/u,
    /我?(?:填|写|说|讲|发|输入?|打|问)(?:过|了)?的(?:话|内容|东西|信息|那些|这些|字)?(?:都|全|全部|给){0,2}/u,
    /(?:删|清|抹)(?:掉|了|除|空|去)?(?:吗|么|吧|不)?/u,
    END,
  ),
  /\b(?:never ?mind|forget (?:it|what i said)|i take (?:it|that) back)\b/u,
]
const NO_LONGER = anyOf(
  // No longer wanted.
  inOrder(
    /(?:不|别|甭)(?:想|要|用|需要|打算)?(?:再)?/u,
    /投诉|举报|反映|告(?![诉知])|登记(?!在)|提交|提(?:诉求)?|填|转人工|找(?:你们|人)/u,
    /(?:他们?|她|它|了|这个|这事|你们?)*(?:了|啦)/u,
    /(?=$|[,，。.;；!！?？~…\s吧啊])/u,
  ),
  // In English.
  /\bi (?:do not|don['’]?t|no longer) want to (?:complain|report)\b/u,
)
const LET_IT_BE = inOrder(
  /(?:^|[,，。;；!！\s])(?:那|哎|唉|就|还是)*/u,
  /算了?|拉倒|作罢|罢了|没事了|不麻烦(?:你们?|您)?了|不用(?:管|麻烦|登记|填)?了/u,
  /(?:吧|算了|啦)*(?=$|[,，。.;；!！?？~…\s])/u,
)
/** A request of another day, or one that has a number, was handed in. */
const HANDED_IN = anyOf(
  // When.
  /上[次回周个]|之前(?:提|报|登|反映|的(?:单|诉求))|[前昨]天|今天早上|前几天/u,
  // What was handed in.
  /诉求(?!单)|单子?|编号|工单|zsqs/u,
  // That it was.
  /提交过|登记过/u,
  // In English.
  /\bticket|\brequest\b/u,
)
const ASKS_ON =
  /[?？吗么呢伐]\s*$|怎么|咋|如何|能不能|可不可以|多少|哪|谁|帮我|给我|我(?:就|还是|先)?(?:想|要)(?!再)|直接|转/u

/** Whether what was said is taken back; `offered`: a request was just offered, and is still to be handed in. */
export function takesBack(normalized: string, offered: boolean): boolean {
  if (HANDED_IN.test(normalized)) return false
  const isTaken = anyIn([...NOT_SAID, NO_LONGER], normalized)
  if (!isTaken && !(offered && LET_IT_BE.test(normalized))) return false
  const rest = without([...NOT_SAID, NO_LONGER, LET_IT_BE], normalized)
  return !isCued(rest) && !ASKS_ON.test(rest)
}
