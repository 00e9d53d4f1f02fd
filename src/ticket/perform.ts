// The use case through which every change of a ticket goes: card button, console, CLI, exchange and
// timer all end here. One locked row, one decision, one transaction.
import type { TicketId } from '../kernel/ids.ts'
import type { Command, CommandOf } from './command.ts'
import { decide, decideMerge, type Performed } from './decide.ts'
import type { Accepted, TicketReads, TicketStore } from './ports.ts'
import { type Scene, sceneOf, type World } from './record.ts'
import { type Actor, isTerminal } from './ticket.ts'

export type PerformDeps = World &
  Readonly<{ store: TicketStore; reads: Pick<TicketReads, 'byId' | 'followersOf'> }>

/**
 * Does one command, or says why not; a refusal changes nothing. A merge changes both tickets. When
 * the lead ticket of a wave is resolved, the tickets that follow it get the same resolution; call it
 * inside a transaction to have all of them or none.
 */
export async function perform(
  deps: PerformDeps,
  id: TicketId,
  command: Command,
  actor: Actor,
): Promise<Performed> {
  const scene = await sceneOf(deps)
  if (command.kind === 'merge') return merge(deps, id, command, actor, scene)
  if (command.kind === 'follow' && !(await mayLead(deps, command))) {
    return { ok: false, code: 'lead_unfit' }
  }
  const performed = await change(deps, id, command, actor, scene)
  if (performed.ok) await resolveFollowers(deps, performed, scene)
  return performed
}

async function change(
  { store }: PerformDeps,
  id: TicketId,
  command: Command,
  actor: Actor,
  scene: Scene,
): Promise<Performed> {
  const performed = await store.change(id, (locked) => decide(locked, command, actor, scene))
  return performed ?? { ok: false, code: 'unknown' }
}

async function merge(
  { store }: PerformDeps,
  id: TicketId,
  { into, reason }: CommandOf<'merge'>,
  actor: Actor,
  scene: Scene,
): Promise<Performed> {
  if (id === into) return { ok: false, code: 'same_ticket' }
  const both = await store.changeBoth(id, into, (ending, lasting) =>
    decideMerge(ending, lasting, reason, actor, scene),
  )
  if (both === null) return { ok: false, code: 'unknown' }
  return 'ok' in both ? both : both[0]
}

/** A lead is open, no sealed report, and follows nobody itself, so that waves have no chains. */
async function mayLead({ reads }: PerformDeps, { leadId }: CommandOf<'follow'>): Promise<boolean> {
  if (leadId === null) return true
  const lead = await reads.byId(leadId)
  if (lead === null || lead.ticket.sealed) return false
  return !isTerminal(lead.ticket.state) && lead.ticket.leadId === null
}

async function resolveFollowers(deps: PerformDeps, lead: Accepted, scene: Scene): Promise<void> {
  const { ticket, activity } = lead.change
  const { resolution } = ticket
  if (ticket.state !== 'resolved' || activity.from === 'resolved' || resolution === null) return
  for (const id of await deps.reads.followersOf(ticket.id)) {
    await change(deps, id, { kind: 'resolve_with_lead', resolution }, { kind: 'system' }, scene)
  }
}
