// Tickets that somebody would have to move on, and nobody is there who could: what no notice and no
// timer can mend, because both would reach nobody.
import type { StaffId } from '../kernel/ids.ts'
import { isOnLeave, type Roster } from '../staff/staff.ts'
import { staffFor } from './audience.ts'
import type { Ticket, TicketState } from './ticket.ts'

/** Open tickets that wait for the same people. */
export type WaitingTickets = Pick<
  Ticket,
  'state' | 'district' | 'department' | 'ownerId' | 'objected'
> &
  Readonly<{ count: number; firstNumber: string }>

export const WHY_UNATTENDED = {
  owner_absent: '承办人不在岗且无人代办',
  no_dispatcher: '没有可派单的调度员',
  no_reviewer: '承办单位没有审核员',
  no_supervisor: '没有督办员处理异议',
} as const

export type Unattended = Readonly<{
  why: keyof typeof WHY_UNATTENDED
  waiting: WaitingTickets
}>

/** @param today local date `YYYY-MM-DD` */
export function unattended(
  waiting: readonly WaitingTickets[],
  roster: Roster,
  today: string,
): readonly Unattended[] {
  return waiting.flatMap((one) => {
    const why = whyUnattended(one, roster, today)
    return why === null ? [] : [{ why, waiting: one }]
  })
}

const UNOWNED: readonly TicketState[] = ['created', 'returned', 'reopened']
const OWNED: readonly TicketState[] = ['dispatched', 'accepted', 'in_progress', 'waiting_requester']

function whyUnattended(
  one: WaitingTickets,
  roster: Roster,
  today: string,
): Unattended['why'] | null {
  const nobody = (audience: 'dispatchers' | 'reviewers' | 'supervisors') =>
    staffFor(audience, { ...one, coHandlers: [] }, roster).length === 0
  if (one.objected && one.state === 'resolved')
    return nobody('supervisors') ? 'no_supervisor' : null
  if (UNOWNED.includes(one.state)) return nobody('dispatchers') ? 'no_dispatcher' : null
  if (one.state === 'in_review') return nobody('reviewers') ? 'no_reviewer' : null
  if (!OWNED.includes(one.state) || one.ownerId === null) return null
  return isPresent(roster, one.ownerId, today) ? null : 'owner_absent'
}

/** Who has somebody to stand in is no owner for long: the hand-over moves the ticket. */
const isPresent = (roster: Roster, id: StaffId, today: string) =>
  roster.staff.some((one) => one.id === id && one.active) && !isOnLeave(roster, id, today)
