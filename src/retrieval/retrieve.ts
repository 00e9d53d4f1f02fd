// One question through all channels of a snapshot: the ranking and both judgements.
import type { ItemCode } from '../kernel/ids.ts'
import { isEffective } from '../knowledge/service-item.ts'
import { type IntentProbabilities, intentsOf } from './acts/intent.ts'
import { type Doubt, doubtIn } from './doubt.ts'
import { type Evidence, weighEvidence } from './evidence.ts'
import { type Confidence, careOf, confidenceOf } from './learning/confidence.ts'
import { judgeFeatures } from './learning/judge-features.ts'
import { rankBy } from './learning/rank.ts'
import type { RouteProbabilities } from './learning/route-model.ts'
import { knownNames } from './names.ts'
import type { Embed, Language, VectorSearch } from './ports.ts'
import type { Query } from './query.ts'
import { look } from './sight.ts'
import type { Snapshot } from './snapshot.ts'
import { styleFeatures } from './style.ts'
import { centre } from './vector-scores.ts'

export type Hit = Readonly<{
  code: ItemCode
  /** What the candidates are ordered by; only comparable within one message. */
  score: number
  /** How likely it is the right one by what was learnt, 0 to 1. */
  share: number
  /** The channels behind the score: item bag, passages, item model, vectors. */
  channels: Readonly<{ a: number; b: number; l: number; e: number }>
}>

export type Retrieved = Readonly<{
  /** Best first, at most ten. */
  hits: readonly Hit[]
  evidence: Evidence
  /** What the channels add up to for every item that may be found. */
  fits: ReadonlyMap<ItemCode, number>
  routes: RouteProbabilities
  intents: IntentProbabilities
  /** Calibrated score that the first hit is right, 0 to 1. */
  confidence: number
  /** How much care the way of writing asks for, 0 to 1. */
  care: number
  /** Why the first hit may be a mistake; null when nothing but the confidence says so. */
  doubt: Doubt | null
  /** What the confidence was learnt as, and how sure it must be. */
  learnt: Confidence
  /** How strongly broad examples like it propose each item, 0 to about 1. */
  proposed: ReadonlyMap<ItemCode, number>
  /** Which reading won: the whole message, its end alone, or the message with what was said before. */
  reading: 'whole' | 'end' | 'joined'
  /** Whether vectors took part. */
  withVectors: boolean
}>

export type RetrieveDeps = Readonly<{
  snapshot: Snapshot
  language: Language
  embed: Embed | null
  searchVectors: VectorSearch | null
  vectorWeight: number
}>

/** Vectors of less weight only order what the words have found, and the words judge it. */
const VECTORS_JUDGED_MIN = 0.5

/** Retrieves and judges; a vector provider that fails is left out, never waited for twice. */
export async function retrieve(
  deps: RetrieveDeps,
  query: Query,
  /** Local date `YYYY-MM-DD`: items outside their dates are never found. */
  today: string,
): Promise<Retrieved> {
  const { snapshot, vectorWeight } = deps
  const items = snapshot.base.items
  const parts = { ...snapshot, names: knownNames(snapshot.base, deps.language) }
  const sight = look(parts, query, deps.language)
  const { words, routes, proposed } = sight
  const shown = (owner: number) => isEffective(items[owner]!, today)
  const e = await vectorScores(deps, query, () =>
    weighEvidence({ ...words, e: null, weightE: 0 }, { shown }),
  )
  const judgement =
    vectorWeight >= VECTORS_JUDGED_MIN && e !== null && snapshot.judgementWithVectors !== null
      ? snapshot.judgementWithVectors
      : snapshot.judgement
  const evidence = weighEvidence(
    { ...words, e, weightE: e === null ? 0 : vectorWeight },
    { shown, shares: rankBy(judgement.rank, sight) },
  )
  const judged = { ...sight, evidence }
  const learnt = judgement.confidence
  return {
    hits: evidence.candidates.map(({ owner, score, share, a, b, l, e: vector }) => ({
      code: items[owner]!.code,
      score,
      share,
      channels: { a, b, l, e: vector },
    })),
    fits: new Map([...evidence.fits].map(([owner, fit]) => [items[owner]!.code, fit])),
    evidence,
    routes,
    intents: intentsOf(routes),
    confidence: confidenceOf(learnt, judgeFeatures(judged)),
    care: careOf(learnt, styleFeatures(query)),
    learnt,
    doubt: doubtIn(judged),
    proposed: new Map(
      [...proposed.votes]
        .filter(([owner]) => shown(owner))
        .map(([owner, vote]) => [items[owner]!.code, vote]),
    ),
    reading: 'whole',
    withVectors: e !== null,
  }
}

async function vectorScores(
  { snapshot, embed, searchVectors, vectorWeight }: RetrieveDeps,
  query: Query,
  byWords: () => Evidence,
): Promise<Float32Array | null> {
  if (embed === null || searchVectors === null || vectorWeight === 0) return null
  const items = snapshot.base.items
  try {
    const [vector] = await embed([query.normalized], 'query')
    if (vector === undefined) return null
    const among =
      vectorWeight < VECTORS_JUDGED_MIN
        ? byWords().candidates.map(({ owner }) => items[owner]!.code)
        : null
    const found = await searchVectors(vector, among)
    return centre(items.map((item) => found.get(item.code)))
  } catch {
    // The lexical channels answer alone; the adapter counts its own failures.
    return null
  }
}
