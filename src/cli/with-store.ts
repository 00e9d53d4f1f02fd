// Commands that work on the store: the same settings as the server, and the same refusal to open
// an embedded directory that the server has open.
import path from 'node:path'
import { explainStartFailure } from '../compose/start/start-failure.ts'
import { readConfig } from '../config/config.ts'
import { migrate } from '../postgres/migrate.ts'
import { type OpenDatabase, openDatabase } from '../postgres/open-database.ts'

export const ROOT = path.resolve(import.meta.dirname, '../..')

/** Opens the configured store, brings it up to date, and closes it when `work` is done. */
export async function withStore<T>(work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const { config, secrets } = readConfig()
  const target =
    config.storage.kind === 'embedded'
      ? config.storage
      : ({ kind: 'postgres', url: secrets.databaseUrl ?? '' } as const)
  let database: OpenDatabase
  try {
    database = await openDatabase(target, () => {})
  } catch (error) {
    throw new Error(explainStartFailure(error), { cause: error })
  }
  try {
    await migrate(database.db, path.join(ROOT, 'migrations'))
    return await work(database)
  } finally {
    await database.close()
  }
}
