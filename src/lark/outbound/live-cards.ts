// Live cards, put together: one that writes drafts on them, one that puts the answer in their place.

import type { LiveCardDeps, Turn } from './live-card.ts'
import { type Finished, finishLiveCard, type OwedAnswer } from './live-card-finish.ts'
import { createDraftWriter, type DraftWriter } from './live-card-writer.ts'

export type LiveCards = Readonly<{
  writer: (turn: Turn, note: string) => DraftWriter
  /** Rejects with `LarkError` where trying again may help. */
  finish: (owed: OwedAnswer) => Promise<Finished>
  /** Removes a draft that was left standing, if Lark lets us. */
  takeBack: (messageId: string) => Promise<void>
}>

export function createLiveCards(
  deps: LiveCardDeps,
  recall: (messageId: string) => Promise<void>,
): LiveCards {
  return {
    writer: (turn, note) => createDraftWriter(deps, turn, note),
    finish: (owed) => finishLiveCard(deps, owed),
    // The answer itself is there; a draft beside it does no harm.
    takeBack: (messageId) => recall(messageId).catch(() => {}),
  }
}
