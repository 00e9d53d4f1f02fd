// Whether resolutions have reached the enterprise, by what became of the messages that carry them.
import { sql } from 'kysely'
import { asId, type TicketId } from '../kernel/ids.ts'
import type { Db } from './database.ts'

/** How a message with a resolution is told from other news of its ticket: it asks to confirm. */
const ASKS_TO_CONFIRM = JSON.stringify({
  blocks: [{ actions: [{ value: { a: 'own_ticket', act: 'confirm' } }] }],
})

export type Arrived = Readonly<{ id: TicketId; how: 'read' | 'sent' }>

/**
 * Tickets whose resolution has arrived and is not recorded as such: read, where the channel tells of
 * reading; in a group, where nobody's reading counts for another's, sent. In the order of their ids,
 * from the first after `after`.
 */
export async function arrivedResolutions(
  db: Db,
  after: TicketId | null,
  limit: number,
): Promise<readonly Arrived[]> {
  const { rows } = await sql<{ id: string; how: 'read' | 'sent' }>`
    select id, how from (
      select distinct on (t.id) t.id,
        case when o.read_at is not null then 'read'
          when o.done_at is not null and o.address ->> 'toKind' = 'group' then 'sent' end as how
      from ticket t join outbox_entry o on o.ticket_id = t.id
      where (${after}::uuid is null or t.id > ${after}::uuid)
        and t.state = 'resolved' and t.ended_at is null and t.ticket ->> 'deliveredAt' is null
        and o.purpose = 'ticket_notice' and o.message @> ${ASKS_TO_CONFIRM}::jsonb
      order by t.id, o.seq desc) latest
    where how is not null order by id limit ${limit}`.execute(db)
  return rows.map((row) => ({ id: asId<TicketId>(row.id), how: row.how }))
}
