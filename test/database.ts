// Databases for tests: always the embedded engine, and a real server where TEST_DATABASE_URL names
// one. Every test gets a database of its own, copied from one that was migrated once.
import { randomBytes } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { describe, inject } from 'vitest'
import type { Database } from '../src/postgres/database.ts'
import { type OpenDatabase, openDatabase } from '../src/postgres/open-database.ts'
import { PgliteHub } from '../src/postgres/pglite-hub.ts'

export const SERVER_URL = process.env['TEST_DATABASE_URL']

export type Engine = 'embedded' | 'postgres'

/** Runs the same tests on every engine that is at hand; the others are reported as skipped. */
export function onEachEngine(
  title: string,
  define: (open: () => Promise<OpenDatabase>, engine: Engine) => void,
): void {
  describe(`${title} (embedded)`, () => define(openEmbeddedDatabase, 'embedded'))
  describe.skipIf(!SERVER_URL)(`${title} (PostgreSQL)`, () =>
    define(openServerDatabase, 'postgres'),
  )
}

/** Databases that were filled once, to begin with copies of. */
export type Templates = Readonly<{
  /** A file: the data directory of the embedded engine. */
  embedded: string
  /** The name of a database on the server, null without one. */
  server: string | null
}>

/** A fresh migrated database in memory. */
export const openEmbeddedDatabase = () => openCopy('embedded', inject('migrated'))

/** A fresh migrated database on the server; dropped when it is closed. */
const openServerDatabase = () => openCopy('postgres', inject('migrated'))

/** A database of this engine that begins as the template; on the server it is dropped when it is closed. */
export async function openCopy(engine: Engine, templates: Templates): Promise<OpenDatabase> {
  if (engine === 'embedded') return cloneEmbedded(await openAsBlob(templates.embedded))
  const { url, drop } = await copyOnServer(templates)
  const open = await openDatabase({ kind: 'postgres', url }, () => {})
  return {
    ...open,
    close: async () => {
      await open.close()
      await drop()
    },
  }
}

/** A copy of the template on the server, for others to open. */
export async function copyOnServer({ server }: Templates): Promise<ServerDatabase> {
  if (server === null) throw new Error('TEST_DATABASE_URL is not set')
  return createServerDatabase(server)
}

/** A database in memory that begins as `dump`. */
async function cloneEmbedded(dump: Blob): Promise<OpenDatabase> {
  const lite = await PGlite.create({
    dataDir: 'memory://',
    extensions: { vector },
    loadDataDir: dump,
  })
  const pool = new pg.Pool({ ...new PgliteHub(lite).config, max: 5 })
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    pool,
    close: async () => {
      await pool.end()
      await lite.close()
    },
  }
}

/** What an empty database in memory holds after `fill`. */
export async function dumpOf(
  fill: (db: Kysely<Database>, pool: pg.Pool) => Promise<unknown>,
): Promise<Blob> {
  const lite = await PGlite.create({ dataDir: 'memory://', extensions: { vector } })
  const pool = new pg.Pool({ ...new PgliteHub(lite).config, max: 5 })
  await fill(new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), pool)
  await pool.end()
  const dump = await lite.dumpDataDir('none')
  await lite.close()
  return dump
}

/** Breaks a connection as the network does. */
export function breakOff(client: pg.PoolClient): void {
  const { connection } = client as unknown as { connection: { stream: { destroy: () => void } } }
  connection.stream.destroy()
}

export type ServerDatabase = Readonly<{ name: string; url: string; drop: () => Promise<void> }>

/** A database on the server, empty or a copy of `template`. */
export async function createServerDatabase(
  template = 'template1',
  server = SERVER_URL,
): Promise<ServerDatabase> {
  if (!server) throw new Error('TEST_DATABASE_URL is not set')
  const name = `zhuqi_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template ${template}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const drop = () => onServer(server, `drop database if exists ${name} with (force)`)
  return { name, url: url.href, drop }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
