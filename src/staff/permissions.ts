// Who may do what: one table, action by role. What is not listed is denied. A grant carries a scope,
// so that 「a specialist may reply」 means on a ticket of their own, not on anybody's.

export const STAFF_ROLES = [
  'specialist',
  'dispatcher',
  'reviewer',
  'supervisor',
  'administrator',
  'auditor',
] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/**
 * `requester` is the enterprise's contact; `exchange` another platform that speaks for one; `system`
 * a timer, never a person.
 */
export type Role = StaffRole | 'requester' | 'exchange' | 'system'

/**
 * How far a grant reaches. `own`: the handler's, the requester's enterprise's, or what a platform
 * handed to us. `co`: where one co-handles, or, of a platform, what is linked with it. `department`
 * and `district`: of one's own unit. `any`: everywhere.
 */
export type Scope = 'any' | 'own' | 'co' | 'department' | 'district'

/** How an actor stands to the thing acted on; what is not a ticket has none of these. */
export type Relation = Readonly<Record<Exclude<Scope, 'any'>, boolean>>

export const NO_RELATION: Relation = { own: false, co: false, department: false, district: false }

type Grants = Readonly<Partial<Record<Role, readonly Scope[]>>>

const own: readonly Scope[] = ['own']
const any: readonly Scope[] = ['any']
const district: readonly Scope[] = ['district']

const handler: Grants = { specialist: own, dispatcher: district }
const centre: Grants = { dispatcher: district, supervisor: district }
const requester: Grants = { requester: own, exchange: own }
const system: Grants = { system: any }

const TICKET_GRANTS = {
  dispatch: { dispatcher: district, supervisor: district, system: any },
  decide_dispute: centre,
  accept: { specialist: own },
  start: { specialist: own },
  return: { specialist: own },
  transfer: { specialist: own, dispatcher: district, supervisor: district, system: any },
  request_info: { specialist: own },
  supplement: {
    requester: own,
    dispatcher: district,
    specialist: own,
    exchange: ['own', 'co'],
    system: any,
  },
  resume: { specialist: own, system: any },
  reply: handler,
  ask_extension: { specialist: own },
  approve_extension: centre,
  refuse_extension: centre,
  add_co_handler: { specialist: own, dispatcher: district, system: any },
  co_reply: { specialist: ['co'] },
  release_co_handler: { specialist: own, dispatcher: district, system: any },
  submit_review: { specialist: own },
  approve_review: { reviewer: ['department'] },
  send_back: { reviewer: ['department'] },
  resolve: { specialist: own },
  resolve_with_lead: system,
  /** The system corrects what those of a wave were sent when their lead is corrected. */
  correct: { specialist: own, system: any },
  submit_correction: { specialist: own },
  record_delivery: { specialist: own, dispatcher: district, system: any },
  confirm: requester,
  auto_confirm: system,
  dissatisfied: requester,
  decide_objection: { supervisor: district },
  follow_up: centre,
  rate: requester,
  urge: requester,
  withdraw: requester,
  merge: centre,
  absorb: system,
  follow: { ...centre, system: any },
  decline: centre,
  transfer_out: centre,
  close: { dispatcher: district, supervisor: district, system: any },
  reclassify: centre,
  note: {
    specialist: ['own', 'co'],
    dispatcher: district,
    reviewer: ['department'],
    supervisor: district,
  },
  link_external: { dispatcher: district, system: any },
  hear_external: { exchange: ['own', 'co'] },
  remind: system,
  supervise: { supervisor: district, system: any },
} as const satisfies Record<string, Grants>

/** The kinds of `ticket/command.ts`; a test keeps both lists the same. */
export type TicketAction = keyof typeof TICKET_GRANTS

const OTHER_GRANTS = {
  'ticket.open': {
    requester: any,
    specialist: any,
    dispatcher: any,
    exchange: any,
    system: any,
  },
  'ticket.read': {
    requester: own,
    specialist: ['own', 'co', 'department'],
    dispatcher: district,
    reviewer: ['department'],
    supervisor: district,
    auditor: any,
  },
  'ticket.read_internal': {
    specialist: ['own', 'co', 'department'],
    dispatcher: district,
    reviewer: ['department'],
    supervisor: district,
    auditor: any,
  },
  /** Unmasked name and phone number; every reading is recorded. */
  'ticket.read_person': { specialist: own, dispatcher: district },
  /** A whistle-blower's: only the one who handles the report. */
  'ticket.read_sealed_person': { specialist: own },
  'ticket.export': { dispatcher: district, supervisor: district, auditor: any },
  'ledger.verify': { supervisor: any, auditor: any },
  'figures.read': { dispatcher: any, supervisor: any, administrator: any, auditor: any },
  'binding.confirm': { specialist: any, dispatcher: any },
  /** Takes from a contact that they speak for an enterprise: they left, or were confirmed by mistake. */
  'binding.end': { dispatcher: any },
  'knowledge.read': {
    specialist: any,
    dispatcher: any,
    reviewer: any,
    supervisor: any,
    administrator: any,
    auditor: any,
  },
  'knowledge.draft': { specialist: any, dispatcher: any, administrator: any },
  /** Of a change that somebody else has made. */
  'knowledge.approve': { administrator: any },
  'knowledge.publish': { administrator: any },
  /** The answer log: what was asked and why it was answered so. */
  'turn.read': { dispatcher: any, supervisor: any, administrator: any, auditor: any },
  'staff.manage': { administrator: any },
  'staff.read': { dispatcher: any, supervisor: any, administrator: any, auditor: any },
  'leave.record': { specialist: own, dispatcher: any, administrator: any },
  'settings.manage': { administrator: any },
  'answer.pin': { administrator: any },
  'dead_letter.read': { dispatcher: any, supervisor: any, administrator: any, auditor: any },
  'dead_letter.retry': { dispatcher: any, administrator: any },
  'audit.read': { administrator: any, auditor: any },
} as const satisfies Record<string, Grants>

export type Action = TicketAction | keyof typeof OTHER_GRANTS

const GRANTS: Readonly<Record<Action, Grants>> = { ...TICKET_GRANTS, ...OTHER_GRANTS }

export const TICKET_ACTIONS = Object.keys(TICKET_GRANTS) as readonly TicketAction[]
export const ACTIONS = Object.keys(GRANTS) as readonly Action[]

/** The scopes in which `role` holds `action`; empty means denied. */
export function scopesOf(role: Role, action: Action): readonly Scope[] {
  return GRANTS[action][role] ?? []
}

/** Whether any of the roles allows the action on something the actor stands to as `relation` says. */
export function may(
  roles: readonly Role[],
  action: Action,
  relation: Relation = NO_RELATION,
): boolean {
  return roles.some((role) =>
    scopesOf(role, action).some((scope) => scope === 'any' || relation[scope]),
  )
}
