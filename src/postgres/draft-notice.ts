// The beginning of an answer on its way to an open page, in whichever process that is: told, never
// stored. One that is lost, or too long for a notice, is not missed: the answer follows.
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** PostgreSQL takes notices of less than 8000 bytes. */
const NOTICE_BYTES_MAX = 7_900

/** `key` is the outbox key of the page's chat, `draft` all that is written so far. */
export type DraftNotice = Readonly<{ key: string; draft: string }>

export async function notifyDraft(db: Db, notice: DraftNotice): Promise<void> {
  const payload = JSON.stringify(notice)
  if (Buffer.byteLength(payload) > NOTICE_BYTES_MAX) return
  await sql`select pg_notify('draft', ${payload})`.execute(db)
}

export const readDraftNotice = (payload: string): DraftNotice => JSON.parse(payload)
