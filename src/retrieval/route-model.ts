// Tells whether a sentence asks about an item at all, or what else it wants: a linear model over
// the same tokens, trained on the route examples against the items' questions. Questions are
// labelled by section: ten narrow classes are easier to separate from complaints about the same
// things than one wide one (measured: +10 points).
import type { Breathe } from '../kernel/clock.ts'
import { ROUTES, type Route, type RouteExample } from '../knowledge/knowledge-base.ts'
import { SECTION_CODES, type SectionCode } from '../knowledge/service-item.ts'
import {
  type LinearModel,
  predictLinear,
  startTraining,
  type TrainingSample,
} from './linear-model.ts'
import { fitTfIdf, type TfIdf, toSparse } from './tf-idf.ts'

export type RouteModel = Readonly<{ features: TfIdf; model: LinearModel }>

export type RouteSample = Readonly<{ tokens: readonly string[]; label: Route | SectionCode }>

/** Probabilities per route, and of an ordinary question about an item. They sum to 1. */
export type RouteProbabilities = Readonly<Record<Route | 'question', number>>

const LABELS: readonly (Route | SectionCode)[] = [...ROUTES, ...SECTION_CODES]
const PASSES = 6
const RATE = 5

/** Features shared by all folds of a calibration. */
export const fitRouteFeatures = (
  samples: readonly RouteSample[],
  breathe: Breathe,
): Promise<TfIdf> =>
  fitTfIdf(
    samples.map((sample) => sample.tokens.filter((token) => token[0] !== 'p')),
    2,
    breathe,
  )

export async function trainRouteModel(
  samples: readonly RouteSample[],
  features: TfIdf,
  breathe: Breathe,
): Promise<RouteModel> {
  const trainer = startTraining({
    labels: LABELS,
    features: features.vocabulary.size,
    epochs: PASSES,
    rate: RATE,
    breathe,
  })
  const vectors: TrainingSample[] = []
  for (const { tokens, label } of samples) {
    vectors.push({ x: toSparse(features, tokens), label: LABELS.indexOf(label), weight: 1 })
    if (vectors.length % 200 === 0) await breathe()
  }
  await trainer.train(vectors, PASSES)
  return { features, model: await trainer.model() }
}

export function predictRoutes(model: RouteModel, tokens: readonly string[]): RouteProbabilities {
  const p = predictLinear(model.model, toSparse(model.features, tokens))
  const found = Object.fromEntries(ROUTES.map((route, n) => [route, p[n] ?? 0]))
  const question = p.slice(ROUTES.length).reduce((sum, share) => sum + share, 0)
  return { ...(found as Record<Route, number>), question }
}

/** What a route example teaches as a sample of the model. */
export const routeSample = (example: RouteExample, tokens: readonly string[]): RouteSample => ({
  tokens,
  label: example.route,
})
