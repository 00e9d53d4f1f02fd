// What concerns one person's tickets is told to that person alone: a group reads everything that is
// answered in it.
import type { Address } from '../../kernel/incoming.ts'
import { type Message, plainMessage } from '../../kernel/message.ts'
import type { Owed } from '../../kernel/outgoing.ts'
import type { Contact, Conversation } from '../conversation.ts'
import type { ConversationStore } from '../ports.ts'
import type { Handling } from './handling.ts'

export const isInGroup = ({ toKind }: Address): boolean => toKind === 'group'

export const addressOf = ({ channel, externalId }: Contact): Address => ({
  channel,
  to: externalId,
  toKind: 'person',
  replyTo: null,
})

/** The same conversation where nobody else reads along, if the person has opened one. */
export async function privateConversation(
  conversations: Pick<ConversationStore, 'latestOf'>,
  conversation: Conversation,
): Promise<Conversation | null> {
  if (!isInGroup(conversation.address)) return conversation
  const latest = await conversations.latestOf(conversation.contact.id)
  return latest === null || isInGroup(latest.address) ? null : latest
}

/** Of what is owed for no turn and no ticket. */
export const ABOUT_NOTHING = { turnId: null, ticketId: null } as const

/** An answer for the asker's eyes; in a group only that it was sent is said. */
export function owedInPrivate(
  { event, conversation: { contact } }: Pick<Handling, 'event' | 'conversation'>,
  message: Message,
  about: Pick<Owed, 'turnId' | 'ticketId'> = ABOUT_NOTHING,
): Owed[] {
  const owed = { purpose: 'answer', message, ...about } as const
  const address = event.replyAddress
  if (!isInGroup(address)) return [{ ...owed, address }]
  return [
    { ...owed, address: addressOf(contact) },
    { ...owed, address, message: TOLD_IN_PRIVATE },
  ]
}

const TOLD_IN_PRIVATE = plainMessage('涉及您的诉求信息，已私聊您，请在与助企小舟的单聊中查看。')
