// The use case through which every change of a ticket goes: card button, console, CLI, exchange and
// timer all end here. Locked rows, one decision for each, one transaction.
import type { TicketId } from '../kernel/ids.ts'
import type { Command, CommandOf } from './command.ts'
import { decide, decideJoin, decideMerge, type Performed } from './decide.ts'
import type { Accepted, TicketReads, TicketStore } from './ports.ts'
import { type Scene, sceneOf, type World } from './record.ts'
import type { Actor } from './ticket.ts'
import { afterLead } from './wave.ts'

export type PerformDeps = World &
  Readonly<{
    store: TicketStore
    reads: Pick<TicketReads, 'byId' | 'followersOf' | 'answeredFollowersOf'>
    /** Does `work` in the transaction that these are bound to, else in one of its own; a rejection undoes all of it. */
    inOneStep: <T>(work: (deps: PerformDeps) => Promise<T>) => Promise<T>
  }>

/**
 * Does one command, or says why not; a refusal changes nothing. A merge changes both tickets. When
 * the lead ticket of a wave is resolved, the tickets that follow it get the same resolution; when it
 * ends without one, or becomes a report, they no longer follow it. What is corrected is corrected for
 * those who were sent it too. All of them change, or none.
 */
export function perform(
  { inOneStep }: PerformDeps,
  id: TicketId,
  command: Command,
  actor: Actor,
): Promise<Performed> {
  return inOneStep(async (deps) => {
    const asked = { id, command, actor, scene: await sceneOf(deps) }
    const performed = await performOne(deps, asked)
    if (performed.ok) await carryFollowers(deps, performed, asked.scene)
    return performed
  })
}

type Asked<C extends Command = Command> = Readonly<{
  id: TicketId
  command: C
  actor: Actor
  scene: Scene
}>

function performOne(deps: PerformDeps, asked: Asked): Promise<Performed> {
  const { command } = asked
  if (command.kind === 'merge') return merge(deps, { ...asked, command })
  if (command.kind === 'follow') return follow(deps, { ...asked, command })
  return change(deps, asked)
}

async function change(
  { store }: PerformDeps,
  { id, command, actor, scene }: Asked,
): Promise<Performed> {
  const performed = await store.change(id, (locked) => decide(locked, command, actor, scene))
  return performed ?? { ok: false, code: 'unknown' }
}

async function merge(
  { store }: PerformDeps,
  { id, command: { into, reason }, actor, scene }: Asked<CommandOf<'merge'>>,
): Promise<Performed> {
  if (id === into) return { ok: false, code: 'same_ticket' }
  const both = await store.changeBoth(id, into, (ending, lasting) =>
    decideMerge(ending, lasting, reason, actor, scene),
  )
  if (both === null) return { ok: false, code: 'unknown' }
  return 'ok' in both ? both : both[0]
}

/** Both are locked, so that no answer goes out while somebody joins who would then wait for it. */
async function follow(deps: PerformDeps, asked: Asked<CommandOf<'follow'>>): Promise<Performed> {
  const { id, command, actor, scene } = asked
  const { leadId } = command
  if (leadId === null) return change(deps, asked)
  const followers = await deps.reads.followersOf(id)
  if (followers.length > 0) return { ok: false, code: 'leads_others' }
  const joined = await deps.store.changeBoth(id, leadId, (joining, lead) =>
    decideJoin(joining, lead, command, actor, scene),
  )
  if (joined === null) return { ok: false, code: 'unknown' }
  return 'ok' in joined ? joined : joined[0]
}

async function carryFollowers(deps: PerformDeps, lead: Accepted, scene: Scene): Promise<void> {
  const command = afterLead(lead.change)
  if (command === null) return
  const { reads } = deps
  const of = command.kind === 'correct' ? reads.answeredFollowersOf : reads.followersOf
  for (const id of await of(lead.change.ticket.id)) {
    const carried = await change(deps, { id, command, actor: { kind: 'system' }, scene })
    // Two who joined at the same moment may have made a chain.
    if (carried.ok) await carryFollowers(deps, carried, scene)
  }
}
