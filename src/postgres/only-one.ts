// Work that one process of an installation does at a time. The lock is the connection's: a process
// that dies lets go of it.
import { sql } from 'kysely'
import type { Connection } from './database.ts'

/** Every number in use, so that none is used twice. */
const LOCKS = { reembed: 7_301_001 } as const

/** Does the work unless another process is at it. @returns whether it was done here */
export async function onlyOne(
  db: Connection,
  lock: keyof typeof LOCKS,
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
