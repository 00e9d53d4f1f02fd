// A message in or out that could not be handled within its attempts and waits for a person.
import type { IncomingContent } from './incoming.ts'
import type { Message } from './message.ts'

export const DEAD_LETTER_BOXES = ['inbox', 'outbox'] as const
export type DeadLetterBox = (typeof DEAD_LETTER_BOXES)[number]

export type DeadLetter = Readonly<{
  box: DeadLetterBox
  id: string
  channel: string
  /** Inbox: the kind of event. Outbox: why the message is owed. */
  purpose: string
  content: IncomingContent | null
  message: Message | null
  /** Owed about a report under seal: what it says is not for those who look after the machine. */
  sealed: boolean
  ticketNumber: string | null
  attempts: number
  createdAt: Date
  deadAt: Date
  cause: string | null
}>
