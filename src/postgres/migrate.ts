// Brings the schema up to date from `migrations/NNNN_name.sql`: plain SQL, forward only, each file
// applied once, by one process at a time. Kysely's Migrator orders them; the checksum of every
// applied file is kept, and a file that was edited afterwards is refused.
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import type { Database } from './database.ts'
import { alone } from './only-one.ts'

export class MigrationError extends Error {}

/**
 * Applies what is missing.
 * @returns the names of the files applied now
 * @throws MigrationError when a file fails, was edited after it was applied, or when the schema is newer than this program
 */
export async function migrate(db: Kysely<Database>, folder: string): Promise<string[]> {
  const files = await readFolder(folder)
  return db.connection().execute(async (held) => {
    // Neither a long migration nor the wait for another process's may be cut off.
    await sql`set statement_timeout = 0`.execute(held)
    try {
      return await alone(held, 'migrate', () => applyMissing(held, files))
    } finally {
      await sql`reset statement_timeout`.execute(held)
    }
  })
}

async function applyMissing(db: Kysely<Database>, files: readonly SqlFile[]): Promise<string[]> {
  await sql`create table if not exists migration_checksum (name text primary key, sha256 text not null)`.execute(
    db,
  )
  await refuseEdited(db, files)
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(files.map(asMigration)) },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw new MigrationError('数据库结构升级失败', { cause: error })
  return (results ?? []).map((result) => result.migrationName)
}

type SqlFile = Readonly<{ name: string; text: string; sha256: string }>

async function readFolder(folder: string): Promise<SqlFile[]> {
  const names = (await fs.readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await fs.readFile(path.join(folder, name), 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      return { name: name.replace(/\.sql$/, ''), text, sha256 }
    }),
  )
}

async function refuseEdited(db: Kysely<Database>, files: readonly SqlFile[]): Promise<void> {
  const { rows } = await sql<{ name: string; sha256: string }>`
    select name, sha256 from migration_checksum`.execute(db)
  const applied = new Map(rows.map((row) => [row.name, row.sha256]))
  for (const file of files) {
    const was = applied.get(file.name)
    if (was !== undefined && was !== file.sha256) {
      throw new MigrationError(`migrations/${file.name}.sql 在执行后被改动:请还原该文件,另加新文件`)
    }
  }
}

function asMigration(file: SqlFile): [string, Migration] {
  return [
    file.name,
    {
      up: async (db) => {
        await sql.raw(file.text).execute(db)
        await sql`insert into migration_checksum (name, sha256)
          values (${file.name}, ${file.sha256})`.execute(db)
      },
    },
  ]
}
