// Okapi BM25 with Lucene's idf over weighted token bags, as flat arrays that serialise as they are.
import type { Breathe } from '../kernel/clock.ts'
import { mapBreathing } from '../kernel/map-breathing.ts'
import type { Bag } from './vocabulary.ts'

export type Bm25 = Readonly<{
  documents: number
  /** Per token: where its postings begin; one entry more than there are tokens. */
  starts: Uint32Array
  /** Per posting: the document, and what the token adds to its score per occurrence in a query. */
  docs: Uint32Array
  gains: Float32Array
  /** Per token: its idf, the weight of its kind included. */
  idf: Float32Array
}>

export type Bm25Options = Readonly<{
  k1: number
  b: number
  /** What a token counts for beside its idf, by its kind. */
  weightOf: (token: number) => number
  breathe: Breathe
}>

/** Builds the index; a token in every document still counts a little, never negatively. */
export async function buildBm25(
  bags: readonly Bag[],
  tokens: number,
  options: Bm25Options,
): Promise<Bm25> {
  const lengths = await mapBreathing(bags, options.breathe, ({ counts }) =>
    counts.reduce((sum, count) => sum + count, 0),
  )
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, bags.length)
  const frequency = new Uint32Array(tokens)
  for (const bag of bags) {
    for (const id of bag.ids) frequency[id]! += 1
    await options.breathe()
  }
  const starts = new Uint32Array(tokens + 1)
  for (let id = 0; id < tokens; id++) starts[id + 1] = starts[id]! + frequency[id]!
  await options.breathe()
  const idf = frequency.reduce((all, df, id) => {
    const lucene = Math.log(1 + (bags.length - df + 0.5) / (df + 0.5))
    all[id] = lucene * options.weightOf(id)
    return all
  }, new Float32Array(tokens))
  await options.breathe()
  const docs = new Uint32Array(starts[tokens]!)
  const gains = new Float32Array(starts[tokens]!)
  const next = starts.slice(0, tokens)
  for (const [doc, bag] of bags.entries()) {
    const norm = options.k1 * (1 - options.b + (options.b * lengths[doc]!) / mean)
    for (const [k, id] of bag.ids.entries()) {
      const at = next[id]!
      next[id] = at + 1
      const count = bag.counts[k]!
      docs[at] = doc
      gains[at] = (idf[id]! * count * (options.k1 + 1)) / (count + norm)
    }
    await options.breathe()
  }
  return { documents: bags.length, starts, docs, gains, idf }
}

/** A repeated token counts once more, damped; one of the background less than once. */
export const damp = (count: number): number => (count < 1 ? count : 1 + Math.log(count))

/** The score of every document for a query bag. */
export function scoreBm25(
  { documents, starts, docs, gains }: Bm25,
  { ids, counts }: Bag,
): Float32Array {
  const scores = new Float32Array(documents)
  for (let k = 0; k < ids.length; k++) {
    const times = damp(counts[k]!)
    const end = starts[ids[k]! + 1]!
    for (let at = starts[ids[k]!]!; at < end; at++) scores[docs[at]!]! += gains[at]! * times
  }
  return scores
}

export type Three<T> = readonly [T, T, T]

/**
 * The scores of every document for three query bags; those of one document stand together. Each posting
 * is fetched once, which is what takes the time.
 */
export function scoreBm25Thrice(
  { documents, starts, docs, gains }: Bm25,
  bags: Three<Bag>,
): Float32Array {
  const scores = new Float32Array(3 * documents)
  for (const [id, [first, second, third]] of timesIn(bags)) {
    const end = starts[id + 1]!
    for (let at = starts[id]!; at < end; at++) {
      const doc = 3 * docs[at]!
      const gain = gains[at]!
      scores[doc]! += gain * first
      scores[doc + 1]! += gain * second
      scores[doc + 2]! += gain * third
    }
  }
  return scores
}

/** Per token, ascending: what it counts for in each of the bags. */
function timesIn(bags: Three<Bag>): (readonly [number, [number, number, number]])[] {
  const times = new Map<number, [number, number, number]>()
  for (const [n, { ids, counts }] of bags.entries()) {
    for (let k = 0; k < ids.length; k++) {
      const known = times.get(ids[k]!) ?? [0, 0, 0]
      known[n] = damp(counts[k]!)
      times.set(ids[k]!, known)
    }
  }
  return [...times].sort(([a], [b]) => a - b)
}
