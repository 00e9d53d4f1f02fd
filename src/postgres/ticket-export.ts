// Tickets as they are written off into another system by hand.
import { sql } from 'kysely'
import type { Ticket } from '../ticket/ticket.ts'
import type { Db } from './database.ts'
import { ofTenant } from './desk/conditions.ts'

const TICKETS_MAX = 20_000

/**
 * Tickets without a number in another system, or all; sealed reports and what came from elsewhere
 * are never among them.
 */
export async function ticketsToTranscribe(
  db: Db,
  which: 'unlinked' | 'all',
): Promise<readonly Ticket[]> {
  const { rows } = await sql<{ ticket: Ticket }>`
    select ticket from ticket
    where ${ofTenant} and not sealed and source <> 'exchange'
      and (${which === 'all'} or external_number is null)
    order by registered_at, number limit ${TICKETS_MAX}`.execute(db)
  return rows.map((row) => row.ticket)
}
