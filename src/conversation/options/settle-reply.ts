// What follows from a reply to options by itself, before anything is looked up.
import type { ItemCode } from '../../kernel/ids.ts'
import { isCued } from '../../retrieval/field-cues.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import type { Snapshot } from '../../retrieval/snapshot.ts'
import { fieldOfChoice } from '../asked-field.ts'
import { answered } from '../decide.ts'
import type { Field } from '../decision.ts'
import type { DialogueState } from '../dialogue/dialogue-state.ts'
import { matterOf } from '../dialogue/matters-left.ts'
import { type Outcome, UNREAD } from '../outcome.ts'
import { askBack, askWhatIsMeant, type Label } from './ask-again.ts'
import type { OptionReply } from './option-reply.ts'

type Heard = Readonly<{ normalized: string; state: DialogueState }>

/** A reply to options is nothing without the question. */
const REPLIED = { ...UNREAD, dependence: 'dependent' } as const

/** What is said beside 都不是 counts from here on, in characters of its own. */
const DETAIL_MIN = 2

/** Null when what was said besides has to be read. */
export function settleReply(
  snapshot: Snapshot,
  { normalized, state }: Heard,
  reply: NonNullable<OptionReply>,
): Outcome | null {
  const pick = (code: ItemCode, rest: string): Outcome => {
    const matter = isCued(rest) ? undefined : matterOf(state, code)
    const field = matter?.field ?? fieldOfChoice(snapshot, { normalized, state, code }, rest)
    const isAsked = isCued(rest) || ownSubject(rest) >= DETAIL_MIN
    // What is asked beside the choice is the question now.
    return { ...chosen(code, field, state), ...(isAsked ? { question: rest } : {}) }
  }
  switch (reply.kind) {
    case 'undecided':
      return askedAgain(snapshot, state, optionsLeft(state))
    case 'picked': {
      const [first, ...others] = reply.codes
      return others.length === 0 ? pick(first!, reply.rest) : withOthers(pick(first!, ''), others)
    }
    case 'denied': {
      if (ownSubject(reply.rest) >= DETAIL_MIN) return null
      const left = optionsLeft(state, reply.codes)
      if (left.length === 0) return noneOfThese(state)
      return left.length === 1
        ? pick(left[0]!, reply.rest)
        : { ...askedAgain(snapshot, state, left), denied: reply.codes }
    }
  }
}

function askedAgain(snapshot: Snapshot, state: DialogueState, codes: readonly ItemCode[]): Outcome {
  const field = state.clarification?.field ?? null
  const reason = 'reply_unclear'
  const decision = askBack(state, { codes, field, reason, label: labelsOf(snapshot) })
  return { ...REPLIED, decision, field, rule: reason }
}

/** Of several that are wanted the first is shown, with the others to be opened next. */
function withOthers(first: Outcome, codes: readonly ItemCode[]): Outcome {
  const { decision } = first
  if (decision.kind !== 'answer') return first
  const others = codes.map((code) => ({ code, field: decision.field }))
  return { ...first, decision: { ...decision, others }, rule: 'several_picked' }
}

/** An option that was pressed or named; one of an older card does not answer the question now open. */
export function chosen(code: ItemCode, field: Field | null, state: DialogueState): Outcome {
  const open = optionsLeft(state).includes(code) ? state.clarification : null
  const matter = matterOf(state, code)
  const asked = field ?? matter?.field ?? open?.field ?? null
  return {
    ...REPLIED,
    decision: answered(code, { field: asked, also: null }, false),
    field: asked,
    question: matter?.words ?? open?.question ?? null,
    rule: 'chosen',
  }
}

/** 都不是. Pressed twice or on an older card it denies nothing, and nobody has been let down by it. */
export function noneOfThese(state: DialogueState): Outcome {
  const rule = 'none_of_these'
  if (optionsLeft(state).length === 0) {
    return { ...REPLIED, decision: { kind: 'smalltalk', reason: 'opener' }, rule }
  }
  return {
    ...REPLIED,
    decision: askWhatIsMeant(state),
    field: state.clarification?.field ?? null,
    rule,
    // What was offered brought nothing.
    complained: true,
    denied: optionsLeft(state),
  }
}

/** The question is still open, but these are not meant. */
export const withoutOptions = (
  state: DialogueState,
  denied: readonly ItemCode[],
): DialogueState => ({
  ...state,
  clarification: state.clarification && {
    ...state.clarification,
    options: optionsLeft(state, denied),
  },
})

const optionsLeft = (
  { clarification }: DialogueState,
  denied: readonly ItemCode[] = [],
): ItemCode[] => (clarification?.options ?? []).filter((code) => !denied.includes(code))

export const labelsOf =
  ({ base }: Snapshot): Label =>
  (code) =>
    base.items.find((item) => item.code === code)?.name ?? code
