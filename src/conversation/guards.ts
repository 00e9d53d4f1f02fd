// The few signals that decide by themselves, before anything else is asked.
import { ownTicketIn, smalltalkIn } from '../retrieval/signals.ts'
import type { Decision } from './decision.ts'

/** What the message plainly is, or null when it has to be understood first. */
export function plainDecision(normalized: string, text: string): Decision | null {
  const small = smalltalkIn(normalized)
  if (small !== null) return { kind: 'smalltalk', reason: small }
  const own = ownTicketIn(normalized)
  if (own !== null && own.number !== null) {
    return { kind: 'status', act: own.act, ticketNumber: own.number, text }
  }
  return null
}
