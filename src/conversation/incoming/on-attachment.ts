// A picture or a file: it belongs to the open ticket if there is one; otherwise the person is told
// what can be done, and nothing is thrown away.
import type { Incoming, IncomingContent } from '../../kernel/incoming.ts'
import { type Message, plainMessage } from '../../kernel/message.ts'
import { type Attachment, isTerminal, type Ticket } from '../../ticket/ticket.ts'
import type { Conversation } from '../conversation.ts'
import type { TurnStores } from '../ports.ts'
import type { Commit, HandleDeps } from './handling.ts'
import { likeliest, UNSOLVED_FIRST } from './which-ticket.ts'

type Sent = Extract<IncomingContent, { kind: 'attachment' }>

/** What has no bytes to keep is answered, not attached. */
const KEPT: ReadonlySet<Sent['type']> = new Set<Sent['type']>(['image', 'file', 'audio', 'video'])

/**
 * Added to a ticket where it is clear to which; else it is kept with the conversation. What has no
 * bytes is only answered.
 */
export async function onAttachment(deps: HandleDeps, event: Incoming, sent: Sent): Promise<Commit> {
  const conversation = await deps.conversations.open(event)
  const isKept = KEPT.has(sent.type) && sent.ref !== null
  return async (stores) => {
    const tickets = await stores.tickets.list(conversation.contact)
    const open = tickets.filter((one) => !isTerminal(one.state))
    const ticket = isKept ? ticketFor(conversation, open) : null
    const attachment = isKept ? await keep(stores, { conversation, event, sent, ticket }) : null
    const message =
      ticket === null
        ? notAdded(sent, open.length)
        : added(ticket.number, attachment !== null && attachment.bytes > 0)
    await stores.enqueue([
      {
        address: event.replyAddress,
        purpose: 'answer',
        message,
        turnId: null,
        ticketId: ticket?.id ?? null,
      },
    ])
    return null
  }
}

/** The ticket that is being talked about, or else the only one that it can be for. */
function ticketFor({ flow }: Conversation, open: readonly Ticket[]): Ticket | null {
  const talkedAbout = open.find(({ id }) => id === flow.relay?.ticketId)
  const ticket = talkedAbout ?? likeliest(open, UNSOLVED_FIRST)
  return ticket === 'none' || ticket === 'unclear' ? null : ticket
}

type Kept = Readonly<{
  conversation: Conversation
  event: Incoming
  sent: Sent
  ticket: Ticket | null
}>

async function keep(
  stores: TurnStores,
  { conversation, event, sent, ticket }: Kept,
): Promise<Attachment> {
  const attachment = await stores.attachments.add({
    conversationId: conversation.id,
    ticketId: ticket?.id ?? null,
    kind: sent.type,
    name: sent.name,
    channelRef: sent.ref,
    messageRef: event.messageId,
  })
  if (ticket === null) return attachment
  await stores.tickets.perform(conversation.contact, ticket.number, {
    kind: 'supplement',
    text: '',
    attachments: [attachment],
  })
  return attachment
}

function notAdded(sent: Sent, openCount: number): Message {
  if (sent.type === 'audio') {
    return plainMessage(
      '目前不能识别语音内容。请用文字描述您的问题，或输入「转人工」由服务专员与您联系。',
    )
  }
  if (!KEPT.has(sent.type)) {
    return plainMessage('目前不能识别这类消息。请用文字描述您要办理的事项或遇到的问题。')
  }
  const how =
    openCount > 1
      ? '您有多件办理中的诉求，请先输入「我的诉求」，选择要补充的一件，再发送附件。'
      : '请用文字描述您要办理的事项或遇到的问题；如需作为诉求附件，请先输入「提交诉求」，登记后再发送一次。'
  return plainMessage(
    `已收到${sent.type === 'image' ? '图片' : '文件'}。目前不能识别其中的内容。${how}`,
  )
}

/** What a channel only refers to is not here yet, so nothing is promised about it. */
function added(number: string, isHere: boolean): Message {
  const then = isHere
    ? '，承办人员可以查看。'
    : '。文件正在保存，保存后承办人员可以查看；如未能保存，将在此告知您。'
  return plainMessage(`已收到，并补充到诉求 ${number}${then}`, 'success')
}
