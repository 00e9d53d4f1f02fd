// What a message can be, before anything is known of the conversation: the routes by what they
// come to.
import { ROUTES, type Route } from '../../knowledge/knowledge-base.ts'
import type { RouteProbabilities } from '../learning/route-model.ts'

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

export type IntentProbabilities = Readonly<Record<Intent, number>>

const INTENT_OF: Readonly<Record<Route | 'question', Intent>> = {
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
  question: 'question',
}

/** The probability of every intent: the sum of its routes'. */
export function intentsOf(routes: RouteProbabilities): IntentProbabilities {
  const sums = Object.fromEntries(INTENTS.map((intent) => [intent, 0])) as Record<Intent, number>
  for (const route of [...ROUTES, 'question'] as const) sums[INTENT_OF[route]] += routes[route]
  return sums
}
