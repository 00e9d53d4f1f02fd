// 「电话多少」「在几楼」 in the middle of an item: its way, and who publishes what no record holds.
import {
  asksInPerson,
  asksWhereExactly,
  asksWhileAway,
} from '../../retrieval/acts/where-exactly.ts'
import type { Outcome } from '../outcome.ts'
import type { DialogueState } from './dialogue-state.ts'
import { justAnswered, partOfLast } from './part-of-last.ts'

/** Where the last item is done, or null when nothing is in hand or something else is asked. */
export function whereExactly(
  text: string,
  normalized: string,
  state: DialogueState,
): Outcome | null {
  // After a ticket its own number or place may be meant.
  const last = justAnswered(state)
  if (last === null) return null
  const asks = [asksWhereExactly, asksInPerson, asksWhileAway].some((one) => one(normalized))
  if (!asks) return null
  const parts = { field: 'channel', also: 'department' } as const
  return partOfLast(last, parts, { question: text, normalized, rule: 'where_exactly' })
}
