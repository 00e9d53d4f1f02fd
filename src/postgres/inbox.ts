// Incoming events: stored before they are acknowledged, each once, in the order of arrival.
import { sql } from 'kysely'
import type { Incoming } from '../kernel/incoming.ts'
import type { Db } from './database.ts'
import { jsonText } from './json.ts'
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

/** A stored event; the rest is known of those that the caller holds: no worker takes these meanwhile. */
export type StoredEntry = Readonly<{
  id: string
  held: Readonly<{ lease: string }> | null
}>

export type InsertOptions = Readonly<{
  /** Those that the caller is about to handle itself, and so are born leased to it. */
  held?: ReadonlySet<Incoming>
  /** Whether other processes are to be woken. */
  announce: boolean
}>

type StoredRow = { id: string; event: string; lease: string | null }

/**
 * Stores events in one statement; an event or message that is already there is left alone.
 * @returns those stored now, by event id; a duplicate is not among them
 */
export async function insertInbox(
  db: Db,
  events: readonly Incoming[],
  { held = new Set(), announce }: InsertOptions,
): Promise<Map<string, StoredEntry>> {
  const rows = events.map((event) => ({
    c: event.channel,
    e: event.eventId,
    m: event.messageId,
    k: event.conversationKey,
    t: event.content.kind,
    h: held.has(event),
    i: event,
  }))
  const told = announce ? sql`left join (select pg_notify('inbox', '')) told on true` : sql``
  const { rows: stored } = await sql<StoredRow>`
    with stored as (
      insert into inbox_entry (channel, event_id, message_id, key, kind, incoming,
        lease, lease_until, attempts)
      select c, e, m, k, t, i,
        case when h then gen_random_uuid() end,
        case when h then now() + make_interval(secs => ${INBOX_POLICY.leaseSeconds}) end, h::int
      from jsonb_to_recordset(${jsonText(rows)}::jsonb)
        as r(c text, e text, m text, k text, t text, h boolean, i jsonb)
      on conflict do nothing
      returning id, event_id as event, lease)
    select stored.id, event, lease from stored ${told}`.execute(db)
  return new Map(stored.map((row) => [row.event, toStored(row)]))
}

function toStored({ id, lease }: StoredRow): StoredEntry {
  return { id, held: lease === null ? null : { lease } }
}

/**
 * At most one row of each conversation; each has to be completed, failed or renewed before its lease
 * runs out.
 */
export function claimInbox(db: Db, limit: number): Promise<InboxRow[]> {
  return claim<InboxRow>(db, 'inbox_entry', { limit, leaseSeconds: INBOX_POLICY.leaseSeconds })
}

/**
 * Whether an entry held since it was stored is the next of its conversation. When an earlier one
 * is still open, it is given to the workers, who will come to it in its turn.
 */
export async function keepHeld(db: Db, id: string, lease: string): Promise<boolean> {
  const released = await sql`
    update inbox_entry e set lease = null, lease_until = null, attempts = 0
    where id = ${id}::bigint and lease = ${lease}::uuid and exists (
      select 1 from inbox_entry p
      where p.key = e.key and p.id < e.id and p.done_at is null and p.dead_at is null)`.execute(db)
  return Number(released.numAffectedRows ?? 0) === 0
}

/**
 * Gives an entry back untried, to be taken again `ms` after it was received; the attempt is not
 * counted. Only the store's clock is asked: another that is behind would find it early for ever.
 * @returns in how many milliseconds that is; null when it is over or the lease lost: nothing was written
 */
export async function postpone(
  db: Db,
  entry: Readonly<{ id: string; lease: string }>,
  ms: number,
): Promise<number | null> {
  const due = sql`received_at + make_interval(secs => ${ms / 1000})`
  const { rows } = await sql<{ wait: number }>`
    update inbox_entry set lease = null, lease_until = null, attempts = attempts - 1, run_at = ${due}
    where id = ${entry.id}::bigint and lease = ${entry.lease}::uuid and ${due} > now()
    returning (extract(epoch from run_at - now()) * 1000)::float8 as wait`.execute(db)
  return rows[0]?.wait ?? null
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
