// An act at the console and its entry in the audit: both stand, or neither.
import type { AuditEntry } from '../../http/console-api/parts.ts'
import type { Connection, Tx } from '../../postgres/database.ts'
import { writeAudit } from '../../postgres/desk/audit.ts'

/**
 * Does `act` in a transaction of its own.
 * @param entry or what it is for what `act` resolves to
 * @param isDone tells from what `act` resolves to whether anything was done; what was not is not noted
 */
export type Audited = <T>(
  entry: AuditEntry | ((result: T) => AuditEntry),
  act: (tx: Tx) => Promise<T>,
  isDone?: (result: T) => boolean,
) => Promise<T>

/** For acts that resolve to whether they were done. */
export const isTrue = (result: boolean) => result

export const makeAudited =
  (db: Connection): Audited =>
  (entry, act, isDone = () => true) =>
    db.transaction().execute(async (tx) => {
      const result = await act(tx)
      if (isDone(result)) {
        await writeAudit(tx, typeof entry === 'function' ? entry(result) : entry)
      }
      return result
    })
