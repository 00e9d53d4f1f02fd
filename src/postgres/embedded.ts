// The embedded default: PostgreSQL compiled to WASM in this process, on disk in `dataDir`.
import fs from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { vector } from '@electric-sql/pglite-pgvector'
import pg from 'pg'
import { lockDataDir } from './data-dir-lock.ts'
import { DurableNodeFS, durableStartParams } from './durable-fs.ts'
import { PgliteHub } from './pglite-hub.ts'

/** Virtual connections; there is one real session, so more would only queue. */
const POOL_MAX = 5
/** Nobody vacuums or checkpoints a PGlite by itself; without this the directory only grows. */
const MAINTENANCE_INTERVAL_MS = 5 * 60_000

export type OpenPool = Readonly<{ pool: pg.Pool; close: () => Promise<void> }>

/**
 * Opens the database in `dataDir`, which is created and locked for this process.
 * @param onProblem told of a failed maintenance run; the next one is tried all the same
 * @throws DataDirBusyError when another process has it
 */
export async function openEmbedded(
  dataDir: string,
  onProblem: (error: unknown) => void,
): Promise<OpenPool> {
  const unlock = await lockDataDir(dataDir)
  try {
    const folder = path.join(dataDir, 'postgres')
    fs.mkdirSync(folder, { recursive: true })
    const lite = await PGlite.create({
      fs: new DurableNodeFS(folder),
      extensions: { vector },
      startParams: durableStartParams,
    })
    return serve(lite, onProblem, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/** A database in memory, for tests and for evaluations that must not touch a data directory. */
export async function openInMemory(): Promise<OpenPool> {
  const lite = await PGlite.create({
    dataDir: 'memory://',
    extensions: { vector },
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'],
  })
  return serve(
    lite,
    () => {},
    () => {},
  )
}

function serve(lite: PGlite, onProblem: (error: unknown) => void, unlock: () => void): OpenPool {
  const pool = new pg.Pool({ ...new PgliteHub(lite).config, max: POOL_MAX })
  pool.on('error', onProblem)
  const timer = setInterval(() => {
    maintain(pool).catch(onProblem)
  }, MAINTENANCE_INTERVAL_MS).unref()
  return {
    pool,
    close: async () => {
      clearInterval(timer)
      await pool.end()
      await lite.close()
      unlock()
    },
  }
}

async function maintain(pool: pg.Pool): Promise<void> {
  await pool.query('checkpoint')
  await pool.query('vacuum')
}
