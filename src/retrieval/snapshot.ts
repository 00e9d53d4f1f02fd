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
import { type ItemModel, type ItemModels, trainItemModels } from './learning/item-model.ts'
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
  const report = forwards(deps.progress ?? (() => {}))
  const { lessons, models, heldOut, ...read } = await learnItems(base, {
    ...deps,
    progress: report,
  })
  report('训练去向模型', 0.2)
  const asides = await lessons.asides()
  const { clauses, routes, judgement } = await learnToJudge(
    base,
    { ...read, items: models.first, asides, lessons, heldOut },
    { ...deps, progress: report },
  )
  const items = await models.finish()
  report('训练要素模型', 0.9)
  const fields = await lessons.fields()
  report('完成', 1)
  return {
    base,
    ...read,
    items,
    clauses,
    routes,
    asides,
    fields,
    judgement,
    judgementWithVectors: null,
  }
}

type Reporting = BuildDeps & Required<Pick<BuildDeps, 'progress'>>

type ItemsLearnt = Pick<Snapshot, 'index' | 'broad' | 'separators' | 'deeds'> &
  Readonly<{ models: ItemModels; lessons: Lessons; heldOut: HeldOut | null }>

/** Passages that are kept for the calibration, and the others; only where none were written for it. */
type HeldOut = Readonly<Record<'held' | 'seen', readonly TokenizedPassage[]>>

/** What the items' own passages teach. By itself, so that those are not kept: they take much memory. */
async function learnItems(base: KnowledgeBase, deps: Reporting): Promise<ItemsLearnt> {
  const { language, breathe, progress } = deps
  progress('切分文本', 0)
  const passages = await tokenizeItems(base.items, language, breathe)
  const shared = await sharedQuestions(base, deps)
  const isHeldOut = isCalibrated(base) ? null : holdOut(passages)
  progress('训练事项模型', 0.05)
  const models = await trainItemModels(passages, isHeldOut ?? (() => false), {
    codes: base.items.map((item) => item.code),
    shared,
    breathe,
    progress: (share) => progress('训练事项模型', 0.05 + 0.15 * share),
  })
  const index = await buildSearchIndex(passages, base.items.length, breathe)
  return {
    models,
    index,
    broad: await indexBroad(shared, index.vocabulary, breathe),
    separators: makeSeparators(base.items, language),
    deeds: await deedsOf(base.items, deps),
    lessons: deps.lessons ?? lessonsOf(base, deps, passages),
    heldOut: isHeldOut && {
      held: passages.filter(isHeldOut),
      seen: passages.filter((passage) => !isHeldOut(passage)),
    },
  }
}

type Learnt = Omit<WordParts, 'clauses' | 'names'> &
  Pick<ItemsLearnt, 'lessons' | 'heldOut'> &
  Readonly<{ asides: AsideModel }>

/** Which clauses bear the matter, and how sure an answer is: from questions that are not searched. */
async function learnToJudge(
  base: KnowledgeBase,
  { asides, lessons, heldOut, ...learnt }: Learnt,
  deps: Reporting,
): Promise<Pick<Snapshot, 'clauses' | 'routes' | 'judgement'>> {
  const { language, breathe, progress } = deps
  progress('校准', 0.25)
  const readQuery = makeReadQuery({ base, asides, index: learnt.index }, language)
  const reading = { ...deps, readQuery }
  const questions = await calibrationQuestions(base, drawnExamples(base), reading)
  const clauses = await trainClauses(questions, learnt.items, breathe)
  const parts: WordParts = { ...learnt, clauses, names: namesOf(base, language) }
  const ranked = heldOut === null ? await learnRank(questions, { base, ...parts }, deps) : null
  // As late as can be: learnt elsewhere, they take nearly as long as all that comes before.
  progress('训练去向模型', 0.6)
  const routes = await lessons.routes()
  progress('校准', 0.8)
  const judgement =
    ranked === null
      ? await judgeByHeldOut(base, heldOut!, { ...parts, routes }, reading)
      : await learnConfidence(ranked, { base, routes }, deps)
  return { clauses, routes, judgement }
}

/** Confidence alone, from an index in which the held-out questions are missing. */
async function judgeByHeldOut(
  base: KnowledgeBase,
  { held, seen }: HeldOut,
  parts: SightParts,
  reading: BuildDeps & Readonly<{ readQuery: ReadQuery }>,
): Promise<Judgement> {
  const index = await buildSearchIndex(seen, base.items.length, reading.breathe)
  const rows = await heldOutRows(base, held, { ...parts, index }, reading)
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
