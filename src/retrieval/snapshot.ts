// Everything a published knowledge version needs to understand questions, built once at publish
// off the request path, immutable afterwards and swapped as a whole.
import type { Breathe } from '../kernel/clock.ts'
import type { KnowledgeBase, Route } from '../knowledge/knowledge-base.ts'
import type { SectionCode } from '../knowledge/service-item.ts'
import { type ConfidenceRow, fitConfidence } from './confidence.ts'
import { cuesOf } from './cues.ts'
import type { DenseModel } from './dense-model.ts'
import { findDomainWords, type WordRow } from './domain-words.ts'
import { type Evidence, weighEvidence } from './evidence.ts'
import { type ItemModel, predictItem, trainItemModels } from './item-model.ts'
import { fitJudge, intentOf, type JudgeRow } from './judge.ts'
import { normalize } from './normalize.ts'
import type { Language } from './ports.ts'
import { routeTokens } from './route-features.ts'
import {
  type LabelledTokens,
  type RouteModel,
  routeSamples,
  routesOf,
  trainRoutes,
} from './route-model.ts'
import {
  buildSearchIndex,
  type SearchIndex,
  searchLexical,
  type TokenizedPassage,
  tokenizeItems,
} from './search-index.ts'
import { tokenize } from './tokenize.ts'

export type Snapshot = Readonly<{
  base: KnowledgeBase
  index: SearchIndex
  items: ItemModel
  routes: RouteModel
  judge: DenseModel
  confidence: DenseModel
}>

export type BuildDeps = Readonly<{
  language: Language
  breathe: Breathe
  /** Told what is being done and how much of the whole is finished, 0 to 1. */
  progress?: (step: string, share: number) => void
}>

/** One question in so many is held out of the first portion of training, for calibration. */
const HELD_OUT_EVERY = 8
const FOLDS = 2
const FOLD_PASSES = 4
const PASSES = 6

export async function buildSnapshot(base: KnowledgeBase, deps: BuildDeps): Promise<Snapshot> {
  const { language, breathe } = deps
  const report = deps.progress ?? (() => {})
  report('切分文本', 0)
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
  const heldEvidence = await gatherEvidence(held, partial, models.heldOut, breathe)
  const items = await models.finish()
  const index = await buildSearchIndex(passages, base.items.length, breathe)
  report('训练去向模型', 0.75)
  const routed = await calibrateRoutes(base, deps, { passages, held, heldEvidence, index, items })
  report('校准', 0.95)
  const confidence = await fitConfidence(confidenceRows(held, heldEvidence), breathe)
  report('完成', 1)
  return { base, index, items, ...routed, confidence }
}

function holdOut(passages: readonly TokenizedPassage[]) {
  const questions = passages.filter((passage) => passage.kind === 'question')
  const held = new Set(questions.filter((_, n) => n % HELD_OUT_EVERY === 3).map((p) => p.id))
  return (passage: TokenizedPassage) => held.has(passage.id)
}

/** What all channels but the vectors say about a question's tokens. */
export function evidenceFor(
  tokens: readonly string[],
  index: SearchIndex,
  items: ItemModel,
): Evidence {
  const parts = [{ tokens, weight: 1 }]
  const lexical = searchLexical(index, parts)
  const l = predictItem(items, parts)
  return weighEvidence({ lexical, l, e: null, weightE: 0, tokens: tokens.length }, null)
}

async function gatherEvidence(
  rows: readonly Readonly<{ tokens: readonly string[] }>[],
  index: SearchIndex,
  items: ItemModel,
  breathe: Breathe,
): Promise<Evidence[]> {
  const out: Evidence[] = []
  for (const { tokens } of rows) {
    out.push(evidenceFor(tokens, index, items))
    if (out.length % 8 === 0) await breathe()
  }
  return out
}

function confidenceRows(
  held: readonly TokenizedPassage[],
  evidence: readonly Evidence[],
): ConfidenceRow[] {
  return held.map((passage, n) => ({
    evidence: evidence[n]!.features,
    right: evidence[n]!.candidates[0]?.owner === passage.owner,
  }))
}

type Trained = Readonly<{
  passages: readonly TokenizedPassage[]
  held: readonly TokenizedPassage[]
  heldEvidence: readonly Evidence[]
  index: SearchIndex
  items: ItemModel
}>

// The judge must see route probabilities as they are for new sentences: each fold's are asked of
// a model trained on the other.
async function calibrateRoutes(
  base: KnowledgeBase,
  deps: BuildDeps,
  trained: Trained,
): Promise<{ routes: RouteModel; judge: DenseModel }> {
  const { breathe } = deps
  const asked = await sentencesOf(base, deps, trained)
  const rows = asked.map(
    ({ words, label, route }): WordRow => ({
      words: new Set(words.filter((token) => token[0] === 'w').map((token) => token.slice(1))),
      section: route === 'question' ? label : null,
    }),
  )
  const domain = new Set(await findDomainWords(rows, breathe))
  const tokens: LabelledTokens[] = []
  for (const { normalized, words, label } of asked) {
    tokens.push({ tokens: routeTokens(normalized, words, domain), label })
    if (tokens.length % 100 === 0) await breathe()
  }
  const { features, samples } = await routeSamples(tokens, breathe)
  const size = features.vocabulary.size
  const judged: JudgeRow[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const others = samples.filter((_, n) => n % FOLDS !== fold)
    const model = await trainRoutes(others, { features: size, passes: FOLD_PASSES, breathe })
    for (const [n, sentence] of asked.entries()) {
      if (n % FOLDS !== fold || sentence.evidence === null) continue
      judged.push({
        routes: routesOf(model, samples[n]!.x),
        evidence: sentence.evidence.features,
        cues: cuesOf(sentence.normalized),
        intent: intentOf(sentence.route),
        weight: 1,
      })
      if (judged.length % 50 === 0) await breathe()
    }
  }
  const model = await trainRoutes(samples, { features: size, passes: PASSES, breathe })
  return { routes: { features, model, domain }, judge: await fitJudge(judged, breathe) }
}

/** A sentence to learn routes from; only those with evidence also calibrate the judge. */
type Sentence = Readonly<{
  normalized: string
  words: readonly string[]
  label: Route | SectionCode
  evidence: Evidence | null
  route: Route | 'question'
}>

async function sentencesOf(
  base: KnowledgeBase,
  { language, breathe }: BuildDeps,
  { passages, held, heldEvidence, index, items }: Trained,
): Promise<Sentence[]> {
  const asked: Sentence[] = []
  for (const { q, route } of base.routes) {
    const normalized = normalize(q, language)
    const words = tokenize(normalized, language)
    const evidence = evidenceFor(words, index, items)
    asked.push({ normalized, words, label: route, evidence, route })
    if (asked.length % 8 === 0) await breathe()
  }
  const heldOut = new Map(held.map((passage, n) => [passage.id, heldEvidence[n]!]))
  for (const { id, kind, text, tokens, owner } of passages) {
    if (kind !== 'question') continue
    asked.push({
      normalized: normalize(text, language),
      words: tokens,
      label: base.items[owner]!.section,
      evidence: heldOut.get(id) ?? null,
      route: 'question',
    })
    if (asked.length % 200 === 0) await breathe()
  }
  return asked
}
