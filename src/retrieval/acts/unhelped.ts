// That our answer was of no use: 「答非所问」, 「没用」, "not what I asked".
import { anyOf, without } from '../patterns.ts'

const BEFORE =
  '(?:^|[,，。.!！?？~…\\s])(?:还是|又|都|你|这个?|那|根本|完全|一点|回答|答|说|讲|哎|唉|得|的)*'
/** Where nothing else is said behind it: 「没用过」, 「不是这个证」 say something else. */
const AT_END = '(?=$|[,，。.!！?？~\\s])'

/** Each said as a clause of its own. */
const VERDICTS = [
  // It is no use, it does not help.
  '没(?:有|什么|啥)?(?:用|帮助)(?:的|处)?(?=$|[,，。.!！?？~\\s啊呀吧呢嘛])',
  `不管用${AT_END}`,
  '没(?:有)?帮(?:到|上)(?:我|忙)?|一点用(?:都|也)?没有',
  // It is beside the question.
  '(?:看|听)不懂你|(?:和|跟)我问的.{0,4}(?:不|没|无)|没(?:有)?一个(?:是|对)的?(?=$|[,，。!！\\s])',
  '答非所问|(?:驴唇|牛头)不对马(?:嘴|面)|不对题|(?:搞|弄|答|理解|听|看)错(?:了|我)',
  // The question was not understood.
  '没(?:有)?(?:回答|答到|听懂|看懂|理解|搞懂|弄懂|明白)(?:我的?(?:意思|问题)?|问题|意思|$)|听不懂(?:我|人话|$)',
  // Something else is meant.
  '不是(?:我|阿拉|俺)(?:想|要)?(?:问|说|讲|找|要|办)的',
  `不是这个(?:意思|问题|答案)?${AT_END}|(?:都|全)不是${AT_END}`,
  '不对(?:不对|的|啊|呀|吧)*[。!！~]*$',
].join('|')

const UNHELPED = anyOf(
  new RegExp(`${BEFORE}(?:${VERDICTS})`, 'u'),
  // Not helpful.
  /not (?:helpful|useful|what i (?:asked|meant|want))|(?:doesn'?t|didn'?t|does not|did not) (?:help|answer)/u,
  // Wrong.
  /wrong answer|irrelevant|you(?:'re| are)? (?:misunderst|got it wrong)/u,
)

/** Whether the message says that our answer was of no use. */
export const isUnhelped = (normalized: string): boolean => UNHELPED.test(normalized)

/** What is said beside that our answer was of no use. */
export const beyondUnhelped = (normalized: string): string => without([UNHELPED], normalized)
