// The exchange with another platform: what is owed to it, what was received from it, and what hangs.
import { type RawBuilder, sql } from 'kysely'
import { asId, type TicketId } from '../kernel/ids.ts'
import type { Message } from '../kernel/message.ts'
import type { Page, PageAsk } from '../ticket/desk-list.ts'
import {
  type ExchangeBody,
  type ExchangeMessage,
  exchangeSummary,
  type PendingExchange,
  PLATFORM,
} from '../ticket/exchange.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Db, Tx } from './database.ts'
import { rowOfTenant } from './desk/conditions.ts'
import { jsonText } from './json.ts'
import { heldByRefusal } from './outbox.ts'
import { readPage } from './page.ts'
import { theirNumber } from './their-number.ts'

/** What the outbox holds for the exchange: the line that people see, with what is sent. */
export type OwedExchange = Message &
  Readonly<{ exchange: Pick<ExchangeMessage, 'sentAt' | 'senderNumber' | 'body'> }>

/** Owes it to the platform, after everything that is owed about the same ticket. */
export async function enqueueExchange(
  tx: Db,
  ticket: Pick<Ticket, 'id' | 'number' | 'lastActAt'>,
  body: ExchangeBody,
): Promise<void> {
  const message: OwedExchange = {
    title: '',
    tone: 'plain',
    summary: exchangeSummary(body, ticket.number),
    blocks: [],
    exchange: { sentAt: ticket.lastActAt, senderNumber: ticket.number, body },
  }
  await sql`
    with owed as (
      insert into outbox_entry (channel, key, address, purpose, message, ticket_id)
      values ('exchange', ${`exchange:${ticket.id}`},
        ${jsonText({ channel: 'exchange', to: PLATFORM })}::jsonb, ${`exchange_${body.kind}`},
        ${jsonText(message)}::jsonb, ${ticket.id}::uuid)
      returning 1)
    select pg_notify('outbox', '') from owed`.execute(tx)
}

/** Takes back what is owed to the platform about a ticket and has not been sent. */
export async function takeBackExchanges(tx: Db, id: TicketId): Promise<void> {
  await sql`
    delete from outbox_entry
    where ticket_id = ${id}::uuid and channel = 'exchange' and done_at is null`.execute(tx)
}

/** Whether the platform has been told, or is owed, that this ticket exists. */
export async function isTold(db: Db, id: TicketId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from outbox_entry
    where ticket_id = ${id}::uuid and channel = 'exchange' and purpose = 'exchange_create'
    limit 1`.execute(db)
  return rows.length > 0
}

/** @returns false when it has been used before */
export async function takeNonce(db: Db, nonce: string): Promise<boolean> {
  const { rows } = await sql`
    insert into exchange_nonce (nonce) values (${nonce}) on conflict do nothing returning 1`.execute(
    db,
  )
  return rows.length === 1
}

/** Forgets nonces whose time would no longer be accepted. */
export async function forgetNonces(db: Db, before: Date): Promise<void> {
  await sql`delete from exchange_nonce where seen_at < ${before}`.execute(db)
}

/** Lets one message at a time about a ticket of theirs be done; held to the end of the transaction. */
export async function lockTheirNumber(tx: Tx, number: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`exchange:${number}`}, 0))`.execute(tx)
}

/** The ticket for which this very message was done before. */
export async function receivedBefore(tx: Tx, messageId: string): Promise<TicketId | null> {
  const { rows } = await sql<{ ticket_id: string }>`
    select ticket_id from exchange_received where message_id = ${messageId}::uuid`.execute(tx)
  return rows[0] ? asId<TicketId>(rows[0].ticket_id) : null
}

/**
 * In the transaction in which the message is done, so that it is done once. Rejects when it was noted
 * before.
 */
export async function noteReceived(
  tx: Tx,
  message: Pick<ExchangeMessage, 'id' | 'body'>,
  ticketId: TicketId,
): Promise<void> {
  await sql`
    insert into exchange_received (message_id, kind, ticket_id)
    values (${message.id}::uuid, ${message.body.kind}, ${ticketId}::uuid)`.execute(tx)
}

/** The ticket that a number of theirs stands for here, whichever side registered it. */
export async function caseOf(tx: Tx, number: string): Promise<TicketId | null> {
  const { rows } = await sql<{ ticket_id: string }>`
    select ticket_id from exchange_case
    where system = ${PLATFORM} and number = ${number}`.execute(tx)
  return rows[0] ? asId<TicketId>(rows[0].ticket_id) : null
}

/** Keeps what a number of theirs stands for here; the first ticket that was kept for it stays. */
export async function keepCase(db: Db, number: string, ticketId: TicketId): Promise<void> {
  await sql`
    insert into exchange_case (system, number, ticket_id)
    values (${PLATFORM}, ${number}, ${ticketId}::uuid)
    on conflict (tenant_id, system, number) do nothing`.execute(db)
}

const HELD = '对方未登记此件，等待处理「登记工单」后再同步'

type PendingRow = Readonly<{
  id: string
  ticket_id: string | null
  number: string | null
  their_number: string | null
  summary: string
  attempts: number
  created_at: Date
  run_at: Date
  dead: boolean
  last_error: string | null
  total: number
}>

/** What is owed to the platform and has not arrived: what was given up first, then the eldest. */
export function pendingExchanges(db: Db, page: PageAsk): Promise<Page<PendingExchange>> {
  const statement = (stretch: RawBuilder<unknown>) => sql<PendingRow>`
    select o.id, o.ticket_id, t.number, ${theirNumber('t')} as their_number, o.message ->> 'summary' as summary, o.attempts,
      o.created_at, o.run_at, o.dead_at is not null as dead,
      case when o.dead_at is null and ${heldByRefusal('o')} then ${HELD} else o.last_error end as last_error, count(*) over ()::int as total
    from outbox_entry o left join ticket t on t.id = o.ticket_id
    where ${rowOfTenant('o')} and o.channel = 'exchange' and o.done_at is null
    order by o.dead_at is null, o.seq ${stretch}`
  return readPage(db, page, statement, toPending)
}

function toPending(row: PendingRow): PendingExchange {
  return {
    id: row.id,
    ticketId: row.ticket_id === null ? null : asId<TicketId>(row.ticket_id),
    ticketNumber: row.number,
    externalNumber: row.their_number,
    summary: row.summary,
    attempts: row.attempts,
    createdAt: row.created_at,
    nextTryAt: row.run_at,
    dead: row.dead,
    cause: row.last_error,
  }
}
