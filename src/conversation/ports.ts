// What a turn needs from the outside, bound to one transaction where it writes.
import type { ContactId, ConversationId, TicketId, TurnId } from '../kernel/ids.ts'
import type { Address, AttachmentKind, Incoming } from '../kernel/incoming.ts'
import type { Conversation, Flow, TurnRecord } from './conversation.ts'
import type { DialogueState } from './dialogue-state.ts'

export type ConversationStore = Readonly<{
  /** The conversation of this event's person in this chat; made when it is the first. */
  open: (event: Incoming) => Promise<Conversation>
  find: (id: ConversationId) => Promise<Conversation | null>
  /** The latest conversation of a contact, for messages that are not an answer to one. */
  latestOf: (contact: ContactId) => Promise<Conversation | null>
  save: (
    id: ConversationId,
    change: Readonly<{ dialogue?: DialogueState | null; flow?: Flow; address?: Address }>,
  ) => Promise<void>
  /** @returns true for the one caller that is to greet */
  claimGreeting: (contact: ContactId) => Promise<boolean>
  recordConsent: (contact: ContactId) => Promise<void>
}>

export type TurnStore = Readonly<{
  save: (turn: TurnRecord) => Promise<void>
  /** Later votes replace earlier ones. @returns false when the turn is not this contact's */
  vote: (
    turn: TurnId,
    contact: ContactId,
    vote: Readonly<{ up: boolean; reason: string | null }>,
  ) => Promise<boolean>
  /** The latest questions of a conversation, oldest first. */
  recent: (
    conversation: ConversationId,
    limit: number,
  ) => Promise<readonly Readonly<{ askedAt: Date; question: string; decisionKind: string }>[]>
}>

export type NewAttachment = Readonly<{
  conversationId: ConversationId
  ticketId: TicketId | null
  kind: AttachmentKind
  name: string | null
  /** The channel's handle by which the bytes are fetched later, and the message it came with. */
  channelRef: string | null
  messageRef: string | null
}>

export type AttachmentStore = Readonly<{
  add: (attachment: NewAttachment) => Promise<string>
}>
