// What a requester asks about their own tickets: the list, the progress in words, and the acts that
// are theirs. Every act goes through the ticket feature, which checks who they are and the state.
import type { Incoming } from '../../kernel/incoming.ts'
import type { Message } from '../../kernel/message.ts'
import { saysMore } from '../../retrieval/acts/ticket-remark.ts'
import { refusalText } from '../../ticket/refusals.ts'
import { isTerminal, type Ticket } from '../../ticket/ticket.ts'
import type { Conversation } from '../conversation.ts'
import type { OwnTicketAct } from '../decision.ts'
import type { Reply, TurnStores } from '../ports.ts'
import { boundEnterprises } from './bindings.ts'
import type { HandleDeps } from './handling.ts'
import { owedInPrivate, privateConversation } from './in-private.ts'
import {
  confirmSolved,
  confirmWithdraw,
  howToSupplement,
  listOf,
  noTickets,
  notYours,
  progressOf,
  reasonForm,
  whichOne,
} from './own-ticket-words.ts'
import { startRelay } from './relay.ts'

/** An act in the requester's words, from a sentence or a button. */
export type Asked = Readonly<{
  act: OwnTicketAct
  ticketNumber: string | null
  /** What was written along with it: the supplement itself, or why somebody is dissatisfied. */
  text: string
  /** By a button that says what it does. A sentence is asked back before it ends a ticket. */
  pressed: boolean
}>

export async function ownTicketAct(
  deps: HandleDeps,
  stores: TurnStores,
  event: Incoming,
  conversation: Conversation,
  asked: Asked,
): Promise<Reply | null> {
  const tickets = await stores.tickets.list(conversation.contact)
  const outcome = await outcomeOf(deps, stores, conversation, tickets, asked)
  if (outcome.message) {
    const about = { turnId: null, ticketId: outcome.ticket?.id ?? null }
    await stores.enqueue(owedInPrivate(event, conversation.contact, outcome.message, about))
  }
  return outcome.reply
}

type Outcome = Readonly<{ message: Message | null; ticket?: Ticket; reply: Reply | null }>

async function outcomeOf(
  deps: HandleDeps,
  stores: TurnStores,
  conversation: Conversation,
  tickets: readonly Ticket[],
  asked: Asked,
): Promise<Outcome> {
  if (asked.act === 'list') {
    const bound = boundEnterprises(await stores.bindings.of(conversation.contact))
    const list = tickets.length === 0 ? noTickets() : listOf(tickets)
    return say({ ...list, blocks: [...list.blocks, ...bound] })
  }
  if (tickets.length === 0) return say(noTickets())
  const ticket = meant(tickets, asked)
  if (ticket === 'unknown') return say(notYours(asked.ticketNumber ?? ''))
  if (ticket === 'unclear') return say(whichOne(tickets, asked))
  switch (asked.act) {
    case 'progress':
      return say(progressOf(ticket, await stores.tickets.progress(ticket)), ticket)
    case 'supplement':
      return supplement(deps, stores, conversation, ticket, noted(asked))
    case 'withdraw':
      return asked.pressed
        ? perform(stores, conversation, ticket, { kind: 'withdraw', reason: null })
        : say(confirmWithdraw(ticket), ticket)
    case 'urge':
      return perform(stores, conversation, ticket, { kind: 'urge', text: asked.text || null })
    case 'confirm':
      return asked.pressed
        ? perform(stores, conversation, ticket, { kind: 'confirm' })
        : say(confirmSolved(ticket, await stores.tickets.progress(ticket)), ticket)
    case 'dissatisfied':
      return dissatisfied(stores, conversation, ticket, asked)
  }
}

/** What is to be noted: a sentence that only names the act says nothing yet. */
const noted = ({ text, pressed }: Asked) => (pressed || saysMore(text) ? text.trim() : '')

const REASON_MIN = 4

async function dissatisfied(
  stores: TurnStores,
  conversation: Conversation,
  ticket: Ticket,
  asked: Asked,
): Promise<Outcome> {
  const isAnswered = ticket.state === 'resolved' || ticket.state === 'confirmed'
  if (!asked.pressed && !isAnswered) {
    return say(progressOf(ticket, await stores.tickets.progress(ticket)), ticket)
  }
  const reason = noted(asked)
  return reason.length >= REASON_MIN
    ? perform(stores, conversation, ticket, { kind: 'dissatisfied', reason })
    : say(reasonForm(ticket), ticket)
}

const say = (message: Message, ticket?: Ticket): Outcome => ({
  message,
  reply: null,
  ...(ticket ? { ticket } : {}),
})

/** The one that is meant: by number, or the only one that the act could be about. */
function meant(tickets: readonly Ticket[], asked: Asked): Ticket | 'unknown' | 'unclear' {
  if (asked.ticketNumber) {
    return tickets.find((one) => one.number === asked.ticketNumber) ?? 'unknown'
  }
  const open = tickets.filter((one) => !isTerminal(one.state))
  const atWork = open.filter((one) => one.state !== 'confirmed')
  const answered = open.filter((one) => one.state === 'resolved')
  const isJudged = asked.act === 'confirm' || asked.act === 'dissatisfied'
  const likely = isJudged ? answered : atWork
  const fitting = likely.length > 0 ? likely : open
  if (fitting.length === 1 && fitting[0]) return fitting[0]
  if (open.length === 0 && tickets[0] && asked.act === 'progress') return tickets[0]
  return 'unclear'
}

async function perform(
  stores: TurnStores,
  conversation: Conversation,
  ticket: Ticket,
  command: Parameters<TurnStores['tickets']['perform']>[2],
): Promise<Outcome> {
  const done = await stores.tickets.perform(conversation.contact, ticket.number, command)
  // The ticket's own notice to the requester says what was done; only a refusal is said here.
  if (done.ok)
    return { message: null, ticket: done.ticket, reply: { text: '已提交', tone: 'success' } }
  const now = done.ticket ?? ticket
  const text = refusalText(done.code, now)
  const progress = await stores.tickets.progress(now)
  return {
    message: { ...progressOf(now, progress), title: text, tone: 'warning' },
    ticket,
    reply: { text, tone: 'error' },
  }
}

async function supplement(
  deps: HandleDeps,
  stores: TurnStores,
  conversation: Conversation,
  ticket: Ticket,
  text: string,
): Promise<Outcome> {
  if (text !== '') {
    return perform(stores, conversation, ticket, { kind: 'supplement', text, attachments: [] })
  }
  const here = await privateConversation(stores.conversations, conversation)
  if (here === null) return say(howToSupplement(ticket), ticket)
  await startRelay(stores, here, ticket, deps.now())
  return {
    ticket,
    reply: { text: '请直接发送要补充的内容', tone: 'info' },
    message: {
      title: '',
      tone: 'info',
      summary: `请发送要补充到诉求 ${ticket.number} 的内容`,
      blocks: [
        { kind: 'text', text: `请直接发送要补充到诉求 ${ticket.number} 的文字、图片或文件。` },
        { kind: 'actions', actions: [{ label: '不补充了', value: { a: 'leave_relay' } }] },
      ],
    },
  }
}
