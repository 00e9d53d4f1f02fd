// From what was understood to a decision. Pure: the same inputs always decide the same.
import type { ItemCode } from '../kernel/ids.ts'
import { actsIn } from '../retrieval/acts/speech-acts.ts'
import { barFor } from '../retrieval/learning/confidence.ts'
import type { Retrieved } from '../retrieval/retrieve.ts'
import type { AnswerPolicy } from './answer-ports.ts'
import type { AskedFields } from './asked-field.ts'
import type { Decision } from './decision.ts'
import { type DialogueState, isLastRound } from './dialogue/dialogue-state.ts'
import type { Dependence } from './dialogue/follow-up.ts'
import { askBack } from './options/ask-again.ts'
import { isGuess, offeredOptions } from './options/offered.ts'

export type Understood = Readonly<{
  normalized: string
  /** Whether it was said to be urgent. */
  isHasty: boolean
  retrieved: Retrieved
  asked: AskedFields
  state: DialogueState
  dependence: Dependence
}>

/** From here on a question is called broad. */
const BROAD_MIN = 0.4
export const isBroad = ({ intents }: Pick<Retrieved, 'intents'>): boolean =>
  intents.broad > BROAD_MIN
/** What the model of the items puts second is answered only when all else is surer than this (measured). */
const DISAGREED_MIN = 0.9
/** From here on a grievance came with the question, said in so many words or not. */
const GRIEVANCE_MIN = 0.5
/** Acts of somebody who needs more than the record: a person is on offer beside it. */
const NEEDS_PERSON: ReadonlySet<string> = new Set(['accuse', 'urgent', 'step_in', 'chase', 'late'])
/** Below this the first candidates are not worth offering. */
const OFFER_SCORE_MIN = 0.9

/** The item as sure as for an answer, or null: a wrong one sends a ticket to the wrong people. */
export function sureItem(
  { hits, confidence, learnt }: Retrieved,
  { targetError }: AnswerPolicy,
): ItemCode | null {
  return confidence >= barFor(learnt, targetError, 0) ? (hits[0]?.code ?? null) : null
}

/** How sure the first item must be to be answered outright. */
export function answerBar({ learnt, care, doubt }: Retrieved, { targetError }: AnswerPolicy) {
  const bar = barFor(learnt, targetError, care)
  return doubt === 'channels_disagree' ? Math.max(bar, DISAGREED_MIN) : bar
}

/** Answers, asks back, or gives the question to a person. */
export function decideQuestion(
  { normalized, isHasty, retrieved, asked, state }: Understood,
  policy: AnswerPolicy,
  label: (code: ItemCode) => string,
): Decision {
  const [first] = retrieved.hits
  if (first === undefined || first.score < OFFER_SCORE_MIN) {
    return { kind: 'ticket', reason: 'below_threshold', code: null }
  }
  const unclear = { field: asked.field, state, label }
  const { confidence, doubt } = retrieved
  if (confidence < answerBar(retrieved, policy)) {
    const near = isGuess(retrieved) ? 'nothing_near' : (doubt ?? 'several_fit')
    const reason = isBroad(retrieved) ? 'broad' : near
    return clarify(retrieved, { ...unclear, reason })
  }
  return answerFor(first.code, { normalized, isHasty, retrieved, asked })
}

/** The answer to a question, with a person on offer where a grievance or haste came with it. */
export function answerFor(
  code: ItemCode,
  {
    normalized,
    isHasty,
    retrieved,
    asked,
  }: Pick<Understood, 'normalized' | 'isHasty' | 'retrieved' | 'asked'>,
): Decision {
  const acts = actsIn(normalized)
  const needsPerson = isHasty || acts.some((act) => NEEDS_PERSON.has(act))
  const offerTicket = needsPerson || retrieved.intents.ticket >= GRIEVANCE_MIN
  return answered(code, asked, offerTicket)
}

/** The answer from an item's record; without a part asked for, its overview. */
export const answered = (
  code: ItemCode,
  { field, also }: AskedFields,
  offerTicket: boolean,
): Extract<Decision, { kind: 'answer' }> => ({
  kind: 'answer',
  code,
  field: field ?? 'overview',
  also,
  offerTicket,
})

/** Offers the candidates; a third time round it is a person's turn. */
export function clarify(retrieved: Retrieved, { state, ...asked }: Unclear): Decision {
  const codes = offeredOptions(retrieved)
  return codes.length === 0 && !isLastRound(state)
    ? { kind: 'ticket', reason: 'not_covered', code: null }
    : askBack(state, { ...asked, codes })
}

type Unclear = Omit<Parameters<typeof askBack>[1], 'codes'> & Readonly<{ state: DialogueState }>
