// How pages name whoever did something.
import { localDate } from '../../kernel/working-time.ts'
import type { Db } from '../../postgres/database.ts'
import { readRoster } from '../../postgres/staff.ts'
import { auditName } from '../../staff/staff.ts'

/** For an actor as the audit names it; what is nobody's on the roster stays as it is. */
export async function actorNames(db: Db, now: Date): Promise<(actor: string) => string> {
  const { staff } = await readRoster(db, localDate(now))
  const names = new Map(staff.map((one) => [auditName(one.id), one.name]))
  return (actor) => names.get(actor) ?? (actor === 'system' ? '系统' : actor)
}
