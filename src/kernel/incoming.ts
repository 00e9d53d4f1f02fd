// The neutral incoming event: what reached us from a channel, after the channel's adapter has
// verified and parsed it. This is what the inbox stores and the worker handles.

/** A message that is typed on our own pages may be this long. */
export const TYPED_LENGTH_MAX = 4_000

export type Channel = 'lark' | 'web'

export type AttachmentKind =
  | 'image'
  | 'file'
  | 'audio'
  | 'video'
  | 'sticker'
  | 'location'
  | 'card'
  | 'other'

export type IncomingContent =
  | Readonly<{ kind: 'text'; text: string }>
  /** `ref` is the channel's handle by which the bytes can be fetched; null when there are none. */
  | Readonly<{
      kind: 'attachment'
      type: AttachmentKind
      ref: string | null
      name: string | null
    }>
  /** A button or form. `messageRef` is the message it was on. */
  | Readonly<{
      kind: 'action'
      action: Readonly<Record<string, unknown>>
      form: Readonly<Record<string, string>>
      messageRef: string | null
    }>
  | Readonly<{ kind: 'entered' }>
  | Readonly<{ kind: 'bot_added' }>
  | Readonly<{ kind: 'bot_removed' }>
  | Readonly<{ kind: 'menu'; key: string }>
  | Readonly<{ kind: 'read'; messageRefs: readonly string[] }>
  | Readonly<{ kind: 'recalled'; messageRef: string }>

/** Where an answer goes. */
export type Address = Readonly<{
  channel: Channel
  /** Lark: chat_id (oc_…) or, when only a person is known, open_id (ou_…). Web: the visitor's conversation id. */
  to: string
  /** A `group` is read by others too; a `chat` is one person's own with the assistant. */
  toKind: 'group' | 'chat' | 'person'
  /** Keeps an answer in a group in the asker's thread; null also for what answers nobody there. */
  replyTo: string | null
}>

export type Incoming = Readonly<{
  channel: Channel
  /** The channel's own id of the event; a second delivery carries the same one. */
  eventId: string
  /** The channel's id of the message, or null where there is none; also unique. */
  messageId: string | null
  /** Orders and separates conversations: chat and person, so that two people in a group never share a context. */
  conversationKey: string
  /** The person: Lark open_id or the web visitor's id. */
  senderId: string
  senderName: string | null
  replyAddress: Address
  occurredAt: string
  content: IncomingContent
}>
