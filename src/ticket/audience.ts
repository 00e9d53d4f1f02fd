// Who stands behind an audience of staff, from the roster as it is now.
import type { StaffId } from '../kernel/ids.ts'
import type { StaffRole } from '../staff/permissions.ts'
import { CITY_DISTRICT, type Roster, type StaffMember } from '../staff/staff.ts'
import type { Audience } from './notice.ts'
import type { Ticket } from './ticket.ts'

type Standing = Pick<Ticket, 'ownerId' | 'coHandlers' | 'department' | 'district'>

/** The active people whom this notice is for; empty for the requester and when nobody is there. */
export function staffFor(audience: Audience, ticket: Standing, roster: Roster): readonly StaffId[] {
  const active = new Set(roster.staff.filter((one) => one.active).map((one) => one.id))
  const known = (ids: readonly (StaffId | null)[]) =>
    ids.filter((id): id is StaffId => id !== null && active.has(id))
  if (typeof audience === 'object') return known([audience.staffId])
  switch (audience) {
    case 'requester':
      return []
    case 'handler':
      return known([ticket.ownerId])
    case 'co_handlers':
      return known(ticket.coHandlers.map((one) => one.staffId))
    case 'dispatchers':
      return withRole(roster, 'dispatcher', (one) => reaches(one, ticket))
    case 'supervisors':
      return withRole(roster, 'supervisor', (one) => reaches(one, ticket))
    case 'reviewers':
      return withRole(
        roster,
        'reviewer',
        (one) => ticket.department !== null && one.departments.includes(ticket.department),
      )
  }
}

function withRole(
  roster: Roster,
  role: StaffRole,
  fits: (one: StaffMember) => boolean,
): readonly StaffId[] {
  return roster.staff
    .filter((one) => one.active && one.roles.includes(role) && fits(one))
    .map((one) => one.id)
}

const reaches = (one: StaffMember, ticket: Standing) =>
  one.districts.includes(CITY_DISTRICT) || one.districts.includes(ticket.district)
