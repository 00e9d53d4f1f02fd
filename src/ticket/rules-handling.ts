// Conditions on the commands between registration and result, beyond state and role.
import { addWorkingDays, localDate } from '../kernel/working-time.ts'
import type { CommandOf } from './command.ts'
import { blank, type Context, passes, type RuleTable } from './rules-parts.ts'
import { handlingDue } from './sla.ts'
import type { Ticket } from './ticket.ts'

function mayTakeOver(ticket: Ticket, to: CommandOf<'dispatch'>['to']) {
  return ticket.barredIds.includes(to) ? 'barred_person' : null
}

function returnRule(ticket: Ticket, command: CommandOf<'return'>, { now, calendar }: Context) {
  if (blank(command.basis)) return 'basis_required'
  const elsewhere = command.reason === 'not_our_duty' || command.reason === 'not_our_district'
  if (elsewhere && blank(command.proposedOwner)) return 'proposed_owner_required'
  if (ticket.clockFrom === null) return null
  const last = addWorkingDays(calendar, new Date(ticket.clockFrom), ticket.limits.returnWithin)
  return last.ok && now > last.at.toISOString() ? 'return_too_late' : null
}

function askExtensionRule(
  ticket: Ticket,
  { days, reason }: CommandOf<'ask_extension'>,
  { now, calendar }: Context,
) {
  const { extension } = ticket.limits
  if (blank(reason)) return 'reason_required'
  if (!wholeDays(days, extension.daysMax)) return 'extension_days_invalid'
  const due = handlingDue(ticket, calendar, now)
  if (due === null || 'uncoveredYear' in due) return null
  const earliest = addWorkingDays(calendar, new Date(now), extension.askBefore)
  return earliest.ok && localDate(earliest.at) > localDate(new Date(due.at))
    ? 'extension_too_late'
    : null
}

const wholeDays = (days: number, max: number) => Number.isInteger(days) && days >= 1 && days <= max

const openCo = (ticket: Ticket, id: string) =>
  ticket.coHandlers.some((one) => one.staffId === id && one.reply === null)

export const HANDLING_RULES: RuleTable<
  | 'dispatch'
  | 'decide_dispute'
  | 'accept'
  | 'start'
  | 'return'
  | 'transfer'
  | 'request_info'
  | 'supplement'
  | 'resume'
  | 'reply'
  | 'ask_extension'
  | 'approve_extension'
  | 'refuse_extension'
  | 'add_co_handler'
  | 'co_reply'
  | 'release_co_handler'
  | 'reclassify'
  | 'note'
  | 'link_external'
  | 'hear_external'
> = {
  dispatch: (ticket, { to, department }) =>
    blank(department) ? 'department_required' : mayTakeOver(ticket, to),
  decide_dispute: (ticket, { to, department, basis }) => {
    if (blank(basis)) return 'basis_required'
    return blank(department) ? 'department_required' : mayTakeOver(ticket, to)
  },
  accept: passes,
  start: passes,
  return: returnRule,
  transfer: (ticket, { to, department, reason }) => {
    if (to === ticket.ownerId) return 'same_person'
    if (blank(reason)) return 'reason_required'
    return blank(department) ? 'department_required' : mayTakeOver(ticket, to)
  },
  request_info: (_ticket, { text }) => (blank(text) ? 'text_required' : null),
  supplement: (_ticket, { text, attachments }) =>
    blank(text) && attachments.length === 0 ? 'text_required' : null,
  resume: (_ticket, { reason }) => (blank(reason) ? 'reason_required' : null),
  reply: (_ticket, { text }) => (blank(text) ? 'text_required' : null),
  ask_extension: askExtensionRule,
  approve_extension: (ticket, { days }) =>
    wholeDays(days, ticket.extension?.days ?? 0) ? null : 'extension_days_invalid',
  refuse_extension: (_ticket, { reason }) => (blank(reason) ? 'reason_required' : null),
  add_co_handler: (ticket, { staffId, department, task }) => {
    if (staffId === ticket.ownerId) return 'same_person'
    if (blank(department)) return 'department_required'
    if (blank(task)) return 'text_required'
    return openCo(ticket, staffId) ? 'already_co_handler' : null
  },
  co_reply: (_ticket, { text }) => (blank(text) ? 'text_required' : null),
  release_co_handler: (ticket, { staffId, reason }) => {
    if (!openCo(ticket, staffId)) return 'not_co_handler'
    return blank(reason) ? 'reason_required' : null
  },
  reclassify: (_ticket, { reason }) => (blank(reason) ? 'reason_required' : null),
  note: (_ticket, { text }) => (blank(text) ? 'text_required' : null),
  link_external: (_ticket, { number }) => (blank(number) ? 'text_required' : null),
  hear_external: (_ticket, { text }) => (blank(text) ? 'text_required' : null),
}
