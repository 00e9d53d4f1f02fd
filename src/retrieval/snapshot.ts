// Everything a published knowledge version needs to understand questions, built once at publish
// off the request path, immutable afterwards and swapped as a whole.
import type { Breathe } from '../kernel/clock.ts'
import type { KnowledgeBase, Route } from '../knowledge/knowledge-base.ts'
import type { SectionCode } from '../knowledge/service-item.ts'
import { type BroadExamples, indexBroad } from './broad.ts'
import { type ConfidenceRow, fitConfidence } from './confidence.ts'
import type { DenseModel } from './dense-model.ts'
import { findDomainWords, type WordRow } from './domain-words.ts'
import { type Evidence, weighEvidence } from './evidence.ts'
import { type FieldModel, trainFieldModel } from './field-model.ts'
import { type ItemModel, predictItem, trainItemModels } from './item-model.ts'
import { normalize } from './normalize.ts'
import type { Language } from './ports.ts'
import { makeQuery, type Query } from './query.ts'
import { routeTokens } from './route-features.ts'
import { type LabelledTokens, type RouteModel, trainRoutes } from './route-model.ts'
import {
  buildSearchIndex,
  type SearchIndex,
  searchLexical,
  type TokenizedPassage,
  tokenizeItems,
} from './search-index.ts'
import { makeSeparators, type Separators, separation } from './separate.ts'
import { tokenize } from './tokenize.ts'

export type Snapshot = Readonly<{
  base: KnowledgeBase
  index: SearchIndex
  items: ItemModel
  routes: RouteModel
  separators: Separators
  broad: BroadExamples
  fields: FieldModel
  confidence: DenseModel
}>

export type BuildDeps = Readonly<{
  language: Language
  breathe: Breathe
  /** Told what is being done and how much of the whole is finished, 0 to 1. */
  progress?: (step: string, share: number) => void
}>

/** One question in so many is held out of the first portion of training, for calibration. */
const HELD_OUT_EVERY = 10

export async function buildSnapshot(base: KnowledgeBase, deps: BuildDeps): Promise<Snapshot> {
  const { language, breathe } = deps
  const report = deps.progress ?? (() => {})
  report('切分文本', 0)
  const separators = makeSeparators(base.items, language)
  const passages = await tokenizeItems(base.items, language, breathe)
  const isHeldOut = holdOut(passages)
  report('训练事项模型', 0.05)
  const models = await trainItemModels(passages, isHeldOut, {
    codes: base.items.map((item) => item.code),
    breathe,
    progress: (share) => report('训练事项模型', 0.05 + 0.65 * share),
  })
  const seen = passages.filter((passage) => !isHeldOut(passage))
  const partial = await buildSearchIndex(seen, base.items.length, breathe)
  const held = passages.filter(isHeldOut)
  const heldEvidence = await gatherEvidence(texts(held), partial, models.heldOut, {
    ...deps,
    separators,
  })
  const items = await models.finish()
  const index = await buildSearchIndex(passages, base.items.length, breathe)
  report('训练去向模型', 0.75)
  const routes = await trainRouteModel(base, passages, deps)
  report('校准', 0.95)
  const broadTexts = base.routes.filter(({ route }) => route === 'broad').map(({ q }) => q)
  const broadEvidence = await gatherEvidence(broadTexts, index, items, { ...deps, separators })
  const rows = [...heldRows(held, heldEvidence), ...broadEvidence.map(unanswerable)]
  const confidence = await fitConfidence(rows, breathe)
  report('完成', 1)
  const broad = await indexBroad(base, index.vocabulary, deps)
  const fields = await trainFieldModel(base.fields, deps)
  return { base, index, items, routes, separators, broad, fields, confidence }
}

function holdOut(passages: readonly TokenizedPassage[]) {
  const questions = passages.filter((passage) => passage.kind === 'question')
  const held = new Set(questions.filter((_, n) => n % HELD_OUT_EVERY === 3).map((p) => p.id))
  return (passage: TokenizedPassage) => held.has(passage.id)
}

/** What all channels but the vectors say about a question's tokens. */
function evidenceFor(
  query: Query,
  index: SearchIndex,
  items: ItemModel,
  separators: Separators,
): Evidence {
  const { parts, tokens, clauses } = query
  const lexical = searchLexical(index, parts)
  const l = predictItem(items, parts)
  const separate = (owners: readonly number[]) => separation(separators, owners, clauses)
  return weighEvidence({ lexical, l, e: null, weightE: 0, tokens, separate }, null)
}

async function gatherEvidence(
  texts: readonly string[],
  index: SearchIndex,
  items: ItemModel,
  { language, breathe, separators }: BuildDeps & Readonly<{ separators: Separators }>,
): Promise<Evidence[]> {
  const out: Evidence[] = []
  for (const text of texts) {
    out.push(evidenceFor(makeQuery(text, language), index, items, separators))
    if (out.length % 8 === 0) await breathe()
  }
  return out
}

const texts = (passages: readonly TokenizedPassage[]) => passages.map(({ text }) => text)

/** Broad questions are many among the examples and few in traffic. */
const BROAD_WEIGHT = 0.3

/** A question that several items fit: whatever comes first, it is not the answer. */
const unanswerable = ({ features }: Evidence): ConfidenceRow => ({
  evidence: features,
  right: false,
  weight: BROAD_WEIGHT,
})

function heldRows(
  held: readonly TokenizedPassage[],
  evidence: readonly Evidence[],
): ConfidenceRow[] {
  return held.map((passage, n) => ({
    evidence: evidence[n]!.features,
    right: evidence[n]!.candidates[0]?.owner === passage.owner,
    weight: 1,
  }))
}

async function trainRouteModel(
  base: KnowledgeBase,
  passages: readonly TokenizedPassage[],
  { language, breathe }: BuildDeps,
): Promise<RouteModel> {
  const asked = await sentencesOf(base, passages, { language, breathe })
  const rows = asked.map(
    ({ words, label, isQuestion }): WordRow => ({
      words: new Set(words.filter((token) => token[0] === 'w').map((token) => token.slice(1))),
      section: isQuestion ? label : null,
    }),
  )
  const domain = new Set(await findDomainWords(rows, breathe))
  const tokens: LabelledTokens[] = []
  for (const { normalized, words, label } of asked) {
    tokens.push({ tokens: routeTokens(normalized, words, domain), label })
    if (tokens.length % 100 === 0) await breathe()
  }
  return { ...(await trainRoutes(tokens, breathe)), domain }
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
  const asked: Sentence[] = []
  for (const { q, route } of base.routes) {
    const normalized = normalize(q, language)
    const words = tokenize(normalized, language)
    asked.push({ normalized, words, label: route, isQuestion: false })
    if (asked.length % 100 === 0) await breathe()
  }
  for (const { kind, text, tokens, owner } of passages) {
    if (kind !== 'question') continue
    const label = base.items[owner]!.section
    asked.push({ normalized: normalize(text, language), words: tokens, label, isQuestion: true })
    if (asked.length % 200 === 0) await breathe()
  }
  return asked
}
