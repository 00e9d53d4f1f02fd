// From what was understood to a decision. Pure: the same inputs always decide the same.
import type { ItemCode } from '../kernel/ids.ts'
import { barFor } from '../retrieval/confidence.ts'
import type { Retrieved } from '../retrieval/retrieve.ts'
import type { AnswerPolicy } from './answer-ports.ts'
import type { Asked } from './asked-field.ts'
import type { Decision, Field, Option } from './decision.ts'
import type { DialogueState } from './dialogue-state.ts'
import type { Dependence } from './follow-up.ts'

export type Understood = Readonly<{
  normalized: string
  retrieved: Retrieved
  asked: Asked
  state: DialogueState
  dependence: Dependence
}>

const OPTIONS_MAX = 4
const ROUNDS_MAX = 2
/** From here on a question is called broad. */
const BROAD_MIN = 0.4
/**
 * A short question that does not say what tells a close neighbour from the first is asked back,
 * unless the first is surer than this (measured: below, more than half are broad; above, one in twenty).
 */
const SHORT_MAX = 18
const NEIGHBOUR_MIN = 0.5
const SURE_MIN = 0.8
/** From here on a grievance came with the question. */
const GRIEVANCE_MIN = 0.2
/** Below this the first candidates are not worth offering. */
const OFFER_SCORE_MIN = 0.9

/** The item as sure as for an answer, or null: a wrong one sends a ticket to the wrong people. */
export function sureItem(
  { hits, confidence, learnt }: Retrieved,
  { targetError }: AnswerPolicy,
): ItemCode | null {
  return confidence >= barFor(learnt, targetError, 0) ? (hits[0]?.code ?? null) : null
}

/** Answers, asks back, or gives the question to a person. */
export function decideQuestion(
  { normalized, retrieved, asked, state }: Understood,
  policy: AnswerPolicy,
  label: (code: ItemCode) => string,
): Decision {
  const [first] = retrieved.hits
  if (first === undefined || first.score < OFFER_SCORE_MIN) {
    return { kind: 'ticket', reason: 'below_threshold', code: null }
  }
  const unclear = { field: asked.field, state, label }
  if (retrieved.confidence < barFor(retrieved.learnt, policy.targetError, retrieved.care)) {
    const reason = retrieved.intents.broad > BROAD_MIN ? 'broad' : 'several_fit'
    return clarify(retrieved, { ...unclear, reason })
  }
  const isOpen = normalized.length <= SHORT_MAX && retrieved.openNeighbour >= NEIGHBOUR_MIN
  if (isOpen && retrieved.confidence < SURE_MIN) {
    return clarify(retrieved, { ...unclear, reason: 'near_miss' })
  }
  return answered(first.code, asked, retrieved.intents.ticket >= GRIEVANCE_MIN)
}

/** The answer from an item's record; without a part asked for, its overview. */
export const answered = (
  code: ItemCode,
  { field, also }: Asked,
  offerTicket: boolean,
): Extract<Decision, { kind: 'answer' }> => ({
  kind: 'answer',
  code,
  field: field ?? 'overview',
  also,
  offerTicket,
})

/** Offers the candidates; a third time round it is a person's turn. */
export function clarify(
  retrieved: Retrieved,
  asked: Readonly<{
    field: Field | null
    state: DialogueState
    label: (code: ItemCode) => string
    reason: Extract<Decision, { kind: 'clarify' }>['reason']
  }>,
): Decision {
  const codes = offered(retrieved)
  const round = asked.state.clarification?.round ?? 0
  if (round >= ROUNDS_MAX) {
    // Neither round has found it; a dispatcher will.
    return { kind: 'ticket', reason: 'clarified_twice', code: null }
  }
  if (codes.length === 0) return { kind: 'ticket', reason: 'not_covered', code: null }
  const options = codes.map((code): Option => ({ code, label: asked.label(code) }))
  return { kind: 'clarify', field: asked.field, options, reason: asked.reason }
}

/** How far a broad example like the question counts beside the ranking, by how broad it sounds. */
const PROPOSAL_WEIGHT = 0.5
const PROPOSAL_WEIGHT_BROAD = 1.5

function offered({ hits, proposed, intents }: Retrieved): ItemCode[] {
  const weight = PROPOSAL_WEIGHT + PROPOSAL_WEIGHT_BROAD * intents.broad
  const scores = new Map<ItemCode, number>(hits.map((hit) => [hit.code, hit.score]))
  for (const [code, vote] of proposed) scores.set(code, (scores.get(code) ?? 0) + weight * vote)
  const ranked = [...scores].sort((a, b) => b[1] - a[1]).map(([code]) => code)
  const kept = hits.slice(0, KEPT).map(({ code }) => code)
  const others = ranked.filter((code) => !kept.includes(code))
  const shown = [...kept, ...others].slice(0, OPTIONS_MAX)
  return ranked.filter((code) => shown.includes(code))
}

/** So many of the best found are offered, whatever broad examples propose. */
const KEPT = 3
