// What people sent beside text. The row is written with the turn; the bytes follow when the
// channel has handed them over.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { AttachmentStore, NewAttachment } from '../conversation/ports.ts'
import type { Db } from './database.ts'

const UPLOAD_PREFIX = 'upload:'
const UNKNOWN_MEDIA_TYPE = 'application/octet-stream'

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
}>

/** Attachments of a ticket whose bytes have not been fetched and have not failed. */
export async function attachmentsToFetch(db: Db, limit: number): Promise<AttachmentToFetch[]> {
  const { rows } = await sql<{
    id: string
    kind: string
    name: string | null
    channel_ref: string
  }>`
    select id, kind, name, channel_ref from attachment
    where bytes is null and failed_reason is null and channel_ref is not null
      and ticket_id is not null
    order by created_at limit ${limit}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    channelRef: row.channel_ref,
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
  bytes: Buffer.from(file.bytes),
  media_type: file.mediaType,
  size_bytes: file.bytes.length,
  sha256: createHash('sha256').update(file.bytes).digest('hex'),
})

/** Notes why the bytes cannot be had, so that a person sees it instead of a dead link. */
export async function noteFetchFailure(db: Db, id: string, reason: string): Promise<void> {
  await db.updateTable('attachment').set({ failed_reason: reason }).where('id', '=', id).execute()
}
