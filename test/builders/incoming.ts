import type { Incoming, IncomingContent } from '../../src/kernel/incoming.ts'

let counter = 0

/** An event as a channel's adapter hands it over; every one has ids of its own. */
export function anIncoming(
  overrides: Partial<Omit<Incoming, 'content'>> & { content?: IncomingContent; text?: string } = {},
): Incoming {
  const { text, ...rest } = overrides
  const n = ++counter
  return {
    channel: 'web',
    eventId: `event-${n}`,
    messageId: `message-${n}`,
    conversationKey: 'web:visitor-1',
    senderId: 'visitor-1',
    senderName: null,
    replyAddress: { channel: 'web', to: 'visitor-1', toKind: 'person', replyTo: null },
    occurredAt: '2026-11-25T02:00:00.000Z',
    content: { kind: 'text', text: text ?? `问题 ${n}` },
    ...rest,
  }
}
