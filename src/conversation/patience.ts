// Where somebody has had enough: anger, and two turns in a row that brought nothing, give the matter
// to a person at once. Nobody who is angry is asked back, chatted with or told the rules.
import { ownTicketIn } from '../retrieval/own-ticket.ts'
import { isAbusive, refusalIn } from '../retrieval/signals.ts'
import type { Decision, TicketReason } from './decision.ts'
import type { DialogueState } from './dialogue-state.ts'
import type { Rule } from './outcome.ts'

type Turn = Readonly<{
  decision: Decision
  rule: Rule | null
  /** The message says that the answer before it was of no use. */
  complained: boolean
}>

const MISSES_MAX = 2

const BROUGHT_NOTHING: ReadonlySet<TicketReason> = new Set<TicketReason>([
  'not_covered',
  'below_threshold',
  'clarified_twice',
  'missed_twice',
])

const isMiss = ({ decision, complained }: Turn) =>
  complained || (decision.kind === 'ticket' && BROUGHT_NOTHING.has(decision.reason))

/** Turns in a row that brought nothing, this one among them. An answer that nobody complains of ends them. */
export function missesAfter(state: DialogueState, turn: Turn): number {
  const before = state.answered && !turn.complained ? 0 : state.misses
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
    : { ...turn, rule: 'missed_twice', decision: { kind: 'ticket', reason: 'missed_twice', code } }
}

function bringsSomething(decision: Decision): boolean {
  if (decision.kind === 'clarify' || decision.kind === 'smalltalk') return false
  if (decision.kind !== 'ticket') return true
  return decision.reason !== 'not_covered' && decision.reason !== 'below_threshold'
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
      return inAngerGiven(decision)
    case 'smalltalk':
      return PERSON_AT_ONCE
    case 'clarify':
      return isAbusive(normalized) ? PERSON_AT_ONCE : decision
    case 'refuse':
      // What is no pattern of an attack is more likely abuse than an attack.
      return isAbusive(normalized) && refusalIn(normalized) === null ? PERSON_AT_ONCE : decision
    case 'status':
      return ownTicketIn(normalized) === null ? PERSON_AT_ONCE : decision
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
