// The platform's number of a ticket: as a person entered it, else as the platform told it.
import { type RawBuilder, sql } from 'kysely'
import type { TicketId } from '../kernel/ids.ts'
import { PLATFORM } from '../ticket/exchange.ts'
import type { Db } from './database.ts'

/** @param row of `ticket`; null while the platform's number is unknown, whatever other systems call it */
export const theirNumber = (row: string): RawBuilder<string | null> => sql`coalesce(
  case when ${sql.ref(`${row}.ticket`)} #>> '{external,system}' = ${PLATFORM}
    then ${sql.ref(`${row}.external_number`)} end,
  (select min(k.number) from exchange_case k
    where k.ticket_id = ${sql.ref(`${row}.id`)} and k.system = ${PLATFORM}))`

/** @returns null while it is unknown */
export async function theirNumberOf(db: Db, id: TicketId): Promise<string | null> {
  const { rows } = await sql<{ number: string | null }>`
    select ${theirNumber('t')} as number from ticket t where t.id = ${id}::uuid`.execute(db)
  return rows[0]?.number ?? null
}
