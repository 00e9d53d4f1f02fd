// A ticket as one line of a list, as far as its reader may see it.
import type { StaffMember } from '../../staff/staff.ts'
import type { TicketLine } from '../../ticket/desk-list.ts'
import { isSealedFor, SEALED_TITLE } from '../../ticket/sealed.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { TicketLineWire } from './wire.ts'

export type LineWords = Readonly<{ now: Date; staffName: (id: string | null) => string | null }>

/** Of a sealed report title and enterprise are for its handler alone. */
export function lineWire(
  line: TicketLine,
  reader: StaffMember,
  { now, staffName }: LineWords,
): TicketLineWire {
  const { id: _id, ownerId, ...rest } = line
  const hidden = isSealedFor(line, reader.id)
  return {
    ...rest,
    title: hidden ? SEALED_TITLE : line.title,
    enterpriseName: hidden ? null : line.enterpriseName,
    owner: staffName(ownerId),
    registeredAt: line.registeredAt.toISOString(),
    dueAt: line.dueAt?.toISOString() ?? null,
    overdue: line.dueAt !== null && line.dueAt < now,
    lastActAt: line.lastActAt.toISOString(),
    endedAt: line.endedAt?.toISOString() ?? null,
  }
}

/** The line of a ticket that was read as a whole. */
export function lineOf(ticket: Ticket, dueAt: string | null): TicketLine {
  return {
    id: ticket.id,
    number: ticket.number,
    title: ticket.title,
    state: ticket.state,
    kind: ticket.kind,
    urgency: ticket.urgency,
    source: ticket.source,
    enterpriseName: ticket.enterpriseName,
    sealed: ticket.sealed,
    itemCode: ticket.itemCode,
    section: ticket.section,
    district: ticket.district,
    department: ticket.department,
    ownerId: ticket.ownerId,
    externalNumber: ticket.external?.number ?? null,
    registeredAt: new Date(ticket.registeredAt),
    dueAt: dueAt === null ? null : new Date(dueAt),
    lastActAt: new Date(ticket.lastActAt),
    endedAt: ticket.endedAt === null ? null : new Date(ticket.endedAt),
    uncoveredYear: null,
  }
}
