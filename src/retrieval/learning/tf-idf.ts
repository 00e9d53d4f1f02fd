// Texts as unit vectors of damped counts times idf, over features that occur often enough to matter.
import type { Breathe } from '../../kernel/clock.ts'
import { mapBreathing } from '../../kernel/map-breathing.ts'
import { damp } from '../bm25.ts'
import { hash32 } from '../text-hash.ts'
import { type Bag, bagOf, countTokens, type TokenPart, Vocabulary } from '../vocabulary.ts'
import type { Sparse } from './linear-model.ts'

export type TfIdf = Readonly<{ vocabulary: Vocabulary; idf: Float32Array }>

/** The tokens of a text, made when they are asked for. */
export type Document = () => readonly string[]

/**
 * Learns features from texts, and gives each text as a vector over them. Tokens that stand in fewer
 * than `documentsMin` texts are left out. Each text is asked twice: to keep all tokens of all texts
 * takes longer than to make them again.
 */
export async function learnTfIdf(
  documents: readonly Document[],
  documentsMin: number,
  breathe: Breathe,
): Promise<Readonly<{ features: TfIdf; vectors: readonly Sparse[] }>> {
  const met = new Vocabulary()
  const numberOf = await numbering(documents, documentsMin, { met, breathe })
  const bags = await mapBreathing(documents, breathe, (tokensOf) => bagOf(tokensOf(), numberOf))
  const frequency = new Uint32Array(met.size)
  for (const { ids } of bags) {
    for (let k = 0; k < ids.length; k++) frequency[ids[k]!]! += 1
    await breathe()
  }
  const kept = await keepFrequent(met, frequency, { documentsMin, breathe })
  const idf = Float32Array.from(
    kept.frequency,
    (df) => Math.log((1 + documents.length) / (1 + df)) + 1,
  )
  const vectors = await mapBreathing(bags, breathe, (bag) =>
    weigh(renumbered(bag, kept.numbers), idf),
  )
  return { features: { vocabulary: kept.vocabulary, idf }, vectors }
}

const SLOTS = 2 ** 22
const NONE = -1

/**
 * Numbers tokens as they are met, but most of those that occur less than `timesMin` times not at all,
 * and never leaves out a frequent one. Most tokens occur once: to number them all first took longer
 * than all the rest.
 */
async function numbering(
  documents: readonly Document[],
  timesMin: number,
  { met, breathe }: Readonly<{ met: Vocabulary; breathe: Breathe }>,
): Promise<(token: string) => number | undefined> {
  const times = new Uint8Array(SLOTS)
  for (const tokensOf of documents) {
    for (const token of tokensOf()) {
      const slot = hash32(token) % SLOTS
      // Tokens that share a slot count together, so that the count is never too low.
      if (times[slot]! < timesMin) times[slot]! += 1
    }
    await breathe()
  }
  // The first token of each slot is found there, without the vocabulary's slower search.
  const firsts = new Int32Array(SLOTS).fill(NONE)
  const tokens: string[] = []
  return (token) => {
    const slot = hash32(token) % SLOTS
    if (times[slot]! < timesMin) return undefined
    const first = firsts[slot]!
    if (first !== NONE && tokens[first] === token) return first
    const number = met.add(token)
    if (number === tokens.length) tokens.push(token)
    if (first === NONE) firsts[slot] = number
    return number
  }
}

const LEFT_OUT = 0xffffffff

/** The tokens that stay, and the new number of each old one. */
async function keepFrequent(
  met: Vocabulary,
  frequency: Uint32Array,
  { documentsMin, breathe }: Readonly<{ documentsMin: number; breathe: Breathe }>,
) {
  const vocabulary = new Vocabulary()
  const numbers = new Uint32Array(met.size).fill(LEFT_OUT)
  const kept: number[] = []
  for (const [id, token] of met.tokens().entries()) {
    if (id % 1000 === 0) await breathe()
    if (frequency[id]! < documentsMin) continue
    numbers[id] = vocabulary.add(token)
    kept.push(frequency[id]!)
  }
  return { vocabulary, numbers, frequency: kept }
}

/** Old numbers ascend, and so do the new ones: the order stays. */
function renumbered({ ids, counts }: Bag, numbers: Uint32Array): Bag {
  const newIds = new Uint32Array(ids.length)
  const newCounts = new Float32Array(ids.length)
  let kept = 0
  for (let k = 0; k < ids.length; k++) {
    const number = numbers[ids[k]!]!
    if (number === LEFT_OUT) continue
    newIds[kept] = number
    newCounts[kept++] = counts[k]!
  }
  return { ids: newIds.slice(0, kept), counts: newCounts.slice(0, kept) }
}

/** The text's vector; features never learned are ignored, and a text of none is all zero. */
export function toSparse(features: TfIdf, tokens: readonly string[]): Sparse {
  return toSparseParts(features, [{ tokens, weight: 1 }])
}

/** The vector of a text whose parts count differently. */
export function toSparseParts({ vocabulary, idf }: TfIdf, parts: readonly TokenPart[]): Sparse {
  return weigh(
    countTokens(parts, (token) => vocabulary.find(token)),
    idf,
  )
}

function weigh({ ids, counts }: Bag, idf: Float32Array): Sparse {
  const values = new Float32Array(ids.length)
  let square = 0
  for (let k = 0; k < ids.length; k++) {
    values[k] = damp(counts[k]!) * idf[ids[k]!]!
    square += values[k]! * values[k]!
  }
  const norm = Math.sqrt(square) || 1
  for (let k = 0; k < ids.length; k++) values[k]! /= norm
  return { ids, values }
}
