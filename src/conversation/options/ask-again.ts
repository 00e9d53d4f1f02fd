// A question is asked back, and asked once more where the answer did not say which is meant; after
// the last round it is a person's turn.
import type { ItemCode } from '../../kernel/ids.ts'
import { isCued } from '../../retrieval/field-cues.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
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

/** Of which part is asked, and never which of several: 「要跑几趟」, 「网上能办吗」, 「一个月补多少」. */
const PART_WORDS = new RegExp(
  [
    '跑|趟|次|快|久|申请|办理|单据|表格?|网上|线上|现场|本人|亲自|收费|要求|手续',
    // Amounts.
    '补贴|补助|奖励|额度|金额|上限|最[多高少低]|[补贷奖赔退百千万]|一(?:个?月|年|家|人)|每(?:个?月|年|人)',
    '\\b(?:counter|window|office|desk|address|apply|handle|online|person)\\b',
  ].join('|'),
  'gu',
)

const saysOnlyPart = (normalized: string, dependence: Outcome['dependence']): boolean =>
  dependence === 'dependent' || ownSubject(normalized.replace(PART_WORDS, '')) === 0

/** 「那多久能下来」 goes on with the question while it is open, and is no answer that failed to say which. */
export const asksForPart = (
  { normalized, dependence }: Pick<Outcome, 'normalized' | 'dependence'>,
  { clarification }: DialogueState,
): boolean =>
  clarification !== null &&
  clarification.options.length > 0 &&
  normalized !== null &&
  saysOnlyPart(normalized, dependence) &&
  isCued(normalized)

/** None of the options is meant: the person is asked what is, with the ticket on offer. */
export function askWhatIsMeant(state: DialogueState): Decision {
  if (state.clarification === null || isLastRound(state)) {
    return { kind: 'ticket', reason: 'not_covered', code: null }
  }
  return { kind: 'clarify', field: state.clarification.field, options: [], reason: 'none_fits' }
}
