// What people sent beside text. The row is written with the turn; the bytes follow when the
// channel has handed them over.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { AttachmentStore, NewAttachment } from '../conversation/ports.ts'
import type { Address } from '../kernel/incoming.ts'
import type { Db } from './database.ts'

const UPLOAD_PREFIX = 'upload:'
const UNKNOWN_MEDIA_TYPE = 'application/octet-stream'

/**
 * On a transaction or the pool. An upload whose reference is unknown or was taken already makes `add`
 * reject.
 */
export function makeAttachmentStore(db: Db): AttachmentStore {
  return {
    add: async (one) => {
      const row = one.channelRef?.startsWith(UPLOAD_PREFIX)
        ? await takeUpload(db, one.channelRef.slice(UPLOAD_PREFIX.length), one)
        : await db
            .insertInto('attachment')
            .values({
              conversation_id: one.conversationId,
              ticket_id: one.ticketId,
              kind: one.kind,
              name: one.name,
              channel_ref: one.channelRef,
              message_ref: one.messageRef,
            })
            .returning(['id', 'name', 'media_type', 'size_bytes'])
            .executeTakeFirstOrThrow()
      return {
        id: row.id,
        name: row.name ?? '附件',
        mediaType: row.media_type ?? UNKNOWN_MEDIA_TYPE,
        bytes: row.size_bytes ?? 0,
      }
    },
  }
}

/** An upload belongs to nobody until its event is handled; then it is taken once. */
function takeUpload(db: Db, id: string, one: NewAttachment) {
  return db
    .updateTable('attachment')
    .set({ conversation_id: one.conversationId, ticket_id: one.ticketId })
    .where('id', '=', id)
    .where('conversation_id', 'is', null)
    .returning(['id', 'name', 'media_type', 'size_bytes'])
    .executeTakeFirstOrThrow()
}

/**
 * Keeps the bytes of a file uploaded on the web, once for each key.
 * @returns the reference its event carries
 */
export async function keepUpload(
  db: Db,
  file: Readonly<{
    key: string
    name: string
    kind: string
    mediaType: string
    bytes: Uint8Array
  }>,
): Promise<string> {
  const kept = await db
    .insertInto('attachment')
    .values({ upload_key: file.key, kind: file.kind, name: file.name, ...stored(file) })
    .onConflict((on) => on.column('upload_key').where('upload_key', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  const { id } = kept ?? (await uploadUnder(db, file.key))
  return UPLOAD_PREFIX + id
}

/** How many bytes of uploads no ticket has taken, of one visitor and of all. */
export async function looseBytes(
  db: Db,
  visitor: string,
): Promise<Readonly<{ ofVisitor: number; ofAll: number }>> {
  const { rows } = await sql<{ of_visitor: number; of_all: number }>`
    select
      coalesce(sum(size_bytes) filter (where starts_with(upload_key, ${`${visitor}:`})), 0)::float8 as of_visitor,
      coalesce(sum(size_bytes), 0)::float8 as of_all
    from attachment where ticket_id is null and upload_key is not null`.execute(db)
  return { ofVisitor: rows[0]?.of_visitor ?? 0, ofAll: rows[0]?.of_all ?? 0 }
}

function uploadUnder(db: Db, key: string) {
  return db
    .selectFrom('attachment')
    .select('id')
    .where('upload_key', '=', key)
    .executeTakeFirstOrThrow()
}

export type AttachmentToFetch = Readonly<{
  id: string
  kind: string
  name: string | null
  channelRef: string
  /** How often it has been tried, this time included. */
  tries: number
}>

/**
 * Takes attachments of tickets whose bytes are to be fetched now. Each is due again by itself, later
 * every time, so that one that cannot be had yet never stands before the others.
 */
export async function takeAttachmentsToFetch(db: Db, limit: number): Promise<AttachmentToFetch[]> {
  const { rows } = await sql<{
    id: string
    kind: string
    name: string | null
    channel_ref: string
    fetch_tries: number
  }>`
    update attachment
    set fetch_tries = fetch_tries + 1,
      fetch_at = now() + least(interval '6 hours', interval '30 seconds' * power(2, least(fetch_tries, 20)))
    where id in (
      select id from attachment
      where bytes is null and failed_reason is null and channel_ref is not null
        and ticket_id is not null and fetch_at <= now()
      order by fetch_at limit ${limit} for update skip locked)
    returning id, kind, name, channel_ref, fetch_tries`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    channelRef: row.channel_ref,
    tries: row.fetch_tries,
  }))
}

/** Keeps fetched bytes. */
export async function keepBytes(
  db: Db,
  id: string,
  file: Readonly<{ bytes: Uint8Array; mediaType: string }>,
): Promise<void> {
  await db.updateTable('attachment').set(stored(file)).where('id', '=', id).execute()
}

const stored = (file: Readonly<{ bytes: Uint8Array; mediaType: string }>) => ({
  // The same memory, not another copy of a large file.
  bytes: Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength),
  media_type: file.mediaType,
  size_bytes: file.bytes.length,
  sha256: createHash('sha256').update(file.bytes).digest('hex'),
})

/**
 * Notes for good why the bytes cannot be had, so that staff see it instead of a dead link.
 * @returns whom to tell, and about what
 */
export async function noteFetchFailure(db: Db, id: string, reason: string): Promise<FetchFailed> {
  const { rows } = await sql<FetchFailed>`
    update attachment set failed_reason = ${reason}
    from conversation, ticket
    where attachment.id = ${id} and conversation.id = attachment.conversation_id
      and ticket.id = attachment.ticket_id
    returning conversation.address, ticket.id as "ticketId", ticket.number`.execute(db)
  const [told] = rows
  if (!told) throw new Error(`attachment ${id} is not of a ticket`)
  return told
}

export type FetchFailed = Readonly<{ address: Address; ticketId: string; number: string }>
