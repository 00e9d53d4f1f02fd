// The few signals that decide by themselves, before anything else is asked.
import { ownTicketIn, refusalIn, smalltalkIn, wantsPerson } from '../retrieval/signals.ts'
import type { Decision } from './decision.ts'

/** A longer message says more than that, and is understood as a whole. */
const SMALLTALK_MAX = 24
const PERSON_MAX = 40

/** What the message plainly is, or null when it has to be understood first. */
export function plainDecision(normalized: string, text: string): Decision | null {
  if (refusalIn(normalized) !== null) return null
  const small = smalltalkIn(normalized)
  if (small !== null && normalized.length <= SMALLTALK_MAX) {
    return { kind: 'smalltalk', reason: small }
  }
  const own = ownTicketIn(normalized)
  if (own !== null && own.number !== null) {
    return { kind: 'status', act: own.act, ticketNumber: own.number, text }
  }
  if (wantsPerson(normalized) && normalized.length <= PERSON_MAX) {
    return { kind: 'ticket', reason: 'person_wanted', code: null }
  }
  return null
}
