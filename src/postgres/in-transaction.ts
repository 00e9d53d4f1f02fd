// Work that must be done whole: in the caller's transaction when there is one, else in its own.
import type { Db, Tx } from './database.ts'

/**
 * A rejection rolls back: all of it where the transaction is its own, and else what the caller makes
 * of it.
 */
export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Tx) : db.transaction().execute(work)
}
