// Everything a published knowledge version needs to understand questions, built once at publish
// off the request path, immutable afterwards and swapped as a whole.
import type { Breathe } from '../kernel/clock.ts'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import { type BroadExamples, indexBroad, sharedQuestions } from './broad.ts'
import { type Deeds, deedsOf } from './deeds.ts'
import type { AsideModel } from './learning/aside-model.ts'
import {
  calibrationQuestions,
  drawnExamples,
  heldOutRows,
  holdOut,
  isCalibrated,
  type Judgement,
  learnConfidence,
  learnRank,
} from './learning/calibration.ts'
import { type ClauseModel, trainClauses } from './learning/clause-model.ts'
import { fitConfidence } from './learning/confidence.ts'
import type { FieldModel } from './learning/field-model.ts'
import { BARE } from './learning/forest.ts'
import { type ItemModel, type SharedQuestion, trainItemModels } from './learning/item-model.ts'
import type { RouteModel } from './learning/route-model.ts'
import { type Lessons, lessonsOf } from './lessons.ts'
import { namesOf } from './names.ts'
import type { Language } from './ports.ts'
import { makeReadQuery, type ReadQuery } from './read-query.ts'
import {
  buildSearchIndex,
  type SearchIndex,
  type TokenizedPassage,
  tokenizeItems,
} from './search-index.ts'
import { makeSeparators, type Separators } from './separate.ts'
import type { SightParts, WordParts } from './sight.ts'

export type Snapshot = Readonly<{
  base: KnowledgeBase
  index: SearchIndex
  items: ItemModel
  clauses: ClauseModel
  routes: RouteModel
  separators: Separators
  deeds: Deeds
  broad: BroadExamples
  asides: AsideModel
  fields: FieldModel
  judgement: Judgement
  /** Where an embedding server's vectors take part in the ranking. */
  judgementWithVectors: Judgement | null
}>

export type BuildDeps = Readonly<{
  language: Language
  breathe: Breathe
  /** Told what is being done and how much of the whole is finished, 0 to 1. */
  progress?: (step: string, share: number) => void
  /** Of the same base, when they are learnt elsewhere meanwhile. */
  lessons?: Lessons
}>

/**
 * Indexes a knowledge base and trains every model on it. The work is long, and takes a breath often, so
 * that the process goes on answering. The same base and language always give the same snapshot, without
 * a judgement of vectors: that is calibrated later, where there are any.
 */
export async function buildSnapshot(base: KnowledgeBase, deps: BuildDeps): Promise<Snapshot> {
  const { breathe } = deps
  const report = forwards(deps.progress ?? (() => {}))
  report('切分文本', 0)
  const source = await readBase(base, deps)
  const { passages, separators, deeds, shared } = source
  const lessons = deps.lessons ?? lessonsOf(base, deps, passages)
  report('训练事项模型', 0.05)
  const models = await trainItemModels(passages, source.isHeldOut, {
    codes: base.items.map((item) => item.code),
    shared,
    breathe,
    progress: (share) => report('训练事项模型', 0.05 + 0.15 * share),
  })
  const index = await buildSearchIndex(passages, base.items.length, breathe)
  const broad = await indexBroad(shared, index.vocabulary, breathe)
  report('训练去向模型', 0.2)
  const asides = await lessons.asides()
  const words = { index, items: models.first, separators, broad, deeds }
  const { clauses, routes, judgement } = await learnToJudge(
    source,
    { ...words, asides, lessons },
    { ...deps, progress: report },
  )
  const items = await models.finish()
  report('训练要素模型', 0.9)
  const fields = await lessons.fields()
  report('完成', 1)
  return {
    base,
    index,
    items,
    clauses,
    routes,
    separators,
    deeds,
    broad,
    asides,
    fields,
    judgement,
    judgementWithVectors: null,
  }
}

/** What is read off a base before anything is learnt from it. */
type Source = Readonly<{
  base: KnowledgeBase
  passages: readonly TokenizedPassage[]
  separators: Separators
  deeds: Deeds
  shared: readonly SharedQuestion[]
  /** Whether there are questions enough that people wrote for the calibration. */
  isCalibrated: boolean
  /** Whether a passage is kept for the calibration; none is where others were written for it. */
  isHeldOut: (passage: TokenizedPassage) => boolean
}>

async function readBase(base: KnowledgeBase, deps: BuildDeps): Promise<Source> {
  const separators = makeSeparators(base.items, deps.language)
  const passages = await tokenizeItems(base.items, deps.language, deps.breathe)
  const deeds = await deedsOf(base.items, deps)
  const shared = await sharedQuestions(base, deps)
  const calibrated = isCalibrated(base)
  return {
    base,
    passages,
    separators,
    deeds,
    shared,
    isCalibrated: calibrated,
    isHeldOut: calibrated ? () => false : holdOut(passages),
  }
}

type Learnt = Omit<WordParts, 'clauses' | 'names'> &
  Readonly<{ asides: AsideModel; lessons: Pick<Lessons, 'routes'> }>

/** Which clauses bear the matter, and how sure an answer is: from questions that are not searched. */
async function learnToJudge(
  source: Source,
  { asides, lessons, ...learnt }: Learnt,
  deps: BuildDeps & Required<Pick<BuildDeps, 'progress'>>,
): Promise<Pick<Snapshot, 'clauses' | 'routes' | 'judgement'>> {
  const { base } = source
  const { language, breathe, progress } = deps
  progress('校准', 0.25)
  const readQuery = makeReadQuery({ base, asides, index: learnt.index }, language)
  const reading = { ...deps, readQuery }
  const questions = await calibrationQuestions(base, drawnExamples(base), reading)
  const clauses = await trainClauses(questions, learnt.items, breathe)
  const parts: WordParts = { ...learnt, clauses, names: namesOf(base, language) }
  // Needed as late as can be: elsewhere, they take about as long as all that comes before.
  const ranked = source.isCalibrated ? await learnRank(questions, { base, ...parts }, deps) : null
  progress('训练去向模型', 0.6)
  const routes = await lessons.routes()
  progress('校准', 0.8)
  const judgement =
    ranked === null
      ? await judgeByHeldOut(source, { ...parts, routes }, reading)
      : await learnConfidence(ranked, { base, routes }, deps)
  return { clauses, routes, judgement }
}

/** Confidence alone, from an index in which the held-out questions are missing. */
async function judgeByHeldOut(
  { base, passages, isHeldOut }: Source,
  parts: SightParts,
  reading: BuildDeps & Readonly<{ readQuery: ReadQuery }>,
): Promise<Judgement> {
  const seen = passages.filter((passage) => !isHeldOut(passage))
  const index = await buildSearchIndex(seen, base.items.length, reading.breathe)
  const rows = await heldOutRows(base, passages.filter(isHeldOut), { ...parts, index }, reading)
  return { rank: BARE, confidence: await fitConfidence(rows, reading.breathe) }
}

/** Never tells less than it has told: a model may be finished after the calibration. */
function forwards(progress: NonNullable<BuildDeps['progress']>) {
  let told = 0
  return (step: string, share: number) => {
    told = Math.max(told, share)
    progress(step, told)
  }
}
