// A question is asked back, and asked once more where the answer did not say which is meant; after
// the last round it is a person's turn.
import type { ItemCode } from '../../kernel/ids.ts'
import { isCued } from '../../retrieval/field-cues.ts'
import type { Decision, Field, Option } from '../decision.ts'
import { type DialogueState, isLastRound } from '../dialogue/dialogue-state.ts'
import type { Outcome } from '../outcome.ts'

export type Label = (code: ItemCode) => string

/** What is asked back: these options, and the part of the record that is wanted of one of them. */
type Asking = Readonly<{
  codes: readonly ItemCode[]
  field: Field | null
  reason: Extract<Decision, { kind: 'clarify' }>['reason']
  label: Label
}>

/** Asked back, or after the last round given to a person: a dispatcher will find it. */
export const askBack = (state: DialogueState, asking: Asking): Decision =>
  isLastRound(state)
    ? { kind: 'ticket', reason: 'clarified_twice', code: null }
    : askOnceMore(asking)

/** Asked back whatever the round. */
export const askOnceMore = ({ codes, field, reason, label }: Asking): Decision => ({
  kind: 'clarify',
  field,
  options: codes.map((code): Option => ({ code, label: label(code) })),
  reason,
})

/** 「那多久能下来」 goes on with the question while it is open, and is no answer that failed to say which. */
export const asksForPart = (
  { normalized, dependence }: Pick<Outcome, 'normalized' | 'dependence'>,
  { clarification }: DialogueState,
): boolean =>
  clarification !== null &&
  clarification.options.length > 0 &&
  dependence === 'dependent' &&
  normalized !== null &&
  isCued(normalized)

/** None of the options is meant: the person is asked what is, with the ticket on offer. */
export function askWhatIsMeant(state: DialogueState): Decision {
  if (state.clarification === null || isLastRound(state)) {
    return { kind: 'ticket', reason: 'not_covered', code: null }
  }
  return { kind: 'clarify', field: state.clarification.field, options: [], reason: 'none_fits' }
}
