// Years into which open tickets' limits run and whose calendar was missing when they were reckoned.
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { ofTenant } from './conditions.ts'

export async function uncoveredYears(db: Db): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct uncovered_year as year from ticket
    where ${ofTenant} and uncovered_year is not null and ended_at is null order by 1`.execute(db)
  return rows.map((row) => row.year)
}
