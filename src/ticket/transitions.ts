// What may happen to a ticket, and what each act leaves behind. Pure: state by `table.ts`, role by
// `staff/permissions.ts`, conditions by the rules, effect by `apply.ts`, news by `telling.ts`.
// Nothing else changes a ticket's state.
import { type Activity, isCorrection, markOf } from './activity.ts'
import { apply } from './apply.ts'
import type { Command, CommandKind } from './command.ts'
import type { Timer } from './kinds.ts'
import type { Notice } from './notice.ts'
import { mayOn } from './relation.ts'
import { HANDLING_RULES } from './rules-handling.ts'
import type { CommandRule, Context, RefusalCode, RuleTable } from './rules-parts.ts'
import { RESULT_RULES } from './rules-result.ts'
import { isTimely } from './sla.ts'
import { standingRefusal } from './standing.ts'
import { ANSWERED, TRANSITIONS } from './table.ts'
import { noticesOf } from './telling.ts'
import type { Ticket } from './ticket.ts'

export type Outcome =
  | Readonly<{
      ok: true
      ticket: Ticket
      activity: Omit<Activity, 'seq'>
      notices: readonly Notice[]
    }>
  | Readonly<{ ok: false; code: RefusalCode }>

const RULES: RuleTable<CommandKind> = { ...HANDLING_RULES, ...RESULT_RULES }

/** The limit that an act ends, whose keeping it records. */
const ENDS: Readonly<Partial<Record<CommandKind, Timer>>> = {
  dispatch: 'dispatch',
  decide_dispute: 'dispatch',
  accept: 'sign_for',
  co_reply: 'co_handling',
  send_back: 'review',
  resolve: 'handling',
  resolve_with_lead: 'handling',
  approve_review: 'handling',
  follow_up: 'follow_up',
}

/**
 * Decides one command.
 * @returns the changed ticket with its ledger entry and the news, or why it is refused; a refusal
 * changes nothing
 */
export function act(ticket: Ticket, command: Command, context: Context): Outcome {
  const code = refusalOf(ticket, command, context)
  if (code !== null) return { ok: false, code }
  const { actor, now, calendar } = context
  const after = apply(ticket, command, { at: now, actor: markOf(actor) })
  const ends = limitEnded(ticket, command)
  return {
    ok: true,
    ticket: after,
    activity: {
      ticketId: ticket.id,
      at: now,
      actor: markOf(actor),
      from: ticket.state,
      to: after.state,
      act: command,
      timely: ends === undefined ? null : isTimely(ticket, ends, calendar, now),
    },
    notices: noticesOf(command, { before: ticket, after }),
  }
}

function limitEnded(ticket: Ticket, command: Command): Timer | undefined {
  // The answer came when it came; that it is corrected changes nothing about it.
  if (isCorrection({ act: command, from: ticket.state })) return undefined
  // Whether the time was over already when another got it, who is then not late.
  if (command.kind === 'transfer') return isAnswered(ticket) ? undefined : 'handling'
  return ENDS[command.kind]
}

const isAnswered = ({ state }: Ticket) => ANSWERED.some((one) => one === state)

/** Why `command` would be refused now; null when it would be done. Screens use it to offer only what works. */
export function refusalOf(ticket: Ticket, command: Command, context: Context): RefusalCode | null {
  if (!mayOn(ticket, context.actor, command.kind)) return 'not_allowed'
  if (!TRANSITIONS[command.kind].from.includes(ticket.state)) return 'wrong_state'
  const standing = standingRefusal(command.kind, ticket, context.actor)
  if (standing !== null) return standing
  // The table pairs each kind with its own command, which the compiler cannot follow through the key.
  const rule = RULES[command.kind] as CommandRule<CommandKind>
  return rule(ticket, command, context)
}

/** The commands to offer: state, role and standing allow them; what is written is judged when it is given. */
export function commandsFor(ticket: Ticket, actor: Context['actor']): readonly CommandKind[] {
  return (Object.keys(TRANSITIONS) as CommandKind[]).filter(
    (kind) =>
      TRANSITIONS[kind].from.includes(ticket.state) &&
      mayOn(ticket, actor, kind) &&
      standingRefusal(kind, ticket, actor) === null,
  )
}
