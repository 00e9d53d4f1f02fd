// The built-in vector provider, and the exact search in memory that evaluation and the command
// line use where the product asks pgvector.
import type { ItemCode } from '../kernel/ids.ts'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import { HASH_DIMENSIONS, hashVector } from './hash-vector.ts'
import { type Passage, passagesOf } from './passages.ts'
import type { Embed, Language, VectorSearch } from './ports.ts'
import type { Snapshot } from './snapshot.ts'
import { dot } from './vector-scores.ts'

/** Identity of the built-in vectors, stored with each so that others are never compared with them. */
export const HASH_IDENTITY = { provider: 'hash', model: 'ngram-1', dim: HASH_DIMENSIONS } as const

/** Their weight in the ranking, where a channel's best counts 1 (measured: src/DECISIONS.md). */
export const HASH_WEIGHT = 0.2

export type VectorRow = Readonly<{
  id: string
  code: ItemCode
  kind: string
  text: string
  hash: string
}>

/** More questions of an item than this find nothing more (measured: src/DECISIONS.md). */
const QUESTIONS_MAX = 20

/** The passages that get a vector: what people might say; facts are not asked in their words. */
export const vectorRows = (base: KnowledgeBase): readonly VectorRow[] =>
  base.items.flatMap((item) => {
    const passages = passagesOf(item)
    const questions = passages.filter(({ kind }) => kind === 'question')
    const others = passages.filter(({ kind }) => kind !== 'question' && kind !== 'facts')
    return [...others, ...drawn(questions)]
  })

/** A sample in which a new question takes the place of one other at most, so that little is made anew. */
const drawn = (questions: readonly Passage[]): readonly Passage[] =>
  [...questions].sort((a, b) => (a.hash < b.hash ? -1 : 1)).slice(0, QUESTIONS_MAX)

/** Hash vectors over the snapshot's own vocabulary. */
export function hashEmbed(snapshot: Snapshot, language: Language): Embed {
  return async (texts) => texts.map((text) => hashVector(text, snapshot.index, language))
}

const BEST = 3

/** Exact search over all rows held in memory. */
export function searchInMemory(
  rows: readonly Readonly<{ code: ItemCode; vector: Float32Array }>[],
): VectorSearch {
  return async (query, codes) => {
    const wanted = codes === null ? null : new Set(codes)
    const best = new Map<ItemCode, number[]>()
    for (const { code, vector } of rows) {
      if (wanted !== null && !wanted.has(code)) continue
      const cosine = dot(vector, query)
      const known = best.get(code) ?? []
      known.push(cosine)
      known.sort((a, b) => b - a).splice(BEST)
      best.set(code, known)
    }
    return new Map(
      [...best].map(([code, top]) => [code, top.reduce((sum, one) => sum + one, 0) / top.length]),
    )
  }
}
