// The parts that a message asks for one after the other: 「收费吗 要等多久」, "how long? how much?".
import { scoreFields } from '../retrieval/field-cues.ts'
import { cutIntoParts } from './cuts.ts'
import type { Field } from './decision.ts'

/** A longer message tells more than it asks; a Latin word counts as two characters. */
const ASKING_MAX = 40
/** From here on a clause asks for a part in so many words. */
const PLAIN_MIN = 3
const LATIN_WORD = /\s*[a-z']+/gu

/**
 * In the order asked, each once. A longer message tells first: of it only what is asked at its very
 * end counts. None where no part is named plainly.
 */
export function partsIn(normalized: string): readonly Field[] {
  const clauses = cutIntoParts(normalized)
    .filter((clause) => clause.trim() !== '')
    .map(partPlainlyIn)
  const isShort = normalized.replace(LATIN_WORD, 'xx').length <= ASKING_MAX
  const asking = isShort ? clauses : clauses.slice(clauses.lastIndexOf(null) + 1)
  return [...new Set(asking.filter((part) => part !== null))]
}

function partPlainlyIn(clause: string): Field | null {
  const [first] = scoreFields(clause)
  return first !== undefined && first.score >= PLAIN_MIN ? first.field : null
}
