// Everything a published knowledge version needs to understand questions, built once at publish
// off the request path, immutable afterwards and swapped as a whole.
import type { Breathe } from '../kernel/clock.ts'
import { mapBreathing } from '../kernel/map-breathing.ts'
import type { KnowledgeBase, Route } from '../knowledge/knowledge-base.ts'
import type { SectionCode } from '../knowledge/service-item.ts'
import { type BroadExamples, indexBroad, sharedQuestions } from './broad.ts'
import { type Deeds, deedsOf } from './deeds.ts'
import { findDomainWords, type WordRow } from './domain-words.ts'
import { type AsideModel, trainAsides } from './learning/aside-model.ts'
import {
  calibrate,
  calibrationQuestions,
  drawnExamples,
  heldOutRows,
  holdOut,
  isCalibrated,
  type Judgement,
} from './learning/calibration.ts'
import { type ClauseModel, trainClauses } from './learning/clause-model.ts'
import { fitConfidence } from './learning/confidence.ts'
import { type FieldModel, trainFieldModel } from './learning/field-model.ts'
import { BARE } from './learning/forest.ts'
import { type ItemModel, type SharedQuestion, trainItemModels } from './learning/item-model.ts'
import { readRoute } from './learning/route-features.ts'
import { type RouteModel, trainRoutes } from './learning/route-model.ts'
import { namesOf } from './names.ts'
import { normalize } from './normalize.ts'
import type { Language } from './ports.ts'
import { makeReadQuery, type ReadQuery } from './read-query.ts'
import {
  buildSearchIndex,
  type SearchIndex,
  type TokenizedPassage,
  tokenizeItems,
} from './search-index.ts'
import { makeSeparators, type Separators } from './separate.ts'
import type { SightParts } from './sight.ts'
import { tokenize } from './tokenize.ts'

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
  report('训练事项模型', 0.05)
  const models = await trainItemModels(passages, source.isHeldOut, {
    codes: base.items.map((item) => item.code),
    shared,
    breathe,
    progress: (share) => report('训练事项模型', 0.05 + 0.15 * share),
  })
  const index = await buildSearchIndex(passages, base.items.length, breathe)
  report('训练去向模型', 0.2)
  const routes = await trainRouteModel(base, passages, deps)
  const broad = await indexBroad(shared, index.vocabulary, breathe)
  const asides = await trainAsides(base, deps)
  report('校准', 0.5)
  const learnt = { index, items: models.first, routes, separators, broad, deeds }
  const { clauses, judgement } = await learnToJudge(source, { ...learnt, asides }, deps)
  const items = source.isCalibrated ? models.first : await models.finish()
  report('训练要素模型', 0.8)
  const fields = await trainFieldModel(base, deps)
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

type Learnt = Omit<SightParts, 'clauses' | 'names'> & Readonly<{ asides: AsideModel }>

/** Which clauses bear the matter, and how sure an answer is: from questions that are not searched. */
async function learnToJudge(
  source: Source,
  { asides, ...learnt }: Learnt,
  deps: BuildDeps,
): Promise<Readonly<{ clauses: ClauseModel; judgement: Judgement }>> {
  const { base } = source
  const { language, breathe } = deps
  const readQuery = makeReadQuery({ base, asides, index: learnt.index }, language)
  const reading = { ...deps, readQuery }
  const questions = await calibrationQuestions(base, drawnExamples(base), reading)
  const clauses = await trainClauses(questions, learnt.items, breathe)
  const parts: SightParts = { ...learnt, clauses, names: namesOf(base, language) }
  const judgement = source.isCalibrated
    ? await calibrate(questions, { base, ...parts }, deps)
    : await judgeByHeldOut(source, parts, reading)
  return { clauses, judgement }
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

async function trainRouteModel(
  base: KnowledgeBase,
  passages: readonly TokenizedPassage[],
  { language, breathe }: BuildDeps,
): Promise<RouteModel> {
  const asked = await sentencesOf(base, passages, { language, breathe })
  const rows = await mapBreathing(
    asked,
    breathe,
    ({ words, label, isQuestion }): WordRow => ({
      words: new Set(words.filter((token) => token[0] === 'w').map((token) => token.slice(1))),
      section: isQuestion ? label : null,
    }),
  )
  const domain = new Set(await findDomainWords(rows, breathe))
  const texts = await mapBreathing(asked, breathe, ({ normalized, words, label }) => ({
    text: readRoute(normalized, words, domain),
    label,
  }))
  return { ...(await trainRoutes(texts, breathe)), domain }
}

type Sentence = Readonly<{
  normalized: string
  words: readonly string[]
  label: Route | SectionCode
  isQuestion: boolean
}>

async function sentencesOf(
  base: KnowledgeBase,
  passages: readonly TokenizedPassage[],
  { language, breathe }: BuildDeps,
): Promise<Sentence[]> {
  const examples = await mapBreathing(base.routes, breathe, ({ q, route }): Sentence => {
    const normalized = normalize(q, language)
    const words = tokenize(normalized, language)
    return { normalized, words, label: route, isQuestion: false }
  })
  const questions = await mapBreathing(
    passages.filter(({ kind }) => kind === 'question'),
    breathe,
    ({ text, tokens, owner }): Sentence => ({
      normalized: normalize(text, language),
      words: tokens,
      label: base.items[owner]!.section,
      isQuestion: true,
    }),
  )
  return [...examples, ...questions]
}
