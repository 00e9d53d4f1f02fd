// How the tickets of whoever writes stand, as far as a message is judged by it.
import { phaseOf } from '../../ticket/phase.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { OwnTickets } from '../answer-ports.ts'

/** What was handed in, answered or written to so long ago is no longer what one goes on with unasked. */
const FRESH_MS = 2 * 3_600_000

export function standingOf(
  tickets: readonly Pick<Ticket, 'state' | 'lastActAt'>[],
  now: Date,
): OwnTickets {
  const isFresh = tickets.some(
    ({ state, lastActAt }) =>
      UNSETTLED.has(phaseOf(state)) && now.getTime() - Date.parse(lastActAt) <= FRESH_MS,
  )
  return new Set([
    ...tickets.map(({ state }) => phaseOf(state)),
    ...(isFresh ? ['fresh' as const] : []),
  ])
}

const UNSETTLED: ReadonlySet<string> = new Set(['at_work', 'answered'])
