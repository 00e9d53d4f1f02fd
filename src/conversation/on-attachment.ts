// A picture or a file: it belongs to the open ticket if there is one; otherwise the person is told
// what can be done, and nothing is thrown away.
import type { Incoming, IncomingContent } from '../kernel/incoming.ts'
import { type Message, plainMessage } from '../kernel/message.ts'
import { isTerminal, type Ticket } from '../ticket/ticket.ts'
import type { Commit, HandleDeps } from './handle-incoming.ts'

type Attachment = Extract<IncomingContent, { kind: 'attachment' }>

/** What has no bytes to keep is answered, not attached. */
const KEPT: ReadonlySet<Attachment['type']> = new Set<Attachment['type']>([
  'image',
  'file',
  'audio',
  'video',
])

export async function onAttachment(
  deps: HandleDeps,
  event: Incoming,
  content: Attachment,
): Promise<Commit> {
  const conversation = await deps.conversations.open(event)
  const relay = conversation.flow.relay
  return async (stores) => {
    const open = (await stores.tickets.list(conversation.contact)).filter(
      (one) => !isTerminal(one.state),
    )
    const ticket =
      (relay && open.find((one) => one.id === relay.ticketId)) ??
      (open.length === 1 ? open[0] : undefined)
    const keep = KEPT.has(content.type) && content.ref !== null
    if (keep) {
      const id = await stores.attachments.add({
        conversationId: conversation.id,
        ticketId: ticket?.id ?? null,
        kind: content.type,
        name: content.name,
        channelRef: content.ref,
        messageRef: event.messageId,
      })
      if (ticket) {
        const name = content.name ?? '附件'
        await stores.tickets.perform(conversation.contact, ticket.number, {
          kind: 'supplement',
          text: `〔附件〕${name}`,
          attachments: [{ id, name, mediaType: 'application/octet-stream', bytes: 0 }],
        })
      }
    }
    await stores.enqueue([
      {
        address: event.replyAddress,
        purpose: 'answer',
        message: replyTo(content, keep ? (ticket ?? null) : null, open.length),
        turnId: null,
        ticketId: ticket?.id ?? null,
      },
    ])
    return null
  }
}

function replyTo(content: Attachment, ticket: Ticket | null, openCount: number): Message {
  if (ticket)
    return plainMessage(`已收到，并补充到诉求 ${ticket.number}，承办人员可以查看。`, 'success')
  if (content.type === 'audio') {
    return plainMessage(
      '目前不能识别语音内容。请用文字描述您的问题，或输入「转人工」由服务专员与您联系。',
    )
  }
  if (!KEPT.has(content.type)) {
    return plainMessage('目前不能识别这类消息。请用文字描述您要办理的事项或遇到的问题。')
  }
  const how =
    openCount > 1
      ? '您有多件办理中的诉求，请先输入「我的诉求」，选择要补充的一件，再发送附件。'
      : '请用文字描述您要办理的事项或遇到的问题；如需作为诉求附件，请先输入「提交诉求」，登记后再发送一次。'
  return plainMessage(
    `已收到${content.type === 'image' ? '图片' : '文件'}。目前不能识别其中的内容。${how}`,
  )
}
