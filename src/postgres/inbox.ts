// Incoming events: stored before they are acknowledged, each once, in the order of arrival.
import { sql } from 'kysely'
import type { Incoming } from '../kernel/incoming.ts'
import type { Db } from './database.ts'
import { claim, type LeasePolicy } from './lease.ts'

export const INBOX_POLICY: LeasePolicy = {
  leaseSeconds: 15,
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

export type StoredEntry = Readonly<{
  id: string
  receivedAt: Date
  /** Set when the caller holds the entry: no worker takes it while the lease lasts. */
  lease: string | null
}>

/**
 * Stores events in one statement; an event or message that is already there is left alone.
 * @param held those that the caller is about to handle itself, and so are born leased to it
 * @returns those stored now, by event id; a duplicate is not among them
 */
export async function insertInbox(
  db: Db,
  events: readonly Incoming[],
  held: ReadonlySet<Incoming> = new Set(),
): Promise<ReadonlyMap<string, StoredEntry>> {
  const rows = events.map((event) => ({
    c: event.channel,
    e: event.eventId,
    m: event.messageId,
    k: event.conversationKey,
    t: event.content.kind,
    h: held.has(event),
    i: event,
  }))
  const { rows: stored } = await sql<StoredEntry & { eventId: string }>`
    with stored as (
      insert into inbox_entry (channel, event_id, message_id, key, kind, incoming,
        lease, lease_until, attempts)
      select c, e, m, k, t, i,
        case when h then gen_random_uuid() end,
        case when h then now() + make_interval(secs => ${INBOX_POLICY.leaseSeconds}) end, h::int
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r(c text, e text, m text, k text, t text, h boolean, i jsonb)
      on conflict do nothing
      returning id, event_id, received_at, lease),
    told as (
      select pg_notify('inbox', '') where exists (select 1 from stored where lease is null))
    select id, event_id as "eventId", received_at as "receivedAt", lease
    from stored left join told on true`.execute(db)
  return new Map(stored.map((row) => [row.eventId, row]))
}

export function claimInbox(db: Db, limit: number): Promise<InboxRow[]> {
  return claim<InboxRow>(db, 'inbox_entry', { limit, leaseSeconds: INBOX_POLICY.leaseSeconds })
}

/**
 * Whether an entry held since it was stored is the next of its conversation. When an earlier one
 * is still open, it is given to the workers, who will come to it in its turn.
 */
export async function keepHeld(db: Db, { id, lease }: StoredEntry): Promise<boolean> {
  const released = await sql`
    update inbox_entry e set lease = null, lease_until = null, attempts = 0
    where id = ${id}::bigint and lease = ${lease}::uuid and exists (
      select 1 from inbox_entry p
      where p.key = e.key and p.id < e.id and p.done_at is null and p.dead_at is null)`.execute(db)
  return Number(released.numAffectedRows ?? 0) === 0
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
