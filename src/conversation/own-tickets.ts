// What a requester asks about their own tickets: the list, the progress in words, and the acts that
// are theirs. Every act goes through the ticket feature, which checks who they are and the state.
import type { Incoming } from '../kernel/incoming.ts'
import { type Action, type Block, type Message, plainMessage } from '../kernel/message.ts'
import { requesterActions } from '../ticket/notices-parts.ts'
import { refusalText } from '../ticket/refusals.ts'
import { isTerminal, type Ticket } from '../ticket/ticket.ts'
import { STATE_WORDS } from '../ticket/words.ts'
import { boundEnterprises } from './bindings.ts'
import type { Conversation } from './conversation.ts'
import type { OwnTicketAct } from './decision.ts'
import type { HandleDeps } from './handling.ts'
import { owedInPrivate, privateConversation } from './in-private.ts'
import type { Reply, TurnStores } from './ports.ts'
import { startRelay } from './relay.ts'

const LISTED_MAX = 10

/** An act in the requester's words, from a sentence or a button. */
export type Asked = Readonly<{
  act: OwnTicketAct
  ticketNumber: string | null
  /** What was written along with it: the supplement itself, or why somebody is dissatisfied. */
  text: string
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
  if (ticket === 'unclear') return say(whichOne(tickets, asked.act))
  switch (asked.act) {
    case 'progress':
      return say(progressOf(ticket), ticket)
    case 'supplement':
      return supplement(deps, stores, conversation, ticket, asked.text)
    case 'withdraw':
      return asked.text === CONFIRMED
        ? perform(stores, conversation, ticket, { kind: 'withdraw', reason: null })
        : say(confirmWithdraw(ticket), ticket)
    case 'urge':
      return perform(stores, conversation, ticket, { kind: 'urge', text: asked.text || null })
    case 'confirm':
      return perform(stores, conversation, ticket, { kind: 'confirm' })
    case 'dissatisfied':
      return asked.text.trim().length >= REASON_MIN
        ? perform(stores, conversation, ticket, { kind: 'dissatisfied', reason: asked.text.trim() })
        : say(reasonForm(ticket), ticket)
  }
}

/** The text that a confirmed withdrawal carries; a mere wish to withdraw is asked back once. */
export const CONFIRMED = '〔确认〕'
const REASON_MIN = 4

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
  const fitting =
    asked.act === 'confirm' || asked.act === 'dissatisfied'
      ? open.filter((one) => one.state === 'resolved')
      : atWork.length > 0
        ? atWork
        : open
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
  const text = refusalText(done.code, done.ticket ?? ticket)
  return {
    message: { ...progressOf(done.ticket ?? ticket), title: text, tone: 'warning' },
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
  if (text.trim() !== '') {
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

const howToSupplement = (ticket: Ticket): Message =>
  plainMessage(`请在这里发送「补充 ${ticket.number}」，再发送要补充的文字、图片或文件。`)

function noTickets(): Message {
  return {
    title: '我的诉求',
    tone: 'plain',
    summary: '没有查到您提交的诉求',
    blocks: [
      {
        kind: 'text',
        text: '没有查到您在本会话提交的诉求。如通过热线、窗口等其他渠道反映过，请提供诉求编号给服务专员查询。',
      },
      { kind: 'actions', actions: [ticketButton('提交诉求')] },
    ],
  }
}

const ticketButton = (label: string): Action => ({
  label,
  style: 'primary',
  value: { a: 'ticket_form', reason: 'person_wanted', code: '' },
})

function notYours(number: string): Message {
  return plainMessage(
    `没有查到编号为 ${number} 的诉求，或该诉求不属于您所在的企业。请核对编号；如由同事提交，请联系服务专员确认您与该企业的关系后查看。`,
    'warning',
  )
}

function listOf(tickets: readonly Ticket[]): Message {
  const shown = tickets.slice(0, LISTED_MAX)
  return {
    title: `我的诉求（${tickets.length}）`,
    tone: 'info',
    summary: `您有 ${tickets.length} 件诉求`,
    blocks: [
      ...shown.flatMap((ticket): Block[] => [
        {
          kind: 'field',
          label: `${ticket.number} · ${STATE_WORDS[ticket.state]}`,
          lines: [ticket.title],
        },
        {
          kind: 'actions',
          actions: [
            {
              label: '查看进展',
              value: { a: 'own_ticket', act: 'progress', number: ticket.number },
            },
          ],
        },
      ]),
      { kind: 'actions', actions: [ticketButton('提交新的诉求')] },
    ],
  }
}

function whichOne(tickets: readonly Ticket[], act: OwnTicketAct): Message {
  const open = tickets.filter((one) => !isTerminal(one.state)).slice(0, LISTED_MAX)
  if (open.length === 0) return listOf(tickets)
  return {
    title: '请选择是哪一件诉求',
    tone: 'info',
    summary: '请选择是哪一件诉求',
    blocks: [
      {
        kind: 'actions',
        actions: open.map((ticket) => ({
          label: `${ticket.number} ${ticket.title}`.slice(0, 60),
          value: { a: 'own_ticket', act, number: ticket.number },
        })),
      },
    ],
  }
}

function progressOf(ticket: Ticket): Message {
  return {
    title: `诉求 ${ticket.number}`,
    tone: 'info',
    summary: `诉求 ${ticket.number}：${STATE_WORDS[ticket.state]}`,
    blocks: [
      { kind: 'field', label: '事由', lines: [ticket.title] },
      { kind: 'field', label: '进展', lines: [STATE_WORDS[ticket.state]] },
      ...(ticket.resolution
        ? [{ kind: 'field', label: '答复', lines: [ticket.resolution.text] } as const]
        : []),
      { kind: 'actions', actions: requesterActions(ticket) },
    ],
  }
}

function confirmWithdraw(ticket: Ticket): Message {
  return {
    title: '撤回诉求',
    tone: 'warning',
    summary: `请确认是否撤回诉求 ${ticket.number}`,
    blocks: [
      {
        kind: 'text',
        text: `请确认是否撤回诉求 ${ticket.number}「${ticket.title}」。撤回后不再办理，可重新提交。`,
      },
      {
        kind: 'actions',
        actions: [
          {
            label: '确认撤回',
            style: 'danger',
            value: { a: 'own_ticket', act: 'withdraw', number: ticket.number, text: CONFIRMED },
          },
          { label: '不撤回', value: { a: 'own_ticket', act: 'progress', number: ticket.number } },
        ],
      },
    ],
  }
}

function reasonForm(ticket: Ticket): Message {
  return {
    title: '请说明未解决的情况',
    tone: 'warning',
    summary: `请说明诉求 ${ticket.number} 未解决的情况`,
    blocks: [
      { kind: 'text', text: '请说明哪里没有解决或不满意的原因，将交由另一位工作人员重新办理。' },
      {
        kind: 'form',
        name: 'reason',
        fields: [
          {
            kind: 'text',
            name: 'text',
            label: '说明',
            required: true,
            maxLength: 500,
            multiline: true,
          },
        ],
        submit: {
          label: '提交',
          style: 'primary',
          value: { a: 'own_ticket', act: 'dissatisfied', number: ticket.number },
        },
      },
    ],
  }
}
