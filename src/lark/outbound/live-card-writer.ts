// The one that writes a draft on a live card. It is an extra: at the first thing that goes wrong it
// stops, and the answer goes its ordinary way.
import { escapeMarkdown } from './escape.ts'
import {
  DRAFT_ELEMENT,
  draftCard,
  type LiveCard,
  type LiveCardDeps,
  type LiveTurn,
  sendCard,
  stepOf,
} from './live-card.ts'

/**
 * Lark takes ten operations on a card in a second and wants them 100 ms apart; two of the ten are
 * for the answer that follows.
 */
const WRITE_GAP_MS = 130

export type DraftWriter = (draft: string, hasEnded: () => boolean) => Promise<'go_on' | 'stop'>

/**
 * Writes the drafts of one turn, each in full, one after another.
 * @param note what stands below the draft
 * @returns a function that answers `stop` when there is nothing to write on; it rejects when Lark or
 *   the store fails, and is not to be called again after either
 */
export function createDraftWriter(deps: LiveCardDeps, turn: LiveTurn, note: string): DraftWriter {
  let cardId: string | null = null
  let sequence = 0
  let shown: string | null = null

  async function begin(draft: string, hasEnded: () => boolean): Promise<LiveCard | 'over' | null> {
    const known = await deps.store.resume(turn.turnId)
    if (known !== null) return known
    const made = await deps.kit.create(draftCard(draft, note))
    shown = draft
    return hasEnded() ? null : deps.store.keep(turn, made)
  }

  return async (draft, hasEnded) => {
    if (cardId === null) {
      const live = await begin(draft, hasEnded)
      if (live === null || live === 'over') return 'stop'
      if (live.messageId === null) await sendCard(deps, turn, live.cardId)
      cardId = live.cardId
      sequence = live.sequence
    }
    if (draft === shown) return 'go_on'
    sequence += 1
    const step = stepOf(turn.turnId, sequence)
    await deps.kit.write(cardId, DRAFT_ELEMENT, escapeMarkdown(draft), step)
    await deps.sleep(WRITE_GAP_MS)
    return 'go_on'
  }
}
