// The one place that knows which engine serves the data; everything else sees Kysely on pg.
import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import type { Database } from './database.ts'
import { type OpenPool, openEmbedded, openInMemory } from './embedded.ts'
import { openServer } from './server-pool.ts'

export type StoreTarget =
  | Readonly<{ kind: 'embedded'; dataDir: string }>
  | Readonly<{ kind: 'postgres'; url: string }>
  | Readonly<{ kind: 'memory' }>

export type OpenDatabase = Readonly<{
  db: Kysely<Database>
  pool: pg.Pool
  close: () => Promise<void>
}>

/** Opens the store and makes sure that it answers. */
export async function openDatabase(
  target: StoreTarget,
  onProblem: (error: unknown) => void,
): Promise<OpenDatabase> {
  const { pool, close } = await openPool(target, onProblem)
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    await close()
    throw error
  }
  return { db, pool, close }
}

function openPool(target: StoreTarget, onProblem: (error: unknown) => void): Promise<OpenPool> {
  switch (target.kind) {
    case 'embedded':
      return openEmbedded(target.dataDir, onProblem)
    case 'memory':
      return openInMemory()
    case 'postgres':
      return Promise.resolve(openServer(target.url, onProblem))
  }
}
