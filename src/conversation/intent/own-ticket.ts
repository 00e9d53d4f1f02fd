// What a message about a ticket of the person's own comes to, by its words and by how far the person's
// tickets have come. One that names a ticket is about it, whoever has written it; one that names none
// is a reply about a ticket only where there is one that it fits.
import { folded } from '../../kernel/folded.ts'
import { ownActIn } from '../../retrieval/acts/own-act.ts'
import { ownTicketIn } from '../../retrieval/acts/own-ticket.ts'
import { type TicketReply, ticketReplyIn } from '../../retrieval/acts/ticket-reply.ts'
import type { OwnTickets } from '../answer-ports.ts'
import type { Decision, OwnTicketAct } from '../decision.ts'
import type { Outcome } from '../outcome.ts'

type Said = Readonly<{
  /** As it is kept with the decision. */
  text: string
  tickets: OwnTickets
}>

/** What is known to be about a ticket of the person's own. */
export function aboutOwnTicket(
  normalized: string,
  { text, tickets }: Said,
): Extract<Decision, { kind: 'status' | 'ticket' }> {
  const act = ownActIn(normalized) ?? 'progress'
  // Whoever is not content with how a ticket ended, and has none that is answered, writes why anew.
  if (act === 'dissatisfied' && !tickets.has('answered')) {
    return { kind: 'ticket', reason: 'not_solved', code: null }
  }
  const ticketNumber = ownTicketIn(normalized)?.number ?? null
  return { kind: 'status', reason: 'own_ticket', act, ticketNumber, text }
}

/**
 * The outcome, or what the message does to one of the tickets that it does not name. Danger comes
 * before that, and a ticket that is named has been heard of. What was found for the words besides is
 * not shown, and nothing goes on from it.
 */
export function asTicketReply(outcome: Outcome, { text, tickets }: Said): Outcome {
  const { kind } = outcome.decision
  if (tickets.size === 0 || kind === 'emergency' || kind === 'status') return outcome
  const reply = ticketReplyIn(folded(text).trim())
  const done = reply === null ? null : doneBy(reply, tickets)
  if (done === null) return outcome
  return {
    ...outcome,
    decision: { kind: 'status', reason: 'own_ticket', ticketNumber: null, text, ...done },
    field: null,
    also: null,
    rule: 'own_ticket',
    complained: false,
    denied: [],
  }
}

type Done = Readonly<{ act: OwnTicketAct; isDraft?: true }>

/** What a reply does to one of these tickets; null when it can be about none of them. */
function doneBy(reply: TicketReply, tickets: OwnTickets): Done | null {
  const isAnswered = tickets.has('answered')
  const isAtWork = tickets.has('at_work')
  switch (reply) {
    case 'solved':
      return isAnswered ? { act: 'confirm' } : null
    case 'not_solved':
      // Of one that is still worked at nobody has said that it is solved.
      return isAnswered || (tickets.has('confirmed') && !isAtWork) ? { act: 'dissatisfied' } : null
    case 'not_solved_perhaps':
      return isAnswered ? { act: 'dissatisfied', isDraft: true } : null
    case 'progress':
      return isAtWork ? { act: 'progress' } : null
    case 'addition':
      return isAtWork ? { act: 'supplement' } : null
  }
}
