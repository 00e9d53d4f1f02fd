// Leave hands over by itself: what an absent person has in hand goes to who stands in.
import type { StaffId, TicketId } from '../kernel/ids.ts'
import { localDate } from '../kernel/working-time.ts'
import { presentFor } from '../staff/staff.ts'
import { type PerformDeps, perform } from './perform.ts'
import type { TicketReads } from './ports.ts'

export type HandOverDeps = PerformDeps & Readonly<{ reads: Pick<TicketReads, 'heldBy'> }>

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
      const done = await handOver(deps, id, member.id, instead?.id ?? null)
      if (done === 'moved') moved.push(id)
      if (done === 'stranded') stranded.push(id)
    }
  }
  return { moved, stranded }
}

async function handOver(
  deps: HandOverDeps,
  id: TicketId,
  from: StaffId,
  to: StaffId | null,
): Promise<'moved' | 'stranded' | 'not_theirs'> {
  const locked = await deps.reads.byId(id)
  if (locked?.ticket.ownerId !== from || locked.ticket.department === null) return 'not_theirs'
  if (to === null) return 'stranded'
  const { department } = locked.ticket
  const command = { kind: 'transfer', to, department, reason: '承办人休假，由代理人接办' } as const
  const performed = await perform(deps, id, command, { kind: 'system' })
  return performed.ok ? 'moved' : 'stranded'
}
