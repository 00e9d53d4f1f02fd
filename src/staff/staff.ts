// People who handle tickets: what they are responsible for, when they are on duty or away.
import type { ItemCode, StaffId } from '../kernel/ids.ts'
import type { StaffRole } from './permissions.ts'

/** The code of the city's own centre, which takes what no district centre does. */
export const CITY_DISTRICT = 'city'

export type StaffMember = Readonly<{
  id: StaffId
  name: string
  roles: readonly StaffRole[]
  /** District codes of `districts.yaml`; `city` reaches everywhere. */
  districts: readonly string[]
  departments: readonly string[]
  sections: readonly string[]
  /** Items of which this person is the first (A) or second (B) specialist. */
  items: readonly Readonly<{ code: ItemCode; part: 'A' | 'B' }>[]
  substituteId: StaffId | null
  /** The Lark open_id, when the person has signed in or was found there. */
  larkOpenId: string | null
  active: boolean
}>

/** The department of `departments.yaml` that runs this desk: whoever is of no other is of it. */
export const CENTRE = '舟山市企业综合服务中心'

/**
 * Which department a ticket is with while this person has it: the `wanted` one only if they are of it.
 * The enterprise is told of it, so that it must not be one that has not got the case.
 */
export function departmentOf({ departments }: StaffMember, wanted: string | null): string {
  if (wanted !== null && departments.includes(wanted)) return wanted
  return departments[0] ?? CENTRE
}

/** How the audit names a member of staff, whoever acts or is acted on. */
export const auditName = (id: StaffId): string => `staff:${id}`

/** Away from the first to the last local date (`YYYY-MM-DD`), both included. */
export type Leave = Readonly<{
  staffId: StaffId
  from: string
  to: string
  /** Overrides the standing substitute for this absence. */
  substituteId: StaffId | null
}>

/** On duty on these local dates, both included; `district` null means everywhere the person covers. */
export type Duty = Readonly<{ staffId: StaffId; from: string; to: string; district: string | null }>

export type Roster = Readonly<{
  staff: readonly StaffMember[]
  leaves: readonly Leave[]
  duties: readonly Duty[]
}>

/** `date` is a local date, `YYYY-MM-DD`. */
export function isOnLeave(roster: Roster, staffId: StaffId, date: string): boolean {
  return leaveOf(roster, staffId, date) !== null
}

/** The first leave that the date falls in; null when the person is there. */
export function leaveOf(roster: Roster, staffId: StaffId, date: string): Leave | null {
  return (
    roster.leaves.find(
      (leave) => leave.staffId === staffId && leave.from <= date && date <= leave.to,
    ) ?? null
  )
}

/** A chain of substitutes who are all away ends here rather than going round in a circle. */
const SUBSTITUTES_MAX = 5

/**
 * Who stands in for `staffId` on `date`: the person, if present; else the first present substitute;
 * null when nobody is left.
 */
export function presentFor(roster: Roster, staffId: StaffId, date: string): StaffMember | null {
  let id: StaffId | null = staffId
  for (let step = 0; step <= SUBSTITUTES_MAX && id !== null; step++) {
    const member = roster.staff.find((one) => one.id === id)
    if (member === undefined) return null
    const leave = leaveOf(roster, id, date)
    if (member.active && leave === null) return member
    id = leave?.substituteId ?? member.substituteId
  }
  return null
}
