// What a message about a ticket of the person's own comes to.
import { ownActIn } from '../../retrieval/acts/own-act.ts'
import { ownTicketIn } from '../../retrieval/acts/own-ticket.ts'
import type { Decision } from '../decision.ts'

/** Somebody who is not content with how a ticket ended is owed its reopening, not its progress. */
export function aboutOwnTicket(normalized: string, text: string): Decision {
  const act = ownActIn(normalized) ?? 'progress'
  if (act === 'dissatisfied') return { kind: 'ticket', reason: 'not_solved', code: null }
  const ticketNumber = ownTicketIn(normalized)?.number ?? null
  return { kind: 'status', reason: 'own_ticket', act, ticketNumber, text }
}
