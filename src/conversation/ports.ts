// What a turn needs from the outside, bound to one transaction where it writes.
import type { ContactId, ConversationId, ItemCode, TicketId, TurnId } from '../kernel/ids.ts'
import type { Address, AttachmentKind, Incoming } from '../kernel/incoming.ts'
import type { Enqueue } from '../kernel/outgoing.ts'
import type { Command } from '../ticket/command.ts'
import type { RefusalCode } from '../ticket/rules-parts.ts'
import type { Attachment, Ticket } from '../ticket/ticket.ts'
import type { Ask, TurnAnswer } from './answer-turn.ts'
import type { Contact, Conversation, Flow, TurnRecord } from './conversation.ts'
import type { DialogueState } from './dialogue/dialogue-state.ts'
import type { ToldTurn } from './dialogue/told-before.ts'
import type { TicketForm } from './incoming/ticket-form.ts'

export type ConversationStore = Readonly<{
  /** The conversation of this event's person in this chat; made when it is the first. */
  open: (event: Incoming) => Promise<Conversation>
  find: (id: ConversationId) => Promise<Conversation | null>
  /**
   * The latest conversation of a contact, for messages that are not an answer to one: where nobody
   * else reads along, if there is such a one.
   */
  latestOf: (contact: ContactId) => Promise<Conversation | null>
  /**
   * Changes what is named. Of `flow` too, since an act of staff changes it between the reading and the
   * writing of a turn: name only what is to be different.
   */
  save: (
    id: ConversationId,
    change: Readonly<{ dialogue?: DialogueState | null; flow?: Partial<Flow>; address?: Address }>,
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
  /**
   * The latest turns of a conversation, oldest first; none when it is not this contact's, or no
   * conversation at all: which one is meant may have come back from a button.
   */
  recent: (conversation: string, contact: ContactId, limit: number) => Promise<readonly ToldTurn[]>
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
  /** Keeps the reference, or takes over bytes that were uploaded before under it. */
  add: (attachment: NewAttachment) => Promise<Attachment>
}>

/** What a click tells its person at once, where a channel can: Lark shows it above the card. */
export type Reply = Readonly<{ text: string; tone: 'success' | 'info' | 'error' }>

/** The stores of one transaction. */
export type TurnStores = Readonly<{
  conversations: ConversationStore
  turns: TurnStore
  attachments: AttachmentStore
  enqueue: Enqueue
  markRead: (messageRefs: readonly string[], at: Date) => Promise<void>
  tickets: RequesterTickets
  bindings: BindingStore
}>

/** Who speaks for which enterprise, as one contact may see and change it. */
export type BindingStore = Readonly<{
  /** Answers for a colleague. `not_yours`: they do not speak for that enterprise, or ask for themselves. */
  decide: (
    contact: Contact,
    id: string,
    confirmed: boolean,
  ) => Promise<'decided' | 'not_yours' | 'gone'>
  /** @returns false when they did not speak for it */
  leave: (contact: Contact, creditCode: string) => Promise<boolean>
  of: (
    contact: Contact,
  ) => Promise<readonly Readonly<{ creditCode: string; enterpriseName: string }>[]>
}>

/**
 * The ticket feature as one contact may use it: every act is checked against who they are. Bound to
 * the transaction, so that a ticket and the message about it are written together or not at all.
 */
export type RequesterTickets = Readonly<{
  /** Their own and their confirmed enterprises' tickets, the latest first. */
  list: (contact: Contact) => Promise<readonly Ticket[]>
  open: (contact: Contact, request: TicketRequest) => Promise<OpenedTicket>
  perform: (contact: Contact, number: string, command: Command) => Promise<PerformedAct>
  /** What is told of a ticket besides its state. */
  progress: (ticket: Ticket) => Promise<TicketProgress>
}>

/** Lines in words: the limit with its arithmetic, none before it is known; what was done lately, oldest first. */
export type TicketProgress = Readonly<{ limit: readonly string[]; steps: readonly string[] }>

export type TicketRequest = Readonly<{
  form: TicketForm
  itemCode: ItemCode | null
  conversationId: ConversationId
  channel: 'lark' | 'web'
  /** What was said before and what became of it, one line each: nobody has to tell it twice. */
  background: readonly string[]
}>

export type OpenedTicket =
  | Readonly<{
      ok: true
      ticket: Ticket
      /** Their own open tickets that are probably about the same matter, the likest first. */
      similar: readonly Ticket[]
    }>
  | Readonly<{ ok: false; problems: readonly string[] }>

/** `unknown` also stands for a ticket that is not theirs: its existence is not told. */
type PerformedAct =
  | Readonly<{ ok: true; ticket: Ticket }>
  | Readonly<{ ok: false; code: RefusalCode | 'unknown'; ticket: Ticket | null }>

export type Answered = Omit<TurnAnswer, 'hits'> & Readonly<{ knowledgeVersion: string }>

/** Understands, retrieves, decides and composes; no writing. */
export type AnswerQuestion = (
  ask: Omit<Ask, 'state'> & Readonly<{ dialogue: DialogueState | null }>,
) => Promise<Answered>
