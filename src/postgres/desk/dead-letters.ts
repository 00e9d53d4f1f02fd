// Work that was given up on, for a person to look at.
import { sql } from 'kysely'
import type { DeadLetter, DeadLetterBox } from '../../kernel/dead-letter.ts'
import type { IncomingContent } from '../../kernel/incoming.ts'
import type { Message } from '../../kernel/message.ts'
import type { Db } from '../database.ts'
import { revive } from '../lease.ts'
import { ofTenant, rowOfTenant } from './conditions.ts'

type Row = Readonly<{
  box: DeadLetterBox
  id: string
  channel: string
  purpose: string
  content: IncomingContent | null
  message: Message | null
  ticket_number: string | null
  attempts: number
  created_at: Date
  dead_at: Date
  last_error: string | null
  total: number
}>

/**
 * The latest given up first; `box` null means both. `page` counts from 1. Beyond the last page `total`
 * is 0.
 */
export async function listDeadLetters(
  db: Db,
  box: DeadLetterBox | null,
  { page, size }: Readonly<{ page: number; size: number }>,
): Promise<Readonly<{ rows: readonly DeadLetter[]; total: number }>> {
  const { rows } = await sql<Row>`
    with dead as (
      select 'inbox' as box, id::text as id, channel, kind as purpose, incoming -> 'content' as content,
        null::jsonb as message, null as ticket_number, attempts, received_at as created_at, dead_at, last_error
      from inbox_entry where ${ofTenant} and dead_at is not null and done_at is null
      union all
      select 'outbox', o.id::text, o.channel, o.purpose, null::jsonb, o.message, t.number, o.attempts,
        o.created_at, o.dead_at, o.last_error
      from outbox_entry o left join ticket t on t.id = o.ticket_id
      where ${rowOfTenant('o')} and o.dead_at is not null and o.done_at is null)
    select *, count(*) over ()::int as total from dead
    where ${box}::text is null or box = ${box}
    order by dead_at desc, id
    limit ${size} offset ${(page - 1) * size}`.execute(db)
  return { rows: rows.map(toDeadLetter), total: rows[0]?.total ?? 0 }
}

/** @returns false when it is no longer dead */
export function reviveDeadLetter(db: Db, box: DeadLetterBox, id: string): Promise<boolean> {
  return revive(db, box === 'inbox' ? 'inbox_entry' : 'outbox_entry', id)
}

function toDeadLetter(row: Row): DeadLetter {
  return {
    box: row.box,
    id: row.id,
    channel: row.channel,
    purpose: row.purpose,
    content: row.content,
    message: row.message,
    ticketNumber: row.ticket_number,
    attempts: row.attempts,
    createdAt: row.created_at,
    deadAt: row.dead_at,
    cause: row.last_error,
  }
}
