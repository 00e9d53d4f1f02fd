// 「第二步呢」 in the middle of an item: its steps.
import type { Outcome } from '../outcome.ts'
import type { DialogueState } from './dialogue-state.ts'
import { partOfLast } from './part-of-last.ts'

const STEP =
  /^(?:那么?|请问|它的?|办理的?|[,，\s])*(?:第\s?(?:[一二三四五六七八九十]|\d{1,2})\s?|最后一?)步(?:骤)?(?:到底|具体|应该|该|要|是|得|先|去|做|办|干|弄|搞|操作|走|写|交|填|怎么|咋|如何|什么|啥|哪里?|呢|呀|啊|[?？。\s])*$/u

/** The steps of the last item, or null when nothing is in hand or something else is asked. */
export function whichStep(
  text: string,
  normalized: string,
  { items, clarification }: DialogueState,
): Outcome | null {
  const [last] = items
  if (last === undefined || clarification !== null || !STEP.test(normalized)) return null
  const parts = { field: 'process', also: null } as const
  return partOfLast(last, parts, { question: text, normalized, rule: 'which_step' })
}
