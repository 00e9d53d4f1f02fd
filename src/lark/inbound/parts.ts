// What all converters share: an `Incoming` with everything a bare event tells, and its addresses.
import type { Address, Incoming, IncomingContent } from '../../kernel/incoming.ts'

/** The event's id and its instant in ISO 8601. */
export type Header = Readonly<{ eventId: string; at: string }>

/** Stands for the chat in the conversation key of events that name only a person. */
export const NO_CHAT = '-'

/**
 * As if said in private; what is said in a group overrides that. A conversation is one person in one
 * chat.
 */
export function base(
  header: Header,
  chatId: string,
  senderId: string,
  content: IncomingContent,
): Incoming {
  return {
    channel: 'lark',
    eventId: header.eventId,
    messageId: null,
    conversationKey: `lark:${chatId}:${senderId}`,
    senderId,
    senderName: null,
    replyAddress: { channel: 'lark', to: chatId, toKind: 'chat', replyTo: null },
    occurredAt: header.at,
    content,
  }
}

/** `openId` is undefined where nobody in particular did it. */
export function inGroup(
  header: Header,
  chatId: string,
  openId: string | undefined,
  content: IncomingContent,
): Incoming {
  return { ...base(header, chatId, openId ?? '', content), replyAddress: group(chatId, null) }
}

export function group(to: string, replyTo: string | null): Address {
  return { channel: 'lark', to, toKind: 'group', replyTo }
}

export function person(to: string): Address {
  return { channel: 'lark', to, toKind: 'person', replyTo: null }
}
