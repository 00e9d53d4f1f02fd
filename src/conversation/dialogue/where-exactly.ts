// 「电话多少」「在几楼」 in the middle of an item: its way, and who publishes what no record holds.
import { asksInPerson, asksWhereExactly } from '../../retrieval/acts/where-exactly.ts'
import type { Outcome } from '../outcome.ts'
import type { DialogueState } from './dialogue-state.ts'
import { partOfLast } from './part-of-last.ts'

/** Where the last item is done, or null when nothing is in hand or something else is asked. */
export function whereExactly(
  text: string,
  normalized: string,
  { items, clarification, decided }: DialogueState,
): Outcome | null {
  const [last] = items
  // After a ticket its own number or place may be meant.
  if (last === undefined || clarification !== null || decided !== 'answer') return null
  if (!asksWhereExactly(normalized) && !asksInPerson(normalized)) return null
  const parts = { field: 'channel', also: 'department' } as const
  return partOfLast(last, parts, { question: text, normalized, rule: 'where_exactly' })
}
