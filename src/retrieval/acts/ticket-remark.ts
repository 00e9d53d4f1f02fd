// What a sentence on a ticket of the person's own says, beside naming the ticket and the act.
import { folded } from '../../kernel/folded.ts'
import { without } from '../patterns.ts'

/** Words that announce something, which is then still to be sent. */
const ANNOUNCED =
  /(?:照片|图片?|截图|附件|文件|视频|录音)[^,，。]{0,8}(?:传|发|补|交|给)[^,，。]{0,6}|(?:传|发|补|附)[上个几张给你们一下]{0,5}(?:照片|图片?|截图|附件|文件|视频|录音)|(?:改|更正|修改|换)(?:一?下|个)?[^\d,，。:：是为成]{0,8}$/gu
const ACT_WORDS =
  /zsqs[-–—_\s\d]*|补(?:充|一?下|[一两几]句|交|传|给|上|点)?|(?:加|说|讲)上?[一两几](?:句|条|点)|更正|[写填报]错|改(?:一?下)?|(?:不|没|未).{0,3}(?:满意|解决|认可|接受|服)|重新?办理?|为什么|怎么/gu
const EMPTY_WORDS =
  /我们?|你们?|您|请|帮|麻烦|给|把|那|这|之前|上次|上回|刚才|昨天|前天|前几天|的|了|再|还|也|要|想|就|个|张|件|条|单子?|工单|诉求|事情?|问题|内容|材料|资料|信息|情况|一下|一点|一些|吧|啊|呢|吗|到|里|能|不能|可以|需要|对|很|太|非常|真|是|结果|答复|处理|办理?|忘|说|有/gu
const EMPTY_LATIN =
  /\b(?:my|the|this|that|ticket|request|i|we|am|is|was|it|a|an|want|to|would|like|please|add|something|more|supplement|reopen|not|with|satisfied|happy|resolved|solved|fixed|still|answer|result)\b/gu
const DETAIL_MIN = 2

/** Whether a sentence says what is to be noted, beside naming the act and the ticket. */
export function saysMore(text: string): boolean {
  const rest = without([ANNOUNCED, ACT_WORDS, EMPTY_WORDS, EMPTY_LATIN], folded(text))
  return (rest.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= DETAIL_MIN
}
