// What is owed to somebody: written in the same transaction as what causes it, sent later, exactly
// once or shown as failed to a person.
import type { Address } from './incoming.ts'
import type { Message } from './message.ts'

/** Why a message is owed; shown on the dead-letter page. */
export type Purpose =
  | 'answer'
  | 'greeting'
  | 'ticket_notice'
  | 'ticket_card'
  | 'relay'
  | 'reminder'
  /** Takes back what can be pressed on a message sent before. */
  | 'card_update'

export type Owed = Readonly<{
  address: Address
  purpose: Purpose
  message: Message
  turnId: string | null
  ticketId: string | null
}>

/** Writes owed messages; must be called inside the transaction that causes them. */
export type Enqueue = (owed: readonly Owed[]) => Promise<void>
