// A person's notices about tickets, with the numbers by which people know them.
import { sql } from 'kysely'
import type { StaffId } from '../../kernel/ids.ts'
import type { StaffNoticeLine } from '../../ticket/desk-detail.ts'
import type { Db } from '../database.ts'
import { rowOfTenant } from './conditions.ts'

/** The latest first, unread ones before read ones. */
export async function staffNoticesOf(
  db: Db,
  staffId: StaffId,
  limit: number,
): Promise<readonly StaffNoticeLine[]> {
  const { rows } = await sql<{
    id: string
    number: string
    title: string
    summary: string
    created_at: Date
    read_at: Date | null
  }>`
    select n.id, t.number, n.message ->> 'title' as title, n.message ->> 'summary' as summary,
      n.created_at, n.read_at
    from staff_notice n join ticket t on t.id = n.ticket_id
    where ${rowOfTenant('n')} and n.staff_id = ${staffId}::uuid
    order by n.read_at is not null, n.created_at desc limit ${limit}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    ticketNumber: row.number,
    title: row.title,
    summary: row.summary,
    at: row.created_at,
    read: row.read_at !== null,
  }))
}
