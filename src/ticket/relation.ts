// How somebody stands to a ticket, which with their roles decides what they may do and see.
import { type Action, may, type Relation, type Role } from '../staff/permissions.ts'
import { CITY_DISTRICT } from '../staff/staff.ts'
import type { Actor, Ticket } from './ticket.ts'

function relationTo(ticket: Ticket, actor: Actor): Relation {
  const own =
    actor.kind === 'staff'
      ? ticket.ownerId === actor.id
      : actor.kind === 'requester' && isRequesterOf(ticket, actor)
  if (actor.kind === 'exchange') return relationOfPlatform(ticket, actor.keeps)
  if (actor.kind !== 'staff') return { own, co: false, department: false, district: false }
  return {
    own,
    co: ticket.coHandlers.some((one) => one.staffId === actor.id),
    department: ticket.department !== null && actor.departments.includes(ticket.department),
    district: actor.districts.includes(CITY_DISTRICT) || actor.districts.includes(ticket.district),
  }
}

/**
 * Whoever registered it, and colleagues bound to the same enterprise. A report (举报) under seal is
 * its author's alone.
 */
function isRequesterOf(ticket: Ticket, actor: Extract<Actor, { kind: 'requester' }>): boolean {
  if (ticket.contactId !== null && ticket.contactId === actor.contactId) return true
  if (ticket.sealed || ticket.creditCode === null) return false
  return actor.creditCodes.includes(ticket.creditCode)
}

/** What came from a platform is its own; what it only keeps a record of too is not. */
function relationOfPlatform(ticket: Ticket, keeps: Ticket['id'] | null): Relation {
  const co = keeps === ticket.id
  const own = co && ticket.source === 'exchange'
  return { own, co, department: false, district: false }
}

function rolesOf(actor: Actor): readonly Role[] {
  return actor.kind === 'staff' ? actor.roles : [actor.kind]
}

/** Whether `actor` may take `action` on this ticket; deny by default. */
export function mayOn(ticket: Ticket, actor: Actor, action: Action): boolean {
  return may(rolesOf(actor), action, relationTo(ticket, actor))
}

/** Name and number are for the handler; of a sealed report nobody else may see them. */
export function maySeePerson(ticket: Ticket, actor: Actor): boolean {
  return mayOn(ticket, actor, ticket.sealed ? 'ticket.read_sealed_person' : 'ticket.read_person')
}
