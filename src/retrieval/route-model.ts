// Tells whether a sentence asks about an item at all, or what else it wants: a linear model over
// the same tokens, trained on the route examples against the items' questions. Questions are
// labelled by section: ten narrow classes are easier to separate from complaints about the same
// things than one wide one (measured: +10 points).
import type { Breathe } from '../kernel/clock.ts'
import { ROUTES, type Route } from '../knowledge/knowledge-base.ts'
import { SECTION_CODES, type SectionCode } from '../knowledge/service-item.ts'
import {
  type LinearModel,
  predictLinear,
  type Sparse,
  startTraining,
  type TrainingSample,
} from './linear-model.ts'
import { routeTokens } from './route-features.ts'
import { fitTfIdf, type TfIdf, toSparse } from './tf-idf.ts'

export type RouteModel = Readonly<{
  features: TfIdf
  model: LinearModel
  /** Words that name subjects; the pattern of a sentence leaves them out. */
  domain: ReadonlySet<string>
}>

export type RouteSample = Readonly<{ x: Sparse; label: number }>

/** Probabilities per route, and of an ordinary question about an item. They sum to 1. */
export type RouteProbabilities = Readonly<Record<Route | 'question', number>>

const LABELS: readonly (Route | SectionCode)[] = [...ROUTES, ...SECTION_CODES]
const RATE = 5
const DOCUMENTS_MIN = 3

export type LabelledTokens = Readonly<{ tokens: readonly string[]; label: Route | SectionCode }>

/** The features of all sentences, shared by the folds of a calibration. */
export async function routeSamples(
  sentences: readonly LabelledTokens[],
  breathe: Breathe,
): Promise<{ features: TfIdf; samples: readonly RouteSample[] }> {
  const features = await fitTfIdf(
    sentences.map((sentence) => sentence.tokens),
    DOCUMENTS_MIN,
    breathe,
  )
  const samples: RouteSample[] = []
  for (const { tokens, label } of sentences) {
    samples.push({ x: toSparse(features, tokens), label: LABELS.indexOf(label) })
    if (samples.length % 100 === 0) await breathe()
  }
  return { features, samples }
}

export async function trainRoutes(
  samples: readonly RouteSample[],
  options: Readonly<{ features: number; passes: number; breathe: Breathe }>,
): Promise<LinearModel> {
  const trainer = startTraining({
    labels: LABELS,
    features: options.features,
    epochs: options.passes,
    rate: RATE,
    breathe: options.breathe,
  })
  await trainer.train(
    samples.map(({ x, label }): TrainingSample => ({ x, label, weight: 1 })),
    options.passes,
  )
  return trainer.model()
}

/** What a message wants; `words` are its search tokens. */
export function predictRoutes(
  { features, model, domain }: RouteModel,
  normalized: string,
  words: readonly string[],
): RouteProbabilities {
  return routesOf(model, toSparse(features, routeTokens(normalized, words, domain)))
}

export function routesOf(model: LinearModel, x: Sparse): RouteProbabilities {
  const p = predictLinear(model, x)
  const found = Object.fromEntries(ROUTES.map((route, n) => [route, p[n] ?? 0]))
  const question = p.slice(ROUTES.length).reduce((sum, share) => sum + share, 0)
  return { ...(found as Record<Route, number>), question }
}
