// What a sentence on a ticket of the person's own says, beside naming the ticket and the act.
import { folded } from '../../kernel/folded.ts'
import { anyOf, inOrder, without } from '../patterns.ts'

/** Words that announce something, which is then still to be sent. */
const ANNOUNCED = anyOf(
  // A picture is sent.
  /(?:照片|图片?|截图|附件|文件|视频|录音)[^,，。]{0,8}(?:传|发|补|交|给)[^,，。]{0,6}/gu,
  // The same, the other way about.
  /(?:传|发|补|附)[上个几张给你们一下]{0,5}(?:照片|图片?|截图|附件|文件|视频|录音)/gu,
  // Something is changed, and not yet said into what.
  /(?:改|更正|修改|换)(?:一?下|个)?[^\d,，。:：是为成]{0,8}$/gu,
)
const ACT_WORDS = anyOf(
  // To add.
  /zsqs[-–—_\s\d]*|补(?:充|一?下|[一两几]句|交|传|给|上|点)?|(?:加|说|讲)上?[一两几](?:句|条|点)/gu,
  // To correct.
  /更正|[写填报]错|改(?:一?下)?/gu,
  // Not satisfied.
  /(?:不|没|未).{0,3}(?:满意|解决|认可|接受|服)/gu,
  // Again, and why.
  /重新?办理?|为什么|怎么/gu,
)
const EMPTY_WORDS = anyOf(
  // Whom, and for whom.
  /我们?|你们?|您|请|帮|麻烦|给|把|那|这/gu,
  // When.
  /之前|上次|上回|刚才|昨天|前天|前几天/gu,
  // Little words.
  /的|了|再|还|也|要|想|就/gu,
  // Measure words.
  /个|张|件|条/gu,
  // What it is called.
  /单子?|工单|诉求|事情?|问题|内容|材料|资料|信息|情况/gu,
  // A little.
  /一下|一点|一些/gu,
  // At the end.
  /吧|啊|呢|吗|到/gu,
  // Can, must.
  /里|能|不能|可以|需要/gu,
  // How, is.
  /对|很|太|非常|真|是/gu,
  // What was done with it.
  /结果|答复|处理|办理?|忘|说|有/gu,
)
const EMPTY_LATIN = inOrder(
  /\b/gu,
  anyOf(
    // Whose it is, and that it is.
    /my|the|this|that|ticket|request|i|we|am|is|was|it|a|an/gu,
    // What is to be done.
    /want|to|would|like|please|add|something|more|supplement|reopen/gu,
    // How it is.
    /not|with|satisfied|happy|resolved|solved|fixed|still|answer|result/gu,
  ),
  /\b/gu,
)
const DETAIL_MIN = 2

/** Whether a sentence says what is to be noted, beside naming the act and the ticket. */
export function saysMore(text: string): boolean {
  const rest = without([ANNOUNCED, ACT_WORDS, EMPTY_WORDS, EMPTY_LATIN], folded(text))
  return (rest.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= DETAIL_MIN
}
