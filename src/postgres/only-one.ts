// Work that one process of an installation does at a time. The lock is the connection's: a process
// that dies lets go of it.
import { sql } from 'kysely'
import type { Connection, Db } from './database.ts'

/** Every number in use, so that none is used twice. */
const LOCKS = {
  reembed: 7_301_001,
  publish: 7_301_002,
  switchOver: 7_301_003,
  migrate: 7_301_004,
} as const
type Lock = keyof typeof LOCKS

/** Does the work unless another process is at it. @returns whether it was done here */
export async function onlyOne(
  db: Connection,
  lock: Lock,
  work: () => Promise<void>,
): Promise<boolean> {
  return db.connection().execute(async (held) => {
    const { rows } = await sql<{ mine: boolean }>`
      select pg_try_advisory_lock(${LOCKS[lock]}) as mine`.execute(held)
    if (!rows[0]?.mine) return false
    try {
      await work()
      return true
    } finally {
      await sql`select pg_advisory_unlock(${LOCKS[lock]})`.execute(held)
    }
  })
}

/**
 * Waits until no other process is at it, then does the work. `held` is one connection, whose
 * `statement_timeout` ends the wait.
 */
export async function alone<T>(held: Connection, lock: Lock, work: () => Promise<T>): Promise<T> {
  await sql`select pg_advisory_lock(${LOCKS[lock]})`.execute(held)
  try {
    return await work()
  } finally {
    await sql`select pg_advisory_unlock(${LOCKS[lock]})`.execute(held)
  }
}

/** Whether a process of this installation is at it now. */
export async function isAtWork(db: Connection, lock: Lock): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    select exists (
      select 1 from pg_locks
      where locktype = 'advisory' and granted and classid = 0 and objid = ${LOCKS[lock]}
        and database = (select oid from pg_database where datname = current_database())) as held`.execute(
    db,
  )
  return rows[0]?.held ?? false
}

/** Waits until no other transaction is at it; the lock is let go of as this one ends. */
export async function waitForTurn(tx: Db, lock: Lock): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCKS[lock]})`.execute(tx)
}
