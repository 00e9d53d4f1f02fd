// Whether resolutions have reached the enterprise, by what became of the messages that carry them.
import { sql } from 'kysely'
import { asId, type TicketId } from '../kernel/ids.ts'
import type { Db } from './database.ts'

/** How a message with a resolution is told from other news of its ticket: it asks to confirm. */
const ASKS_TO_CONFIRM = JSON.stringify({
  blocks: [{ actions: [{ value: { a: 'own_ticket', act: 'confirm' } }] }],
})

const BATCH_MAX = 200

/**
 * Tickets whose resolution has arrived and is not recorded as such: read, where the channel tells of
 * reading; in a group, where nobody's reading counts for another's, sent.
 */
export async function arrivedResolutions(
  db: Db,
): Promise<readonly Readonly<{ id: TicketId; how: 'read' | 'sent' }>[]> {
  const { rows } = await sql<{ id: string; how: 'read' | 'sent' }>`
    select id, how from (
      select distinct on (t.id) t.id,
        case when o.read_at is not null then 'read'
          when o.done_at is not null and o.address ->> 'toKind' = 'group' then 'sent' end as how
      from ticket t join outbox_entry o on o.ticket_id = t.id
      where t.state = 'resolved' and t.ended_at is null and t.ticket ->> 'deliveredAt' is null
        and o.purpose = 'ticket_notice' and o.message @> ${ASKS_TO_CONFIRM}::jsonb
      order by t.id, o.seq desc) latest
    where how is not null limit ${BATCH_MAX}`.execute(db)
  return rows.map((row) => ({ id: asId<TicketId>(row.id), how: row.how }))
}
