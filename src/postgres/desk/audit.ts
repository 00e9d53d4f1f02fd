// Who did what at the console that leaves no trace of its own.
import { sql } from 'kysely'
import type { Db } from '../database.ts'
import { ofTenant } from './conditions.ts'

export type AuditLine = Readonly<{
  id: string
  at: Date
  actor: string
  action: string
  subject: string
  details: Readonly<Record<string, unknown>>
}>

/** @param entry `actor` and `subject` as `<kind>:<id>` */
export async function writeAudit(
  db: Db,
  entry: Readonly<{
    actor: string
    action: string
    subject: string
    details?: Readonly<Record<string, unknown>>
  }>,
): Promise<void> {
  await sql`
    insert into audit_entry (actor, action, subject, details)
    values (${entry.actor}, ${entry.action}, ${entry.subject}, ${JSON.stringify(entry.details ?? {})}::jsonb)`.execute(
    db,
  )
}

export async function listAudit(
  db: Db,
  text: string | null,
  { page, size }: Readonly<{ page: number; size: number }>,
): Promise<Readonly<{ rows: readonly AuditLine[]; total: number }>> {
  const { rows } = await sql<AuditLine & { total: number }>`
    select id::text as id, at, actor, action, subject, details, count(*) over ()::int as total
    from audit_entry
    where ${ofTenant} and (${text}::text is null
      or strpos(lower(concat_ws(' ', actor, action, subject)), lower(${text})) > 0)
    order by id desc limit ${size} offset ${(page - 1) * size}`.execute(db)
  return {
    rows: rows.map(({ total: _total, ...line }) => line),
    total: rows[0]?.total ?? 0,
  }
}
