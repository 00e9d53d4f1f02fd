// A live card: it is sent while its answer is still being written, grows sentence by sentence, and
// in the end holds the answer that the outbox owes. What must outlive this process is in the store;
// the numbers of operations are taken from it in blocks, so that a process that takes over from one
// that died is ahead of whatever that one had sent.
import type { Address } from '../../kernel/incoming.ts'
import { SUMMARY_MAX } from './card-limits.ts'
import type { CardSwitches } from './card-scope.ts'
import type { CardKit, Step } from './cardkit.ts'
import type { Card } from './cards.ts'
import { escapeMarkdown, oneLine } from './escape.ts'
import type { Post } from './send.ts'

export type LiveCard = Readonly<{
  cardId: string
  /** Null while it is not known to have been sent. */
  messageId: string | null
  /** The numbers after this one, up to the size of a block, are the caller's. */
  sequence: number
  ageMs: number
  /** Its answer goes out as a message of its own. */
  givenUp: boolean
}>

export type LiveTurn = Readonly<{ turnId: string; address: Address }>

export type LiveCardStore = Readonly<{
  /** The turn's card, to be written on; `over` when it is no longer for drafts. */
  resume: (turnId: string) => Promise<LiveCard | 'over' | null>
  /** Keeps a card before it is sent; null when the turn is answered or the chat is owed something earlier. */
  keep: (turn: LiveTurn, cardId: string) => Promise<LiveCard | null>
  noteSent: (turnId: string, messageId: string) => Promise<void>
  /** The turn's card, for the owed message that is to take its place; null when it has none in that chat. */
  take: (turn: LiveTurn, owedId: string) => Promise<LiveCard | null>
  giveUp: (turnId: string) => Promise<void>
}>

export type LiveCardDeps = Readonly<{
  kit: CardKit
  store: LiveCardStore
  post: Post
  recall: (messageId: string) => Promise<void>
  switches: CardSwitches
  sleep: (ms: number) => Promise<void>
}>

export const DRAFT_ELEMENT = 'draft'

/** A card on which a draft is typed, with a line below that says so. */
export function draftCard(draft: string, note: string): Card {
  return {
    schema: '2.0',
    config: {
      update_multi: true,
      streaming_mode: true,
      summary: { content: oneLine(note, SUMMARY_MAX) },
    },
    body: {
      elements: [
        { tag: 'markdown', element_id: DRAFT_ELEMENT, content: escapeMarkdown(draft) },
        { tag: 'markdown', content: escapeMarkdown(note), text_size: 'notation' },
      ],
    },
  }
}

/**
 * Sends the card itself. Whoever repeats it makes no second message: for an hour it is the same one
 * to Lark, and after that Lark refuses, since no card is sent twice.
 * @returns the message id
 */
export async function sendCard(
  { post, store }: LiveCardDeps,
  { turnId, address }: LiveTurn,
  cardId: string,
): Promise<string> {
  const content = JSON.stringify({ type: 'card', data: { card_id: cardId } })
  const messageId = await post(address, { type: 'interactive', content }, `live-${turnId}`)
  await store.noteSent(turnId, messageId)
  return messageId
}

/** The same turn and number are the same operation, whichever process does it. */
export function stepOf(turnId: string, sequence: number): Step {
  return { sequence, uuid: `${turnId}-${sequence}` }
}
