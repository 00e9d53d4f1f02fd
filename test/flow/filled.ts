// The product's database with the small knowledge, filled once per engine for all tests that start it: to
// publish takes seconds, and a copy does not.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { type OpenDatabase, openDatabase } from '../../src/postgres/open-database.ts'
import { createServerDatabase, dumpOf, SERVER_URL, type ServerDatabase } from '../database.ts'
import { start } from './start.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A file: the data directory of the embedded engine. */
    filledDump: string
    /** The name of a database on the server, null without one. */
    filledTemplate: string | null
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zhuqi-filled-'))
  const dump = path.join(folder, 'embedded')
  const blob = await dumpOf((db, pool) => fill({ db, pool, close: async () => {} }))
  await writeFile(dump, blob.stream())
  const template = SERVER_URL ? await filledOnServer() : null
  provide('filledDump', dump)
  provide('filledTemplate', template?.name ?? null)
  return async () => {
    await rm(folder, { recursive: true, force: true })
    await template?.drop()
  }
}

async function filledOnServer(): Promise<ServerDatabase> {
  const made = await createServerDatabase()
  await fill(await openDatabase({ kind: 'postgres', url: made.url }, () => {}))
  return made
}

/** A first start, which publishes. */
async function fill(store: OpenDatabase): Promise<void> {
  const app = await start(store, {}, [])
  await app.stop()
}
