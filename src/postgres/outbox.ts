// Messages owed: written with what causes them, claimed by the sender of their channel.
import { sql } from 'kysely'
import type { Address, Channel } from '../kernel/incoming.ts'
import type { Message } from '../kernel/message.ts'
import type { Owed, Purpose } from '../kernel/outgoing.ts'
import type { Db } from './database.ts'
import { jsonText } from './json.ts'
import { claim, type LeasePolicy } from './lease.ts'
import { theirNumber } from './their-number.ts'

export const OUTBOX_POLICY: LeasePolicy = {
  leaseSeconds: 15,
  attemptsMax: 40,
  backoffMaxSeconds: 600,
}

/** Where the outbox sends: to people, or to another platform. */
export type OutboxChannel = Channel | 'exchange'

export type OutboxRow = Readonly<{
  id: string
  seq: string
  channel: OutboxChannel
  key: string
  address: Address
  purpose: Purpose
  message: Message
  turn_id: string | null
  ticket_id: string | null
  /** The entry whose sent message this one updates; null for a message of its own. */
  updates_id: string | null
  created_at: Date
  attempts: number
  first_tried_at: Date | null
  lease: string
}>

/** The order in which messages reach one chat is the order in which they were written. */
export function outboxKey(address: Address): string {
  return `${address.channel}:${address.to}`
}

/**
 * To be called in the transaction of what causes them; senders are told when it commits. Each chat
 * gets its own in the order given.
 */
export async function enqueueOwed(db: Db, owed: readonly Owed[]): Promise<void> {
  if (owed.length === 0) return
  const rows = owed.map((one) => ({
    channel: one.address.channel,
    key: outboxKey(one.address),
    address: one.address,
    purpose: one.purpose,
    message: one.message,
    turn_id: one.turnId,
    ticket_id: one.ticketId,
  }))
  await sql`
    with owed as (
      insert into outbox_entry (channel, key, address, purpose, message, turn_id, ticket_id)
      select channel, key, address, purpose, message, turn_id, ticket_id
      from jsonb_to_recordset(${jsonText(rows)}::jsonb) as r(
        channel text, key text, address jsonb, purpose text, message jsonb, turn_id uuid, ticket_id uuid)
      returning 1)
    select pg_notify('outbox', '') from owed`.execute(db)
}

/**
 * About a ticket that the platform has refused to register it wants to hear nothing: what follows
 * waits until a person has sent the registration again, or has entered the platform's number.
 */
export const heldByRefusal = (row: string) => sql`
  ${sql.ref(`${row}.purpose`)} <> 'exchange_create' and exists (
    select 1 from outbox_entry c join ticket t on t.id = c.ticket_id
    where c.ticket_id = ${sql.ref(`${row}.ticket_id`)} and c.channel = 'exchange'
      and c.purpose = 'exchange_create' and c.dead_at is not null and c.done_at is null
      and ${theirNumber('t')} is null)`

const ofKnownTickets = sql`j.channel = 'exchange' and not (${heldByRefusal('j')})`

/** A card is updated once it is out, however long that takes: until then there is nothing to try. */
const ofCardsOut = sql`not exists (
  select 1 from outbox_entry o
  where o.id = j.updates_id and o.done_at is null and o.dead_at is null)`

/**
 * At most one row of each chat, without updates of cards that are not sent yet. For `exchange` without
 * what is about a ticket that the platform has refused to register.
 */
export function claimOutbox(db: Db, channel: OutboxChannel, limit: number): Promise<OutboxRow[]> {
  const { leaseSeconds } = OUTBOX_POLICY
  return claim<OutboxRow>(db, 'outbox_entry', {
    limit,
    leaseSeconds,
    only: channel === 'exchange' ? ofKnownTickets : sql`j.channel = ${channel} and ${ofCardsOut}`,
  })
}

/** Notes that a send is about to be tried: after the channel's idempotency window it may not be repeated blindly. */
export async function noteTry(db: Db, id: string, lease: string): Promise<void> {
  await sql`
    update outbox_entry set first_tried_at = coalesce(first_tried_at, now())
    where id = ${id}::uuid and lease = ${lease}::uuid`.execute(db)
}

/** The message has been sent and is known to the channel as `sentRef`. @returns false when the lease was lost */
export async function markSent(
  db: Db,
  id: string,
  lease: string,
  sentRef: string | null,
): Promise<boolean> {
  const { rows } = await sql<{ key: string }>`
    with sent as (
      update outbox_entry set done_at = now(), sent_ref = ${sentRef}, lease = null, lease_until = null, last_error = null
      where id = ${id}::uuid and lease = ${lease}::uuid and done_at is null
      returning key)
    select key, pg_notify('sent', key) from sent`.execute(db)
  return rows.length === 1
}

/** The reader has seen these messages of ours. */
export async function markRead(db: Db, refs: readonly string[], at: Date): Promise<void> {
  await sql`
    update outbox_entry set read_at = coalesce(read_at, ${at})
    where sent_ref = any(${refs})`.execute(db)
}
