// A conversation: one person in one chat. It remembers what the dialogue is about and what the
// product is waiting for; both are stored, so that any replica can take the next message.
import type { ContactId, ConversationId, TicketId, TurnId } from '../kernel/ids.ts'
import type { Address } from '../kernel/incoming.ts'
import type { Decision, Field } from './decision.ts'
import type { DialogueState } from './dialogue/dialogue-state.ts'
import type { TurnTrace } from './turn-log.ts'

export type Contact = Readonly<{
  id: ContactId
  channel: 'lark' | 'web'
  /** Lark open_id, or the web visitor's id. */
  externalId: string
  name: string | null
  greetedAt: Date | null
  /** When the person agreed to the privacy notice; asked once, before the first ticket. */
  consentedAt: Date | null
}>

/**
 * What is going on beside question and answer. While `relay` is set, what the person writes goes to
 * the specialist of that ticket instead of the assistant.
 */
export type Flow = Readonly<{
  relay: Readonly<{ ticketId: TicketId; ticketNumber: string; since: string }> | null
  /** The latest forms that became tickets, by their messages: pressed again, they make no others. */
  submissions: readonly Submission[]
}>

export type Submission = Readonly<{ messageRef: string; ticketNumber: string }>

export const NO_FLOW: Flow = { relay: null, submissions: [] }

export type Conversation = Readonly<{
  id: ConversationId
  /** `conversationKey` of its events: chat and person. */
  key: string
  contact: Contact
  address: Address
  /**
   * As stored; `recallState` says whether it still holds. Null before the first turn and after a
   * ticket.
   */
  dialogue: DialogueState | null
  flow: Flow
}>

/** One question and what was decided about it, kept with the reason for it. */
export type TurnRecord = Readonly<{
  id: TurnId
  conversationId: ConversationId
  askedAt: Date
  question: string
  decision: Decision
  field: Field | null
  confidence: number
  knowledgeVersion: string
  /** Channel scores, rules that fired and prompt versions: why it was decided so. */
  trace: TurnTrace
  /** From taking the question to the finished answer. */
  ms: number
}>
