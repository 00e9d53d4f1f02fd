// How a message is written, apart from what it is about: a plain question, or one that is hurried
// (half said, without punctuation) or winding (what is not meant, what is done, and then one detail
// that decides). The latter two go wrong more often and are judged with more care.
import type { Query } from './query.ts'

const PUNCTUATION = /[,，。.;；!！?？]/gu

/** How many marks a text has. */
export const marksIn = (normalized: string): number => normalized.match(PUNCTUATION)?.length ?? 0

const ASKS = /[?？]\s*$/u

/** What tells the style, in the order that fitting and use share. */
export function styleFeatures({ normalized, clauses }: Query): number[] {
  const lengths = clauses.map(({ text }) => text.length)
  const kinds = (kind: string) => clauses.filter((clause) => clause.kind === kind).length
  const marks = marksIn(normalized)
  return [
    normalized.length,
    clauses.length,
    normalized.split(' ').length - 1,
    marks > 0 ? 1 : 0,
    marks,
    kinds('contrast'),
    kinds('told'),
    kinds('done'),
    ASKS.test(normalized) ? 1 : 0,
    lengths.at(-1) ?? 0,
    Math.max(0, ...lengths),
  ]
}
