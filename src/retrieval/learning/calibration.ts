// The questions that the judgements are learnt from: those that people wrote for it teach both which
// candidate is right and how sure that is; where they are too few, some of the items' own, held out
// of the index for the while, teach the confidence alone.
import type { Breathe } from '../../kernel/clock.ts'
import { mapBreathing } from '../../kernel/map-breathing.ts'
import type { CalibrationExample, KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import { type ChannelScores, type Evidence, type Weighing, weighEvidence } from '../evidence.ts'
import type { Language } from '../ports.ts'
import type { Query } from '../query.ts'
import type { ReadQuery } from '../read-query.ts'
import type { TokenizedPassage } from '../search-index.ts'
import { lookAtWords, routesOf, type SightParts, type WordParts, type WordSight } from '../sight.ts'
import { styleFeatures } from '../style.ts'
import { hash32 } from '../text-hash.ts'
import { type AskedOf, type ClauseModel, trainClauses } from './clause-model.ts'
import { type Confidence, fitConfidence, type JudgedRow } from './confidence.ts'
import type { Forest, ForestCase } from './forest.ts'
import type { ItemModel } from './item-model.ts'
import { judgeFeatures } from './judge-features.ts'
import { fitRank, rankBy, rankFeatures } from './rank.ts'
import type { RouteModel, RouteProbabilities } from './route-model.ts'

/** What is learnt about candidates: which of them is right, and how sure the first must be. */
export type Judgement = Readonly<{ rank: Forest; confidence: Confidence }>

type Deps = Readonly<{
  language: Language
  breathe: Breathe
}>
/** As the chat reads. */
type Reading = Deps & Readonly<{ readQuery: ReadQuery }>
/** How near each item's passages are to the question of this number. */
type Vectors = Readonly<{ weight: number; of: (question: number) => Float32Array }>

/** Fewer than these say too little. */
const EXAMPLES_MIN = 200

/** The examples about items that there are; broad ones are about none. */
export function examplesOf({ items, calibration }: KnowledgeBase): readonly CalibrationExample[] {
  const known = new Set<string>(items.map(({ code }) => code))
  return calibration.filter(
    (example) => example.items.length === 0 || example.items.some((code) => known.has(code)),
  )
}

/** More examples than this teach no more, neither of words nor of vectors (measured: src/DECISIONS.md). */
const EXAMPLES_MAX = 10_000

/** Those that are learnt from: a sample in which a new example takes the place of one other at most. */
export function drawnExamples(base: KnowledgeBase): readonly CalibrationExample[] {
  const drawn = examplesOf(base).map((example) => ({ example, lot: hash32(example.q) }))
  const lots = Uint32Array.from(drawn, ({ lot }) => lot).sort()
  const last = lots[EXAMPLES_MAX - 1] ?? Number.POSITIVE_INFINITY
  return drawn.filter(({ lot }) => lot <= last).map(({ example }) => example)
}

/**
 * Whether enough examples name an item of this base; where not, a judgement has no forest and its
 * levels are the default.
 */
export const isCalibrated = (base: KnowledgeBase): boolean =>
  examplesOf(base).filter(({ items }) => items.length > 0).length >= EXAMPLES_MIN

type CalibrationQuestion = AskedOf & Readonly<{ example: CalibrationExample }>

/** These examples in their order, as the chat reads them. */
export function calibrationQuestions(
  base: KnowledgeBase,
  examples: readonly CalibrationExample[],
  { readQuery, breathe }: Pick<Reading, 'readQuery' | 'breathe'>,
): Promise<readonly CalibrationQuestion[]> {
  const position = new Map<string, number>(base.items.map(({ code }, owner) => [code, owner]))
  return mapBreathing(examples, breathe, (example) => ({
    example,
    query: readQuery(example.q),
    owners: example.items.flatMap((code) => position.get(code) ?? []),
  }))
}

/** What one half teaches of clauses is for the other, so that each is read as a new question is. */
async function clausesByHalves(
  questions: readonly AskedOf[],
  items: ItemModel,
  breathe: Breathe,
): Promise<readonly [ClauseModel, ClauseModel]> {
  const half = (n: number) => questions.filter((_, at) => at % 2 === n)
  return [await trainClauses(half(1), items, breathe), await trainClauses(half(0), items, breathe)]
}

/** Learns from the questions written for it. */
export async function calibrate(
  questions: readonly CalibrationQuestion[],
  { base, routes, ...parts }: SightParts & Readonly<{ base: KnowledgeBase }>,
  deps: Deps & Readonly<{ vectors?: Vectors }>,
): Promise<Judgement> {
  const ranked = await learnRank(questions, { base, ...parts }, deps)
  return learnConfidence(ranked, { base, routes }, deps)
}

type RankLearnt = Readonly<{
  rank: Forest
  seen: readonly Example[]
  /** What is thought of the candidates of a question about items by trees that have not seen it. */
  shares: ReadonlyMap<Example, readonly number[]>
}>

/** Which candidate is right: the words alone tell. */
export async function learnRank(
  questions: readonly CalibrationQuestion[],
  { base, ...parts }: WordParts & Readonly<{ base: KnowledgeBase }>,
  { breathe, vectors }: Pick<Deps, 'breathe'> & Readonly<{ vectors?: Vectors }>,
): Promise<RankLearnt> {
  const halves = await clausesByHalves(questions, parts.items, breathe)
  const seen = await mapBreathing(questions, breathe, ({ example, query }, n): Example => {
    const near = vectors && { weight: vectors.weight, e: vectors.of(n) }
    return { example, ...see(query, { ...parts, clauses: halves[n % 2]! }, near) }
  })
  const asked = seen.filter(({ example }) => example.items.length > 0)
  const cases = await mapBreathing(asked, breathe, (one) => rankCase(base, one))
  const { forest, unseen } = await fitRank(cases, breathe)
  return { rank: forest, seen, shares: new Map(asked.map((one, n) => [one, [...unseen[n]!]])) }
}

/** How sure the first must be: of the same questions, as a new one is judged. */
export async function learnConfidence(
  { rank, seen, shares }: RankLearnt,
  { base, routes }: Readonly<{ base: KnowledgeBase; routes: RouteModel }>,
  { language, breathe }: Deps,
): Promise<Judgement> {
  const rows = await mapBreathing(seen, breathe, (one) => {
    const own = shares.get(one)
    const wanted = routesOf(routes, one.query, language)
    return judgedRow(base, one, judge(one, wanted, own ? () => own : rankBy(rank, one)))
  })
  return { rank, confidence: await fitConfidence(rows, breathe) }
}

type Seen = WordSight & Readonly<{ channels: ChannelScores }>
type Example = Seen & Readonly<{ example: CalibrationExample }>

/** Its candidates before anything is learnt, and which of them is right. */
function rankCase(base: KnowledgeBase, { example, ...seen }: Example): ForestCase {
  const { candidates } = weighEvidence(seen.channels)
  const isRight = candidates.map(({ owner }) => example.items.includes(base.items[owner]!.code))
  return {
    rows: rankFeatures(candidates, seen).map((x, n) => ({ x, label: isRight[n] ? 1 : 0 })),
    weight: 1,
  }
}

function judgedRow(
  base: KnowledgeBase,
  { example: { items, style }, query }: Example,
  { evidence, features }: Judged,
): JudgedRow {
  const first = base.items[evidence.candidates[0]?.owner ?? -1]?.code
  const careful = style !== 'plain'
  return {
    features,
    style: styleFeatures(query),
    right: first !== undefined && items.includes(first),
    careful,
    broad: items.length === 0,
    weight: 1,
  }
}

/** One question in so many is held out of the first portion of training. */
const HELD_OUT_EVERY = 10
/** Broad questions are many among the examples and few in traffic. */
const BROAD_WEIGHT = 0.3

/** Which passages are held out. */
export function holdOut(passages: readonly TokenizedPassage[]) {
  const questions = passages.filter((passage) => passage.kind === 'question')
  const held = new Set(questions.filter((_, n) => n % HELD_OUT_EVERY === 3).map((p) => p.id))
  return (passage: TokenizedPassage) => held.has(passage.id)
}

/** Questions that `parts` have not seen, and broad ones, whose first candidate is never right. */
export async function heldOutRows(
  base: KnowledgeBase,
  held: readonly TokenizedPassage[],
  parts: SightParts,
  { language, breathe, readQuery }: Reading,
): Promise<JudgedRow[]> {
  const asked = [
    ...held.map(({ text, owner }) => ({ q: text, owner, weight: 1 })),
    ...base.routes
      .filter(({ route }) => route === 'broad')
      .map(({ q }) => ({ q, owner: null, weight: BROAD_WEIGHT })),
  ]
  return mapBreathing(asked, breathe, ({ q, owner, weight }): JudgedRow => {
    const seen = see(readQuery(q), parts)
    const { evidence, features } = judge(seen, routesOf(parts.routes, seen.query, language))
    const right = owner !== null && evidence.candidates[0]?.owner === owner
    const style = styleFeatures(seen.query)
    return { features, style, right, careful: null, broad: owner === null, weight }
  })
}

/** The vectors only where they are given. */
function see(
  query: Query,
  parts: WordParts,
  { e, weight }: Readonly<{ weight: number; e: Float32Array | null }> = { e: null, weight: 0 },
): Seen {
  const sight = lookAtWords(parts, query)
  return { ...sight, channels: { ...sight.words, e, weightE: weight } }
}

type Judged = Readonly<{ evidence: Evidence; features: number[] }>

function judge(seen: Seen, routes: RouteProbabilities, shares?: Weighing['shares']): Judged {
  const evidence = weighEvidence(seen.channels, shares && { shares })
  return { evidence, features: judgeFeatures({ ...seen, routes, evidence }) }
}
