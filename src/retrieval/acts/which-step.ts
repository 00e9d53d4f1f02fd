// A step that is asked for by its number: 「第二步是什么」「最后一步怎么弄」.
import { inOrder } from '../patterns.ts'

const NUMBERS = '一二三四五六七八九十'
const STEP =
  /(?:第\s?(?<number>[一二三四五六七八九十]|\d{1,2})|(?<last>最后一?))\s?个?(?:步骤?|环节)/u
/** How one asks what there is to do, but for the word that asks. */
const DOING = /到底|具体|应该|该|要|是|得|先|去|做|办|干|弄|搞|操作|走|写|交|填|怎么|咋|如何/u

const ASKED = inOrder(
  STEP,
  new RegExp(`(?:${DOING.source}|\\s){0,8}`, 'u'),
  /什么|啥|哪|呢|[?？]|$/u,
)
/** Nothing else is said. */
const ONLY_ASKED = inOrder(
  /^(?:那么?|那个|请问|它|办理|[你您]|刚才|刚刚|前面|上面|说|讲|的|[,，\s]){0,8}/u,
  STEP,
  new RegExp(`(?:${DOING.source}|什么|啥|哪[里个]?|来着|[呢呀啊]|[?？。.!！\\s]){0,12}$`, 'u'),
)

/** Whether a step is asked for by its number, and nothing else. */
export const asksWhichStep = (normalized: string): boolean => ONLY_ASKED.test(normalized)

/** The number of the step that is asked for, among whatever else; null where none is. */
export function stepNumberIn(text: string): number | 'last' | null {
  const { number, last } = ASKED.exec(text)?.groups ?? {}
  if (last !== undefined) return 'last'
  return number === undefined ? null : NUMBERS.indexOf(number) + 1 || Number(number)
}
