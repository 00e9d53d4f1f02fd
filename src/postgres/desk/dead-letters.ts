// Work that was given up on, for a person to look at.
import { type RawBuilder, sql } from 'kysely'
import type { DeadLetter, DeadLetterBox } from '../../kernel/dead-letter.ts'
import type { IncomingContent } from '../../kernel/incoming.ts'
import type { Message } from '../../kernel/message.ts'
import type { Page, PageAsk } from '../../ticket/desk-list.ts'
import type { Db } from '../database.ts'
import { revive } from '../lease.ts'
import { readPage } from '../page.ts'
import { ofTenant, rowOfTenant } from './conditions.ts'

type Row = Readonly<{
  box: DeadLetterBox
  id: string
  channel: string
  purpose: string
  content: IncomingContent | null
  message: Message | null
  sealed: boolean
  ticket_number: string | null
  attempts: number
  created_at: Date
  dead_at: Date
  last_error: string | null
  total: number
}>

/** The latest given up first; `box` null means both. */
export function listDeadLetters(
  db: Db,
  box: DeadLetterBox | null,
  page: PageAsk,
): Promise<Page<DeadLetter>> {
  const statement = (stretch: RawBuilder<unknown>) => sql<Row>`
    with dead as (
      select 'inbox' as box, id::text as id, channel, kind as purpose, incoming -> 'content' as content,
        null::jsonb as message, false as sealed, null as ticket_number, attempts, received_at as created_at, dead_at, last_error
      from inbox_entry where ${ofTenant} and dead_at is not null and done_at is null
      union all
      select 'outbox', o.id::text, o.channel, o.purpose, null::jsonb, o.message,
        coalesce(t.sealed, false), t.number, o.attempts,
        o.created_at, o.dead_at, o.last_error
      from outbox_entry o left join ticket t on t.id = o.ticket_id
      where ${rowOfTenant('o')} and o.dead_at is not null and o.done_at is null)
    select *, count(*) over ()::int as total from dead
    where ${box}::text is null or box = ${box}
    order by dead_at desc, id
    ${stretch}`
  return readPage(db, page, statement, toDeadLetter)
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
    sealed: row.sealed,
    ticketNumber: row.ticket_number,
    attempts: row.attempts,
    createdAt: row.created_at,
    deadAt: row.dead_at,
    cause: row.last_error,
  }
}
