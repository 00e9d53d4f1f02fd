// Which part of an item's record a message asks for, and which other it may be asking for besides.
import type { ItemCode } from '../kernel/ids.ts'
import { isCued } from '../retrieval/field-cues.ts'
import { type FieldGuess, guessFields } from '../retrieval/learning/field-model.ts'
import type { Snapshot } from '../retrieval/snapshot.ts'
import type { Field } from './decision.ts'
import type { DialogueState } from './dialogue/dialogue-state.ts'
import type { Dependence } from './dialogue/follow-up.ts'
import { partsIn } from './parts-asked.ts'

export type AskedFields = Readonly<{
  /** Null when no part is asked for: the overview is shown, and what is asked next may say more. */
  field: Field | null
  /** Shown below the first, because both are asked for or it is not sure which. */
  also: Field | null
}>

type Heard = Readonly<{
  normalized: string
  state: DialogueState
  dependence: Dependence
  /** The item that the message is most likely about. */
  code: ItemCode | null
  /** It is nothing but the name of that item. */
  isName?: boolean
}>

/** What a message asks for in its dialogue. */
export function askedField({ fields }: Snapshot, heard: Heard): AskedFields {
  const { normalized, code } = heard
  const cued = isCued(normalized)
  const kept = cued ? null : keptField(heard)
  if (kept !== null) return { field: kept, also: null }
  if (heard.isName === true && !cued) return { field: null, also: null }
  return fromGuesses(guessFields(fields, normalized, code), { cued, parts: partsIn(normalized) })
}

/** What is asked of a chosen option, by the words beside it or as before; often nothing is. */
export function fieldOfChoice(
  { fields }: Snapshot,
  {
    normalized,
    state,
    code,
  }: Readonly<{ normalized: string; state: DialogueState; code: ItemCode }>,
  rest: string,
): Field | null {
  if (isCued(rest)) return guessFields(fields, rest, code)[0]?.field ?? null
  return keptField({ normalized, state, dependence: 'dependent', code })
}

const SAME_OF = /呢[?？]?$|^(?:and |but |so )?(?:what|how) about\b/u

/** The answer to a question asked back keeps its part; 「那外资的呢」 asks of another item the same. */
function keptField({ normalized, state, dependence }: Heard): Field | null {
  if (dependence === 'new') return null
  if (state.clarification !== null) return state.clarification.field
  return SAME_OF.test(normalized) ? state.field : null
}

/** A part as likely as this is shown too (measured: in one answer of four, and then often the one meant). */
const ALSO_MIN = 0.1

function fromGuesses(
  [first, second]: readonly FieldGuess[],
  { cued, parts }: Readonly<{ cued: boolean; parts: readonly Field[] }>,
): AskedFields {
  const isNone = first === undefined || (!cued && first.field === 'overview')
  const isAsked = first !== undefined && parts.includes(first.field)
  const other = isAsked ? parts.find((field) => field !== first.field) : undefined
  const isClose = second !== undefined && second.probability >= ALSO_MIN
  return {
    field: isNone ? null : first.field,
    also: other ?? (isClose ? second.field : null),
  }
}
