// Where somebody has had enough: anger, and two turns in a row that brought nothing, give the matter
// to a person at once. What brought something in between begins the count anew. Nobody who is angry
// is asked back, chatted with or told the rules.

import { isAbusive, isUpset } from '../../retrieval/acts/anger.ts'
import { ownTicketIn } from '../../retrieval/acts/own-ticket.ts'
import { refusalIn } from '../../retrieval/acts/refusals.ts'
import { actsIn } from '../../retrieval/acts/speech-acts.ts'
import { isUnhelped } from '../../retrieval/acts/unhelped.ts'
import type { Decision, TicketReason } from '../decision.ts'
import { tipsOff } from '../intent/tip-off.ts'
import type { Outcome } from '../outcome.ts'
import type { DialogueState } from './dialogue-state.ts'

type Turn = Pick<Outcome, 'decision' | 'rule' | 'complained'>

const MISSES_MAX = 2
const MISSED_TWICE = 'missed_twice'

/** Whether the message says that what came before it was of no use; before the first nothing came. */
export const complainsOf = (
  normalized: string,
  { brought, misses, clarification }: DialogueState,
): boolean => isUnhelped(normalized) && (brought !== null || misses > 0 || clarification !== null)

/** Where a ticket is on offer only because nothing was found; the other reasons are a person's matter. */
const FOUND_NOTHING: ReadonlySet<TicketReason> = new Set<TicketReason>([
  'not_covered',
  'below_threshold',
])

/** That no item covers a matter is worth knowing, where it is known who may. */
const foundNothing = (decision: Decision) =>
  decision.kind === 'ticket' && FOUND_NOTHING.has(decision.reason) && decision.matter === undefined

/** The ticket that is offered to a complaint is no miss besides. */
const isMiss = ({ decision, complained, rule }: Turn) =>
  complained || (foundNothing(decision) && rule !== 'unhelped')

/**
 * Turns in a row that brought nothing, this one among them. What brought something and is not
 * complained of ends them, and so does the form for a person that two of them led to.
 */
export function missesAfter(state: DialogueState, turn: Turn): number {
  if (turn.rule === MISSED_TWICE) return 0
  const before = state.brought !== null && !turn.complained ? 0 : state.misses
  return isMiss(turn) ? before + 1 : before
}

/** Two turns in a row have brought nothing. */
export const hasHadEnough = ({ misses }: DialogueState): boolean => misses >= MISSES_MAX

/** The turn, or a person's where it would be the second to bring nothing. */
export function notTwice<T extends Turn>(turn: T, state: DialogueState): T {
  const { decision } = turn
  if (!isMiss(turn) || missesAfter(state, turn) < MISSES_MAX) return turn
  const code = decision.kind === 'ticket' ? decision.code : null
  return bringsSomething(decision)
    ? turn
    : { ...turn, rule: MISSED_TWICE, decision: { kind: 'ticket', reason: MISSED_TWICE, code } }
}

/** An answer, a channel, a person; not another question and not a word in passing. */
export const bringsSomething = (decision: Decision): boolean =>
  decision.kind !== 'clarify' && decision.kind !== 'smalltalk' && !foundNothing(decision)

/** The turn as it is owed to somebody who is angry, has to ask again, or has come away with nothing twice. */
export function withPatience(outcome: Outcome, state: DialogueState): Outcome {
  return notTwice(appeased(outcome), state)
}

function appeased(outcome: Outcome): Outcome {
  const { decision, normalized, complained } = outcome
  if (normalized !== null && isUpset(normalized)) {
    const calm = inAnger(decision, normalized)
    return calm === decision ? outcome : { ...outcome, decision: calm, rule: 'anger' }
  }
  // Who has to ask again may well want a person now.
  return complained && decision.kind === 'answer'
    ? { ...outcome, decision: { ...decision, offerTicket: true } }
    : outcome
}

/**
 * What an angry message comes to: its question is answered with the ticket beside it, the rest is a
 * person's. Who is angry at something else may still be asked which matter it is.
 */
export function inAnger(decision: Decision, normalized: string): Decision {
  switch (decision.kind) {
    case 'answer':
      return { ...decision, offerTicket: true }
    case 'ticket':
      // Whatever a report was taken for, it is one.
      return inAngerGiven(
        tipsOff(actsIn(normalized)) ? { ...decision, reason: 'tip_off' } : decision,
      )
    case 'smalltalk':
      return PERSON_AT_ONCE
    case 'clarify':
      return isAbusive(normalized) ? PERSON_AT_ONCE : decision
    case 'refuse':
      // What is no pattern of an attack is more likely abuse than an attack.
      return isAbusive(normalized) && refusalIn(normalized) === null ? PERSON_AT_ONCE : decision
    case 'status':
      // Who is not content with an answer is owed that it is gone into again, angry or not.
      return decision.act === 'dissatisfied' || ownTicketIn(normalized) !== null
        ? decision
        : PERSON_AT_ONCE
    default:
      return decision
  }
}

type TicketDecision = Extract<Decision, { kind: 'ticket' }>

/** Anger makes it urgent; it does not make something else of a report or a complaint. */
function inAngerGiven(decision: TicketDecision): TicketDecision {
  switch (decision.reason) {
    case 'not_solved':
      return decision
    case 'tip_off':
    case 'complaint':
      return { ...decision, atOnce: true }
    default:
      return { ...decision, reason: 'upset' }
  }
}

const PERSON_AT_ONCE: Decision = { kind: 'ticket', reason: 'upset', code: null }
