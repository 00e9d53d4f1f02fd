// A draft as it is being written: what is told of it has passed the same checks as a whole draft.
import type { ShowDraft } from '../conversation/answer-ports.ts'
import type { Chunk } from '../knowledge/record-chunk.ts'
import { settledPart } from '../knowledge/verify-figures/draft-text.ts'
import { verifyDraft } from '../knowledge/verify-figures/verify-draft.ts'
import { withSources } from './draft-chunks.ts'

/**
 * Listens to a draft, each time from its beginning, and shows its whole sentences with their
 * sources. After the first sentence that fails, nothing more is shown.
 */
export function listenToDraft(chunks: readonly Chunk[], show: ShowDraft): (said: string) => void {
  let heard = 0
  let shown = 0
  let refused = false
  return (said) => {
    const settled = refused ? null : settledPart(said)
    refused = settled === null
    if (settled === null || settled.length === heard) return
    heard = settled.length
    const verified = verifyDraft(settled, chunks)
    refused = !verified.ok
    if (!verified.ok || verified.sentences.length === shown) return
    shown = verified.sentences.length
    show(withSources(verified.sentences, chunks))
  }
}
