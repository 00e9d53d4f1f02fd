// What a command makes of a ticket once it is allowed. Depends on nothing but ticket, command and
// moment, so that the ledger can be replayed years later and give the same ticket.
import type { Activity } from './activity.ts'
import { APPLY_HANDLING } from './apply-handling.ts'
import type { Applied, ApplyTable, Moment } from './apply-parts.ts'
import { APPLY_RESULT } from './apply-result.ts'
import type { Command, CommandKind } from './command.ts'
import type { Ticket } from './ticket.ts'

const APPLY: ApplyTable<CommandKind> = { ...APPLY_HANDLING, ...APPLY_RESULT }

/** Does not ask whether the command is allowed: `act` does. */
export function apply(ticket: Ticket, command: Command, moment: Moment): Ticket {
  // The table pairs each kind with its own command, which the compiler cannot follow through the key.
  const step = APPLY[command.kind] as Applied<CommandKind>
  return { ...step(ticket, command, moment), lastActAt: moment.at }
}

/** The ticket that a ledger, complete and in order, amounts to. @throws when it does not begin with a registration */
export function replay(activities: readonly Activity[]): Ticket {
  const [first, ...rest] = activities
  if (first?.act.kind !== 'register') throw new Error('a ledger begins with a registration')
  return rest.reduce((ticket, { act, at, actor }) => {
    if (act.kind === 'register') throw new Error('a ticket is registered once')
    return apply(ticket, act, { at, actor })
  }, first.act.ticket)
}
