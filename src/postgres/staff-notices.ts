// What staff were told about tickets, and whether they have seen it.
import { sql } from 'kysely'
import type { StaffId, TicketId } from '../kernel/ids.ts'
import type { Message } from '../kernel/message.ts'
import type { Db } from './database.ts'
import { jsonText } from './json.ts'

/** Keeps one notice for each of these people. */
export async function keepStaffNotices(
  db: Db,
  staffIds: readonly StaffId[],
  notice: Readonly<{ ticketId: TicketId; message: Message }>,
): Promise<void> {
  if (staffIds.length === 0) return
  await sql`
    with kept as (
      insert into staff_notice (staff_id, ticket_id, message)
      select staff_id, ${notice.ticketId}::uuid, ${jsonText(notice.message)}::jsonb
      from unnest(${[...staffIds]}::uuid[]) as r(staff_id)
      returning staff_id)
    select pg_notify('staff', staff_id::text) from kept`.execute(db)
}

export async function markStaffNoticesRead(db: Db, staffId: StaffId): Promise<void> {
  await sql`
    update staff_notice set read_at = now() where staff_id = ${staffId}::uuid and read_at is null`.execute(
    db,
  )
}
