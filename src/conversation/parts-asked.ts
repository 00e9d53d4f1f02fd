// The parts that a short message asks for one after the other: 「收费吗 要等多久」, "how long? how much?".
import { scoreFields } from '../retrieval/field-cues.ts'
import { cutIntoParts } from './cuts.ts'
import type { Field } from './decision.ts'

/** A longer message tells more than it asks; a Latin word counts as two characters. */
const ASKING_MAX = 40
/** From here on a clause asks for a part in so many words. */
const PLAIN_MIN = 3
const LATIN_WORD = /\s*[a-z']+/gu

/** In the order asked, each once; none for a longer message, or one that names no part plainly. */
export function partsIn(normalized: string): readonly Field[] {
  if (normalized.replace(LATIN_WORD, 'xx').length > ASKING_MAX) return []
  const asked = cutIntoParts(normalized).flatMap((clause) => scoreFields(clause)[0] ?? [])
  return [...new Set(asked.filter(({ score }) => score >= PLAIN_MIN).map(({ field }) => field))]
}
