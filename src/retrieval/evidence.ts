// What the channels say about one question: the ranking, and the figures that the two judgements
// (is it about an item, is the first item right) are made from.
import type { LexicalScores } from './search-index.ts'

/** One candidate, best first. Scores of A and B are divided by the channel's best. */
type Candidate = Readonly<{
  owner: number
  score: number
  a: number
  b: number
  l: number
  e: number
  coverage: number
  /** How far separating words favour it over its neighbours among the first. */
  lean: number
}>

export type Evidence = Readonly<{
  candidates: readonly Candidate[]
  /** Dense features of the retrieval, in the order that calibration and use share. */
  features: readonly number[]
  /** How near the best passages are: their BM25 score. */
  nearest: number
}>

const CANDIDATES = 10
// The model's probability counts, and a little of its logarithm: an item that it rules out should
// not come first for its words alone.
const WEIGHT_LOG_L = 0.1
const LOG_FLOOR = 1e-3

export type ChannelScores = Readonly<{
  lexical: LexicalScores
  /** Per item: probability by the item model. */
  l: Float32Array
  /** Per item: mean of the three best cosines, centred and divided by the best; null without vectors. */
  e: Float32Array | null
  weightE: number
  /** How many tokens the question has. */
  tokens: number
  /** How far the words that separate neighbours favour each of the given items. */
  separate: (owners: readonly number[]) => readonly number[]
}>

const SEPARATED = 6
const WEIGHT_SEPARATION = 0.3

/** Ranks the items of `shown` (all when null) and describes how sure the channels are. */
export function weighEvidence(
  channels: ChannelScores,
  shown: ((owner: number) => boolean) | null,
): Evidence {
  const { lexical, l, e, weightE } = channels
  const bestA = largest(lexical.a)
  const bestB = largest(lexical.b)
  const all = [...l.keys()]
    .filter((owner) => shown === null || shown(owner))
    .map((owner): Candidate => {
      const a = bestA === 0 ? 0 : lexical.a[owner]! / bestA
      const b = bestB === 0 ? 0 : lexical.b[owner]! / bestB
      const vector = e?.[owner] ?? 0
      const score = a + b + modelScore(l[owner]!) + weightE * vector
      const coverage = lexical.coverage[owner]!
      return { owner, score, a, b, l: l[owner]!, e: vector, coverage, lean: 0 }
    })
    .sort((x, y) => y.score - x.score)
  const front = all.slice(0, SEPARATED)
  const lean = channels.separate(front.map((candidate) => candidate.owner))
  const candidates = [
    ...front
      .map((one, n) => ({
        ...one,
        lean: lean[n]!,
        score: one.score + WEIGHT_SEPARATION * lean[n]!,
      }))
      .sort((x, y) => y.score - x.score),
    ...all.slice(SEPARATED, CANDIDATES),
  ]
  const features = featuresOf(all, candidates, { ...channels, bestA, bestB })
  return { candidates, features, nearest: bestB }
}

const modelScore = (p: number) => p + WEIGHT_LOG_L * Math.log((p + LOG_FLOOR) / LOG_FLOOR)

function featuresOf(
  all: readonly Candidate[],
  candidates: readonly Candidate[],
  { bestA, bestB, tokens }: ChannelScores & { bestA: number; bestB: number },
): number[] {
  const none: Candidate = { owner: -1, score: 0, a: 0, b: 0, l: 0, e: 0, coverage: 0, lean: 0 }
  const [first = none, second = none] = candidates
  const fourth = candidates[3] ?? none
  const rest = candidates.slice(1)
  const lead = (pick: (c: Candidate) => number) => pick(first) - Math.max(0, ...rest.map(pick))
  const near = all.filter((c) => c.coverage >= 0.85 * first.coverage).length
  const agree = (pick: (c: Candidate) => number) => (lead(pick) >= 0 ? 1 : 0)
  return [
    first.l,
    lead((c) => c.l),
    candidates.slice(0, 4).reduce((sum, c) => sum + c.l, 0),
    first.score,
    first.score - second.score,
    first.score - fourth.score,
    lead((c) => c.a),
    lead((c) => c.b),
    first.coverage,
    lead((c) => c.coverage),
    Math.log1p(bestA),
    bestA / (tokens + 5),
    bestB / (tokens + 5),
    Math.log1p(tokens),
    Math.log1p(near),
    entropy(all),
    agree((c) => c.a),
    agree((c) => c.b),
    agree((c) => c.l),
    first.lean,
    Math.max(0, ...rest.map((c) => c.lean)),
  ]
}

function entropy(all: readonly Candidate[]): number {
  return all.reduce((sum, { l }) => (l > 1e-9 ? sum - l * Math.log(l) : sum), 0)
}

function largest(values: Float32Array): number {
  return values.reduce((best, value) => Math.max(best, value), 0)
}
