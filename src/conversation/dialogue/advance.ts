// The dialogue's state after a turn: what was talked about, what is still open.
import type { ItemCode, TurnId } from '../../kernel/ids.ts'
import { speaksEnglish } from '../compose/english.ts'
import type { Decision, TicketReason } from '../decision.ts'
import { asksForPart } from '../options/ask-again.ts'
import type { Outcome } from '../outcome.ts'
import { withBars } from './barred.ts'
import { type Danger, type DialogueState, QUESTION_MAX, withItem } from './dialogue-state.ts'
import { afterAnswer } from './matters-left.ts'
import { bringsSomething, missesAfter } from './patience.ts'

type Advance = Readonly<{
  turnId: TurnId
  now: Date
  /** What the answer began with. */
  head?: string | null
}>

/** The state after the turn that came to this outcome, at the instant `now`. */
export function advance(
  state: DialogueState,
  outcome: Outcome,
  { turnId, now, head = null }: Advance,
): DialogueState {
  const next = talkedAbout(withBars(state, outcome), outcome)
  return {
    ...next,
    offered: stillOffered(state, next),
    misses: missesAfter(state, outcome),
    brought: bringsSomething(outcome.decision) ? turnId : null,
    shown: shownSince(state, head),
    decided: decidedBy(state, outcome.decision),
    danger: dangerOf(outcome, state),
    ...(outcome.decision.kind === 'answer' && speaksEnglish(outcome.question ?? '')
      ? { toldInEnglish: true }
      : {}),
    at: now.toISOString(),
  }
}

const decidedBy = (state: DialogueState, decision: Decision) =>
  decision.kind === 'clarify' && decision.reason === 'matter_before' ? state.decided : decision.kind

/** What is offered for reading beside these is no more than near to what was said. */
const NEAR_AT_BEST: ReadonlySet<TicketReason> = new Set(['not_covered', 'complaint', 'tip_off'])

function talkedAbout(before: DialogueState, outcome: Outcome): DialogueState {
  const { decision, field, question } = outcome
  const state = { ...before, matters: outcome.matters ?? before.matters }
  switch (decision.kind) {
    case 'answer':
      return {
        ...withItem(state, decision.code, question ?? state.question ?? ''),
        matters: afterAnswer(state.matters, decision.code),
        field: decision.field,
      }
    case 'clarify':
      // Whether it is still the matter before leaves everything as it was.
      if (decision.reason === 'matter_before') return state
      return {
        ...state,
        clarification: {
          options: codesIn(decision),
          denied: [...(state.clarification?.denied ?? []), ...outcome.denied],
          field,
          question: [state.clarification?.question, question]
            .filter(Boolean)
            .join('，')
            .slice(-QUESTION_MAX),
          round: (state.clarification?.round ?? 0) + (isRound(state, outcome) ? 1 : 0),
        },
      }
    case 'ticket': {
      const about = aboutOf(decision, outcome)
      const items = about === null ? state : withItem(state, about, question ?? '')
      return { ...items, clarification: null }
    }
    default:
      return state
  }
}

/** What is told of reporting it is still about it. */
function dangerOf({ decision, rule }: Outcome, before: DialogueState): Danger | null {
  if (decision.kind === 'emergency') {
    return { reason: decision.reason, hotlines: decision.hotlines }
  }
  return rule === 'after_danger' && decision.kind === 'ticket' ? (before.danger ?? null) : null
}

/** What is stuck is what the next question is about; who complains in between goes back to what was before. */
function aboutOf(
  { reason, code, besides }: Extract<Decision, { kind: 'ticket' }>,
  outcome: Outcome,
): ItemCode | null {
  if (besides !== undefined) return besides.code
  return NEAR_AT_BEST.has(reason) ? null : (code ?? surest(outcome))
}

/** Asking for a part goes on with the question, and whoever denies the options has not answered in vain. */
const isRound = (state: DialogueState, outcome: Outcome) =>
  !asksForPart(outcome, state) && outcome.rule !== 'none_of_these'

const codesIn = ({ options }: Extract<Decision, { kind: 'clarify' }>): ItemCode[] =>
  options.map(({ code }) => code)

const SHOWN_MAX = 8

/** What answers in a row about one item have begun with. */
function shownSince({ shown }: DialogueState, head: string | null): readonly string[] {
  if (head === null) return []
  const [item] = head.split('|')
  return [...shown.filter((one) => one.split('|')[0] === item), head].slice(-SHOWN_MAX)
}

/** So many turns after it was settled a question asked back is still remembered. */
const OFFERED_TURNS = 2

/** Whoever has picked one option may go on to another, and has not forgotten them at once. */
function stillOffered(before: DialogueState, after: DialogueState): DialogueState['offered'] {
  if (after.clarification !== null) return null
  const settled = (before.clarification?.options ?? []).filter(
    (code) => !after.barred.includes(code),
  )
  if (settled.length > 0) return { options: settled, turns: OFFERED_TURNS }
  const { offered } = before
  if (offered === null) return null
  const [last] = after.items
  if (last !== undefined && last !== before.items[0] && offered.options.includes(last)) {
    return { ...offered, turns: OFFERED_TURNS }
  }
  return offered.turns > 1 ? { ...offered, turns: offered.turns - 1 } : null
}

const SUREST_MIN = 0.5

const surest = ({ retrieved }: Outcome): ItemCode | null =>
  retrieved !== null && retrieved.confidence >= SUREST_MIN
    ? (retrieved.hits[0]?.code ?? null)
    : null
