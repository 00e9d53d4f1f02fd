// 「那就报吧」, said to the offer to hand in a request. What is to be handed in was told before, so
// that such words name nothing; anywhere else they would be looked up and find items at random.
import { anyOf, inOrder } from '../patterns.ts'

const YES = /好的?|行|成|可以|嗯|对|是的?|要的?|需要|ok|yes|yeah|sure|please/u
const BEFORE = new RegExp(
  `^(?:${YES.source}|那么?|就|先|都|还是|请|麻烦|拜托|[你您侬](?:们)?|我(?:们)?|咱们?|[\\s,，。.!！的吧啊呀哦嘛呢]){0,8}`,
  'u',
)
const FOR_ME = /(?:(?:帮|给|替)(?:我们?|阿拉|俺|咱们?|忙)?)?(?:直接|赶紧|快点?)?/u
const HANDS_IN = anyOf(
  /(?:上报|登记|提交|反映|投诉|举报|登|报|提|交|填)(?:一?下|一?个|上去|上|了|掉|诉求|(?:给)?上面|表){0,3}/u,
  // That it is done so.
  /(?:这[么样]|这样子?)(?:办|弄|报|登记)/u,
  // Where it is to be filled in.
  /(?:看)?(?:怎么|在?哪(?:里|儿)?|咋)(?:填|提交|登记)/u,
  // In English.
  /(?:(?:do|file|submit|register|report|send|lodge) ?(?:it|that|this)?|go ahead)(?: for me| for us| now)?/u,
)
const AFTER = /(?:[吧好了呗啊呀嘛行可以谢\s,，。.!！~]|please|thanks)*$/u

const HANDED_IN_THEN = inOrder(BEFORE, FOR_ME, HANDS_IN, AFTER)

/** Yes, and not only that it was heard: 「好的」 and 「行」 end a talk as well. */
const YES_ALONE = inOrder(
  /^(?:可以|要|需要|好[啊呀]|行[啊呀]|yes|yeah|yep|sure)/u,
  /(?:的|啊|呀|哦|嘛|要|需要|麻烦(?:你|您)?(?:了)?|谢谢|[\s,，。.!！~]|please){0,8}$/u,
)

/** Longer ones say what is to be handed in. */
const ASSENT_MAX = 16
const ASSENT_MAX_ENGLISH = 40

/** Whether the message agrees that what was just told is handed in, and says nothing else. */
export function assentsToFile(normalized: string): boolean {
  const isLatin = /^[\x20-\x7e]*$/u.test(normalized)
  if (normalized.length > (isLatin ? ASSENT_MAX_ENGLISH : ASSENT_MAX)) return false
  return HANDED_IN_THEN.test(normalized) || YES_ALONE.test(normalized)
}
