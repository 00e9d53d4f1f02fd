// Parts of the last item's record, asked for in words that name no item.
import type { ItemCode } from '../../kernel/ids.ts'
import { answered } from '../decide.ts'
import type { Field } from '../decision.ts'
import { type Outcome, UNREAD } from '../outcome.ts'
import type { DialogueState } from './dialogue-state.ts'

type Asked = Pick<Outcome, 'rule' | 'normalized'> & Readonly<{ question: string }>

/** The item that was answered just now; null while a question is open, or after anything else. */
export const justAnswered = ({ items, clarification, decided }: DialogueState): ItemCode | null =>
  clarification === null && decided === 'answer' ? (items[0] ?? null) : null

/** The answer with these parts, and nothing looked up. */
export const partOfLast = (
  last: ItemCode,
  parts: Readonly<{ field: Field; also: Field | null }>,
  asked: Asked,
): Outcome => ({
  ...UNREAD,
  ...parts,
  ...asked,
  decision: answered(last, parts, false),
  dependence: 'dependent',
})
