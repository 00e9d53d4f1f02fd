// Work that must be done whole: in the caller's transaction when there is one, else in its own.
import type { Db, Tx } from './database.ts'

export function inTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Tx) : db.transaction().execute(work)
}
