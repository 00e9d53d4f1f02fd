// Who did what at the console that leaves no trace of its own.
import { type RawBuilder, sql } from 'kysely'
import type { Page, PageAsk } from '../../ticket/desk-list.ts'
import type { Db } from '../database.ts'
import { jsonText } from '../json.ts'
import { readPage } from '../page.ts'
import { rowOfTenant } from './conditions.ts'

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
    values (${entry.actor}, ${entry.action}, ${entry.subject}, ${jsonText(entry.details ?? {})}::jsonb)`.execute(
    db,
  )
}

/** Notes that somebody reads a ticket in full; a page that refreshes itself is noted once an hour. */
export async function noteReading(db: Db, actor: string, subject: string): Promise<void> {
  await sql`
    insert into audit_entry (actor, action, subject)
    select ${actor}, 'ticket.read', ${subject} where not exists (
      select 1 from audit_entry where subject = ${subject} and actor = ${actor}
        and action = 'ticket.read' and at > now() - interval '1 hour')`.execute(db)
}

/** The latest first; a ticket is named by its number. */
export function listAudit(db: Db, text: string | null, page: PageAsk): Promise<Page<AuditLine>> {
  const statement = (stretch: RawBuilder<unknown>) => sql<AuditLine & { total: number }>`
    select a.id::text as id, a.at, a.actor, a.action, coalesce(t.number, a.subject) as subject, a.details,
      count(*) over ()::int as total
    from audit_entry a left join ticket t on a.subject = 'ticket:' || t.id::text
    where ${rowOfTenant('a')} and (${text}::text is null
      or strpos(lower(concat_ws(' ', a.actor, a.action, a.subject, t.number)), lower(${text})) > 0)
    order by a.id desc ${stretch}`
  return readPage(db, page, statement, ({ total: _total, ...line }) => line)
}
