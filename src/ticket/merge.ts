// Two tickets of the same matter become one: the younger ends, the other carries on, both sides are told.
import type { TicketId } from '../kernel/ids.ts'
import { decide, type PerformDeps, type Performed, type Refusal } from './perform.ts'
import type { Accepted, Locked } from './ports.ts'
import { sceneOf } from './record.ts'
import type { Actor, Ticket } from './ticket.ts'

/** @param id the ticket that ends; @param into the ticket that carries on, which must be open */
export async function mergeTickets(
  deps: PerformDeps,
  { id, into, reason }: Readonly<{ id: TicketId; into: TicketId; reason: string }>,
  actor: Actor,
): Promise<Performed> {
  if (id === into) return { ok: false, code: 'same_ticket' }
  const scene = await sceneOf(deps)
  const both = await deps.store.changeBoth(
    id,
    into,
    (ending: Locked, lasting: Locked): readonly [Accepted, Accepted] | Refusal => {
      const intoNumber = lasting.ticket.number
      const merged = decide(ending, { kind: 'merge', into, intoNumber, reason }, actor, scene)
      if (!merged.ok) return merged
      const text = sameRequester(ending.ticket, lasting.ticket)
        ? ending.ticket.description
        : ending.ticket.title
      const fromNumber = ending.ticket.number
      const absorbed = decide(lasting, { kind: 'absorb', fromNumber, text }, actor, scene)
      return absorbed.ok ? [merged, absorbed] : absorbed
    },
  )
  if (both === null) return { ok: false, code: 'unknown' }
  return 'ok' in both ? both : both[0]
}

function sameRequester(one: Ticket, other: Ticket): boolean {
  if (one.creditCode !== null && one.creditCode === other.creditCode) return true
  return one.contactId !== null && one.contactId === other.contactId
}
