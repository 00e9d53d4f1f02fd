// Databases that are filled once for all test files: to fill one takes seconds, and a copy does not.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { type OpenDatabase, openDatabase } from '../src/postgres/open-database.ts'
import { createServerDatabase, dumpOf, type ServerDatabase, type Templates } from './database.ts'

/** Fills a database of each engine that is at hand to `project`; `fill` closes what it is given. */
export async function makeTemplates(
  { config }: TestProject,
  fill: (store: OpenDatabase) => Promise<unknown>,
): Promise<Readonly<{ templates: Templates; remove: () => Promise<void> }>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zhuqi-template-'))
  const embedded = path.join(folder, 'embedded')
  const dump = await dumpOf((db, pool) => fill({ db, pool, close: async () => {} }))
  await writeFile(embedded, dump.stream())
  const url = config.env['TEST_DATABASE_URL']
  const server = url ? await filledOnServer(url, fill) : null
  return {
    templates: { embedded, server: server?.name ?? null },
    remove: async () => {
      await rm(folder, { recursive: true, force: true })
      await server?.drop()
    },
  }
}

async function filledOnServer(
  server: string,
  fill: (store: OpenDatabase) => Promise<unknown>,
): Promise<ServerDatabase> {
  const made = await createServerDatabase(undefined, server)
  await fill(await openDatabase({ kind: 'postgres', url: made.url }, () => {}))
  return made
}
