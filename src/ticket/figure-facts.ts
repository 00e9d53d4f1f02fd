// The ledger of a ticket as figures read it: each fact with the department that had the ticket then, so
// that what one did, or left undone, is never counted against the next.
import type { Calendar } from '../kernel/working-time.ts'
import type { CommandKind } from './command.ts'
import { isTimely } from './sla.ts'
import type { Instant, Ticket, TicketState } from './ticket.ts'

/** What figures need of a ledger entry; `department` is the one it put the ticket to, if any. */
export type LedgerFact = Readonly<{
  kind: CommandKind | 'register'
  at: Instant
  from: TicketState | null
  to: TicketState
  bySystem: boolean
  timely: boolean | null
  department: string | null
}>

export type Held = LedgerFact &
  Readonly<{
    /** Who had the ticket when it happened; null while nobody had. */
    holder: string | null
    /** The handling limit had run out before the holder got it. */
    isInherited: boolean
    /** Passed on or returned, unsigned, after the limit for signing. */
    leftUnsigned: boolean
    /** Sent the enterprise a corrected result. */
    corrects: boolean
  }>

export type Facts = Readonly<{
  held: readonly Held[]
  /** Whoever has it now got it when the handling limit had run out. */
  isInheritedNow: boolean
}>

/** The acts that give the enterprise an answer. */
export const RESOLVING: readonly string[] = ['resolve', 'approve_review', 'resolve_with_lead']

export function heldFacts(
  ticket: Ticket,
  ledger: readonly LedgerFact[],
  calendar: Calendar,
): Facts {
  let holder: string | null = null
  let placedAt: Instant | null = null
  let isInherited = false
  const held = ledger.map((fact): Held => {
    const leaves = fact.kind === 'transfer' || fact.kind === 'return'
    const one = {
      ...fact,
      holder,
      isInherited,
      leftUnsigned:
        leaves &&
        fact.from === 'dispatched' &&
        isTimely(
          { ...ticket, state: 'dispatched', dispatchedAt: placedAt },
          'sign_for',
          calendar,
          fact.at,
        ) === false,
      corrects:
        fact.kind === 'correct' ||
        (fact.kind === 'approve_review' && fact.from !== 'in_review' && fact.from !== null),
    }
    if (fact.department !== null) {
      const isNewRound = fact.kind !== 'transfer'
      if (isNewRound) isInherited = false
      else if (fact.timely === false) isInherited = true
      holder = fact.department
      placedAt = fact.at
    }
    if (fact.kind === 'return' || fact.to === 'reopened') holder = null
    return one
  })
  return { held, isInheritedNow: isInherited }
}
