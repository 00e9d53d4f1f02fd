// Who cannot go online, or not go at all, is shown where the matter in hand is done in person.
import { beyondCounter, needsCounter } from '../../retrieval/acts/counter.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import { answered } from '../decide.ts'
import { type Outcome, UNREAD } from '../outcome.ts'
import type { DialogueState } from './dialogue-state.ts'

/** From so many characters on, another matter may be named. */
const OTHER_MATTER_MIN = 4

/** Where the last item is done, or null when nothing is in hand or the message says more. */
export function atCounter(
  normalized: string,
  { items, clarification }: DialogueState,
): Outcome | null {
  const [last] = items
  if (last === undefined || clarification !== null || !needsCounter(normalized)) return null
  if (ownSubject(beyondCounter(normalized)) >= OTHER_MATTER_MIN) return null
  const asked = { field: 'channel', also: 'department' } as const
  return {
    ...UNREAD,
    ...asked,
    decision: answered(last, asked, true),
    normalized,
    dependence: 'dependent',
    rule: 'counter',
  }
}
