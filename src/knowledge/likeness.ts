// How alike two short texts are, by the pairs of characters that they share.

export type Bigrams = ReadonlySet<string>

/** None for a text of one character, which is like nothing. */
export function bigrams(text: string): Bigrams {
  const characters = [...text]
  return new Set(characters.slice(1).map((character, n) => characters[n]! + character))
}

/** From 0 (nothing shared) to 1. */
export function likeness(a: Bigrams, b: Bigrams): number {
  const shared = [...a].filter((gram) => b.has(gram)).length
  return (2 * shared) / Math.max(1, a.size + b.size)
}
