// The exchange put together: what our changes owe the other platform, how it is told, and what its
// messages do here.
import { randomUUID } from 'node:crypto'
import { makeClient, type Told } from '../exchange/client.ts'
import { openApi, parseMessage } from '../exchange/contract.ts'
import { verify } from '../exchange/signature.ts'
import type { ExchangeDeps, OpenedPush, Received } from '../http/exchange/index.ts'
import { asId, type TicketId } from '../kernel/ids.ts'
import type { Connection, Tx } from '../postgres/database.ts'
import {
  caseOf,
  enqueueExchange,
  isTold,
  keepCase,
  lockTheirNumber,
  noteReceived,
  type OwedExchange,
  receivedBefore,
  takeNonce,
} from '../postgres/exchange.ts'
import type { OutboxRow } from '../postgres/outbox.ts'
import type { Deliver } from '../postgres/tickets.ts'
import { CITY_DISTRICT } from '../staff/staff.ts'
import {
  commandOf,
  type ExchangeBody,
  type ExchangeCase,
  type ExchangeMessage,
  exchangeBodyOf,
  PLATFORM,
} from '../ticket/exchange.ts'
import { openTicket } from '../ticket/open.ts'
import type { Opening } from '../ticket/opening.ts'
import { perform } from '../ticket/perform.ts'
import { refusalText } from '../ticket/refusals.ts'
import type { Actor, Ticket } from '../ticket/ticket.ts'
import type { SendResult } from '../worker/outbox.ts'
import { stationFor, type TicketWorld, ticketDeps } from './tickets.ts'

const TIMEOUT_MS = 15_000
const platform: Actor = { kind: 'exchange', system: PLATFORM }
const system: Actor = { kind: 'system' }

/** Owes the platform what it is to know of a change, in the transaction of the change. */
export const deliverToPlatform: Deliver = async (tx, change) => {
  const body = exchangeBodyOf(change)
  if (body === null) return
  const { ticket } = change
  // What came from there is known there already.
  if (body.kind === 'create' && ticket.source === 'exchange') return
  const known = ticket.external?.system === PLATFORM || (await isTold(tx, ticket.id))
  if (body.kind === 'create' || known) await enqueueExchange(tx, ticket, body)
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
    const { external } = found.ticket
    const receiverNumber = external?.system === PLATFORM ? external.number : null
    const told = await tell({ ...exchange, id: row.id, receiverNumber })
    if (told.kind === 'taken') {
      const { number } = told.answer
      await keepAnswer(deps, found.ticket, exchange.body, number)
    }
    return resultOf(told)
  }
}

async function keepAnswer(
  deps: ReturnType<typeof ticketDeps>,
  ticket: Ticket,
  { kind }: ExchangeBody,
  number: string,
): Promise<void> {
  if (kind === 'create' && ticket.external === null) {
    const link = { kind: 'link_external', system: PLATFORM, number } as const
    await perform(deps, ticket.id, link, system)
  }
  // Who is told through the platform has been told once the platform has it.
  if (kind === 'resolution' && ticket.source === 'exchange') {
    await perform(deps, ticket.id, { kind: 'record_delivery', how: 'sent' }, system)
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

async function receive(world: TicketWorld, tx: Tx, message: ExchangeMessage): Promise<Received> {
  await lockTheirNumber(tx, message.senderNumber)
  const deps = ticketDeps(world, tx)
  const before = await receivedBefore(tx, message.id)
  const repeated = before ?? (message.body.kind === 'create' ? await known(tx, message) : null)
  if (repeated !== null) {
    const ticket = await deps.reads.byId(repeated)
    return done(ticket?.ticket.number ?? '', true)
  }
  const { body } = message
  return body.kind === 'create' ? register(world, tx, message, body) : act(world, tx, message, body)
}

const known = (tx: Tx, { senderNumber }: ExchangeMessage) => caseOf(tx, senderNumber)
const done = (number: string, repeated: boolean): Received => ({
  kind: 'done',
  answer: { number, repeated },
})

async function register(
  world: TicketWorld,
  tx: Tx,
  message: ExchangeMessage,
  given: ExchangeCase,
): Promise<Received> {
  const opening = openingOf(world, given, message.senderNumber)
  const opened = await openTicket(ticketDeps(world, tx), opening, platform)
  if (opened.kind === 'invalid') {
    const problems = opened.problems.map(({ field, text }) => ({ path: field, reason: text }))
    return { kind: 'invalid', problems }
  }
  const { id, number } = opened.ticket
  await keepCase(tx, message.senderNumber, id)
  await noteReceived(tx, message, id)
  return done(number, false)
}

function openingOf(world: TicketWorld, given: ExchangeCase, theirNumber: string): Opening {
  const base = world.base()
  const city = base.districts.find((one) => one.code === CITY_DISTRICT)
  const district = base.districts.find((one) => one.enabled && one.code === given.district) ?? city
  const item = base.items.find((one) => one.code === given.itemCode) ?? null
  const section = base.sections.find((one) => one.code === item?.section) ?? null
  return {
    kind: given.ticketKind,
    urgency: given.urgency,
    source: 'exchange',
    title: given.title,
    description: given.description,
    attachments: [],
    item: item && { code: item.code, name: item.name, department: item.department },
    section: section && {
      code: section.code,
      name: section.name,
      reviewRequired: world.reviewedSections().has(section.code),
    },
    district: district ?? { code: CITY_DISTRICT, name: '舟山市本级' },
    station: stationFor(base, `${given.enterpriseName ?? ''}${given.description}`, given.district),
    enterpriseName: given.enterpriseName,
    creditCode: given.creditCode,
    contactId: null,
    conversationId: null,
    person: given.contact,
    anonymous: given.enterpriseName === null && given.contact === null,
    consentAt: given.consentAt,
    previousNumber: null,
    external: { system: PLATFORM, number: theirNumber },
  }
}

async function act(
  world: TicketWorld,
  tx: Tx,
  message: ExchangeMessage,
  body: Exclude<ExchangeBody, { kind: 'create' }>,
): Promise<Received> {
  const deps = ticketDeps(world, tx)
  const ticket = await ticketOf(world, tx, message)
  if (ticket === null) return { kind: 'unknown_ticket' }
  const performed = await perform(deps, ticket.id, commandOf(body, ticket), platform)
  if (!performed.ok) {
    if (performed.code === 'unknown') return { kind: 'unknown_ticket' }
    return { kind: 'refused', text: refusalText(performed.code, ticket) }
  }
  await noteReceived(tx, message, ticket.id)
  return done(ticket.number, false)
}

/** By their number where we know it; by ours only for a ticket that we have told them of. */
async function ticketOf(
  world: TicketWorld,
  tx: Tx,
  { senderNumber, receiverNumber }: ExchangeMessage,
): Promise<Ticket | null> {
  const deps = ticketDeps(world, tx)
  const theirs = await caseOf(tx, senderNumber)
  if (theirs !== null) return (await deps.reads.byId(theirs))?.ticket ?? null
  const ours = receiverNumber === null ? null : await deps.reads.byNumber(receiverNumber)
  if (ours === null || !(await isTold(tx, ours.ticket.id))) return null
  const { external } = ours.ticket
  if (external?.system === PLATFORM && external.number === senderNumber) return ours.ticket
  if (external !== null) return null
  // They have it, and only their answer to us was lost.
  const link = { kind: 'link_external', system: PLATFORM, number: senderNumber } as const
  const linked = await perform(deps, ours.ticket.id, link, system)
  return linked.ok ? linked.change.ticket : ours.ticket
}
