// The exchange put together: what our changes owe the other platform, how it is told, and what its
// messages do here.
import { randomUUID } from 'node:crypto'
import { makeClient, type Told } from '../../exchange/client.ts'
import { openApi, parseMessage } from '../../exchange/contract.ts'
import { verify } from '../../exchange/signature.ts'
import type { ExchangeDeps, OpenedPush } from '../../http/exchange/index.ts'
import { asId, type TicketId } from '../../kernel/ids.ts'
import type { Connection } from '../../postgres/database.ts'
import {
  enqueueExchange,
  isTold,
  type OwedExchange,
  takeBackExchanges,
  takeNonce,
} from '../../postgres/exchange.ts'
import type { OutboxRow } from '../../postgres/outbox.ts'
import { theirNumberOf } from '../../postgres/their-number.ts'
import type { Deliver } from '../../postgres/tickets.ts'
import { exchangeBodyOf, isKeptHere } from '../../ticket/exchange.ts'
import { perform } from '../../ticket/perform.ts'
import type { Actor } from '../../ticket/ticket.ts'
import type { SendResult } from '../../worker/outbox.ts'
import { type TicketWorld, ticketDeps } from '../tickets/tickets.ts'
import { receive } from './inbound.ts'
import { keepTheirNumber } from './their-number.ts'

const TIMEOUT_MS = 15_000
const system: Actor = { kind: 'system' }

/**
 * Owes the platform what it is to know of a change, in the transaction of the change. What is still
 * owed of a ticket is taken back when it turns out to be a report.
 */
export const deliverToPlatform: Deliver = async (tx, change) => {
  const { ticket } = change
  if (isKeptHere(ticket)) return takeBackExchanges(tx, ticket.id)
  const body = exchangeBodyOf(change)
  if (body === null) return
  // What came from there is known there already.
  if (body.kind === 'create' && ticket.source === 'exchange') return
  const known = async () =>
    (await isTold(tx, ticket.id)) || (await theirNumberOf(tx, ticket.id)) !== null
  if (body.kind === 'create' || (await known())) await enqueueExchange(tx, ticket, body)
}

export type ExchangeSettings = Readonly<{ url: string; secret: string }>

/** Sends what the outbox owes, and keeps what the answer says about the ticket. */
export function makeExchangeSend(
  { url, secret }: ExchangeSettings,
  { db, world }: Readonly<{ db: Connection; world: TicketWorld }>,
): (row: OutboxRow) => Promise<SendResult> {
  const tell = makeClient({
    url,
    secret,
    fetch,
    nowMs: Date.now,
    newNonce: randomUUID,
    timeoutMs: TIMEOUT_MS,
  })
  return async (row) => {
    const { exchange } = row.message as OwedExchange
    const deps = ticketDeps(world, db)
    const id = asId<TicketId>(row.ticket_id ?? '')
    const found = await deps.reads.byId(id)
    if (found === null) return { kind: 'undeliverable', reason: '没有这件工单' }
    // It may have become a report since, in a process without a platform or a moment ago.
    if (isKeptHere(found.ticket)) return { kind: 'undeliverable', reason: '举报件不向外同步' }
    const receiverNumber = await theirNumberOf(db, id)
    const told = await tell({ ...exchange, id: row.id, receiverNumber })
    if (told.kind === 'taken') {
      const { ticket } = found
      const { kind } = exchange.body
      const { number } = told.answer
      if (kind === 'create') {
        await db
          .transaction()
          .execute((tx) => keepTheirNumber(tx, ticketDeps(world, tx), { ticket, number }))
      }
      // Who is told through the platform has been told once the platform has it.
      if (kind === 'resolution' && ticket.source === 'exchange') {
        await perform(deps, id, { kind: 'record_delivery', how: 'sent' }, system)
      }
    }
    return resultOf(told)
  }
}

function resultOf(told: Told): SendResult {
  switch (told.kind) {
    case 'taken':
      return { kind: 'sent', ref: told.answer.number }
    case 'refused':
      return { kind: 'undeliverable', reason: told.reason }
    case 'later':
      return {
        kind: 'retry',
        reason: told.reason,
        maybeSent: told.maybeTaken,
        ...(told.waitMs === null ? {} : { waitMs: told.waitMs }),
      }
  }
}

/** What `/exchange` needs; without a platform only the contract is there. */
export function composeExchange(
  settings: ExchangeSettings | null,
  { db, world }: Readonly<{ db: Connection; world: TicketWorld }>,
): ExchangeDeps {
  if (settings === null) return { contract: openApi, inbound: null }
  return {
    contract: openApi,
    inbound: {
      open: (raw, headers) => open(settings.secret, raw, headers),
      takeNonce: (nonce) => takeNonce(db, nonce),
      receive: (message) => db.transaction().execute((tx) => receive(world, tx, message)),
    },
  }
}

function open(
  secret: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
): OpenedPush {
  const verified = verify(secret, 'platform', { headers, body, nowMs: Date.now() })
  if (!verified.ok) return { kind: 'unsigned', why: verified.why }
  const parsed = parseMessage(body)
  return parsed.ok
    ? { kind: 'message', message: parsed.message, nonce: verified.nonce }
    : { kind: 'invalid', problems: parsed.problems }
}
