// What a message came to.
import type { ItemCode } from '../kernel/ids.ts'
import type { Retrieved } from '../retrieval/retrieve.ts'
import type { Decision, Field } from './decision.ts'
import type { Matter } from './dialogue/dialogue-state.ts'
import type { Dependence } from './dialogue/follow-up.ts'

/** What decides, or has the last word, where it is not the reading. */
export type Rule =
  | 'alarm'
  | 'danger'
  | 'smalltalk'
  | 'denied_guess'
  | 'other_office'
  | 'ticket_number'
  | 'how_soon'
  | 'filing'
  | 'person'
  | 'anger'
  | 'unhelped'
  | 'centre'
  | 'language'
  | 'pressed'
  | 'grumbling'
  | 'number'
  | 'known'
  | 'taken_back'
  | 'own_ticket'
  | 'office_phone'
  | 'tip_off'
  | 'counter'
  | 'where_exactly'
  | 'step_done'
  | 'which_step'
  | 'chosen'
  | 'none_of_these'
  | 'reply_unclear'
  | 'several_picked'
  | 'several_asked'
  | 'next_matter'
  | 'more_of_it'
  | 'denied'
  | 'missed_twice'
  | 'after_danger'

/** What a message came to, and what it was read as. */
export type Outcome = Readonly<{
  decision: Decision
  field: Field | null
  /** Another part that may be meant as well. */
  also: Field | null
  question: string | null
  /** The words that were read, normalised; null where nothing had to be read. */
  normalized: string | null
  retrieved: Retrieved | null
  dependence: Dependence
  /** What decided where it was not the reading: a guard, a choice, patience at its end. */
  rule: Rule | null
  /** The message says that what came before it was of no use. */
  complained: boolean
  /** Options that were said not to be meant. */
  denied: readonly ItemCode[]
  /** The matters of a message that asks about several, as they stand before its answer. */
  matters?: readonly Matter[]
}>

/** What is the same of every message that nothing was looked up for. */
export const UNREAD = {
  field: null,
  also: null,
  question: null,
  normalized: null,
  retrieved: null,
  complained: false,
  denied: [],
} as const satisfies Partial<Outcome>
