// Leave hands over by itself: what an absent person has in hand goes to who stands in.
import type { StaffId, TicketId } from '../kernel/ids.ts'
import { localDate } from '../kernel/working-time.ts'
import { departmentOf, presentFor, type StaffMember } from '../staff/staff.ts'
import type { Command } from './command.ts'
import { type PerformDeps, perform } from './perform.ts'
import type { TicketReads } from './ports.ts'
import type { CoHandler, Ticket } from './ticket.ts'

export type HandOverDeps = PerformDeps &
  Readonly<{
    reads: Pick<TicketReads, 'heldBy'>
    /** A ticket that could not be handed over because of a fault; the others go on. */
    failed: (id: TicketId, cause: unknown) => void
  }>

export type HandedOver = Readonly<{ moved: readonly TicketId[]; stranded: readonly TicketId[] }>

/**
 * Transfers the open tickets of everybody who is away today. `stranded` are those for whom nobody
 * stands in, or the one who would is barred: an alarm for the dispatchers.
 */
export async function handOverAbsences(deps: HandOverDeps): Promise<HandedOver> {
  const today = localDate(deps.clock())
  const roster = await deps.roster()
  const moved: TicketId[] = []
  const stranded: TicketId[] = []
  for (const member of roster.staff) {
    const instead = presentFor(roster, member.id, today)
    if (instead?.id === member.id) continue
    for (const id of await deps.reads.heldBy(member.id)) {
      try {
        const done = await handOver(deps, id, member.id, instead)
        if (done === 'moved') moved.push(id)
        if (done === 'stranded') stranded.push(id)
      } catch (cause) {
        deps.failed(id, cause)
      }
    }
  }
  return { moved, stranded }
}

async function handOver(
  deps: HandOverDeps,
  id: TicketId,
  from: StaffId,
  to: StaffMember | null,
): Promise<'moved' | 'stranded' | 'not_theirs'> {
  const locked = await deps.reads.byId(id)
  const commands = locked === null ? [] : commandsToMove(locked.ticket, from, to)
  if (commands.length === 0) return 'not_theirs'
  if (to === null) return 'stranded'
  for (const command of commands) {
    const performed = await perform(deps, id, command, { kind: 'system' })
    if (!performed.ok) return 'stranded'
  }
  return 'moved'
}

/** What moves a person's part in a ticket to another: the handling itself, and every open co-handling. */
function commandsToMove(ticket: Ticket, from: StaffId, to: StaffMember | null): readonly Command[] {
  const reason = '承办人休假，由代理人接办'
  const instead = to?.id ?? from
  const of = (department: string | null) => (to === null ? '' : departmentOf(to, department))
  const transfer: Command = {
    kind: 'transfer',
    to: instead,
    department: of(ticket.department),
    reason,
  }
  const tasks = ticket.coHandlers.filter((one) => one.staffId === from && one.reply === null)
  const held = (id: StaffId) =>
    ticket.ownerId === id ||
    ticket.coHandlers.some((one) => one.staffId === id && one.reply === null)
  return [
    ...(ticket.ownerId === from ? [transfer] : []),
    ...tasks.flatMap((one): Command[] => [
      // Who already has a part in it takes this one with it.
      ...(held(instead) ? [] : [addition(one, instead, of(one.department))]),
      { kind: 'release_co_handler', staffId: from, reason },
    ]),
  ]
}

function addition({ task }: CoHandler, staffId: StaffId, department: string): Command {
  return { kind: 'add_co_handler', staffId, department, task }
}
