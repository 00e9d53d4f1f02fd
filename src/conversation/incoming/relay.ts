// While a specialist is talking with the requester, what is written here goes to that ticket. The
// way out is on every confirmation, so that nobody is caught in it.
import type { TicketId } from '../../kernel/ids.ts'
import { plainMessage } from '../../kernel/message.ts'
import { anyOf, inOrder } from '../../retrieval/patterns.ts'
import type { Conversation, Flow } from '../conversation.ts'
import type { TurnStores } from '../ports.ts'
import type { Commit } from './handling.ts'
import { ABOUT_NOTHING } from './in-private.ts'

type Relay = NonNullable<Flow['relay']>

/** So long after it began a relay is over: what is written then is a question again. */
const RELAY_HOURS_MAX = 72

const LEAVES = inOrder(
  /^/u,
  anyOf(
    // Back to the assistant.
    /问助手|退出|返回(?:智能问答)?|问?新问题(?:[（(]返回智能问答[）)])?/u,
    // There is nothing to add, or nothing more.
    /(?:先?不|没有?)要?补充了?|补充完了|(?:先|就)?不(?:说|讲|聊)了/u,
    // The talk is over.
    /结束(?:对话|留言)?/u,
  ),
  /[。!！]?$/u,
)
/** Words that a button carries as well, and that no specialist is told. */
const COMMAND = /^(?:我的(?:诉求|工单)|转人工|人工|提交诉求)[。!！]?$/u

/** Whether a relay is so old that what is written now is a new question. */
export function isForgotten(relay: Relay, now: Date): boolean {
  return now.getTime() - new Date(relay.since).getTime() > RELAY_HOURS_MAX * 3_600_000
}

export const withoutRelay = (conversation: Conversation): Conversation => ({
  ...conversation,
  flow: { ...conversation.flow, relay: null },
})

/** Whether it is for us, whoever is being talked with: it ends the relay and is heard. */
export const isCommand = (text: string): boolean => COMMAND.test(text.trim())

export const isLeaving = (text: string): boolean => LEAVES.test(text.trim())

/**
 * Adds the text to the relay's ticket. Where that can no longer be supplemented, the relay ends, and
 * the person is told that nothing was passed on.
 */
export function relayText(conversation: Conversation, relay: Relay, text: string): Commit {
  return async (stores) => {
    const done = await stores.tickets.perform(conversation.contact, relay.ticketNumber, {
      kind: 'supplement',
      text,
      attachments: [],
    })
    if (!done.ok) await endRelay(stores, conversation)
    await stores.enqueue([
      {
        address: conversation.address,
        purpose: 'relay',
        message: done.ok ? relayed(relay.ticketNumber) : relayOver(relay.ticketNumber),
        turnId: null,
        ticketId: done.ok ? done.ticket.id : null,
      },
    ])
    return null
  }
}

/** From now on, what is written goes to this ticket. */
export async function startRelay(
  stores: Pick<TurnStores, 'conversations'>,
  conversation: Conversation,
  ticket: Readonly<{ id: TicketId; number: string }>,
  now: Date,
): Promise<void> {
  await stores.conversations.save(conversation.id, {
    flow: {
      relay: { ticketId: ticket.id, ticketNumber: ticket.number, since: now.toISOString() },
    },
  })
}

export function leaveRelay(conversation: Conversation): Commit {
  return async (stores) => {
    await endRelay(stores, conversation)
    await stores.enqueue([
      {
        address: conversation.address,
        purpose: 'relay',
        message: plainMessage('已返回智能问答，请直接输入您的问题。诉求的办理进展仍会在此告知您。'),
        ...ABOUT_NOTHING,
      },
    ])
    return { text: '已返回智能问答', tone: 'success' }
  }
}

/** Without a word to the person; `leaveRelay` tells them. */
export async function endRelay(
  stores: Pick<TurnStores, 'conversations'>,
  conversation: Conversation,
): Promise<void> {
  await stores.conversations.save(conversation.id, { flow: { relay: null } })
}

function relayed(number: string) {
  return {
    title: '',
    tone: 'plain' as const,
    summary: `已转给诉求 ${number} 的承办人员`,
    blocks: [
      { kind: 'text' as const, text: `已转给诉求 ${number} 的承办人员。可继续补充。` },
      {
        kind: 'actions' as const,
        actions: [{ label: '问新问题（返回智能问答）', value: { a: 'leave_relay' } }],
      },
    ],
  }
}

function relayOver(number: string) {
  return plainMessage(
    `诉求 ${number} 当前不能再补充，这条内容没有转出。如需继续反映，请输入「提交诉求」。`,
    'warning',
  )
}
