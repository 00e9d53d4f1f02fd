// What to offer when a question is too broad: the candidates that people wrote beside broad
// examples, by how near the question is to each example.
import type { Breathe } from '../kernel/clock.ts'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import { type Bm25, buildBm25, scoreBm25 } from './bm25.ts'
import type { SharedQuestion } from './item-model.ts'
import { normalize } from './normalize.ts'
import type { Language } from './ports.ts'
import { KIND_WEIGHT, tokenize } from './tokenize.ts'
import { countTokens, type TokenPart, type Vocabulary } from './vocabulary.ts'

export type BroadExamples = Readonly<{
  index: Bm25
  /** Per example: the positions of its candidate items. */
  candidates: readonly (readonly number[])[]
}>

/** The broad examples with what people wrote beside them. */
export function sharedQuestions(base: KnowledgeBase, language: Language): SharedQuestion[] {
  const position = new Map(base.items.map((item, owner) => [item.code, owner]))
  return base.routes
    .map(({ q, candidates }) => ({
      tokens: tokenize(normalize(q, language), language),
      owners: candidates
        .map((code) => position.get(code))
        .filter((owner): owner is number => owner !== undefined),
    }))
    .filter(({ owners }) => owners.length > 0)
}

const NEIGHBOURS = 4

/** Indexes the examples over the items' vocabulary; words unknown there carry nothing. */
export async function indexBroad(
  base: KnowledgeBase,
  vocabulary: Vocabulary,
  deps: Readonly<{ language: Language; breathe: Breathe }>,
): Promise<BroadExamples> {
  const examples = sharedQuestions(base, deps.language)
  const bags = []
  for (const { tokens } of examples) {
    bags.push(countTokens([{ tokens, weight: 1 }], (token) => vocabulary.find(token)))
    if (bags.length % 100 === 0) await deps.breathe()
  }
  const kinds = vocabulary.tokens().map((token) => KIND_WEIGHT[token[0] ?? ''] ?? 0)
  const weightOf = (id: number) => kinds[id] ?? 0
  return {
    index: buildBm25(bags, vocabulary.size, { k1: 1.2, b: 0.4, weightOf }),
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
  const bar = scores.toSorted().at(-NEIGHBOURS) ?? 0
  const nearest = [...scores.keys()]
    .filter((example) => scores[example]! >= bar)
    .sort((a, b) => scores[b]! - scores[a]!)
    .slice(0, NEIGHBOURS)
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
