// Shapes shared by the tables of conditions.
import type { Calendar } from '../kernel/working-time.ts'
import type { CommandKind, CommandOf } from './command.ts'
import type { Actor, Instant, Ticket } from './ticket.ts'

/** Why a command is refused. The Chinese text for each stands in `refusals.ts`. */
export const REFUSAL_CODES = [
  'not_allowed',
  'wrong_state',
  'text_required',
  'reason_required',
  'basis_required',
  'department_required',
  'proposed_owner_required',
  'lawful_channel_required',
  'body_required',
  'return_too_late',
  'return_barred',
  'dispute_open',
  'no_dispute',
  'same_person',
  'barred_person',
  'unfit_person',
  'not_of_department',
  'own_work',
  'extension_pending',
  'extension_used_up',
  'extension_days_invalid',
  'extension_too_late',
  'no_extension_pending',
  'already_co_handler',
  'not_co_handler',
  'co_handlers_open',
  'review_required',
  'no_review_required',
  'no_review_pending',
  'nothing_corrected',
  'corrected_meanwhile',
  'correction_in_review',
  'objection_undecided',
  'already_delivered',
  'not_delivered',
  'too_early',
  'objection_open',
  'no_objection',
  'urged_today',
  'urged_too_often',
  'same_ticket',
  'sealed_report',
  'lead_unfit',
  'leads_others',
  'no_lead',
  'stale_alarm',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

export type Context = Readonly<{ actor: Actor; now: Instant; calendar: Calendar }>

export type CommandRule<K extends CommandKind> = (
  ticket: Ticket,
  command: CommandOf<K>,
  context: Context,
) => RefusalCode | null

export type RuleTable<K extends CommandKind> = Readonly<{ [One in K]: CommandRule<One> }>

export const passes = () => null

export const blank = (text: string | null) => text === null || text.trim() === ''
