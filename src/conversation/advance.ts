// The dialogue's state after a turn: what was talked about, what is still open.
import type { ItemCode } from '../kernel/ids.ts'
import { type DialogueState, withItem } from './dialogue-state.ts'
import { missesAfter } from './patience.ts'
import type { Outcome } from './understand.ts'

/** The state after this outcome, at the instant `now`. */
export function advance(state: DialogueState, outcome: Outcome, now: Date): DialogueState {
  const misses = missesAfter(state, outcome)
  const answered = outcome.decision.kind === 'answer'
  return { ...talkedAbout(state, outcome), misses, answered, at: now.toISOString() }
}

function talkedAbout(state: DialogueState, outcome: Outcome): DialogueState {
  const { decision, field, question } = outcome
  switch (decision.kind) {
    case 'answer':
      return {
        ...withItem(state, decision.code, question ?? state.question ?? ''),
        field: decision.field,
      }
    case 'clarify':
      return {
        ...state,
        clarification: {
          options: decision.options.map((option) => option.code),
          field,
          question: [state.clarification?.question, question]
            .filter(Boolean)
            .join('，')
            .slice(-300),
          round: (state.clarification?.round ?? 0) + 1,
        },
      }
    case 'ticket': {
      // What a grievance is about is what the next question is about.
      const about = decision.code ?? surest(outcome)
      const items = about === null ? state : withItem(state, about, question ?? '')
      return { ...items, clarification: null }
    }
    default:
      return state
  }
}

const SUREST_MIN = 0.5

const surest = ({ retrieved }: Outcome): ItemCode | null =>
  retrieved !== null && retrieved.confidence >= SUREST_MIN
    ? (retrieved.hits[0]?.code ?? null)
    : null
