// What is said of a ticket without naming it: that it is solved or is not, how it stands, what is to be
// added. It means the ticket only for somebody who has one that this can be about; anybody else asks.
import { anyOf, inOrder } from '../patterns.ts'
import { DONE, NOT_MENDED, REFUSES, REFUSES_RESULT } from './verdicts.ts'

/**
 * `not_solved_perhaps` is said of many things, so that it is asked back what is meant. The second half is
 * only said to a ticket that is in hand (ticket-in-hand.ts).
 */
export type TicketReply =
  | 'solved'
  | 'not_solved'
  | 'not_solved_perhaps'
  | 'progress'
  | 'addition'
  | 'correction'
  | 'urge'
  | 'done_with'
  | 'praised'
  | 'blamed'
  | 'all'
  | 'one_of'

/** Longer ones say more than a reply does, unless they add something. In characters. */
const REPLY_MAX = 40
const HINT_MAX = 20

/** Not 「呢」: 「还停着呢」 tells. */
const ASKS = /[?？]|[吗么伐谁]|怎么|咋|如何|多少|多久|几[天个]|哪|什么|啥|能不能|可不可以|要不要/u
/** Decisions and papers of others, against which there are ways of their own. */
const OF_OTHERS = /处罚|决定书|罚单|仲裁|判决|裁定|复议|评标|中标|起诉|合同|保险|养老|耕地|协议/u

const THANKS =
  /(?:[,，。!！\s]*(?:太好了|多?谢谢?(?:了|你们?|您|侬)?|感谢|辛苦了?|麻烦了)){0,3}[。!！~\s]*$/u
const SOLVED = inOrder(
  /^(?:(?:嗯|好的?|是的?|对)[,，\s]*)?/u,
  /(?:这下|现在|今天|这回|问题|事情|都|全部?|总算|终于|已经?|确实|[,，\s]){0,4}/u,
  anyOf(inOrder(anyOf(DONE, /恢复|可以|好/u), /了|啦|咯|哉|喽/u), /已解决|可以了[,，\s]*解决了/u),
  THANKS,
)

const NOT_SOLVED = anyOf(NOT_MENDED, REFUSES_RESULT, inOrder(REFUSES, /$/u))
/** It is as it was. */
const STILL = anyOf(
  /还是(?:坏|不|没|停|断|漏|堵|老样子|一样|这样)|(?:仍然|依然|依旧|照样)(?:不|没|坏|停|断)/u,
  /还(?:停|断|漏|堵|坏)着|又(?:坏|跳闸|停|断|漏|堵)了?/u,
)

const PROGRESS = inOrder(
  /^(?:请问|你好|您好|现在|我的?|那个|这件?事|[,，\s]){0,3}/u,
  anyOf(
    /有(?:什么|啥|没有|没)?(?:新的?)?(?:进展|消息|音讯|回音|结果)(?:了)?(?:吗|么|没有?|伐)?/u,
    /(?:办|处理|进行)?(?:得|到)(?:哪|什么|啥)(?:一?步|程度|地步)了?/u,
    /(?:怎么|咋)?(?:一直|还|到现在)*(?:没|没有|呒没)人(?:理|管|联系|回复?|找|打(?:个)?电话(?:给)?|打|来)(?:我们?|阿拉)?(?:电话)?/u,
  ),
  // How that feels.
  /[了呢啊呀吗]?(?:[,，\s]*(?:我)?(?:都|真|快)?(?:急死|急|烦死|烦)(?:我)?(?:了|人)?)?[?？!！。~\s]*$/u,
)

const ADDITION = anyOf(
  /^(?:再|还要?|我要?)?补充(?:一?[下点句条]|几[点句]|说明)?(?=[,，:：。\s]|我|阿拉|这|那|前面|刚才|上次)/u,
  /^(?:刚才|刚刚|前面|上面)(?:发|传|那)?(?:的|张|个|几张)?(?:照片|图片?|截图|文件|材料|附件|视频)(?:是|拍的)/u,
)

/** What the normalised text is as a reply about one's own ticket, or null. */
export function ticketReplyIn(normalized: string): TicketReply | null {
  if (OF_OTHERS.test(normalized)) return null
  if (ADDITION.test(normalized)) return 'addition'
  if (normalized.length > REPLY_MAX) return null
  if (PROGRESS.test(normalized)) return 'progress'
  if (ASKS.test(normalized)) return null
  if (NOT_SOLVED.test(normalized)) return 'not_solved'
  if (SOLVED.test(normalized)) return 'solved'
  return normalized.length <= HINT_MAX && STILL.test(normalized) ? 'not_solved_perhaps' : null
}
