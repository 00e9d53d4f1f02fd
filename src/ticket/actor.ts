// A member of staff as one who acts on tickets.
import type { StaffMember } from '../staff/staff.ts'
import type { Actor } from './ticket.ts'

export type StaffActor = Extract<Actor, { kind: 'staff' }>

/** As they stand now: what they may do is decided by these roles, departments and districts. */
export const actorOf = ({ id, roles, departments, districts }: StaffMember): StaffActor => ({
  kind: 'staff',
  id,
  roles,
  departments,
  districts,
})
