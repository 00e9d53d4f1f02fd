// The lexical channels. A: one bag per item, its fields repeated by weight. B: every passage for
// itself, an item counting as the mean of its best three (the best alone is a poor judge).
import type { Breathe } from '../kernel/clock.ts'
import { mapBreathing } from '../kernel/map-breathing.ts'
import type { ServiceItem } from '../knowledge/service-item.ts'
import { type Bm25, buildBm25, scoreBm25, scoreBm25Thrice, type Three } from './bm25.ts'
import { normalize } from './normalize.ts'
import { type Passage, type PassageKind, passagesOf } from './passages.ts'
import type { Language } from './ports.ts'
import { KIND_WEIGHT, tokenize } from './tokenize.ts'
import { type Bag, bagOf, countTokens, type TokenPart, Vocabulary } from './vocabulary.ts'

export type SearchIndex = Readonly<{
  vocabulary: Vocabulary
  items: Bm25
  passages: Bm25
  /** Per passage: the position of its item. */
  owners: Uint16Array
}>

/** Passages with their tokens, the common input of everything trained at publish. */
export type TokenizedPassage = Passage & Readonly<{ owner: number; tokens: readonly string[] }>

const BAG_WEIGHT: Readonly<Record<PassageKind, number>> = {
  name: 3,
  summary: 1,
  aliases: 2,
  question: 2,
  facts: 1,
}

/** Cuts every item into tokenised passages; `owner` is the item's position. */
export async function tokenizeItems(
  items: readonly ServiceItem[],
  language: Language,
  breathe: Breathe,
): Promise<TokenizedPassage[]> {
  const out: TokenizedPassage[] = []
  for (const [owner, item] of items.entries()) {
    for (const passage of passagesOf(item)) {
      out.push({ ...passage, owner, tokens: tokenize(normalize(passage.text, language), language) })
      await breathe()
    }
  }
  return out
}

/** Builds both channels. Facts join the bag but are no passage: nobody asks in their words. */
export async function buildSearchIndex(
  passages: readonly TokenizedPassage[],
  items: number,
  breathe: Breathe,
): Promise<SearchIndex> {
  const vocabulary = new Vocabulary()
  const add = (token: string) => vocabulary.add(token)
  const bags = await mapBreathing(passages, breathe, ({ tokens }) => bagOf(tokens, add))
  const asked = passages.filter((passage) => passage.kind !== 'facts')
  const weightOf = weightByKind(vocabulary)
  await breathe()
  const itemBags = await joinByItem(passages, bags, { items, breathe })
  return {
    vocabulary,
    items: await buildBm25(itemBags, vocabulary.size, { k1: 1.2, b: 0.75, weightOf, breathe }),
    passages: await buildBm25(
      bags.filter((_, n) => passages[n]!.kind !== 'facts'),
      vocabulary.size,
      { k1: 1.2, b: 0.4, weightOf, breathe },
    ),
    owners: Uint16Array.from(asked, (passage) => passage.owner),
  }
}

/** What a token of the vocabulary counts for beside its idf, by its kind. */
export function weightByKind(vocabulary: Vocabulary): (id: number) => number {
  const weights = vocabulary.tokens().map((token) => KIND_WEIGHT[token[0] ?? ''] ?? 0)
  return (id) => weights[id] ?? 0
}

/** The bag of each item: its passages' together, each by its weight. */
async function joinByItem(
  passages: readonly TokenizedPassage[],
  bags: readonly Bag[],
  { items, breathe }: Readonly<{ items: number; breathe: Breathe }>,
): Promise<Bag[]> {
  const joined = Array.from({ length: items }, () => new Map<number, number>())
  for (const [n, { owner, kind }] of passages.entries()) {
    const counts = joined[owner]!
    const { ids, counts: own } = bags[n]!
    for (const [k, id] of ids.entries()) {
      counts.set(id, (counts.get(id) ?? 0) + own[k]! * BAG_WEIGHT[kind])
    }
    await breathe()
  }
  return mapBreathing(joined, breathe, (counts) => {
    const ids = Uint32Array.from(counts.keys()).sort()
    return { ids, counts: Float32Array.from(ids, (id) => counts.get(id) ?? 0) }
  })
}

export type LexicalScores = Readonly<{
  /** Per item, channel A and channel B. */
  a: Float32Array
  b: Float32Array
  /** Per item: the share of the query's idf mass that the item's bag contains, 0 to 1. */
  coverage: Float32Array
}>

export type ChannelPair = Pick<LexicalScores, 'a' | 'b'>

/** Scores every item for a query whose parts may count differently. */
export function scoreLexical(index: SearchIndex, parts: readonly TokenPart[]): ChannelPair {
  const query = bagIn(index, parts)
  return {
    a: scoreBm25(index.items, query),
    b: bestThree(scoreBm25(index.passages, query), index, 1)[0]!,
  }
}

/** The same for three ways in which the parts of a query may count, in one go. */
export function scoreLexicalThrice(
  index: SearchIndex,
  [first, second, third]: Three<readonly TokenPart[]>,
): Three<ChannelPair> {
  const bags = [bagIn(index, first), bagIn(index, second), bagIn(index, third)] as const
  // Of the items there are few: only the passages are worth going through together.
  const b = bestThree(scoreBm25Thrice(index.passages, bags), index, 3)
  const pairOf = (way: 0 | 1 | 2): ChannelPair => ({
    a: scoreBm25(index.items, bags[way]),
    b: b[way]!,
  })
  return [pairOf(0), pairOf(1), pairOf(2)]
}

const bagIn = ({ vocabulary }: SearchIndex, parts: readonly TokenPart[]): Bag =>
  countTokens(parts, (token) => vocabulary.find(token))

/**
 * Per item the mean of its three best scores, in each of so many ways; the passages of an item stand
 * together, and so do the scores of a passage.
 */
function bestThree(
  scores: Float32Array,
  { owners, items }: SearchIndex,
  ways: number,
): readonly Float32Array[] {
  const means = Array.from({ length: ways }, () => new Float32Array(items.documents))
  let from = 0
  while (from < owners.length) {
    const owner = owners[from]!
    let to = from + 1
    while (owners[to] === owner) to++
    for (let way = 0; way < ways; way++) {
      means[way]![owner] = meanOfBestThree(scores, ways * from + way, ways * to, ways)
    }
    from = to
  }
  return means
}

/** Of every so many-th score between two places. */
function meanOfBestThree(scores: Float32Array, from: number, to: number, step: number): number {
  let first = 0
  let second = 0
  let third = 0
  for (let at = from; at < to; at += step) {
    const score = scores[at]!
    if (score <= third) continue
    if (score > first) {
      third = second
      second = first
      first = score
    } else if (score > second) {
      third = second
      second = score
    } else {
      third = score
    }
  }
  return (first + second + third) / 3
}

// A token that no item has weighs as much as one that a single item has: of 365 items, by the formula
// of `buildBm25`, ln(1 + 364.5 / 1.5) = 5.5.
const UNSEEN_IDF = 5.5

/** Per item: the share of the query's idf mass that the item's bag contains, 0 to 1. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one numeric loop; cutting it up costs speed and reads worse
export function coverageOf(index: SearchIndex, parts: readonly TokenPart[]): Float32Array {
  const covered = new Float32Array(index.items.documents)
  let mass = 0
  const weights = new Map<string, number>()
  for (const { tokens, weight } of parts) {
    for (const token of tokens) weights.set(token, Math.max(weight, weights.get(token) ?? 0))
  }
  for (const [token, weight] of weights) {
    const kind = token[0] ?? ''
    if (kind !== 'w' && kind !== 'b') continue
    const id = index.vocabulary.find(token)
    const whole = id === undefined ? UNSEEN_IDF * KIND_WEIGHT[kind]! : index.items.idf[id]!
    const idf = whole * weight
    mass += idf
    if (id === undefined) continue
    const end = index.items.starts[id + 1]!
    for (let at = index.items.starts[id]!; at < end; at++) covered[index.items.docs[at]!]! += idf
  }
  return mass === 0 ? covered : covered.map((value) => value / mass)
}
