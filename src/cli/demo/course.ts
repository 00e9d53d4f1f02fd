// What becomes of the demonstration's tickets: acts of people with the time they take, as a list that
// is played on the working calendar.
import type { StaffMember } from '../../staff/staff.ts'
import type { Command } from '../../ticket/command.ts'
import type { Actor, Ticket } from '../../ticket/ticket.ts'

/** Who acts: the handler of the moment, somebody with a role, or the enterprise. */
type Who = 'owner' | 'dispatcher' | 'requester'

export type CourseAct = Readonly<{
  who: Who
  /** Working minutes since the act before. */
  after: number
  command: (ticket: Ticket, staff: readonly StaffMember[]) => Command
}>

const act = (who: Who, after: number, command: Command | CourseAct['command']): CourseAct => ({
  who,
  after,
  command: typeof command === 'function' ? command : () => command,
})

/** A specialist of the district, or of the city, who has not had it. */
function another(ticket: Ticket, staff: readonly StaffMember[]): StaffMember {
  const fit = staff.filter(
    (one) => one.roles.includes('specialist') && !ticket.barredIds.includes(one.id),
  )
  const near = fit.find((one) => one.districts.includes(ticket.district))
  const found = near ?? fit.find((one) => one.districts.includes('city'))
  if (found === undefined) throw new Error('the demonstration has too few people')
  return found
}

const dispatch: CourseAct['command'] = (ticket, staff) => {
  const to = another(ticket, staff)
  return {
    kind: 'dispatch',
    to: to.id,
    department: to.departments[0] ?? '',
    section: ticket.section,
    reviewRequired: false,
    by: 'person',
    explanation: ['示例：由调度员按属地派单'],
  }
}

const HOUR = 60
const DAY = 450
const resolve = (text: string): Command => ({
  kind: 'resolve',
  resolution: { outcome: 'solved', text, basis: null },
})
const DELIVERED: Command = { kind: 'record_delivery', how: 'phone' }
const begin = [
  act('dispatcher', 20, dispatch),
  act('owner', 2 * HOUR, { kind: 'accept' }),
  act('owner', HOUR, { kind: 'start', plan: '示例：先与相关单位核对' }),
]
const solved = (answer: string, after: number) => [
  act('owner', after, resolve(answer)),
  act('owner', 10, DELIVERED),
]
const rated = (level: 3 | 4 | 5) => [
  act('requester', 2 * HOUR, { kind: 'confirm' }),
  act('requester', 5, { kind: 'rate', level, solved: 'yes', comment: null }),
]

export type Course = (answer: string) => readonly CourseAct[]

/** The courses, each with how often it comes. */
export const COURSES: readonly Readonly<{ weight: number; acts: Course }>[] = [
  { weight: 30, acts: (answer) => [...begin, ...solved(answer, 2 * DAY), ...rated(5)] },
  { weight: 12, acts: (answer) => [...begin, ...solved(answer, 3 * DAY), ...rated(4)] },
  // Nobody answers: reminded, then confirmed by time.
  { weight: 8, acts: (answer) => [...begin, ...solved(answer, DAY)] },
  {
    weight: 10,
    acts: (answer) => [
      ...begin,
      act('owner', HOUR, { kind: 'request_info', text: '示例：请补充受理编号' }),
      act('requester', DAY, { kind: 'supplement', text: '示例：受理编号已补充', attachments: [] }),
      ...solved(answer, 2 * DAY),
      ...rated(5),
    ],
  },
  {
    weight: 6,
    acts: (answer) => [
      ...begin,
      ...solved(answer, DAY),
      act('requester', DAY, { kind: 'dissatisfied', reason: '示例：问题还没有真正解决' }),
      act('dispatcher', HOUR, dispatch),
      act('owner', HOUR, { kind: 'accept' }),
      ...solved(answer, DAY),
      ...rated(3),
    ],
  },
  {
    weight: 5,
    acts: (answer) => [
      act('dispatcher', 20, dispatch),
      act('owner', HOUR, {
        kind: 'return',
        reason: 'not_our_duty',
        basis: '示例：不属于本单位职责',
        proposedOwner: '舟山市企业综合服务中心',
      }),
      act('dispatcher', HOUR, dispatch),
      act('owner', HOUR, { kind: 'accept' }),
      ...solved(answer, 2 * DAY),
      ...rated(4),
    ],
  },
  // Late: supervised on the way.
  { weight: 5, acts: (answer) => [...begin, ...solved(answer, 8 * DAY), ...rated(3)] },
  {
    weight: 3,
    acts: () => [act('requester', DAY, { kind: 'withdraw', reason: '示例：已自行办好' })],
  },
  {
    weight: 2,
    acts: () => [
      act('dispatcher', HOUR, {
        kind: 'decline',
        reason: 'legal_procedure',
        basis: '示例：已进入行政复议程序',
        lawfulChannel: '行政复议机关',
      }),
    ],
  },
]

/** Null where nobody of that role is there, or nobody owns the ticket. */
export function actorFor(who: Who, ticket: Ticket, staff: readonly StaffMember[]): Actor | null {
  if (who === 'requester') {
    if (ticket.contactId === null) throw new Error('the demonstration has no contact')
    return { kind: 'requester', contactId: ticket.contactId, creditCodes: [] }
  }
  const found = staff.find((one) =>
    who === 'owner' ? one.id === ticket.ownerId : one.roles.includes(who),
  )
  if (found === undefined) return null
  const { id, roles, departments, districts } = found
  return { kind: 'staff', id, roles, departments, districts }
}
