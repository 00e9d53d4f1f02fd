// Incoming events: stored before they are acknowledged, each once, in the order of arrival.
import { type RawBuilder, sql } from 'kysely'
import type { Incoming } from '../kernel/incoming.ts'
import type { Db } from './database.ts'
import { claim, type LeasePolicy } from './lease.ts'

export const INBOX_POLICY: LeasePolicy = {
  leaseSeconds: 30,
  attemptsMax: 6,
  backoffMaxSeconds: 300,
}

/** One worker takes at most this many waiting texts of one person together. */
const BURST_MAX = 20

export type InboxRow = Readonly<{
  id: string
  key: string
  kind: string
  incoming: Incoming
  received_at: Date
  attempts: number
  lease: string
}>

/**
 * Stores events in one statement; an event or message that is already there is left alone.
 * @returns the ids of those stored now, by event id; a duplicate has none
 */
export async function insertInbox(
  db: Db,
  events: readonly Incoming[],
): Promise<ReadonlyMap<string, string>> {
  const rows = events.map((event) => ({
    channel: event.channel,
    event_id: event.eventId,
    message_id: event.messageId,
    key: event.conversationKey,
    kind: event.content.kind,
    incoming: event,
  }))
  const { rows: stored } = await sql<{ id: string; event_id: string }>`
    with stored as (
      insert into inbox_entry (channel, event_id, message_id, key, kind, incoming)
      select channel, event_id, message_id, key, kind, incoming
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(channel text, event_id text, message_id text, key text, kind text, incoming jsonb)
      on conflict do nothing
      returning id, event_id)
    select id, event_id, pg_notify('inbox', '') from stored`.execute(db)
  return new Map(stored.map((row) => [row.event_id, row.id]))
}

export function claimInbox(db: Db, limit: number, only?: RawBuilder<unknown>): Promise<InboxRow[]> {
  const options = { limit, leaseSeconds: INBOX_POLICY.leaseSeconds, ...(only ? { only } : {}) }
  return claim<InboxRow>(db, 'inbox_entry', options)
}

/** Claims one entry by its id, if it is the next of its conversation and nobody has it. */
export async function claimInboxEntry(db: Db, id: string): Promise<InboxRow | null> {
  const [row] = await claimInbox(db, 1, sql`j.id = ${id}::bigint`)
  return row ?? null
}

/**
 * Takes the texts that the same person sent right after `head`, up to the first entry of another
 * kind, under `head`'s lease: what was said in one breath is answered as one question.
 */
export async function adoptBurst(
  db: Db,
  head: Pick<InboxRow, 'id' | 'key' | 'lease'>,
): Promise<InboxRow[]> {
  const { rows } = await sql<InboxRow>`
    update inbox_entry set lease = ${head.lease}::uuid, attempts = attempts + 1,
      lease_until = (select lease_until from inbox_entry where id = ${head.id}::bigint)
    where id in (
      select id from inbox_entry e
      where key = ${head.key} and id > ${head.id}::bigint and kind = 'text'
        and done_at is null and dead_at is null
        and not exists (
          select 1 from inbox_entry o
          where o.key = e.key and o.id > ${head.id}::bigint and o.id < e.id and o.kind <> 'text'
            and o.done_at is null and o.dead_at is null)
      order by id limit ${BURST_MAX})
    returning *`.execute(db)
  return rows.sort((a, b) => Number(BigInt(a.id) - BigInt(b.id)))
}
