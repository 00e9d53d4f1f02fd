// What the other platform's messages do here.
import type { Received } from '../../http/exchange/index.ts'
import type { TicketId } from '../../kernel/ids.ts'
import type { Tx } from '../../postgres/database.ts'
import {
  caseOf,
  isTold,
  keepCase,
  lockTheirNumber,
  noteReceived,
  receivedBefore,
} from '../../postgres/exchange.ts'
import { theirNumberOf } from '../../postgres/their-number.ts'
import { CITY_DISTRICT } from '../../staff/staff.ts'
import { typedWords } from '../../ticket/background.ts'
import {
  commandOf,
  type ExchangeBody,
  type ExchangeCase,
  type ExchangeMessage,
  PLATFORM,
} from '../../ticket/exchange.ts'
import { openTicket } from '../../ticket/open.ts'
import type { Opening } from '../../ticket/opening.ts'
import { perform } from '../../ticket/perform.ts'
import { refusalText } from '../../ticket/refusals.ts'
import type { Actor, Ticket } from '../../ticket/ticket.ts'
import { aboutItem, stationFor, type TicketWorld, ticketDeps } from '../tickets/tickets.ts'
import { keepTheirNumber } from './their-number.ts'

const platform = (keeps: TicketId | null): Actor => ({ kind: 'exchange', system: PLATFORM, keeps })

/**
 * A message that was done before, or a case that was registered before, is answered with its number
 * and `repeated`, and nothing is done again. To be called in a transaction of its own.
 */
export async function receive(
  world: TicketWorld,
  tx: Tx,
  message: ExchangeMessage,
): Promise<Received> {
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
  const opened = await openTicket(ticketDeps(world, tx), opening, platform(null))
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
  return {
    kind: given.ticketKind,
    urgency: given.urgency,
    source: 'exchange',
    title: given.title,
    description: typedWords(given.description),
    attachments: [],
    ...aboutItem(world, given.itemCode),
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
  const performed = await perform(deps, ticket.id, commandOf(body, ticket), platform(ticket.id))
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
  const known = await theirNumberOf(tx, ours.ticket.id)
  if (known !== null) return known === senderNumber ? ours.ticket : null
  // They have it, and only their answer to us was lost.
  await keepTheirNumber(tx, deps, { ticket: ours.ticket, number: senderNumber })
  return ours.ticket
}
