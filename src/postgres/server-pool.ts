// The production store: a PostgreSQL server (≥ 15) with pgvector.
import pg from 'pg'
import type { OpenPool } from './embedded.ts'

/** Worker concurrency 5, web 3, and two to spare. */
const POOL_MAX = 10
/** A connection that only listens is silent; one that was dropped on the way is noticed by this. */
const KEEP_ALIVE_AFTER_MS = 60_000

/** Opens a pool on the server; nothing is connected until the first query. */
export function openServer(url: string, onProblem: (error: unknown) => void): OpenPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_MAX,
    application_name: 'zhuqi',
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
  })
  // Without a listener, a server restart would end the process.
  pool.on('error', onProblem)
  pool.on('connect', (client) => client.on('error', onProblem))
  return { pool, close: () => pool.end() }
}
