// Conditions on the commands from the result to the end, beyond state and role.
import { isSame } from '../kernel/canonical.ts'
import { localDate } from '../kernel/working-time.ts'
import type { Timer } from './kinds.ts'
import { blank, type Context, passes, type RuleTable } from './rules-parts.ts'
import { dueOf } from './sla.ts'
import type { Instant, Resolution, Ticket } from './ticket.ts'

function resolutionRule(ticket: Ticket, { outcome, text, basis }: Resolution) {
  if (ticket.coHandlers.some((one) => one.reply === null)) return 'co_handlers_open'
  if (blank(text)) return 'text_required'
  return outcome === 'not_lawful' && blank(basis) ? 'basis_required' : null
}

type Correcting = Readonly<{ resolution: Resolution; reason: string; instead: Resolution }>

function correctionRule(ticket: Ticket, { resolution, reason, instead }: Correcting) {
  if (!isSame(instead, ticket.resolution)) return 'corrected_meanwhile'
  if (blank(reason)) return 'reason_required'
  if (isSame(resolution, instead)) return 'nothing_corrected'
  return resolutionRule(ticket, resolution)
}

function urgeRule(ticket: Ticket, _command: unknown, { now }: Context) {
  const today = localDate(new Date(now))
  const urgedToday = ticket.urges.filter((at) => localDate(new Date(at)) === today)
  if (ticket.urges.length >= ticket.limits.urge.inAll) return 'urged_too_often'
  return urgedToday.length >= ticket.limits.urge.perDay ? 'urged_today' : null
}

function autoConfirmRule(ticket: Ticket, _command: unknown, { now, calendar }: Context) {
  const due = dueOf(ticket, 'auto_confirm', calendar, now)
  return due !== null && 'at' in due && due.at <= now ? null : 'too_early'
}

type Alarm = Readonly<{ timer: Timer; due: Instant; stage: number }>

/** An alarm set off before the lock was taken may be about a limit that no longer stands. */
function alarmRule(ticket: Ticket, { timer, due, stage }: Alarm, { now, calendar }: Context) {
  const standing = dueOf(ticket, timer, calendar, now)
  if (standing === null || !('at' in standing) || standing.at !== due) return 'stale_alarm'
  const alert = ticket.alerts[timer]
  return alert?.due === due && alert.stage >= stage ? 'stale_alarm' : null
}

export const RESULT_RULES: RuleTable<
  | 'submit_review'
  | 'approve_review'
  | 'send_back'
  | 'resolve'
  | 'resolve_with_lead'
  | 'correct'
  | 'submit_correction'
  | 'record_delivery'
  | 'confirm'
  | 'auto_confirm'
  | 'dissatisfied'
  | 'decide_objection'
  | 'follow_up'
  | 'rate'
  | 'urge'
  | 'withdraw'
  | 'merge'
  | 'absorb'
  | 'follow'
  | 'decline'
  | 'transfer_out'
  | 'close'
  | 'remind'
  | 'supervise'
> = {
  submit_review: (ticket, { resolution }) => resolutionRule(ticket, resolution),
  approve_review: passes,
  send_back: (_ticket, { reason }) => (blank(reason) ? 'reason_required' : null),
  resolve: (ticket, { resolution }) => resolutionRule(ticket, resolution),
  resolve_with_lead: passes,
  correct: correctionRule,
  submit_correction: correctionRule,
  record_delivery: passes,
  confirm: passes,
  auto_confirm: autoConfirmRule,
  dissatisfied: (_ticket, { reason }) => (blank(reason) ? 'reason_required' : null),
  decide_objection: (_ticket, { reason }) => (blank(reason) ? 'reason_required' : null),
  follow_up: (_ticket, { text }) => (blank(text) ? 'text_required' : null),
  rate: passes,
  urge: urgeRule,
  withdraw: passes,
  merge: (ticket, { into, reason }) => {
    if (into === ticket.id) return 'same_ticket'
    return blank(reason) ? 'reason_required' : null
  },
  absorb: passes,
  follow: (ticket, { leadId }) => {
    if (leadId !== null && ticket.sealed) return 'sealed_report'
    return leadId === ticket.id ? 'same_ticket' : null
  },
  decline: (_ticket, { basis, lawfulChannel }) => {
    if (blank(basis)) return 'basis_required'
    return blank(lawfulChannel) ? 'lawful_channel_required' : null
  },
  transfer_out: (_ticket, { body, reason }) => {
    if (blank(body)) return 'body_required'
    return blank(reason) ? 'reason_required' : null
  },
  close: passes,
  remind: alarmRule,
  supervise: (ticket, { timer, due, stage, text }, context) => {
    if (timer === null || due === null) return blank(text) ? 'text_required' : null
    return alarmRule(ticket, { timer, due, stage }, context)
  },
}
