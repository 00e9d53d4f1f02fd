// A filled-in desk form as a command. Values are texts from outside; each kind reads its own and
// says what is missing.
import { asId, type ItemCode, type StaffId, type TicketId } from '../kernel/ids.ts'
import { type Command, type CommandKind, DECLINE_REASONS, RETURN_REASONS } from './command.ts'
import { COMPLEXITIES, TICKET_KINDS, URGENCIES } from './kinds.ts'
import type { Resolution } from './ticket.ts'

export type Form = Readonly<Record<string, string>>
export type ReadCommand =
  | Readonly<{ ok: true; command: Command }>
  | Readonly<{ ok: false; missing: string }>

/** The section of an item, and whether its answers are reviewed. */
export type ItemSection = Readonly<{ section: string | null; reviewRequired: boolean }>

/** What a form cannot know: the section of the ticket's item and of others, which ticket a number means, and what was answered. */
export type FormFacts = ItemSection &
  Readonly<{
    sectionOf: (item: ItemCode | null) => ItemSection
    resolution: Resolution | null
    ticketByNumber: ReadonlyMap<string, TicketId>
  }>

class Missing extends Error {}

function readers(form: Form) {
  const text = (name: string) => (form[name] ?? '').trim()
  const need = (name: string) => {
    const value = text(name)
    if (value === '') throw new Missing(name)
    return value
  }
  const oneOf = <T extends string>(name: string, options: readonly T[]): T => {
    const value = options.find((option) => option === text(name))
    if (value === undefined) throw new Missing(name)
    return value
  }
  const days = (name: string) => {
    const value = Number(need(name).normalize('NFKC'))
    // Whether it is within the limits is told with these, by the rules.
    if (!Number.isFinite(value)) throw new Missing(name)
    return value
  }
  const orNull = (name: string) => text(name) || null
  const staff = (name: string) => asId<StaffId>(need(name))
  const resolution = () => ({
    outcome: oneOf('outcome', ['solved', 'partly_solved', 'not_lawful'] as const),
    text: need('text'),
    basis: orNull('basis'),
  })
  return { text, need, oneOf, days, orNull, staff, resolution }
}

type Readers = ReturnType<typeof readers>

function correctionIn(r: Readers, { resolution }: FormFacts) {
  if (resolution === null) throw new Missing('act')
  return { resolution: r.resolution(), reason: r.need('reason'), instead: resolution }
}

const READ: Readonly<Partial<Record<CommandKind, (r: Readers, facts: FormFacts) => Command>>> = {
  accept: () => ({ kind: 'accept' }),
  start: (r) => ({ kind: 'start', plan: r.orNull('plan') }),
  reply: (r) => ({ kind: 'reply', text: r.need('text'), attachments: [] }),
  request_info: (r) => ({ kind: 'request_info', text: r.need('text') }),
  resume: (r) => ({ kind: 'resume', reason: r.need('reason') }),
  resolve: (r) => ({ kind: 'resolve', resolution: r.resolution() }),
  submit_review: (r) => ({ kind: 'submit_review', resolution: r.resolution() }),
  correct: (r, facts) => ({ kind: 'correct', ...correctionIn(r, facts) }),
  submit_correction: (r, facts) => ({ kind: 'submit_correction', ...correctionIn(r, facts) }),
  approve_review: () => ({ kind: 'approve_review' }),
  send_back: (r) => ({ kind: 'send_back', reason: r.need('reason') }),
  dispatch: (r, facts) => ({
    kind: 'dispatch',
    to: r.staff('to'),
    department: r.need('department'),
    section: facts.section,
    reviewRequired: facts.reviewRequired,
    by: 'person',
    explanation: ['由工作人员指定'],
  }),
  decide_dispute: (r, facts) => ({
    kind: 'decide_dispute',
    to: r.staff('to'),
    department: r.need('department'),
    section: facts.section,
    reviewRequired: facts.reviewRequired,
    basis: r.need('basis'),
  }),
  return: (r) => ({
    kind: 'return',
    reason: r.oneOf('reason', RETURN_REASONS),
    basis: r.need('basis'),
    proposedOwner: r.orNull('proposedOwner'),
  }),
  transfer: (r) => ({
    kind: 'transfer',
    to: r.staff('to'),
    department: r.need('department'),
    reason: r.need('reason'),
  }),
  add_co_handler: (r) => ({
    kind: 'add_co_handler',
    staffId: r.staff('staffId'),
    department: r.need('department'),
    task: r.need('task'),
  }),
  co_reply: (r) => ({ kind: 'co_reply', text: r.need('text') }),
  release_co_handler: (r) => ({
    kind: 'release_co_handler',
    staffId: r.staff('staffId'),
    reason: r.need('reason'),
  }),
  ask_extension: (r) => ({ kind: 'ask_extension', days: r.days('days'), reason: r.need('reason') }),
  approve_extension: (r) => ({ kind: 'approve_extension', days: r.days('days') }),
  refuse_extension: (r) => ({ kind: 'refuse_extension', reason: r.need('reason') }),
  record_delivery: () => ({ kind: 'record_delivery', how: 'phone' }),
  follow_up: (r) => ({
    kind: 'follow_up',
    by: r.oneOf('by', ['phone', 'visit', 'message'] as const),
    result: r.oneOf('result', ['solved', 'unsolved', 'unreached'] as const),
    text: r.need('text'),
  }),
  decide_objection: (r) => ({
    kind: 'decide_objection',
    decision: r.oneOf('decision', ['joint', 'close'] as const),
    reason: r.need('reason'),
  }),
  decline: (r) => ({
    kind: 'decline',
    reason: r.oneOf('reason', DECLINE_REASONS),
    basis: r.need('basis'),
    lawfulChannel: r.need('lawfulChannel'),
  }),
  transfer_out: (r) => ({
    kind: 'transfer_out',
    body: r.need('body'),
    reason: r.need('reason'),
    contact: r.orNull('contact'),
  }),
  merge: (r, facts) => {
    const intoNumber = r.need('into')
    const into = facts.ticketByNumber.get(intoNumber)
    if (into === undefined) throw new Missing('into')
    return { kind: 'merge', into, intoNumber, reason: r.need('reason') }
  },
  follow: (r, facts) => {
    const leadNumber = r.orNull('into')
    if (leadNumber === null) return { kind: 'follow', leadId: null, leadNumber }
    const leadId = facts.ticketByNumber.get(leadNumber)
    if (leadId === undefined) throw new Missing('into')
    return { kind: 'follow', leadId, leadNumber }
  },
  reclassify: (r, facts) => {
    const item = r.orNull('itemCode')
    const itemCode = item === null ? null : asId<ItemCode>(item)
    return {
      kind: 'reclassify',
      ticketKind: r.oneOf('ticketKind', TICKET_KINDS),
      urgency: r.oneOf('urgency', URGENCIES),
      complexity: r.oneOf('complexity', COMPLEXITIES),
      itemCode,
      ...facts.sectionOf(itemCode),
      reason: r.need('reason'),
    }
  },
  supplement: (r) => ({ kind: 'supplement', text: r.need('text'), attachments: [] }),
  note: (r) => ({ kind: 'note', text: r.need('text') }),
  link_external: (r) => ({
    kind: 'link_external',
    system: r.need('system'),
    number: r.need('number'),
  }),
  supervise: (r) => ({ kind: 'supervise', timer: null, due: null, stage: 0, text: r.need('text') }),
  close: () => ({ kind: 'close' }),
}

/** @returns the command, or the name of the field that is missing or not understood */
export function readCommand(kind: CommandKind, form: Form, facts: FormFacts): ReadCommand {
  const read = READ[kind]
  if (!read) return { ok: false, missing: 'act' }
  try {
    return { ok: true, command: read(readers(form), facts) }
  } catch (error) {
    if (error instanceof Missing) return { ok: false, missing: error.message }
    throw error
  }
}
