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

/**
 * The entries after `cursor`, oldest first; without a cursor the latest ones. A cursor is the
 * database's own time text with the id, so that nothing written in the same instant is skipped.
 */
export async function readTranscript(
  db: Db,
  key: string,
  cursor: string | null,
): Promise<TranscriptRow[]> {
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
      where ${cursor}::text is null or cursor collate "C" > ${cursor} collate "C"
      order by cursor collate "C" ${cursor === null ? sql`desc` : sql`asc`}
      limit ${ENTRIES_MAX}) page
    order by cursor collate "C"`.execute(db)
  return rows
}

/** What the person has in sight counts as read, as it does where a channel reports reading. */
export async function noteShown(db: Db, key: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`
    update outbox_entry set read_at = now()
    where id = any(${[...ids]}::uuid[]) and key = ${key} and channel = 'web'
      and done_at is not null and read_at is null`.execute(db)
}
