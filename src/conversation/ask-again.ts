// A question asked back was answered without saying which is meant: it is asked once more with what
// is still open, and after the last round it is a person's turn.
import type { ItemCode } from '../kernel/ids.ts'
import { isCued } from '../retrieval/field-cues.ts'
import type { Decision, Field, Option } from './decision.ts'
import { type DialogueState, isLastRound } from './dialogue-state.ts'
import type { Outcome } from './outcome.ts'

export type Label = (code: ItemCode) => string
type Reason = Extract<Decision, { kind: 'clarify' }>['reason']

/** The options that are still open, asked about once more. */
export function askAgain(
  state: DialogueState,
  codes: readonly ItemCode[],
  reason: Reason,
  label: Label,
): Decision {
  if (isLastRound(state)) return { kind: 'ticket', reason: 'clarified_twice', code: null }
  const field = state.clarification?.field ?? null
  return { kind: 'clarify', field, options: labelled(codes, label), reason }
}

const labelled = (codes: readonly ItemCode[], label: Label) =>
  codes.map((code): Option => ({ code, label: label(code) }))

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

/** The same options with the part that is asked for now; it is no round of its own. */
export const askWithPart = (
  codes: readonly ItemCode[],
  field: Field | null,
  label: Label,
): Decision => ({
  kind: 'clarify',
  field,
  options: labelled(codes, label),
  reason: 'reply_unclear',
})

/** None of the options is meant: the person is asked what is, with the ticket on offer. */
export function askWhatIsMeant(state: DialogueState): Decision {
  if (state.clarification === null || isLastRound(state)) {
    return { kind: 'ticket', reason: 'not_covered', code: null }
  }
  return { kind: 'clarify', field: state.clarification.field, options: [], reason: 'none_fits' }
}

/** Several are meant: which to begin with is asked, but in the last round the first is shown. */
export const firstOfSeveral = (
  state: DialogueState,
  codes: readonly ItemCode[],
): ItemCode | null => (codes.length === 1 || isLastRound(state) ? (codes[0] ?? null) : null)
