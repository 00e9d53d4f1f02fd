// What is in sight: what was just said stands at the end, and an answer is read from its beginning.
import { type RefObject, useEffect, useRef } from 'react'
import type { TranscriptEntry } from '../../http/transcript-entry.ts'

/** @returns the ref of the list, whose entries carry `data-entry` */
export function useFollow(
  entries: readonly TranscriptEntry[],
  draft: string | null,
): RefObject<HTMLElement | null> {
  const list = useRef<HTMLElement>(null)
  const known = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer that grows is followed too
  useEffect(() => {
    const element = list.current
    const last = entries.at(-1)
    if (!element || !last) return
    const isOpening = known.current === 0
    // Several may have come at once: reading begins with the first of them.
    const answer = isOpening ? last : entries.slice(known.current).find(isAnswer)
    known.current = entries.length
    const behavior = isOpening ? 'instant' : 'auto'
    if (!isAnswer(last)) element.scrollTo({ top: element.scrollHeight, behavior })
    else if (answer) {
      const shown = element.querySelector(`[data-entry="${CSS.escape(answer.id)}"]`)
      shown?.scrollIntoView({ block: 'start', behavior })
    }
  }, [entries, draft])

  return list
}

const isAnswer = (entry: TranscriptEntry) => entry.from === 'product'
