// Shapes and small steps shared by the tables that say what a command makes of a ticket.
import type { ActorMark } from './activity.ts'
import type { CommandKind, CommandOf } from './command.ts'
import type { Instant, Pause, Ticket } from './ticket.ts'

/** When it happened and by whom; all that a change may depend on besides ticket and command. */
export type Moment = Readonly<{ at: Instant; actor: ActorMark }>

/** What one kind of command makes of a ticket; it is only asked once the rules allow it. */
export type Applied<K extends CommandKind> = (
  ticket: Ticket,
  command: CommandOf<K>,
  moment: Moment,
) => Ticket

export type ApplyTable<K extends CommandKind> = Readonly<{ [One in K]: Applied<One> }>

export const unchanged = (ticket: Ticket) => ticket

/** The person who acted; the rules let only staff give the commands that ask for it. */
export function staffOf(moment: Moment) {
  if (moment.actor.kind !== 'staff') throw new Error('this command is given by staff')
  return moment.actor.id
}

export function endPause(pauses: readonly Pause[], at: Instant): readonly Pause[] {
  return pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause))
}

/** Takes the ticket from its handler and starts the wait for another. */
export function unowned(ticket: Ticket, at: Instant): Ticket {
  return {
    ...lapsed(ticket, at),
    ownerId: null,
    department: null,
    draft: null,
    reviewFrom: null,
    unownedSince: at,
    dispatchedAt: null,
    clockFrom: null,
    acceptedAt: null,
    pauses: endPause(ticket.pauses, at),
  }
}

/** What ends a ticket: no handler is sought, no clock runs. */
export function ended(ticket: Ticket, at: Instant): Ticket {
  return {
    ...lapsed(ticket, at),
    endedAt: at,
    unownedSince: null,
    pauses: endPause(ticket.pauses, at),
  }
}

/** An extension that nobody has decided on falls with the handling it was asked for. */
export function lapsed(ticket: Ticket, at: Instant): Ticket {
  if (ticket.extension?.decision !== 'pending') return ticket
  return { ...ticket, extension: { ...ticket.extension, decision: 'refused', decidedAt: at } }
}
