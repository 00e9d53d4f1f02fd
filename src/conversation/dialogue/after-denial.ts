// What becomes of a turn in which somebody said that something else is meant.
import type { ItemCode } from '../../kernel/ids.ts'
import { refusalIn } from '../../retrieval/acts/refusals.ts'
import { answered, clarify } from '../decide.ts'
import type { Label } from '../options/ask-again.ts'
import { type Outcome, UNREAD } from '../outcome.ts'
import type { Denial } from './denial.ts'
import type { DialogueState } from './dialogue-state.ts'

/** Whoever says only what the matter is not, and not of what was answered, still means that. */
export function keptLast({ rest, isOfLast }: Denial, state: DialogueState): Outcome | null {
  const [last] = state.items
  if (rest !== '' || isOfLast || last === undefined || state.clarification !== null) return null
  const asked = { field: state.field, also: null }
  const decision = answered(last, asked, false)
  return { ...UNREAD, ...asked, decision, dependence: 'dependent', rule: 'denied' }
}

type After = Readonly<{ denial: Denial; state: DialogueState; label: Label }>

/**
 * What the rest came to, as it is owed to somebody who denied what was answered: without a matter of
 * its own it is asked for, and in anger a person is offered, with what was found where it is sure.
 */
export function afterDenial(outcome: Outcome, after: After): Outcome {
  if (!after.denial.isOfLast) return outcome
  const heard = isPassingOff(outcome) ? askedBack(outcome, after) : outcome
  const complained = { ...withFormerFirst(heard, after), complained: true }
  switch (owedFor(complained, after)) {
    case 'what_was_found':
      return complained
    case 'a_person':
      return {
        ...complained,
        decision: { kind: 'ticket', reason: 'upset', code: null },
        rule: 'anger',
      }
    case 'a_question':
      return withFormerFirst(askedBack(complained, after), after)
  }
}

/** Nobody who says that something else was meant is chatting or on the wrong door, nor refused for it. */
const isPassingOff = ({ decision, normalized }: Outcome): boolean =>
  decision.kind === 'smalltalk' ||
  decision.kind === 'redirect' ||
  (decision.kind === 'refuse' && refusalIn(normalized ?? '') === null)

function owedFor(
  { decision }: Outcome,
  { denial: { hasSubject, isAngry }, state }: After,
): 'what_was_found' | 'a_person' | 'a_question' {
  if (decision.kind !== 'answer' && decision.kind !== 'clarify') return 'what_was_found'
  const isAnswer = decision.kind === 'answer'
  if (isAnswer && (hasSubject || decision.code === state.items[0])) return 'what_was_found'
  const narrowsDown = !isAnswer && hasSubject && state.misses === 0
  if (isAngry && !narrowsDown) return 'a_person'
  return isAnswer ? 'a_question' : 'what_was_found'
}

const askedBack = (outcome: Outcome, { state, label }: After): Outcome =>
  outcome.retrieved === null
    ? outcome
    : {
        ...outcome,
        decision: clarify(outcome.retrieved, {
          state,
          field: outcome.field,
          reason: 'several_fit',
          label,
        }),
      }

const OPTIONS_MAX = 4

/** What was talked about before the wrong turn is the first of what may be meant. */
function withFormerFirst(outcome: Outcome, { state, label }: After): Outcome {
  const { decision } = outcome
  const former: ItemCode | undefined = state.items[0]
  if (former === undefined || decision.kind !== 'clarify') return outcome
  const others = decision.options.filter(({ code }) => code !== former)
  const options = [{ code: former, label: label(former) }, ...others].slice(0, OPTIONS_MAX)
  return { ...outcome, decision: { ...decision, options } }
}
