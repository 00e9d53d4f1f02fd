// Verified envelopes become neutral `Incoming` events here, one converter per event type. A type
// nobody handles, a bot's message or a group message that is not for us is ignored with its reason.
import type { ZodType } from 'zod'
import type { Incoming } from '../../kernel/incoming.ts'
import { readCardAction } from './card-action.ts'
import { type Mention, readContent } from './message-content.ts'
import { base, group, type Header, inGroup, NO_CHAT, person } from './parts.ts'
import * as schemas from './schemas.ts'
import { isoFromEpoch } from './time.ts'

/** Older events are stored and answered like others, but marked: the answer may come too late. */
const LATE_MS = 30 * 60 * 1000

type IgnoredReason =
  | 'unknown_type'
  | 'malformed'
  | 'not_from_a_person'
  | 'not_addressed_to_bot'
  | 'unknown_action'

export type Converted =
  /** One event, or several when a post carried pictures; each has its own event and message id. */
  | Readonly<{ kind: 'incoming'; incoming: readonly [Incoming, ...Incoming[]]; late: boolean }>
  /** Acknowledge and log; `detail` names the type or the malformed members, never their content. */
  | Readonly<{ kind: 'ignored'; reason: IgnoredReason; detail: string }>
  /** The bot's own open_id is not known yet: answer 503, so that Lark delivers the event again. */
  | Readonly<{ kind: 'unready' }>

export type ConvertContext = Readonly<{
  now: Date
  /** From `bot/v3/info`; null until the boot check has succeeded. */
  botOpenId: string | null
  /** Chats known to be groups, such as the triage chat, for card clicks that do not say so. */
  isGroupChat?: (chatId: string) => boolean
}>

type Converter = (event: unknown, header: Header, context: ConvertContext) => Converted

const CONVERTERS: Readonly<Record<string, Converter>> = {
  'im.message.receive_v1': checked(schemas.message, fromMessage),
  'card.action.trigger': checked(schemas.cardAction, fromCardAction),
  'im.chat.member.bot.added_v1': checked(schemas.botMembership, (event, header) =>
    one(inGroup(header, event.chat_id, event.operator_id?.open_id, { kind: 'bot_added' })),
  ),
  'im.chat.member.bot.deleted_v1': checked(schemas.botMembership, (event, header) =>
    one(inGroup(header, event.chat_id, event.operator_id?.open_id, { kind: 'bot_removed' })),
  ),
  'im.chat.access_event.bot_p2p_chat_entered_v1': checked(schemas.chatEntered, (event, header) =>
    one(base(header, event.chat_id, event.operator_id.open_id, { kind: 'entered' })),
  ),
  'application.bot.menu_v6': checked(schemas.menu, fromMenu),
  'im.message.message_read_v1': checked(schemas.messageRead, fromRead),
  'im.message.recalled_v1': checked(schemas.recalled, fromRecall),
}

const CONVERTERS_V1: Readonly<Record<string, Converter>> = {
  p2p_chat_create: checked(schemas.chatCreated, (event, header) => {
    const entered = base(header, event.chat_id, event.user.open_id, { kind: 'entered' })
    return one({ ...entered, senderName: event.user.name ?? null })
  }),
}

/** Converts an envelope that the gate let through, or one from the long connection. */
export function convert(envelope: unknown, context: ConvertContext): Converted {
  const read = readEnvelope(envelope)
  if (read.kind === 'malformed') return ignored('malformed', read.detail)
  const table = read.kind === 'v2' ? CONVERTERS : CONVERTERS_V1
  const converter = Object.hasOwn(table, read.type) ? table[read.type] : undefined
  if (converter === undefined) return ignored('unknown_type', read.type)
  const header = { eventId: read.eventId, at: read.at ?? context.now.toISOString() }
  return markLate(converter(read.event, header, context), context.now)
}

type Read =
  | Readonly<{
      kind: 'v1' | 'v2'
      type: string
      eventId: string
      at: string | null
      event: unknown
    }>
  | Readonly<{ kind: 'malformed'; detail: string }>

function readEnvelope(envelope: unknown): Read {
  const fields = (typeof envelope === 'object' && envelope !== null ? envelope : {}) as {
    header?: unknown
    event?: unknown
  }
  if (fields.header !== undefined) {
    const parsed = schemas.header.safeParse(fields.header)
    if (!parsed.success) return { kind: 'malformed', detail: 'header' }
    const { event_type: type, event_id: eventId, create_time: at } = parsed.data
    return { kind: 'v2', type, eventId, at: isoFromEpoch(at), event: fields.event }
  }
  const parsed = schemas.envelopeV1.safeParse(envelope)
  if (!parsed.success) return { kind: 'malformed', detail: 'envelope' }
  const { uuid, ts, event } = parsed.data
  return { kind: 'v1', type: event.type, eventId: uuid, at: isoFromEpoch(ts), event }
}

function checked<T>(
  schema: ZodType<T>,
  convertEvent: (event: T, header: Header, context: ConvertContext) => Converted,
): Converter {
  return (event, header, context) => {
    const parsed = schema.safeParse(event)
    if (parsed.success) return convertEvent(parsed.data, header, context)
    return ignored('malformed', parsed.error.issues.map((i) => i.path.join('.')).join(', '))
  }
}

type MessageEvent = typeof schemas.message._output

function fromMessage(event: MessageEvent, header: Header, context: ConvertContext): Converted {
  const { message, sender } = event
  const senderId = sender.sender_id?.open_id
  if (sender.sender_type !== 'user' || senderId === undefined) {
    return ignored('not_from_a_person', sender.sender_type)
  }
  const mentions: Mention[] = (message.mentions ?? []).map((m) => ({
    key: m.key,
    name: m.name ?? '',
    openId: m.id?.open_id ?? null,
  }))
  const isGroup = message.chat_type !== 'p2p'
  if (isGroup && context.botOpenId === null) return { kind: 'unready' }
  if (isGroup && !mentions.some((m) => m.openId === context.botOpenId)) {
    return ignored('not_addressed_to_bot', message.chat_type)
  }
  const messageId = message.message_id
  const at = isoFromEpoch(message.create_time) ?? header.at
  const contents = readContent({
    messageId,
    type: message.message_type,
    content: message.content,
    mentions,
    botOpenId: context.botOpenId,
  })
  const [first, ...others] = contents.map(
    (content, index): Incoming => ({
      ...base({ ...header, at }, message.chat_id, senderId, content),
      eventId: numbered(header.eventId, index),
      messageId: numbered(messageId, index),
      ...(isGroup ? { replyAddress: group(message.chat_id, messageId) } : {}),
    }),
  )
  return one(first as Incoming, others)
}

function numbered(id: string, index: number): string {
  return index === 0 ? id : `${id}#${index}`
}

function fromCardAction(
  event: typeof schemas.cardAction._output,
  header: Header,
  context: ConvertContext,
): Converted {
  const clicked = readCardAction(event.action)
  if (clicked === null) return ignored('unknown_action', event.action.name ?? '')
  const senderId = event.operator.open_id
  const chatId = event.context?.open_chat_id ?? null
  const messageRef = event.context?.open_message_id ?? null
  const { action, form } = clicked
  const content = { kind: 'action', action, form, messageRef } as const
  if (chatId === null) {
    return one({ ...base(header, NO_CHAT, senderId, content), replyAddress: person(senderId) })
  }
  const click = base(header, chatId, senderId, content)
  const isGroup = clicked.inGroup || context.isGroupChat?.(chatId) === true
  return one(isGroup ? { ...click, replyAddress: group(chatId, messageRef) } : click)
}

function fromMenu(event: typeof schemas.menu._output, header: Header): Converted {
  const senderId = event.operator.operator_id.open_id
  const at = isoFromEpoch(event.timestamp) ?? header.at
  return one({
    ...base({ ...header, at }, NO_CHAT, senderId, { kind: 'menu', key: event.event_key }),
    senderName: event.operator.operator_name ?? null,
    replyAddress: person(senderId),
  })
}

function fromRead(event: typeof schemas.messageRead._output, header: Header): Converted {
  const senderId = event.reader.reader_id.open_id
  const at = isoFromEpoch(event.reader.read_time) ?? header.at
  const content = { kind: 'read', messageRefs: event.message_id_list } as const
  return one({
    ...base({ ...header, at }, NO_CHAT, senderId, content),
    replyAddress: person(senderId),
  })
}

/** Lark does not say who recalled it; the message's own sender is found by `messageRef`. */
function fromRecall(event: typeof schemas.recalled._output, header: Header): Converted {
  const at = isoFromEpoch(event.recall_time) ?? header.at
  const content = { kind: 'recalled', messageRef: event.message_id } as const
  return one(base({ ...header, at }, event.chat_id, '', content))
}

function one(first: Incoming, others: readonly Incoming[] = []): Converted {
  return { kind: 'incoming', incoming: [first, ...others], late: false }
}

function markLate(converted: Converted, now: Date): Converted {
  if (converted.kind !== 'incoming') return converted
  const ageMs = now.getTime() - Date.parse(converted.incoming[0].occurredAt)
  return { ...converted, late: ageMs > LATE_MS }
}

function ignored(reason: IgnoredReason, detail: string): Converted {
  return { kind: 'ignored', reason, detail: detail.slice(0, 200) }
}
