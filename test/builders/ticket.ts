import {
  asId,
  type ContactId,
  type ItemCode,
  type StaffId,
  type TicketId,
} from '../../src/kernel/ids.ts'
import type { StaffRole } from '../../src/staff/permissions.ts'
import type { Limits } from '../../src/ticket/limits.ts'
import type { Actor, Ticket } from '../../src/ticket/ticket.ts'
import { local } from './calendar.ts'

export const staffId = (name: string) => asId<StaffId>(name)
export const ticketId = (name: string) => asId<TicketId>(name)

/** An instant in Zhoushan as the core keeps it: `instant('2026-11-25 10:00')`. */
export const instant = (text: string) => local(text).toISOString()

export function someLimits(overrides: Partial<Limits> = {}): Limits {
  return {
    dispatch: {
      urgent_now: { amount: 0.5, unit: 'working_hours' },
      urgent: { amount: 1, unit: 'working_hours' },
      normal: { amount: 4, unit: 'working_hours' },
    },
    signFor: {
      urgent_now: { amount: 0.5, unit: 'working_hours' },
      urgent: { amount: 2, unit: 'working_hours' },
      normal: { amount: 1, unit: 'working_days' },
    },
    handling: {
      consultation: 1,
      suggestion: 5,
      help: 5,
      complaint: 5,
      report: 5,
      complex: 10,
      joint: 20,
    },
    coHandlingBeforeLead: 2,
    review: 1,
    returnWithin: 1,
    returnsBeforeDispute: 2,
    extension: { askBefore: 1, decideWithin: 1, times: 1, daysMax: 10 },
    followUp: 3,
    objection: 3,
    reopen: { times: 1, factor: 0.5, daysMin: 2 },
    autoConfirm: { remindAfter: 3, confirmAfter: 5 },
    waiting: { remindAfter: 3, resumeAfter: 10 },
    delivery: { amount: 4, unit: 'working_hours' },
    closeAfter: 3,
    wave: { enterprises: 5, days: 7 },
    urge: { perDay: 1, inAll: 3 },
    warnBefore: {
      handling: { amount: 1, unit: 'working_days' },
      coHandling: { amount: 4, unit: 'working_hours' },
      signForShare: 0.5,
    },
    superviseAfter: [1, 3, 5],
    ...overrides,
  }
}

/** A ticket just registered on Wednesday 2026-11-25 at 10:00; overrides make it any other. */
export function aTicket(overrides: Partial<Ticket> = {}): Ticket {
  const at = instant('2026-11-25 10:00')
  return {
    id: ticketId('t1'),
    number: 'ZSQS-20261125-0001',
    state: 'created',
    kind: 'help',
    urgency: 'normal',
    complexity: 'simple',
    source: 'lark',
    title: '施工许可迟迟未批',
    description: '我公司的施工许可申请已提交,请协调。',
    attachments: [],
    itemCode: asId<ItemCode>('XMJS-010'),
    section: 'project',
    district: 'dinghai',
    station: null,
    enterpriseName: '示例贸易有限公司',
    creditCode: '91330900MA2A00007H',
    contactId: asId<ContactId>('c1'),
    anonymous: false,
    sealed: false,
    consentAt: at,
    conversationId: null,
    previousNumber: null,
    external: null,
    leadId: null,
    mergedIntoNumber: null,
    limits: someLimits(),
    ownerId: null,
    department: null,
    barredIds: [],
    routing: [],
    reviewRequired: false,
    returns: 0,
    dispute: 'none',
    coHandlers: [],
    extension: null,
    extensionsGranted: 0,
    extensionDays: 0,
    pauses: [],
    alerts: {},
    urges: [],
    reopenings: 0,
    halved: false,
    objected: false,
    objectedAt: null,
    draft: null,
    resolution: null,
    outcome: null,
    referredTo: null,
    confirmedBy: null,
    followUps: 0,
    rating: null,
    registeredAt: at,
    unownedSince: at,
    dispatchedAt: null,
    clockFrom: null,
    acceptedAt: null,
    reviewFrom: null,
    resolvedAt: null,
    deliveredAt: null,
    confirmedAt: null,
    endedAt: null,
    lastActAt: at,
    ...overrides,
  }
}

/** The same, in the hands of `s1` since 10:00. */
export function aDispatchedTicket(overrides: Partial<Ticket> = {}): Ticket {
  const at = instant('2026-11-25 10:00')
  return aTicket({
    state: 'dispatched',
    ownerId: staffId('s1'),
    department: '舟山市住房和城乡建设局',
    unownedSince: null,
    dispatchedAt: at,
    clockFrom: at,
    ...overrides,
  })
}

export function aTicketInProgress(overrides: Partial<Ticket> = {}): Ticket {
  return aDispatchedTicket({
    state: 'in_progress',
    acceptedAt: instant('2026-11-25 11:00'),
    ...overrides,
  })
}

export function aResolvedTicket(overrides: Partial<Ticket> = {}): Ticket {
  return aTicketInProgress({
    state: 'resolved',
    resolution: { outcome: 'solved', text: '已核发施工许可证。', basis: null },
    outcome: 'solved',
    resolvedAt: instant('2026-11-26 10:00'),
    deliveredAt: instant('2026-11-26 10:00'),
    ...overrides,
  })
}

export function aStaffActor(
  id: string,
  roles: readonly StaffRole[] = ['specialist'],
  overrides: Partial<Extract<Actor, { kind: 'staff' }>> = {},
): Actor {
  return { kind: 'staff', id: staffId(id), roles, departments: [], districts: [], ...overrides }
}

export const theHandler = aStaffActor('s1')
export const aDispatcher = aStaffActor('d1', ['dispatcher'], { districts: ['dinghai'] })
export const aSupervisor = aStaffActor('v1', ['supervisor'], { districts: ['city'] })
export const aReviewer = aStaffActor('r1', ['reviewer'], {
  departments: ['舟山市住房和城乡建设局'],
})
export const theRequester: Actor = {
  kind: 'requester',
  contactId: asId<ContactId>('c1'),
  creditCodes: [],
}
export const aColleague: Actor = {
  kind: 'requester',
  contactId: asId<ContactId>('c2'),
  creditCodes: ['91330900MA2A00007H'],
}
export const aStranger: Actor = {
  kind: 'requester',
  contactId: asId<ContactId>('c9'),
  creditCodes: ['91330900MA2A99999T'],
}
export const theSystem: Actor = { kind: 'system' }
