// One page of a list, and how many rows all its pages have.
import { type RawBuilder, sql } from 'kysely'
import type { Page, PageAsk } from '../ticket/desk-list.ts'
import type { Db } from './database.ts'

/**
 * Reads a page by one statement, and by a second one beyond the last page, where no row is left to
 * say the total.
 * @param statement ends in the stretch of rows that it is given; each row says the total of all
 */
export async function readPage<Row extends Readonly<{ total: number }>, Line>(
  db: Db,
  { page, size }: PageAsk,
  statement: (stretch: RawBuilder<unknown>) => RawBuilder<Row>,
  toLine: (row: Row) => Line,
): Promise<Page<Line>> {
  const { rows } = await statement(sql`limit ${size} offset ${(page - 1) * size}`).execute(db)
  if (rows.length > 0 || page === 1) return { rows: rows.map(toLine), total: rows[0]?.total ?? 0 }
  const first = await statement(sql`limit 1`).execute(db)
  return { rows: [], total: first.rows[0]?.total ?? 0 }
}
