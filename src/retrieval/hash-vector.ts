// The built-in filler of the vector channel: signed hashing of character n-grams and words into a
// few hundred dimensions. No model, no download; its weight in the ranking is small.

import { normalize } from './normalize.ts'
import type { Language } from './ports.ts'
import type { SearchIndex } from './search-index.ts'
import { hash32 } from './text-hash.ts'
import { tokenize } from './tokenize.ts'

/** Chosen by measurement: src/DECISIONS.md. */
export const HASH_DIMENSIONS = 128

/** The unit vector of a text; tokens the knowledge base has never seen are left out. */
export function hashVector(text: string, index: SearchIndex, language: Language): Float32Array {
  const counts = new Map<string, number>()
  for (const token of tokenize(normalize(text, language), language)) {
    if (token[0] !== 'p') counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  const vector = new Float32Array(HASH_DIMENSIONS)
  for (const [token, count] of counts) {
    const id = index.vocabulary.find(token)
    if (id === undefined) continue
    const hash = hash32(token)
    const value = Math.log1p(count) * Math.sqrt(index.items.idf[id]!)
    vector[(hash >>> 1) % HASH_DIMENSIONS]! += hash & 1 ? value : -value
  }
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1
  return vector.map((value) => value / norm)
}
