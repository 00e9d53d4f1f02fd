// Why a message is refused: by what it does, and by its route where it shows nothing of that.

import type { Route } from '../../knowledge/knowledge-base.ts'
import { actsIn } from '../../retrieval/acts/speech-acts.ts'
import { unlawfulPlan } from '../../retrieval/acts/unlawful-plans.ts'
import { inOrder } from '../../retrieval/patterns.ts'
import type { Retrieved } from '../../retrieval/retrieve.ts'
import type { AnswerPolicy } from '../answer-ports.ts'
import { sureItem } from '../decide.ts'
import type { Decision, RefuseReason } from '../decision.ts'

type Refused = Extract<Route, 'improper' | 'privacy' | 'injection'>

/** What each reason shows itself by, the gravest first, and the route that it belongs to. */
const REASONS: readonly Readonly<{
  reason: RefuseReason
  route: Refused
  acts: ReadonlySet<string>
}>[] = [
  {
    reason: 'forgery',
    route: 'improper',
    acts: new Set(['refusal_forgery', 'forge', 'borrowed', 'padded']),
  },
  { reason: 'favour', route: 'improper', acts: new Set(['bribe', 'gift']) },
  {
    reason: 'inside_information',
    route: 'improper',
    acts: new Set(['refusal_inside_information', 'inside', 'forewarned']),
  },
  { reason: 'improper', route: 'improper', acts: new Set(['dodge']) },
  { reason: 'promise', route: 'improper', acts: new Set(['refusal_promise', 'promise']) },
  {
    reason: 'privacy',
    route: 'privacy',
    acts: new Set(['refusal_privacy', 'others', 'strangers']),
  },
  { reason: 'injection', route: 'injection', acts: new Set(['refusal_injection']) },
]

const ROUTES: readonly Refused[] = ['improper', 'privacy', 'injection']

/**
 * `acts` are names that `actsIn` gives, `routes` the probabilities of the routes that end in a
 * refusal. Of several acts the likeliest route decides, and of that route the gravest.
 */
export function refuseReason(
  acts: readonly string[],
  routes: Readonly<Record<Refused, number>>,
): RefuseReason {
  const shown = REASONS.filter((row) => acts.some((act) => row.acts.has(act)))
  const among = shown.length > 0 ? shown.map(({ route }) => route) : ROUTES
  const route = among.reduce((best, one) => (routes[one] > routes[best] ? one : best))
  return shown.find((row) => row.route === route)?.reason ?? route
}

/** Whether it will be granted is a hope, and nothing that gets round the law. */
const HOPES = inOrder(
  /能不能|能否|会不会|可不可以|有没有(?:希望|戏|可能)|希望大不大|有戏/u,
  /[^,，。]{0,6}(?:批|过(?!期)|评上|拿到|下来|$|[,，。?？\s])/u,
)

/** A word of ours is wanted, whatever it is about. */
const BINDS =
  /(?:你|您|侬)(?:们)?(?:现在|先|就|得|要|能不能|敢不敢)*(?:给我|跟我)?(?:答应|保证|担保|应下来|表个?态)/u

/** Somebody who asks about others or about the assistant itself is not shown how to do a thing. */
const WITHOUT_ITEM: ReadonlySet<RefuseReason> = new Set(['privacy', 'injection'])

/** What is asked for is refused; how it is done lawfully is offered where its item is sure. */
export function refusal(
  normalized: string,
  retrieved: Retrieved,
  policy: AnswerPolicy,
): Extract<Decision, { kind: 'refuse' }> {
  const acts = actsIn(normalized)
  const shown = refuseReason(
    HOPES.test(normalized) || BINDS.test(normalized) ? [...acts, 'promise'] : acts,
    retrieved.routes,
  )
  const reason = shown === 'injection' ? shown : (unlawfulPlan(normalized) ?? shown)
  const code = WITHOUT_ITEM.has(reason) ? null : sureItem(retrieved, policy)
  return { kind: 'refuse', reason, code }
}
