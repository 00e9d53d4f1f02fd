// Several processes that start on one PostgreSQL, and an upgrade that takes its time.
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../src/postgres/database.ts'
import { migrate } from '../../src/postgres/migrate.ts'
import { createServerDatabase, SERVER_URL, type ServerDatabase } from '../database.ts'

const MIGRATIONS = path.join(import.meta.dirname, '../../migrations')
const PROCESSES = 4
const STATEMENT_MS_MAX = 2_000

describe.skipIf(!SERVER_URL)('migrating (PostgreSQL)', () => {
  let server: ServerDatabase
  const opened: Kysely<Database>[] = []
  beforeEach(async () => {
    server = await createServerDatabase()
  })
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((db) => db.destroy()))
    await server.drop()
  })

  /** One process's store: a single connection, with a limit for statements. */
  function aProcess(): Kysely<Database> {
    const pool = new pg.Pool({
      connectionString: server.url,
      max: 1,
      statement_timeout: STATEMENT_MS_MAX,
    })
    const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
    opened.push(db)
    return db
  }

  test('processes that begin together with an empty database migrate it once', async () => {
    const processes = Array.from({ length: PROCESSES }, aProcess)
    await Promise.all(processes.map((db) => sql`select 1`.execute(db)))
    const applied = await Promise.all(processes.map((db) => migrate(db, MIGRATIONS)))
    const files = (await fs.readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql'))
    expect(applied.map((names) => names.length).sort((a, b) => b - a)).toEqual([
      files.length,
      ...Array.from({ length: PROCESSES - 1 }, () => 0),
    ])
  })

  test('neither a long migration nor the wait for it is cut off, later statements are', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'migrations-'))
    const slow = `select pg_sleep(${(STATEMENT_MS_MAX * 1.5) / 1000})`
    await fs.writeFile(path.join(folder, '0001_slow.sql'), slow)
    const processes = [aProcess(), aProcess()]
    const applied = await Promise.all(processes.map((db) => migrate(db, folder)))
    expect(applied.flat()).toEqual(['0001_slow'])
    for (const db of processes) {
      const { rows } = await sql`show statement_timeout`.execute(db)
      expect(rows).toEqual([{ statement_timeout: `${STATEMENT_MS_MAX / 1000}s` }])
    }
    await fs.rm(folder, { recursive: true })
  })
})
