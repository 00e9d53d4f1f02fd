// From what was understood to a decision. Pure: the same inputs always decide the same.
import type { ItemCode } from '../kernel/ids.ts'
import type { Retrieved } from '../retrieval/retrieve.ts'
import type { AnswerPolicy } from './answer-ports.ts'
import type { Decision, Field, Option } from './decision.ts'
import type { DialogueState } from './dialogue-state.ts'
import type { Dependence } from './follow-up.ts'

export type Understood = Readonly<{
  normalized: string
  retrieved: Retrieved
  field: Field | null
  state: DialogueState
  dependence: Dependence
}>

const OPTIONS_MAX = 4
const ROUNDS_MAX = 2
/** How much surer the first item must be when the question sounds as if several fit. */
const BROAD_CAUTION = 0.4
/**
 * How much surer it must be for a long story, in which one detail decides and a neighbour's words
 * abound (measured: two thirds fewer wrong answers, at the price of asking back).
 */
const STORY_CAUTION = 0.27
const STORY_FROM = 30
const STORY_FULL = 45
const BAR_MAX = 0.95
/** Below this the first candidates are not worth offering. */
const OFFER_SCORE_MIN = 0.9

/**
 * The confidence from which the first item is answered outright, for a target error. The scale
 * was fitted on a held-out split; between its points it is linear.
 */
const LEVELS: readonly (readonly [error: number, confidence: number])[] = [
  [0.005, 0.65],
  [0.01, 0.6],
  [0.02, 0.53],
  [0.03, 0.48],
  [0.05, 0.4],
  [0.1, 0.2],
]

export function answerThreshold(targetError: number): number {
  const above = LEVELS.findIndex(([error]) => error >= targetError)
  if (above === -1) return LEVELS.at(-1)![1]
  if (above === 0) return LEVELS[0]![1]
  const [e0, c0] = LEVELS[above - 1]!
  const [e1, c1] = LEVELS[above]!
  return c0 + ((targetError - e0) / (e1 - e0)) * (c1 - c0)
}

/** The item as sure as for an answer, or null: a wrong one sends a ticket to the wrong people. */
export function sureItem({ hits, confidence }: Retrieved, policy: AnswerPolicy): ItemCode | null {
  return confidence >= answerThreshold(policy.targetError) ? (hits[0]?.code ?? null) : null
}

/** Answers, asks back, or gives the question to a person. */
export function decideQuestion(
  { normalized, retrieved, field, state }: Understood,
  policy: AnswerPolicy,
  label: (code: ItemCode) => string,
): Decision {
  const [first] = retrieved.hits
  if (first === undefined || first.score < OFFER_SCORE_MIN) {
    return { kind: 'ticket', reason: 'below_threshold', code: null }
  }
  const bar =
    answerThreshold(policy.targetError) +
    BROAD_CAUTION * retrieved.intents.broad +
    STORY_CAUTION * storyShare(normalized)
  if (retrieved.confidence >= Math.min(BAR_MAX, bar)) {
    return { kind: 'answer', code: first.code, field: field ?? 'overview', offerTicket: false }
  }
  return clarify(retrieved, { field, state, label, reason: 'several_fit' })
}

/** 0 for a plain question, 1 for a long story. Latin letters count a third: words, not characters. */
function storyShare(normalized: string): number {
  const latin = normalized.match(/[a-z\s]/gu)?.length ?? 0
  const length = normalized.length - (latin * 2) / 3
  return Math.min(1, Math.max(0, (length - STORY_FROM) / (STORY_FULL - STORY_FROM)))
}

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
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, OPTIONS_MAX)
    .map(([code]) => code)
}
