// What belongs to a ticket beside the ticket itself: files, and what was sent about it.
import { sql } from 'kysely'
import type { TicketId } from '../../kernel/ids.ts'
import type { TicketFile, TicketSending } from '../../ticket/desk-detail.ts'
import type { Db } from '../database.ts'

export async function ticketFiles(db: Db, id: TicketId): Promise<readonly TicketFile[]> {
  const { rows } = await sql<{
    id: string
    name: string | null
    media_type: string | null
    size_bytes: number | null
    here: boolean
    failed_reason: string | null
    created_at: Date
  }>`
    select id, name, media_type, size_bytes, bytes is not null as here, failed_reason, created_at
    from attachment where ticket_id = ${id}::uuid order by created_at, id`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    name: row.name ?? '附件',
    mediaType: row.media_type,
    bytes: row.size_bytes,
    state: row.here ? 'here' : row.failed_reason === null ? 'fetching' : 'failed',
    problem: row.failed_reason,
    at: row.created_at,
  }))
}

/** The bytes of a file of this very ticket; null when it has none or they are not here. */
export async function readTicketFile(
  db: Db,
  ticketId: TicketId,
  fileId: string,
): Promise<Readonly<{ name: string; mediaType: string; bytes: Uint8Array }> | null> {
  const { rows } = await sql<{ name: string | null; media_type: string | null; bytes: Buffer }>`
    select name, media_type, bytes from attachment
    where id = ${fileId}::uuid and ticket_id = ${ticketId}::uuid and bytes is not null`.execute(db)
  const [row] = rows
  if (row === undefined) return null
  return {
    name: row.name ?? '附件',
    mediaType: row.media_type ?? 'application/octet-stream',
    bytes: row.bytes,
  }
}

/** What was owed to the requester about this ticket, and what became of it. */
export async function ticketSendings(db: Db, id: TicketId): Promise<readonly TicketSending[]> {
  const { rows } = await sql<{
    id: string
    channel: string
    summary: string
    created_at: Date
    done_at: Date | null
    read_at: Date | null
    dead_at: Date | null
    last_error: string | null
  }>`
    select id, channel, message ->> 'summary' as summary, created_at, done_at, read_at, dead_at, last_error
    from outbox_entry
    where ticket_id = ${id}::uuid and purpose in ('ticket_notice', 'relay', 'reminder')
    order by seq`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    summary: row.summary,
    at: row.created_at,
    sentAt: row.done_at,
    readAt: row.read_at,
    failed: row.dead_at !== null,
    cause: row.done_at === null ? row.last_error : null,
  }))
}

/** A requester's name and number for masking; who reads them in full goes through `readPerson`. */
export async function personForMasking(
  db: Db,
  id: TicketId,
): Promise<Readonly<{ name: string; phone: string }> | null> {
  const { rows } = await sql<{ name: string; phone: string }>`
    select name, phone from ticket_person where ticket_id = ${id}::uuid`.execute(db)
  return rows[0] ?? null
}
