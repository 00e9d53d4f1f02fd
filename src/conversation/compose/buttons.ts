// The buttons of messages to a requester. What they carry comes back to `incoming/on-action.ts`.
import type { ItemCode } from '../../kernel/ids.ts'
import type { Action } from '../../kernel/message.ts'
import type { Field, OwnTicketAct, TicketReason } from '../decision.ts'

/** Opens a part of an item's record. */
export const choose = (label: string, code: ItemCode, field: Field): Action => ({
  label,
  value: { a: 'choose', code, field },
})

/** Gives the matter to a person, with the item that it is about where that is known. */
export const toPerson = (code: ItemCode | null = null): Action => ({
  label: '转人工',
  value: { a: 'person', code: code ?? '' },
})

/** Opens the form by which the matter becomes a ticket. */
export const ticketForm = (
  label: string,
  reason: TicketReason,
  code: ItemCode | null = null,
): Action => ({ label, value: { a: 'ticket_form', reason, code: code ?? '' } })

export const ownTicket = (label: string, act: OwnTicketAct, number: string): Action => ({
  label,
  value: { a: 'own_ticket', act, number },
})

export const myTickets: Action = ownTicket('我的诉求', 'list', '')

/** The one to press first. */
export const primary = (action: Action): Action => ({ ...action, style: 'primary' })
