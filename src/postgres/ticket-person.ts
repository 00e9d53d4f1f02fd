// Names and phone numbers of requesters: every reading leaves an audit entry, written with it.
import { sql } from 'kysely'
import type { TicketId } from '../kernel/ids.ts'
import type { Person } from '../ticket/ports.ts'
import type { Db } from './database.ts'
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

/**
 * Deletes the personal data of tickets that ended before `before`: name and number, the words of the
 * ledger, description and attachments' names. Figures, states and the ledger's chain stay.
 * @returns how many tickets were anonymised
 */
export function anonymiseTickets(db: Db, before: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update ticket set enterprise_name = null, credit_code = null, contact_id = null, title = '（已匿名化）',
        ticket = ticket || '{"title": "（已匿名化）", "description": "（已匿名化）", "attachments": [],
          "enterpriseName": null, "creditCode": null, "contactId": null, "conversationId": null,
          "coHandlers": [], "resolution": null, "draft": null, "extension": null}'::jsonb
      where ended_at < ${before} and title <> '（已匿名化）'
      returning id`.execute(tx)
    const ids = rows.map((row) => row.id)
    if (ids.length === 0) return 0
    await sql`delete from ticket_person where ticket_id = any(${ids}::uuid[])`.execute(tx)
    await sql`update ticket_activity set act = null where ticket_id = any(${ids}::uuid[])`.execute(
      tx,
    )
    // What was sent about them says the same again.
    for (const table of ['attachment', 'staff_notice', 'outbox_entry']) {
      await sql`delete from ${sql.table(table)} where ticket_id = any(${ids}::uuid[])`.execute(tx)
    }
    return ids.length
  })
}
