// The ledger of a ticket: what was done, by whom, when. Append-only; replaying it gives the ticket.
import type { ContactId, StaffId, TicketId } from '../kernel/ids.ts'
import type { Command } from './command.ts'
import type { Actor, Instant, Ticket, TicketState } from './ticket.ts'

/** Who did it, as the ledger keeps it. */
export type ActorMark =
  | Readonly<{ kind: 'staff'; id: StaffId }>
  | Readonly<{ kind: 'requester'; id: ContactId }>
  | Readonly<{ kind: 'exchange'; system: string }>
  | Readonly<{ kind: 'system' }>

/** What is written first: the ticket as it was registered. */
export type Registration = Readonly<{ kind: 'register'; ticket: Ticket }>

/** One append-only entry of a ticket's ledger. */
export type Activity = Readonly<{
  ticketId: TicketId
  /** 1 is the registration; without gaps. */
  seq: number
  at: Instant
  actor: ActorMark
  from: TicketState | null
  to: TicketState
  act: Command | Registration
  /** Whether the limit that this act ends was kept; null where none ends or no calendar covers it. */
  timely: boolean | null
}>

/** The department that an act put the ticket to; null for acts that leave it where it is. */
export function placedWith(act: Activity['act']): string | null {
  const places = act.kind === 'dispatch' || act.kind === 'decide_dispute' || act.kind === 'transfer'
  return places ? act.department : null
}

type Recorded = Readonly<{ act: Activity['act'] | null; from: TicketState | null }>

/** An act by which the enterprise is sent a corrected result. */
export const isCorrection = ({ act, from }: Recorded): boolean =>
  act?.kind === 'correct' || (act?.kind === 'approve_review' && from !== 'in_review')

/** Roles and enterprises, which change, are not kept. */
export function markOf(actor: Actor): ActorMark {
  switch (actor.kind) {
    case 'staff':
      return { kind: 'staff', id: actor.id }
    case 'requester':
      return { kind: 'requester', id: actor.contactId }
    case 'exchange':
      return { kind: 'exchange', system: actor.system }
    case 'system':
      return { kind: 'system' }
  }
}
