// Texts as unit vectors of damped counts times idf, over features that occur often enough to matter.
import type { Breathe } from '../kernel/clock.ts'
import { damp } from './bm25.ts'
import type { Sparse } from './linear-model.ts'
import { type Bag, countTokens, type TokenPart, Vocabulary } from './vocabulary.ts'

export type TfIdf = Readonly<{ vocabulary: Vocabulary; idf: Float32Array }>

/** Learns features from token lists; those in fewer than `documentsMin` lists are left out. */
export async function fitTfIdf(
  documents: readonly (readonly string[])[],
  documentsMin: number,
  breathe: Breathe,
): Promise<TfIdf> {
  const frequency = new Map<string, number>()
  for (const [n, tokens] of documents.entries()) {
    for (const token of new Set(tokens)) frequency.set(token, (frequency.get(token) ?? 0) + 1)
    if (n % 400 === 0) await breathe()
  }
  const vocabulary = new Vocabulary()
  const idf: number[] = []
  for (const [token, df] of frequency) {
    if (df < documentsMin) continue
    vocabulary.add(token)
    idf.push(Math.log((1 + documents.length) / (1 + df)) + 1)
  }
  return { vocabulary, idf: Float32Array.from(idf) }
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

function weigh(bag: Bag, idf: Float32Array): Sparse {
  const values = Float32Array.from(bag.ids, (id, k) => damp(bag.counts[k]!) * idf[id]!)
  const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1
  return { ids: bag.ids, values: values.map((value) => value / norm) }
}
