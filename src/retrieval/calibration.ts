// The questions that the confidence is learnt from: those that people wrote for it, or, where there
// are too few, some of the items' own, held out of the index for the while.
import type { Breathe } from '../kernel/clock.ts'
import type { CalibrationExample, KnowledgeBase } from '../knowledge/knowledge-base.ts'
import { type BroadExamples, proposals } from './broad.ts'
import { wordChannels } from './channels.ts'
import type { JudgedRow } from './confidence.ts'
import { type Evidence, weighEvidence } from './evidence.ts'
import type { ItemModel } from './item-model.ts'
import { judgeFeatures } from './judge-features.ts'
import { normalize } from './normalize.ts'
import type { Language } from './ports.ts'
import { makeQuery } from './query.ts'
import { predictRoutes, type RouteModel } from './route-model.ts'
import type { SearchIndex, TokenizedPassage } from './search-index.ts'
import type { Separators } from './separate.ts'
import { styleFeatures } from './style.ts'
import { tokenize } from './tokenize.ts'

/** What a judgement is made with. */
export type JudgeParts = Readonly<{
  index: SearchIndex
  items: ItemModel
  routes: RouteModel
  separators: Separators
  broad: BroadExamples
  names: readonly (readonly string[])[]
}>

type Deps = Readonly<{
  language: Language
  breathe: Breathe
  /** How near each item's passages are to the question of this number. */
  vectors?: Readonly<{ weight: number; of: (question: number) => Float32Array }>
}>

/** Fewer than these say too little. */
const EXAMPLES_MIN = 200

/** The examples about items that there are; broad ones are about none. */
export function examplesOf({ items, calibration }: KnowledgeBase): readonly CalibrationExample[] {
  const known = new Set<string>(items.map(({ code }) => code))
  return calibration.filter(
    (example) => example.items.length === 0 || example.items.some((code) => known.has(code)),
  )
}

export const isCalibrated = (base: KnowledgeBase): boolean =>
  examplesOf(base).filter(({ items }) => items.length > 0).length >= EXAMPLES_MIN

const CAREFUL_WEIGHT = 0.6
const TOO_BROAD_WEIGHT = 2

/** The questions written for it, read as in the chat. */
export async function calibrationRows(
  base: KnowledgeBase,
  parts: JudgeParts,
  deps: Deps,
): Promise<JudgedRow[]> {
  const rows: JudgedRow[] = []
  for (const [n, { q, items, style }] of examplesOf(base).entries()) {
    const vectors = deps.vectors && { weight: deps.vectors.weight, e: deps.vectors.of(n) }
    const { evidence, features, styled } = judge(q, parts, deps.language, vectors)
    const first = base.items[evidence.candidates[0]?.owner ?? -1]?.code
    const careful = style !== 'plain'
    rows.push({
      features,
      style: styled,
      right: first !== undefined && items.includes(first),
      careful,
      broad: items.length === 0,
      weight: items.length === 0 ? TOO_BROAD_WEIGHT : careful ? CAREFUL_WEIGHT : 1,
    })
    if (rows.length % 8 === 0) await deps.breathe()
  }
  return rows
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
  parts: JudgeParts,
  deps: Deps,
): Promise<JudgedRow[]> {
  const asked = [
    ...held.map(({ text, owner }) => ({ q: text, owner, weight: 1 })),
    ...base.routes
      .filter(({ route }) => route === 'broad')
      .map(({ q }) => ({ q, owner: null, weight: BROAD_WEIGHT })),
  ]
  const rows: JudgedRow[] = []
  for (const { q, owner, weight } of asked) {
    const { evidence, features, styled } = judge(q, parts, deps.language)
    const right = owner !== null && evidence.candidates[0]?.owner === owner
    rows.push({ features, style: styled, right, careful: null, broad: owner === null, weight })
    if (rows.length % 8 === 0) await deps.breathe()
  }
  return rows
}

/** What the channels say about a question; the vectors only where they are given. */
function judge(
  text: string,
  parts: JudgeParts,
  language: Language,
  vectors?: Readonly<{ weight: number; e: Float32Array }>,
): Readonly<{ evidence: Evidence; features: number[]; styled: number[] }> {
  const query = makeQuery(text, language)
  const { index, routes, separators, broad, names } = parts
  const channels = wordChannels(parts, query)
  const { e = null, weight = 0 } = vectors ?? {}
  const evidence = weighEvidence({ ...channels, e, weightE: weight }, null)
  const features = judgeFeatures({
    query,
    evidence,
    routes: predictRoutes(routes, query.focus, tokenize(query.focus, language)),
    proposed: proposals(broad, index.vocabulary, query.parts),
    separators,
    names,
  })
  return { evidence, features, styled: styleFeatures(query) }
}

const NAME_MIN = 2

/** Per item: its name and aliases in their normal form. */
export const namesOf = (
  base: KnowledgeBase,
  language: Pick<Language, 'simplify'>,
): readonly (readonly string[])[] =>
  base.items.map((item) =>
    [item.name, ...item.aliases]
      .map((name) => normalize(name, language))
      .filter((name) => name.length >= NAME_MIN),
  )
