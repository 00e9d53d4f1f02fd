// Tickets with the facts of their ledgers, as figures are reckoned from.
import { sql } from 'kysely'
import type { Calendar } from '../kernel/working-time.ts'
import type { LedgerFact } from '../ticket/figure-facts.ts'
import { type FigureRow, figureRow } from '../ticket/figure-row.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Db } from './database.ts'

/** @param period instants; tickets registered from the first up to, not including, the second */
export async function readFigureRows(
  db: Db,
  period: Readonly<{ from: Date; to: Date }>,
  calendar: Calendar,
  now: Date,
): Promise<readonly FigureRow[]> {
  const { rows } = await sql<{ ticket: Ticket; ledger: LedgerFact[] }>`
    select t.ticket, a.ledger
    from ticket t
    join lateral (
      select jsonb_agg(jsonb_build_object('kind', kind, 'timely', timely, 'department', department,
          'at', to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'from', from_state, 'to', to_state, 'bySystem', actor ->> 'kind' = 'system')
        order by seq) as ledger
      from ticket_activity where ticket_id = t.id) a on true
    where t.registered_at >= ${period.from} and t.registered_at < ${period.to}
    order by t.registered_at, t.number`.execute(db)
  return rows.map((row) => figureRow(row.ticket, row.ledger, calendar, now.toISOString()))
}
