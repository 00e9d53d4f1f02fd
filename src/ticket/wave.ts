// Waves: tickets of many with one problem, which wait for the answer of one of them, the lead.
import { isCorrection } from './activity.ts'
import type { Command } from './command.ts'
import type { TicketChange, TicketReads } from './ports.ts'
import { BEFORE_RESULT } from './table.ts'
import { isTerminal, type Ticket } from './ticket.ts'

/** Whether others may wait for this ticket's answer: it is still to come, from nobody else, and no secret. */
export const mayLead = ({ state, leadId, sealed }: Ticket): boolean =>
  BEFORE_RESULT.includes(state) && leadId === null && !sealed

/** The tickets that what is answered here now goes to as well: an answer, or what corrects it. */
export const reachedBy = (
  reads: Pick<TicketReads, 'followersOf' | 'answeredFollowersOf'>,
  { id, resolvedAt }: Ticket,
): Promise<readonly Ticket['id'][]> =>
  resolvedAt === null ? reads.followersOf(id) : reads.answeredFollowersOf(id)

/** What a change of a lead means for those that follow it; null where they go on waiting. */
export function afterLead({ ticket, activity }: TicketChange): Command | null {
  const { state, sealed, resolution, correction } = ticket
  if (isTerminal(state) || sealed) return { kind: 'follow', leadId: null, leadNumber: null }
  if (resolution !== null && correction && isCorrection(activity)) {
    const { reason, instead } = correction
    return { kind: 'correct', resolution, reason, instead }
  }
  const answered = state === 'resolved' && activity.from !== 'resolved'
  return answered && resolution !== null ? { kind: 'resolve_with_lead', resolution } : null
}
