// What two platforms tell each other about tickets: the same messages both ways. Pure: which change
// of ours the other side is told of, and what its messages make us do.
import type { TicketId } from '../kernel/ids.ts'
import { isCorrection } from './activity.ts'
import { withoutBackground } from './background.ts'
import type { Command } from './command.ts'
import { maskPhonesIn } from './enterprise.ts'
import type { TicketKind, Urgency } from './kinds.ts'
import type { TicketChange } from './ports.ts'
import type { Instant, Resolution, Ticket, TicketState } from './ticket.ts'
import { DECLINE_WORDS, STATE_WORDS } from './words.ts'

/** The platform on the other side, as it is written to tickets and read by people. */
export const PLATFORM = '舟到助企'

/** What the one side tells of the progress, or asks for on behalf of the enterprise. */
export const EXCHANGE_EVENTS = [
  'registered',
  'dispatched',
  'accepted',
  'in_progress',
  'waiting',
  'extended',
  'reopened',
  'confirmed',
  'dissatisfied',
  'urged',
  'withdrawn',
  'merged',
  'closed',
] as const
type ExchangeEvent = (typeof EXCHANGE_EVENTS)[number]

/**
 * A ticket handed over. Name and phone number of the person come only from the side that was given
 * them for this use; we never send them (个人信息保护法 6 条: no more than needed).
 */
export type ExchangeCase = Readonly<{
  title: string
  description: string
  ticketKind: TicketKind
  urgency: Urgency
  district: string
  itemCode: string | null
  enterpriseName: string | null
  creditCode: string | null
  contact: Readonly<{ name: string; phone: string }> | null
  /** When the person agreed that their data is passed on; required with `contact`. */
  consentAt: Instant | null
  registeredAt: Instant
}>

export type ExchangeBody =
  | (Readonly<{ kind: 'create' }> & ExchangeCase)
  | Readonly<{ kind: 'status'; event: ExchangeEvent; text: string; dueAt: Instant | null }>
  | Readonly<{ kind: 'supplement'; text: string }>
  | Readonly<{
      kind: 'resolution'
      outcome: Resolution['outcome']
      text: string
      basis: string | null
    }>
  /** The receiver of a ticket does not take it on, and says where it belongs. */
  | Readonly<{ kind: 'return'; text: string }>

export type ExchangeMessage = Readonly<{
  /** Sent again, it has the same id and is done once. */
  id: string
  sentAt: Instant
  /** The sender's and the receiver's numbers of the ticket; the latter null until it is known. */
  senderNumber: string
  receiverNumber: string | null
  body: ExchangeBody
}>

/** What the receiver says: its number for the ticket, and whether it had the message before. */
export type ExchangeAnswer = Readonly<{ number: string; repeated: boolean }>

/** A report made here under seal is never passed on; one that came from the other side is known there. */
export const isKeptHere = ({ sealed, source }: Pick<Ticket, 'sealed' | 'source'>): boolean =>
  sealed && source !== 'exchange'

/**
 * What the other side is told of a change; null when it is none of its business. What the other side
 * did itself is not told back.
 */
export function exchangeBodyOf(change: TicketChange): ExchangeBody | null {
  const { ticket, activity } = change
  if (isKeptHere(ticket) || activity.actor.kind === 'exchange') return null
  const body = bodyOf(change)
  // Who registered a ticket there has given their number there; of ours none goes out.
  return ticket.source === 'exchange' || body === null ? body : withoutPhones(body)
}

const WORDS: ReadonlySet<string> = new Set(['title', 'description', 'text', 'basis'])

function withoutPhones(body: ExchangeBody): ExchangeBody {
  const entries = Object.entries(body).map(([key, value]) => [
    key,
    WORDS.has(key) && typeof value === 'string' ? maskPhonesIn(value) : value,
  ])
  return Object.fromEntries(entries) as ExchangeBody
}

function bodyOf({ ticket, activity, clocks }: TicketChange): ExchangeBody | null {
  // As everywhere, a date is told only once somebody has signed for the ticket.
  const dueAt = ticket.acceptedAt === null ? null : clocks.dueAt
  const { act } = activity
  if (act.kind === 'register') return { kind: 'create', ...caseOf(ticket) }
  if (act.kind === 'supplement' && act.text !== '') return { kind: 'supplement', text: act.text }
  if (act.kind === 'reply') return told('in_progress', `承办人员回复：${act.text}`, dueAt)
  if (act.kind === 'request_info') return told('waiting', `请补充：${act.text}`, null)
  if (act.kind === 'approve_extension') return told('extended', STATE_WORDS[ticket.state], dueAt)
  if (act.kind === 'decline') {
    const why = `${DECLINE_WORDS[act.reason]}。依据：${act.basis}。办理途径：${act.lawfulChannel}`
    return { kind: 'return', text: why }
  }
  if (act.kind === 'transfer_out')
    return { kind: 'return', text: `由${act.body}负责：${act.reason}` }
  if (isCorrection(activity)) return correctionBody(ticket)
  return bodyOfState(ticket, activity.from, dueAt)
}

/** A result once more, and known for what it is to a platform that only shows its text. */
function correctionBody({ resolution, correction }: Ticket): ExchangeBody | null {
  if (resolution === null || correction === undefined) return null
  const text = `【更正】${correction.reason}\n${resolution.text}`
  return { kind: 'resolution', ...resolution, text }
}

function bodyOfState(
  ticket: Ticket,
  from: TicketState | null,
  dueAt: Instant | null,
): ExchangeBody | null {
  if (from === ticket.state) return null
  if (ticket.state === 'resolved' && ticket.resolution !== null) {
    return { kind: 'resolution', ...ticket.resolution }
  }
  const event = EVENT_OF[ticket.state]
  return event === null ? null : told(event, STATE_WORDS[ticket.state], dueAt)
}

const told = (event: ExchangeEvent, text: string, dueAt: Instant | null): ExchangeBody => ({
  kind: 'status',
  event,
  text,
  dueAt,
})

/** A dispatch is told only once it is recorded; inner steps are not told at all. */
const EVENT_OF: Readonly<Record<TicketState, ExchangeEvent | null>> = {
  created: 'registered',
  dispatched: 'dispatched',
  accepted: 'accepted',
  in_progress: 'in_progress',
  waiting_requester: 'waiting',
  in_review: null,
  returned: null,
  resolved: null,
  reopened: 'reopened',
  confirmed: 'confirmed',
  closed: 'closed',
  withdrawn: 'withdrawn',
  merged: 'merged',
  declined: null,
  transferred_out: null,
}

const caseOf = (ticket: Ticket): ExchangeCase => ({
  title: ticket.title,
  // What was said to the assistant was said to us.
  description: withoutBackground(ticket.description),
  ticketKind: ticket.kind,
  urgency: ticket.urgency,
  district: ticket.district,
  itemCode: ticket.itemCode,
  enterpriseName: ticket.enterpriseName,
  creditCode: ticket.creditCode,
  contact: null,
  consentAt: null,
  registeredAt: ticket.registeredAt,
})

/**
 * What a message about a ticket that is here makes us do. Where the platform speaks for the enterprise
 * (the ticket came from it) its word counts as the enterprise's; else it is news for the handler.
 */
export function commandOf(
  body: Exclude<ExchangeBody, { kind: 'create' }>,
  ticket: Ticket,
): Command {
  const news = (kind: 'status' | 'resolution' | 'return', text: string): Command => ({
    kind: 'hear_external',
    system: PLATFORM,
    news: kind,
    text,
  })
  switch (body.kind) {
    case 'supplement':
      return { kind: 'supplement', text: body.text, attachments: [] }
    case 'resolution': {
      const basis = body.basis === null ? '' : `\n依据：${body.basis}`
      return news('resolution', `${body.text}${basis}`)
    }
    case 'return':
      return news('return', body.text)
    case 'status': {
      const own = ticket.source === 'exchange' ? OWN_WORD[body.event] : undefined
      return own?.(body.text) ?? news('status', body.text)
    }
  }
}

const OWN_WORD: Readonly<Partial<Record<ExchangeEvent, (text: string) => Command>>> = {
  confirmed: () => ({ kind: 'confirm' }),
  dissatisfied: (text) => ({ kind: 'dissatisfied', reason: text }),
  urged: (text) => ({ kind: 'urge', text }),
  withdrawn: (text) => ({ kind: 'withdraw', reason: text }),
}

/** An exchange that is owed and has not succeeded, for the page where people see what hangs. */
export type PendingExchange = Readonly<{
  id: string
  ticketId: TicketId | null
  ticketNumber: string | null
  externalNumber: string | null
  summary: string
  attempts: number
  createdAt: Date
  nextTryAt: Date
  dead: boolean
  cause: string | null
}>

const SUMMARIES: Readonly<Record<ExchangeBody['kind'], string>> = {
  create: '登记工单',
  status: '办理进展',
  supplement: '企业补充',
  resolution: '办理结果',
  return: '不予受理或转出',
}

/** One line that says what is sent; no words of the enterprise are in it. */
export const exchangeSummary = (body: ExchangeBody, number: string): string =>
  `向${PLATFORM}同步 ${number}：${SUMMARIES[body.kind]}`
