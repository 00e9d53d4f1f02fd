// The first judgement, calibrated at publish: what is this message? It weighs the route model's
// probabilities, the retrieval evidence and the surface cues together.
import type { Breathe } from '../kernel/clock.ts'
import { ROUTES, type Route } from '../knowledge/knowledge-base.ts'
import { type DenseModel, fitDense, predictDense } from './dense-model.ts'
import type { RouteProbabilities } from './route-model.ts'

/** What a message can be, before anything is known of the conversation. */
export const INTENTS = [
  'question',
  'ticket',
  'redirect',
  'refuse',
  'status',
  'emergency',
  'smalltalk',
  'broad',
] as const
export type Intent = (typeof INTENTS)[number]

const INTENT_OF: Readonly<Record<Route, Intent>> = {
  complaint: 'ticket',
  stuck: 'ticket',
  coordination: 'ticket',
  uncovered: 'ticket',
  person: 'ticket',
  personal: 'redirect',
  elsewhere: 'redirect',
  improper: 'refuse',
  privacy: 'refuse',
  injection: 'refuse',
  emergency: 'emergency',
  status: 'status',
  command: 'status',
  smalltalk: 'smalltalk',
  broad: 'broad',
  calm: 'question',
}

export const intentOf = (route: Route | 'question'): Intent =>
  route === 'question' ? 'question' : INTENT_OF[route]

export type JudgeInput = Readonly<{
  routes: RouteProbabilities
  evidence: readonly number[]
  cues: readonly number[]
}>

export type IntentProbabilities = Readonly<Record<Intent, number>>

const FLOOR = 1e-4

function denseOf({ routes, evidence, cues }: JudgeInput): number[] {
  const logs = [...ROUTES, 'question' as const].map((r) => Math.log(Math.max(FLOOR, routes[r])))
  return [...logs, ...evidence, ...cues]
}

export type JudgeRow = JudgeInput & Readonly<{ intent: Intent; weight: number }>

/** Fits the judge on rows whose route probabilities come from models that had not seen them. */
export async function fitJudge(rows: readonly JudgeRow[], breathe: Breathe): Promise<DenseModel> {
  const dense = rows.map((row) => ({
    x: denseOf(row),
    label: INTENTS.indexOf(row.intent),
    weight: row.weight,
  }))
  return fitDense(dense, { labels: INTENTS, steps: 80, rate: 1.5, ridge: 3e-4, breathe })
}

export function judge(model: DenseModel, input: JudgeInput): IntentProbabilities {
  const p = predictDense(model, denseOf(input))
  return Object.fromEntries(INTENTS.map((intent, n) => [intent, p[n] ?? 0])) as IntentProbabilities
}
