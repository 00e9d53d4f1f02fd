// Live cards, put together: one that writes drafts on them, one that puts the answer in their place.

import type { LiveCardDeps, LiveTurn } from './live-card.ts'
import {
  type Finished,
  finishLiveCard,
  type OwedAnswer,
  takeBackDraft,
} from './live-card-finish.ts'
import { createDraftWriter, type DraftWriter } from './live-card-writer.ts'

export type LiveCards = Readonly<{
  writer: (turn: LiveTurn, note: string) => DraftWriter
  /** Rejects where trying again may help. */
  finish: (owed: OwedAnswer) => Promise<Finished>
  /** Removes a draft that was left standing; rejects when Lark lets us do nothing about it. */
  takeBack: (owed: OwedAnswer, messageId: string | null) => Promise<void>
}>

export function createLiveCards(deps: LiveCardDeps): LiveCards {
  return {
    writer: (turn, note) => createDraftWriter(deps, turn, note),
    finish: (owed) => finishLiveCard(deps, owed),
    takeBack: (owed, messageId) => takeBackDraft(deps, owed, messageId),
  }
}
