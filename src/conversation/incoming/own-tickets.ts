// What a requester asks about their own tickets: the list, the progress in words, and the acts that
// are theirs. Every act goes through the ticket feature, which checks who they are and the state.
import { folded } from '../../kernel/folded.ts'
import { type Message, plainMessage } from '../../kernel/message.ts'
import { replyInHand } from '../../retrieval/acts/ticket-in-hand.ts'
import { saysMore } from '../../retrieval/acts/ticket-remark.ts'
import { phaseOf } from '../../ticket/phase.ts'
import { refusalText } from '../../ticket/refusals.ts'
import { isTerminal, type Ticket } from '../../ticket/ticket.ts'
import type { OwnTicketAct } from '../decision.ts'
import type { Reply, TurnStores } from '../ports.ts'
import { boundEnterprises } from './bindings.ts'
import type { Handling } from './handling.ts'
import { owedInPrivate, privateConversation } from './in-private.ts'
import { noTickets, notYours, ownTicketList, whichOne } from './own-ticket-list.ts'
import {
  confirmSolved,
  confirmWithdraw,
  howToSupplement,
  progressOf,
  reasonForm,
  supplementNow,
} from './own-ticket-words.ts'
import { perhapsAbout } from './perhaps-about.ts'
import { startRelay } from './relay.ts'
import { ANSWERED_FIRST, likeliest, pointedAt, UNSOLVED_FIRST } from './which-ticket.ts'

/** An act in the requester's words, from a sentence or a button. */
export type AskedAct = Readonly<{
  act: OwnTicketAct
  ticketNumber: string | null
  /** What was written along with it: the supplement itself, or why somebody is dissatisfied. */
  text: string
  /** By a button that says what it does. A sentence is asked back before it ends a ticket. */
  pressed: boolean
  /** Of a button that confirms: the correction it was made for; null as long as there was none. */
  corrected?: string | null
  /** The text may be about something else: it fills in a form, and does nothing by itself. */
  isDraft?: boolean
}>

/**
 * What there is to say goes to the requester alone, also when it was asked in a group. Returns what a
 * click is told; null when the message says it all.
 */
export async function ownTicketAct(
  handling: Handling,
  stores: TurnStores,
  asked: AskedAct,
): Promise<Reply | null> {
  const { message, ticket, reply } = await outcomeOf({ handling, stores, asked })
  if (message !== null) {
    const about = { turnId: null, ticketId: ticket?.id ?? null }
    await stores.enqueue(owedInPrivate(handling, message, about))
  }
  return reply
}

type Acting = Readonly<{ handling: Handling; stores: TurnStores; asked: AskedAct }>

type ActOutcome = Readonly<{ message: Message | null; ticket?: Ticket; reply: Reply | null }>

const say = (message: Message, ticket?: Ticket): ActOutcome => ({
  message,
  reply: null,
  ...(ticket ? { ticket } : {}),
})

async function outcomeOf(acting: Acting): Promise<ActOutcome> {
  const { handling, stores, asked } = acting
  const { contact } = handling.conversation
  const tickets = await stores.tickets.list(contact)
  if (asked.act === 'list') {
    const bound = boundEnterprises(await stores.bindings.of(contact))
    const list = tickets.length === 0 ? noTickets() : ownTicketList(tickets)
    return say({ ...list, blocks: [...list.blocks, ...bound] })
  }
  if (tickets.length === 0) return say(noTickets())
  const picked = await pickedAct(tickets, acting)
  const ticket = picked?.ticket ?? meant(tickets, asked)
  if (ticket === 'unknown') return say(notYours(asked.ticketNumber ?? ''))
  if (ticket === 'unclear') return say(whichOne(tickets, asked))
  const { act, ...acted } = picked ?? { act: asked.act, asked }
  return actOn(ticket, act, { ...acting, asked: acted.asked })
}

type Picked = Readonly<{ ticket: Ticket; act: Exclude<OwnTicketAct, 'list'>; asked: AskedAct }>

/**
 * The one of several that a sentence points at, with what is to be done to it: said in the sentence, or
 * before it, when it was asked which one is meant. As by the button, nothing ends by that alone.
 */
async function pickedAct(
  tickets: readonly Ticket[],
  { handling, stores, asked }: Acting,
): Promise<Picked | null> {
  const { act, text } = asked
  if (asked.ticketNumber !== null || asked.pressed || act === 'list') return null
  const open = tickets.filter(({ state }) => !isTerminal(state))
  if (open.length < 2) return null
  const before = await decidedBefore(handling, stores)
  const wasListed = before?.act === 'list'
  const ticket = pointedAt(wasListed ? tickets : open, text)
  if (ticket === null) return null
  const isOnlyPick = replyInHand(folded(text).trim()) === 'one_of'
  return isOnlyPick && before !== null && before.act !== 'list'
    ? { ticket, act: before.act, asked: { ...asked, act: before.act, text: before.text } }
    : { ticket, act, asked }
}

/** What the turn before this one did to the tickets, without saying to which. */
async function decidedBefore(
  { conversation: { id, contact } }: Handling,
  stores: TurnStores,
): Promise<Pick<AskedAct, 'act' | 'text'> | null> {
  const [before, ...now] = await stores.turns.recent(id, contact.id, 2)
  const decision = now.length > 0 ? before?.decision : undefined
  return decision?.kind === 'status' && decision.ticketNumber === null ? decision : null
}

const JUDGING: ReadonlySet<OwnTicketAct> = new Set<OwnTicketAct>(['confirm', 'dissatisfied'])

/** The one that is meant: by number, or the only one that the act could be about. */
function meant(
  tickets: readonly Ticket[],
  { act, ticketNumber }: AskedAct,
): Ticket | 'unknown' | 'unclear' {
  if (ticketNumber) return tickets.find(({ number }) => number === ticketNumber) ?? 'unknown'
  const found = likeliest(tickets, JUDGING.has(act) ? ANSWERED_FIRST : UNSOLVED_FIRST)
  if (found !== 'none') return found
  const [latest] = tickets
  return act === 'progress' && latest !== undefined ? latest : 'unclear'
}

async function actOn(
  ticket: Ticket,
  act: Exclude<OwnTicketAct, 'list'>,
  acting: Acting,
): Promise<ActOutcome> {
  const { stores, asked } = acting
  switch (act) {
    case 'progress':
      return say(progressOf(ticket, await stores.tickets.progress(ticket)), ticket)
    case 'supplement':
      return supplement(ticket, acting)
    case 'withdraw':
      return asked.pressed
        ? perform(ticket, { kind: 'withdraw', reason: null }, acting)
        : say(confirmWithdraw(ticket), ticket)
    case 'urge':
      return perform(ticket, { kind: 'urge', text: asked.text || null }, acting)
    case 'confirm':
      return asked.pressed && isOfLatestResult(ticket, asked)
        ? perform(ticket, { kind: 'confirm' }, acting)
        : say(confirmSolved(ticket, await stores.tickets.progress(ticket)), ticket)
    case 'dissatisfied':
      return dissatisfied(ticket, acting)
  }
}

/** A button under an answer that was corrected since says nothing about the one that counts now. */
const isOfLatestResult = ({ correction }: Ticket, { corrected }: AskedAct) =>
  (correction?.at ?? null) === (corrected ?? null)

/** What is to be noted: a sentence that only names the act says nothing yet. */
const noted = ({ text, pressed }: AskedAct) => (pressed || saysMore(text) ? text.trim() : '')

async function supplement(ticket: Ticket, acting: Acting): Promise<ActOutcome> {
  const { stores, asked } = acting
  const { deps, conversation } = acting.handling
  if (asked.isDraft) return say(perhapsAbout(ticket, asked.text), ticket)
  const text = noted(asked)
  if (text !== '') return perform(ticket, { kind: 'supplement', text, attachments: [] }, acting)
  const here = await privateConversation(stores.conversations, conversation)
  if (here === null) return say(howToSupplement(ticket), ticket)
  await startRelay(stores, here, ticket, deps.now())
  return {
    ...say(supplementNow(ticket), ticket),
    reply: { text: '请直接发送要补充的内容', tone: 'info' },
  }
}

const REASON_MIN = 4

async function dissatisfied(ticket: Ticket, acting: Acting): Promise<ActOutcome> {
  const { stores, asked } = acting
  const phase = phaseOf(ticket.state)
  if (!asked.pressed && phase !== 'answered' && phase !== 'confirmed') {
    return say(progressOf(ticket, await stores.tickets.progress(ticket)), ticket)
  }
  const reason = noted(asked)
  return reason.length >= REASON_MIN && asked.isDraft !== true
    ? perform(ticket, { kind: 'dissatisfied', reason }, acting)
    : say(reasonForm(ticket, reason), ticket)
}

type Command = Parameters<TurnStores['tickets']['perform']>[2]

async function perform(
  ticket: Ticket,
  command: Command,
  { handling, stores }: Acting,
): Promise<ActOutcome> {
  const { contact } = handling.conversation
  const done = await stores.tickets.perform(contact, ticket.number, command)
  if (done.ok) return performed(done.ticket, command.kind)
  const now = done.ticket ?? ticket
  const text = refusalText(done.code, now)
  const progress = await stores.tickets.progress(now)
  return {
    message: { ...progressOf(now, progress), title: text, tone: 'warning' },
    ticket,
    reply: { text, tone: 'error' },
  }
}

/** The ticket's own notice tells the requester what was done; these have none. */
const UNTOLD: Readonly<Partial<Record<Command['kind'], string>>> = {
  urge: '已催办，承办人员已收到提醒。',
  supplement: '已补充，承办人员可以查看。',
}
/** Before anybody has the ticket, nobody has been reminded. */
const UNTOLD_UNOWNED: typeof UNTOLD = {
  urge: '已催办并记入本件。本件尚待派单，派单后由承办人员办理。',
  supplement: '已补充，派单后承办人员可以查看。',
}

function performed(ticket: Ticket, kind: Command['kind']): ActOutcome {
  const text = (ticket.ownerId === null ? UNTOLD_UNOWNED : UNTOLD)[kind]
  return {
    message: text === undefined ? null : plainMessage(`诉求 ${ticket.number} ${text}`, 'success'),
    ticket,
    reply: { text: '已提交', tone: 'success' },
  }
}
