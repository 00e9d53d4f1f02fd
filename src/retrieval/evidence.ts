// What the channels say about one question: the ranking, and the figures that the two judgements
// (is it about an item, is the first item right) are made from.
import { largest } from './largest.ts'
import type { LexicalScores } from './search-index.ts'

/** One candidate, best first. Scores of A and B are divided by the channel's best. */
export type Candidate = Readonly<{
  owner: number
  /** What the order is by: the fit, and before it what was learnt. */
  score: number
  /** What the channels and the separating words add up to. */
  fit: number
  a: number
  b: number
  l: number
  e: number
  /** What the words say when every clause of the message counts alike. */
  alike: Readonly<{ a: number; b: number; l: number }>
  /** What they say when each counts as far as it bears the matter. */
  bearing: Readonly<{ a: number; b: number; l: number }>
  coverage: number
  /** How strongly a clause that bears the matter points to it, and one that does not, 0 to 1. */
  pointed: Readonly<{ to: number; beside: number }>
  /** How far separating words favour it over its neighbours among the first. */
  lean: number
  /** How likely it is the right one by what was learnt, 0 to 1. */
  share: number
}>

export type Evidence = Readonly<{
  candidates: readonly Candidate[]
  /** What the channels alone add up to for every item, by position; those not to be found have none. */
  fits: ReadonlyMap<number, number>
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

/** What the words say of every item. */
export type WordScores = Readonly<{
  lexical: Pick<LexicalScores, 'a' | 'b'>
  /** Per item: probability by the item model. */
  l: Float32Array
}>

/** Per item: how strongly a single clause points to it, one that bears the matter and one that does not. */
export type Pointing = Readonly<{ to: Float32Array; beside: Float32Array }>

export type ChannelScores = WordScores &
  Readonly<{
    lexical: LexicalScores
    /** The same with every clause of the message counting alike. */
    alike: WordScores
    /** The same with each clause counting as far as it was learnt to bear the matter. */
    bearing: WordScores
    pointing: Pointing
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
/** What was learnt decides the order; what the channels add up to, between equals. */
const WEIGHT_SHARE = 6

export type Weighing = Readonly<{
  /** Whether the item of this position may be found; all may when left out. */
  shown?: (owner: number) => boolean
  /** How likely each candidate is the right one, 0 to 1. */
  shares?: (candidates: readonly Candidate[]) => readonly number[]
}>

/** Ranks the items and describes how sure the channels are. */
export function weighEvidence(channels: ChannelScores, { shown, shares }: Weighing = {}): Evidence {
  const words = besideBest(channels)
  const fits = fitsOf(channels, words, shown)
  const found = candidatesOf(channels, words, fits)
  // In one order whether anything is learnt or not: a candidate's place is part of what is learnt.
  const fused = leaning(found, channels.separate).sort((x, y) => y.fit - x.fit)
  const learnt = shares?.(fused) ?? []
  const candidates = fused
    .map((one, n) => {
      const share = learnt[n] ?? 0
      return { ...one, share, score: one.fit + WEIGHT_SHARE * share }
    })
    .sort((x, y) => y.score - x.score)
  const features = featuresOf([...fits.keys()], candidates, { ...channels, ...words })
  return { candidates, fits, features, nearest: words.bestB }
}

type BesideBest = ReturnType<typeof besideBest>

/** What the channels add up to for every item that may be found. */
function fitsOf(
  { l, e, weightE }: ChannelScores,
  words: BesideBest,
  shown: Weighing['shown'],
): Map<number, number> {
  const fits = new Map<number, number>()
  for (const owner of l.keys()) {
    if (shown?.(owner) === false) continue
    const vector = e?.[owner] ?? 0
    fits.set(owner, words.a(owner) + words.b(owner) + modelScore(l[owner]!) + weightE * vector)
  }
  return fits
}

/** The best by the channels alone. */
function candidatesOf(
  { lexical, l, e, alike, bearing, pointing }: ChannelScores,
  words: BesideBest,
  fits: ReadonlyMap<number, number>,
): Candidate[] {
  const wordsAlike = besideBest(alike)
  const wordsBearing = besideBest(bearing)
  return largest(fits, CANDIDATES).map((owner) => {
    const fit = fits.get(owner)!
    return {
      owner,
      score: fit,
      fit,
      a: words.a(owner),
      b: words.b(owner),
      l: l[owner]!,
      e: e?.[owner] ?? 0,
      alike: { a: wordsAlike.a(owner), b: wordsAlike.b(owner), l: alike.l[owner]! },
      bearing: { a: wordsBearing.a(owner), b: wordsBearing.b(owner), l: bearing.l[owner]! },
      coverage: lexical.coverage[owner]!,
      pointed: { to: pointing.to[owner]!, beside: pointing.beside[owner]! },
      lean: 0,
      share: 0,
    }
  })
}

/** The same with what the separating words say of the first of them. */
function leaning(found: readonly Candidate[], separate: ChannelScores['separate']): Candidate[] {
  const front = found.slice(0, SEPARATED)
  const lean = separate(front.map(({ owner }) => owner))
  return [
    ...front.map((one, n) => ({
      ...one,
      lean: lean[n]!,
      fit: one.fit + WEIGHT_SEPARATION * lean[n]!,
    })),
    ...found.slice(SEPARATED),
  ]
}

/** What the words say of each item, A and B divided by the channel's best. */
function besideBest({ lexical: { a, b } }: WordScores) {
  const bestA = Math.max(0, ...a)
  const bestB = Math.max(0, ...b)
  return {
    bestA,
    bestB,
    a: (owner: number) => (bestA === 0 ? 0 : a[owner]! / bestA),
    b: (owner: number) => (bestB === 0 ? 0 : b[owner]! / bestB),
  }
}

/** The logarithm of the model's probability, 0 for what it rules out. */
export const logOfModel = (p: number): number => Math.log((p + LOG_FLOOR) / LOG_FLOOR)

const modelScore = (p: number) => p + WEIGHT_LOG_L * logOfModel(p)

const NONE: Candidate = {
  owner: -1,
  score: 0,
  fit: 0,
  a: 0,
  b: 0,
  l: 0,
  e: 0,
  alike: { a: 0, b: 0, l: 0 },
  bearing: { a: 0, b: 0, l: 0 },
  coverage: 0,
  pointed: { to: 0, beside: 0 },
  lean: 0,
  share: 0,
}

function featuresOf(
  owners: readonly number[],
  candidates: readonly Candidate[],
  { lexical, l, tokens, bestA, bestB }: ChannelScores & Readonly<{ bestA: number; bestB: number }>,
): number[] {
  const [first = NONE, second = NONE] = candidates
  const fourth = candidates[3] ?? NONE
  const rest = candidates.slice(1)
  const lead = (pick: (c: Candidate) => number) => pick(first) - Math.max(0, ...rest.map(pick))
  const near = owners.filter((owner) => lexical.coverage[owner]! >= 0.85 * first.coverage).length
  const agree = (pick: (c: Candidate) => number) => (lead(pick) >= 0 ? 1 : 0)
  return [
    first.l,
    lead((c) => c.l),
    candidates.slice(0, 4).reduce((sum, c) => sum + c.l, 0),
    first.fit,
    first.fit - second.fit,
    first.fit - fourth.fit,
    lead((c) => c.a),
    lead((c) => c.b),
    first.coverage,
    lead((c) => c.coverage),
    Math.log1p(bestA),
    bestA / (tokens + 5),
    bestB / (tokens + 5),
    Math.log1p(tokens),
    Math.log1p(near),
    entropy(owners.map((owner) => l[owner]!)),
    agree((c) => c.a),
    agree((c) => c.b),
    agree((c) => c.l),
    first.lean,
    Math.max(0, ...rest.map((c) => c.lean)),
    first.share,
    lead((c) => c.share),
    lead((c) => Math.log(c.bearing.l + LOG_FLOOR)),
    lead((c) => c.pointed.to),
    first.pointed.beside,
    Math.max(0, ...rest.map((c) => c.pointed.to)),
  ]
}

function entropy(shares: readonly number[]): number {
  return shares.reduce((sum, p) => (p > 1e-9 ? sum - p * Math.log(p) : sum), 0)
}
