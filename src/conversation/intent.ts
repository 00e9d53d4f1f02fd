// From probabilities to what the message is taken for, by what a mistake costs: a danger or an
// attack not recognised is far worse than a how-to question sent to a person.
import type { Route } from '../knowledge/knowledge-base.ts'
import { INTENTS, type Intent } from '../retrieval/intent.ts'
import type { Retrieved } from '../retrieval/retrieve.ts'
import { dangerIn, refusalIn } from '../retrieval/signals.ts'
import type { RedirectReason, RefuseReason, TicketReason } from './decision.ts'
import type { Dependence } from './follow-up.ts'

/** What missing each intent costs, relative to missing a redirect (fitted on a held-out split). */
const MISS_COST: Readonly<Record<Intent, number>> = {
  question: 0.75,
  ticket: 1,
  redirect: 1,
  refuse: 1.2,
  status: 1.2,
  emergency: 2,
  smalltalk: 1,
  broad: 1.5,
}

/** A sentence that shows danger needs little more to be treated as one. */
const DANGER_SHOWN_FACTOR = 8

/** In the middle of a dialogue a short message is most likely the next question. */
const GOING_ON_FACTOR: Readonly<Record<Dependence, number>> = { new: 1, leaning: 4, dependent: 5 }

export function intentFor(
  normalized: string,
  { intents }: Retrieved,
  dependence: Dependence,
): Intent {
  const factor: Partial<Record<Intent, number>> = {
    emergency: dangerIn(normalized) === null ? 1 : DANGER_SHOWN_FACTOR,
    question: GOING_ON_FACTOR[dependence],
  }
  const cost = (intent: Intent) => intents[intent] * MISS_COST[intent] * (factor[intent] ?? 1)
  return INTENTS.reduce((best, intent) => (cost(intent) > cost(best) ? intent : best))
}

const likeliest = <R extends Route>(routes: Readonly<Record<Route, number>>, among: readonly R[]) =>
  among.reduce((best, route) => (routes[route] > routes[best] ? route : best))

const TICKET_REASON = {
  complaint: 'complaint',
  stuck: 'stuck_case',
  coordination: 'coordination',
  uncovered: 'not_covered',
  person: 'person_wanted',
} as const satisfies Partial<Record<Route, TicketReason>>

export function ticketReason({ routes }: Retrieved): TicketReason {
  const among = Object.keys(TICKET_REASON) as (keyof typeof TICKET_REASON)[]
  return TICKET_REASON[likeliest(routes, among)]
}

export function refuseReason(normalized: string, { routes }: Retrieved): RefuseReason {
  const signal = refusalIn(normalized)
  if (signal !== null) return signal
  const route = likeliest(routes, ['improper', 'privacy', 'injection'])
  return route === 'improper' ? 'promise' : route
}

export function redirectReason({ routes }: Retrieved): RedirectReason {
  return likeliest(routes, ['personal', 'elsewhere']) === 'elsewhere'
    ? 'elsewhere'
    : 'personal_matter'
}
