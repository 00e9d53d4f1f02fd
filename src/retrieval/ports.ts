// What retrieval needs from outside: the Chinese language tools and vectors.
import type { ItemCode } from '../kernel/ids.ts'

export type Language = Readonly<{
  /** Traditional to simplified characters; everything else unchanged. */
  simplify(text: string): string
  /** The words of a normalised text, compounds and their parts; no punctuation. */
  words(text: string): readonly string[]
  /** The most frequent toneless syllable of one Han character, or '' when unknown. */
  syllable(character: string): string
}>

/**
 * Dense vectors of unit length, one per text, in order. Rejects when the provider fails. An `example`
 * is a question that every publish asks again.
 */
export type Embed = (
  texts: readonly string[],
  kind: 'query' | 'passage' | 'example',
) => Promise<readonly Float32Array[]>

/**
 * The mean cosine of the three passages nearest to `query`, per item. Only items of `codes` are
 * looked at when it is given; an item without vectors is absent from the answer.
 */
export type VectorSearch = (
  query: Float32Array,
  codes: readonly ItemCode[] | null,
) => Promise<ReadonlyMap<ItemCode, number>>
