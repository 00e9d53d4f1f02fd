// What people sent beside text. The row is written with the turn; the bytes follow when the
// channel has handed them over.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { AttachmentStore } from '../conversation/ports.ts'
import type { Db } from './database.ts'

export function makeAttachmentStore(db: Db): AttachmentStore {
  return {
    add: async (one) => {
      const { id } = await db
        .insertInto('attachment')
        .values({
          conversation_id: one.conversationId,
          ticket_id: one.ticketId,
          kind: one.kind,
          name: one.name,
          channel_ref: one.channelRef,
          message_ref: one.messageRef,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return id
    },
  }
}

export type AttachmentToFetch = Readonly<{
  id: string
  kind: string
  channelRef: string
  messageRef: string
}>

/** Attachments of a ticket whose bytes have not been fetched and have not failed. */
export async function attachmentsToFetch(db: Db, limit: number): Promise<AttachmentToFetch[]> {
  const { rows } = await sql<{
    id: string
    kind: string
    channel_ref: string
    message_ref: string
  }>`
    select id, kind, channel_ref, message_ref from attachment
    where bytes is null and failed_reason is null and channel_ref is not null and message_ref is not null
      and ticket_id is not null
    order by created_at limit ${limit}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    channelRef: row.channel_ref,
    messageRef: row.message_ref,
  }))
}

/** Keeps fetched bytes. */
export async function keepBytes(
  db: Db,
  id: string,
  file: Readonly<{ bytes: Uint8Array; mediaType: string }>,
): Promise<void> {
  await db
    .updateTable('attachment')
    .set({
      bytes: Buffer.from(file.bytes),
      media_type: file.mediaType,
      size_bytes: file.bytes.length,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    })
    .where('id', '=', id)
    .execute()
}

/** Notes why the bytes cannot be had, so that a person sees it instead of a dead link. */
export async function noteFetchFailure(db: Db, id: string, reason: string): Promise<void> {
  await db.updateTable('attachment').set({ failed_reason: reason }).where('id', '=', id).execute()
}
