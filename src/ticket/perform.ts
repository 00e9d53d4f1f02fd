// The use case through which every change of a ticket goes: card button, console, CLI, exchange and
// timer all end here. One locked row, one decision, one transaction.
import type { TicketId } from '../kernel/ids.ts'
import type { Command } from './command.ts'
import type { Accepted, Locked, TicketReads, TicketStore } from './ports.ts'
import { record, type Scene, sceneOf, type World } from './record.ts'
import type { RefusalCode } from './rules-parts.ts'
import type { Actor } from './ticket.ts'
import { act } from './transitions.ts'

export type PerformDeps = World &
  Readonly<{ store: TicketStore; reads: Pick<TicketReads, 'followersOf'> }>

export type Refusal = Readonly<{ ok: false; code: RefusalCode | 'unknown' }>
export type Performed = Accepted | Refusal

/**
 * Does one command, or says why not; a refusal changes nothing. When it resolves the lead ticket of
 * a wave, the tickets that follow it get the same resolution; call it inside a transaction to have
 * all of them or none.
 */
export async function perform(
  deps: PerformDeps,
  id: TicketId,
  command: Command,
  actor: Actor,
): Promise<Performed> {
  const scene = await sceneOf(deps)
  const performed = await change(deps, id, (locked) => decide(locked, command, actor, scene))
  if (performed.ok) await resolveFollowers(deps, performed, scene)
  return performed
}

/** One command on a locked ticket, as a change to store. */
export function decide(
  { ticket, end }: Locked,
  command: Command,
  actor: Actor,
  scene: Scene,
): Performed {
  const outcome = act(ticket, command, { actor, now: scene.now, calendar: scene.calendar })
  return outcome.ok ? { ok: true, change: record(outcome, end, scene) } : outcome
}

async function change(
  { store }: Pick<PerformDeps, 'store'>,
  id: TicketId,
  decideOn: (locked: Locked) => Performed,
): Promise<Performed> {
  return (await store.change(id, decideOn)) ?? { ok: false, code: 'unknown' }
}

async function resolveFollowers(deps: PerformDeps, lead: Accepted, scene: Scene): Promise<void> {
  const { ticket, activity } = lead.change
  if (ticket.state !== 'resolved' || activity.from === 'resolved' || ticket.resolution === null)
    return
  const { resolution } = ticket
  for (const id of await deps.reads.followersOf(ticket.id)) {
    const command = { kind: 'resolve', resolution } as const
    await change(deps, id, (locked) => decide(locked, command, { kind: 'system' }, scene))
  }
}
