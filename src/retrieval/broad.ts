// What to offer when a question is too broad: the candidates that people wrote beside broad
// examples, by how near the question is to each example.
import type { Breathe } from '../kernel/clock.ts'
import type { ItemCode } from '../kernel/ids.ts'
import { mapBreathing } from '../kernel/map-breathing.ts'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import { type Bm25, buildBm25, scoreBm25 } from './bm25.ts'
import { largest } from './largest.ts'
import type { SharedQuestion } from './learning/item-model.ts'
import { normalize } from './normalize.ts'
import type { Language } from './ports.ts'
import { weightByKind } from './search-index.ts'
import { tokenize } from './tokenize.ts'
import { bagOf, countTokens, type TokenPart, type Vocabulary } from './vocabulary.ts'

export type BroadExamples = Readonly<{
  index: Bm25
  /** Per example: the positions of its candidate items. */
  candidates: readonly (readonly number[])[]
}>

/** The broad examples with what people wrote beside them. */
export async function sharedQuestions(
  { items, routes }: KnowledgeBase,
  { language, breathe }: Readonly<{ language: Language; breathe: Breathe }>,
): Promise<SharedQuestion[]> {
  const position = new Map(items.map((item, owner) => [item.code, owner]))
  const shared = routes
    .map(({ q, candidates }) => ({ q, owners: ownersOf(candidates, position) }))
    .filter(({ owners }) => owners.length > 0)
  return mapBreathing(shared, breathe, ({ q, owners }) => ({
    tokens: tokenize(normalize(q, language), language),
    owners,
  }))
}

/** Each once, however often it was written: what is learnt is shared evenly. */
const ownersOf = (
  candidates: readonly ItemCode[],
  position: ReadonlyMap<ItemCode, number>,
): number[] =>
  [...new Set(candidates)].flatMap((code) => {
    const owner = position.get(code)
    return owner === undefined ? [] : [owner]
  })

const NEIGHBOURS = 4

/** Indexes the examples over the items' vocabulary; words unknown there carry nothing. */
export async function indexBroad(
  examples: readonly SharedQuestion[],
  vocabulary: Vocabulary,
  breathe: Breathe,
): Promise<BroadExamples> {
  const bags = await mapBreathing(examples, breathe, ({ tokens }) =>
    bagOf(tokens, (token) => vocabulary.find(token)),
  )
  const weightOf = weightByKind(vocabulary)
  return {
    index: await buildBm25(bags, vocabulary.size, { k1: 1.2, b: 0.4, weightOf, breathe }),
    candidates: examples.map(({ owners }) => owners),
  }
}

export type Proposals = Readonly<{
  /** How near the nearest example is: its BM25 score. */
  nearest: number
  /** How strongly the nearest examples propose each item, at most about 1. */
  votes: ReadonlyMap<number, number>
}>

/** What people wrote beside the examples that the question is most like. */
export function proposals(
  { index, candidates }: BroadExamples,
  vocabulary: Vocabulary,
  parts: readonly TokenPart[],
): Proposals {
  const scores = scoreBm25(
    index,
    countTokens(parts, (token) => vocabulary.find(token)),
  )
  const nearest = largest(scores.entries(), NEIGHBOURS)
  const best = scores[nearest[0] ?? 0] ?? 0
  const votes = new Map<number, number>()
  if (best <= 0) return { nearest: 0, votes }
  for (const example of nearest) {
    const near = (scores[example]! / best) ** 2
    for (const owner of candidates[example]!) {
      votes.set(owner, Math.max(near, (votes.get(owner) ?? 0) + near / NEIGHBOURS))
    }
  }
  return { nearest: best, votes }
}
