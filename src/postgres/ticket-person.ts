// Names and phone numbers of requesters: every reading leaves an audit entry, written with it.
import { sql } from 'kysely'
import type { TicketId } from '../kernel/ids.ts'
import type { Person } from '../ticket/ports.ts'
import type { Db, Tx } from './database.ts'
import { inTransaction } from './in-transaction.ts'

/** @param reader who reads, as the audit keeps it; whether they may is decided before. @returns null for an anonymous or anonymised ticket */
export function readPerson(db: Db, id: TicketId, reader: string): Promise<Person | null> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<{ name: string; phone: string }>`
      select name, phone from ticket_person where ticket_id = ${id}::uuid`.execute(tx)
    await sql`
      insert into audit_entry (actor, action, subject)
      values (${reader}, 'ticket.read_person', ${`ticket:${id}`})`.execute(tx)
    return rows[0] ?? null
  })
}

/** So many tickets in a transaction, so that none holds the tables for long. */
const BATCH_MAX = 200

/**
 * Deletes the personal data of tickets that ended before `before`: name and number, the words of the
 * ledger, description, rating and attachments' names. Figures, states and the ledger's chain stay.
 * Safe to stop at any point and to run again.
 * @returns how many tickets were anonymised
 */
export async function anonymiseTickets(db: Db, before: Date): Promise<number> {
  let total = 0
  for (;;) {
    const count = await inTransaction(db, (tx) => anonymiseBatch(tx, before))
    total += count
    if (count < BATCH_MAX) return total
  }
}

async function anonymiseBatch(tx: Tx, before: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update ticket set enterprise_name = null, credit_code = null, contact_id = null, title = '（已匿名化）',
      anonymised_at = now(),
      ticket = ticket || '{"title": "（已匿名化）", "description": "（已匿名化）", "attachments": [],
        "enterpriseName": null, "creditCode": null, "contactId": null, "conversationId": null,
        "coHandlers": [], "resolution": null, "draft": null, "extension": null, "routing": []}'::jsonb
        || case when jsonb_typeof(ticket -> 'rating') = 'object'
          then jsonb_build_object('rating', ticket -> 'rating' || '{"comment": null}'::jsonb)
          else '{}'::jsonb end
    where id in (
      select id from ticket where ended_at < ${before} and anonymised_at is null
      order by ended_at limit ${BATCH_MAX} for update skip locked)
    returning id`.execute(tx)
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return 0
  await sql`delete from ticket_person where ticket_id = any(${ids}::uuid[])`.execute(tx)
  await sql`update ticket_activity set act = null where ticket_id = any(${ids}::uuid[])`.execute(tx)
  // What was sent about them says the same again.
  for (const table of ['attachment', 'staff_notice', 'outbox_entry']) {
    await sql`delete from ${sql.table(table)} where ticket_id = any(${ids}::uuid[])`.execute(tx)
  }
  return ids.length
}
