// A sentence that names no ticket and yet is about one: only the person's tickets tell.
import type { TicketReply } from '../../retrieval/acts/ticket-reply.ts'
import { isTerminal, type Ticket } from '../../ticket/ticket.ts'
import type { OwnTicketAct } from '../decision.ts'

/**
 * What the reply does to one of these tickets, or null when it can be about none of them. `isDraft`
 * where the words may be about something else: they then fill in a form, and do nothing by themselves.
 */
export function actOfReply(
  reply: TicketReply,
  tickets: readonly Pick<Ticket, 'state'>[],
): Readonly<{ act: OwnTicketAct; isDraft: boolean }> | null {
  const has = (state: Ticket['state']) => tickets.some((one) => one.state === state)
  const hasAtWork = tickets.some(
    ({ state }) => !isTerminal(state) && state !== 'resolved' && state !== 'confirmed',
  )
  switch (reply) {
    case 'solved':
      return has('resolved') ? { act: 'confirm', isDraft: false } : null
    case 'not_solved':
      return has('resolved') || (has('confirmed') && !hasAtWork)
        ? { act: 'dissatisfied', isDraft: false }
        : null
    case 'not_solved_perhaps':
      return has('resolved') ? { act: 'dissatisfied', isDraft: true } : null
    case 'progress':
      return hasAtWork ? { act: 'progress', isDraft: false } : null
    case 'addition':
      return hasAtWork ? { act: 'supplement', isDraft: false } : null
  }
}
