// Good news: what was cut off is back, what was broken is mended. The models hear the same things in
// cries for help.

const NOW =
  '(?:现在|已经?|刚刚?|都|又|终于|总算|也|今天|早上|下午|晚上|我们?|阿拉|这[里边]|厂里|店里|家里|[,，\\s])*'
const SUPPLY = '(?:供?[电水气暖]|自来水|燃气|天然气|网络?|信号)'
const IS_BACK = '(?:来|有|通|恢复(?:正常|供应)?|修好|弄好|好|接上)'
const MENDED = '(?:修好|弄好|恢复(?:正常|供[电水气]|通[电水])?|没事|不[停漏]|正常)'

/** All that is said: whatever stands beside it may be the danger. */
const BACK_AGAIN = new RegExp(
  `^${NOW}(?:[有来通]${SUPPLY}|${SUPPLY}${NOW}${IS_BACK}|${MENDED})[了啦喽咯]+[。!！~\\s]*$`,
  'u',
)

/** Whether the normalised text says that something works again, and nothing else. */
export const isBackAgain = (normalized: string): boolean => BACK_AGAIN.test(normalized)
