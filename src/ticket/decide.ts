// One command on a locked ticket, as a change to store.
import type { StaffId } from '../kernel/ids.ts'
import { localDate } from '../kernel/working-time.ts'
import { departmentOf, isOnLeave } from '../staff/staff.ts'
import { cleanCommand } from './clean-command.ts'
import type { Command, CommandOf } from './command.ts'
import type { Accepted, AcceptedTogether, Locked } from './ports.ts'
import { record, type Scene } from './record.ts'
import type { RefusalCode } from './rules-parts.ts'
import type { Actor, Instant, Ticket } from './ticket.ts'
import { act } from './transitions.ts'
import { mayLead } from './wave.ts'

/** `unknown`: there is no such ticket. */
export type Refusal = Readonly<{ ok: false; code: RefusalCode | 'unknown' }>
export type Performed = Accepted | Refusal

/**
 * Writes nothing. A command that gives work to somebody is refused as `unfit_person` unless that is an
 * active specialist who is there today, and as `not_of_department` when they are not of the department
 * that it names; every other refusal is that of the transition table. An act is
 * recorded no earlier than the one before it.
 */
export function decide(
  { ticket, end }: Locked,
  command: Command,
  actor: Actor,
  asRead: Scene,
): Performed {
  const scene = notBefore(asRead, ticket.lastActAt)
  const person = personIn(command)
  if (person !== null && !isFit(person.id, scene)) return { ok: false, code: 'unfit_person' }
  if (person !== null && !isOf(person, scene)) return { ok: false, code: 'not_of_department' }
  const outcome = act(ticket, cleanCommand(command), {
    actor,
    now: scene.now,
    calendar: scene.calendar,
  })
  return outcome.ok ? { ok: true, change: record(outcome, end, scene) } : outcome
}

/** The clock was read before the wait for the lock, and those of two machines differ. */
function notBefore(scene: Scene, instant: Instant): Scene {
  return scene.now < instant ? { ...scene, now: instant } : scene
}

type Placement = Readonly<{ id: StaffId; department: string }>

/** Whom a command gives work to, as one of which department. */
function personIn(command: Command): Placement | null {
  if (command.kind === 'add_co_handler') {
    return { id: command.staffId, department: command.department }
  }
  return 'to' in command ? { id: command.to, department: command.department } : null
}

/** An empty department is for the rules to refuse. */
function isOf({ id, department }: Placement, { roster }: Scene): boolean {
  const member = roster.staff.find((one) => one.id === id)
  if (member === undefined || department.trim() === '') return true
  return departmentOf(member, department) === department
}

/** An active specialist who is there today. */
function isFit(id: StaffId, { roster, now }: Scene): boolean {
  const member = roster.staff.find((one) => one.id === id)
  const here = !isOnLeave(roster, id, localDate(new Date(now)))
  return member?.active === true && member.roles.includes('specialist') && here
}

/**
 * Two tickets of the same matter become one: the first ends, the other carries on, both sides are
 * told. The other enterprise's words reach the handler of the lasting one only by their title.
 */
export function decideMerge(
  ending: Locked,
  lasting: Locked,
  reason: string,
  actor: Actor,
  scene: Scene,
): AcceptedTogether | Refusal {
  const { id: into, number: intoNumber } = lasting.ticket
  const merged = decide(ending, { kind: 'merge', into, intoNumber, reason }, actor, scene)
  if (!merged.ok) return merged
  const { number: fromNumber, title, description } = ending.ticket
  const text = sameRequester(ending.ticket, lasting.ticket) ? description : title
  const system = { kind: 'system' } as const
  const absorbed = decide(lasting, { kind: 'absorb', fromNumber, text }, system, scene)
  return absorbed.ok ? [merged, absorbed] : absorbed
}

/** One more waits for the answer of a lead, if that may still come and be shown to it. */
export function decideJoin(
  joining: Locked,
  lead: Locked,
  command: CommandOf<'follow'>,
  actor: Actor,
  scene: Scene,
): AcceptedTogether | Refusal {
  const joined = decide(joining, command, actor, scene)
  if (!joined.ok) return joined
  return mayLead(lead.ticket) ? [joined] : { ok: false, code: 'lead_unfit' }
}

/** By what is proved: under a name that anybody may give, the words of one would be shown to another. */
function sameRequester(one: Ticket, other: Ticket): boolean {
  if (one.creditCode !== null && one.creditCode === other.creditCode) return true
  return one.contactId !== null && one.contactId === other.contactId
}
