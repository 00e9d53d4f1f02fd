// Good news: what was cut off is back, what was broken is mended. The models hear the same things in
// cries for help.
import { anyOf, inOrder } from '../patterns.ts'

const NOW = anyOf(
  /现在|已经?|刚刚?|都|又|终于|总算|也|今天|早上|下午|晚上|[,，\s]/u,
  /我们?|阿拉|这[里边]|厂里|店里|家里/u,
)
const SUPPLY = /供?[电水气暖]|自来水|燃气|天然气|网络?|信号/u
const IS_BACK = /来|有|通|恢复(?:正常|供应)?|修好|弄好|好|接上/u
const MENDED = /修好|弄好|恢复(?:正常|供[电水气]|通[电水])?|没事|不[停漏]|正常/u
const SOME_NOW = `(?:${NOW.source}){0,4}`

const IS_SO = anyOf(
  inOrder(/[有来通]/u, SUPPLY),
  inOrder(SUPPLY, new RegExp(SOME_NOW, 'u'), IS_BACK),
  MENDED,
)

/** All that is said: whatever stands beside it may be the danger. */
const BACK_AGAIN = inOrder(new RegExp(`^${SOME_NOW}`, 'u'), IS_SO, /[了啦喽咯]{1,3}[。!！~\s]*$/u)

/** Whether the normalised text says that something works again, and nothing else. */
export const isBackAgain = (normalized: string): boolean => BACK_AGAIN.test(normalized)
