// 「第二步呢」 in the middle of an item: its steps.
import { asksWhichStep } from '../../retrieval/acts/which-step.ts'
import type { Outcome } from '../outcome.ts'
import type { DialogueState } from './dialogue-state.ts'
import { partOfLast } from './part-of-last.ts'

/** The steps of the last item, or null when nothing is in hand or something else is asked. */
export function whichStep(
  text: string,
  normalized: string,
  { items, clarification }: DialogueState,
): Outcome | null {
  const [last] = items
  if (last === undefined || clarification !== null || !asksWhichStep(normalized)) return null
  const parts = { field: 'process', also: null } as const
  return partOfLast(last, parts, { question: text, normalized, rule: 'which_step' })
}
