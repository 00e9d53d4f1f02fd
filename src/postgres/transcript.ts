// A conversation as its person saw it: what they sent and what reached them, in order. It is read
// from the inbox and the outbox; nothing is stored twice.
import { sql } from 'kysely'
import type { IncomingContent } from '../kernel/incoming.ts'
import type { Message } from '../kernel/message.ts'
import type { Db } from './database.ts'

export type TranscriptRow = Readonly<{
  id: string
  at: Date
  cursor: string
  content: IncomingContent | null
  message: Message | null
}>

const ENTRIES_MAX = 200
/** Longer than a statement that writes one takes; a person makes far fewer than `ENTRIES_MAX` in it. */
const COMMIT_MS_MAX = 15_000

/**
 * The entries after `cursor`, oldest first; without a cursor the latest ones. A cursor is the
 * database's own time text with the id. Times are of when a transaction began, and one that began
 * earlier may be committed later: those of the last seconds before the cursor come again.
 */
export async function readTranscript(
  db: Db,
  key: string,
  cursor: string | null,
): Promise<TranscriptRow[]> {
  const after = cursor === null ? null : shortlyBefore(cursor)
  const { rows } = await sql<TranscriptRow>`
    select * from (
      select * from (
        select id::text as id, received_at as at,
          to_char(received_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || '.' || id as cursor,
          incoming->'content' as content, null::jsonb as message
        from inbox_entry
        where key = ${key} and channel = 'web' and kind in ('text', 'attachment', 'action')
        union all
        select id::text, done_at,
          to_char(done_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') || '.' || id,
          null::jsonb, message
        from outbox_entry
        where key = ${key} and channel = 'web' and done_at is not null) entry
      where ${after}::text is null or cursor collate "C" > ${after} collate "C"
      order by cursor collate "C" ${after === null ? sql`desc` : sql`asc`}
      limit ${ENTRIES_MAX}) page
    order by cursor collate "C"`.execute(db)
  return rows
}

/** The time of a cursor, less a little; what is no cursor of ours stays as it is. */
function shortlyBefore(cursor: string): string {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\d{6}\./.exec(cursor) ?? []
  if (parts.length === 0) return cursor
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number)
  const at = Date.UTC(year, month - 1, day, hour, minute, second) - COMMIT_MS_MAX
  return new Date(at).toISOString().replaceAll(/\D/g, '').slice(0, 14)
}

/** What the person has in sight counts as read, as it does where a channel reports reading. */
export async function noteShown(db: Db, key: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update outbox_entry set read_at = now()
    where id = any(${[...ids]}::uuid[]) and key = ${key} and channel = 'web'
      and done_at is not null and read_at is null`.execute(db)
}
