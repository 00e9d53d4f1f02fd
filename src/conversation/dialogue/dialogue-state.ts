// What is remembered between the turns of one dialogue. Small, serialisable, and it expires.
import type { ItemCode, TurnId } from '../../kernel/ids.ts'
import type { DangerKind } from '../../knowledge/reply.ts'
import { type DecisionKind, FIELDS, type Field } from '../decision.ts'

/** So many times a question is asked back; then it is a person's turn. */
const ROUNDS_MAX = 2

type OpenClarification = Readonly<{
  options: readonly ItemCode[]
  /** What was offered for it and is not meant. */
  denied: readonly ItemCode[]
  field: Field | null
  /** The question that was unclear, to be read again together with the answer. */
  question: string
  /** How many times it has been asked back so far. */
  round: number
}>

/** One of several matters in one message. */
export type Matter = Readonly<{
  code: ItemCode
  /** What was said of it. */
  words: string
  /** The part of the record that these words ask for. */
  field: Field | null
  /** Whether the item is as sure as for an answer; else it is asked for once more. */
  isSure: boolean
  isAnswered: boolean
}>

/** What it is, and keys of the hotlines to call. */
export type Danger = Readonly<{ reason: DangerKind; hotlines: readonly string[] }>

export type DialogueState = Readonly<{
  /** Items talked about, the latest first. */
  items: readonly ItemCode[]
  /** The part of the record last asked for. */
  field: Field | null
  /** The last question in full, as it was understood. */
  question: string | null
  clarification: OpenClarification | null
  /** What was asked about them in the person's own words, the latest first. */
  asked: readonly Readonly<{ code: ItemCode; question: string }>[]
  /** What was shown and is not meant, as was said; until it is named again. */
  barred: readonly ItemCode[]
  /** What the last answers, all about one item, began with; the latest last. */
  shown: readonly string[]
  /** The options of the question asked back last, which can be named by their place for a few turns more. */
  offered: Readonly<{ options: readonly ItemCode[]; turns: number }> | null
  /** What the person last asked of several matters in one message, in that order. */
  matters: readonly Matter[]
  /** What was answered, in the order in which it first was. */
  answered: readonly ItemCode[]
  /** Turns in a row that brought the person nothing. */
  misses: number
  /** The last turn, where it brought something; whoever complains next complains of it. */
  brought: TurnId | null
  /** What the last turn came to. */
  decided: DecisionKind | null
  /** Which danger was just told of, and whom to call. */
  danger?: Danger | null
  /** That the records are in Chinese only was said, in English. */
  toldInEnglish?: true
  /** When the last turn was, ISO 8601. */
  at: string
}>

const CONTEXT_MS = 30 * 60_000
const ITEMS_MAX = 4
const ANSWERED_MAX = 6
export const BARRED_MAX = 12
export const QUESTION_MAX = 300

/** The start of a dialogue. */
export const freshState = (now: Date): DialogueState => ({
  items: [],
  field: null,
  question: null,
  clarification: null,
  asked: [],
  barred: [],
  shown: [],
  offered: null,
  matters: [],
  answered: [],
  misses: 0,
  brought: null,
  decided: null,
  at: now.toISOString(),
})

/** The state that another matter is read in: nothing that was talked about speaks for anything. */
export const leftBehind = (state: DialogueState): DialogueState => ({
  ...state,
  items: [],
  field: null,
  question: null,
  clarification: null,
  offered: null,
})

/** Whether the question has been asked back as often as it may be. */
export const isLastRound = ({ clarification }: DialogueState): boolean =>
  (clarification?.round ?? 0) >= ROUNDS_MAX

/** The stored state, or a fresh one when it is too old, of an older version's form, or absent. */
export function recallState(stored: unknown, now: Date): DialogueState {
  if (!isState(stored)) return freshState(now)
  const age = now.getTime() - Date.parse(stored.at)
  return age >= 0 && age <= CONTEXT_MS ? stored : freshState(now)
}

/** The state with one more item in front; what is kept is bounded. */
export function withItem(state: DialogueState, code: ItemCode, whole: string): DialogueState {
  const items = [code, ...state.items.filter((known) => known !== code)].slice(0, ITEMS_MAX)
  const question = whole.slice(0, QUESTION_MAX)
  const before = state.asked.filter((one) => one.code !== code)
  const asked = [{ code, question }, ...before].slice(0, ANSWERED_MAX)
  const answered = [...new Set([...state.answered, code])].slice(0, ANSWERED_MAX)
  return { ...state, items, asked, answered, question, clarification: null }
}

/**
 * The state after a vote against an answer: the last one then brought nothing. A second vote says no
 * more, and one against an older answer nothing of how the dialogue stands.
 */
export const disappointed = (state: DialogueState, turn: TurnId): DialogueState =>
  state.brought === turn ? { ...state, misses: state.misses + 1, brought: null } : state

const isText = (value: unknown) => typeof value === 'string'
const isTextOrNull = (value: unknown) => value === null || isText(value)
const isObjectOrNull = (value: unknown) => typeof value === 'object'

const FORM: Readonly<Record<keyof DialogueState, (value: unknown) => boolean>> = {
  items: Array.isArray,
  field: (value) => value === null || FIELDS.includes(value as Field),
  question: isTextOrNull,
  clarification: isObjectOrNull,
  asked: Array.isArray,
  barred: Array.isArray,
  shown: Array.isArray,
  offered: isObjectOrNull,
  matters: Array.isArray,
  answered: Array.isArray,
  misses: (value) => typeof value === 'number',
  brought: isTextOrNull,
  decided: isTextOrNull,
  danger: (value) => value === undefined || isObjectOrNull(value),
  toldInEnglish: (value) => value === undefined || value === true,
  at: (value) => isText(value) && !Number.isNaN(Date.parse(value as string)),
}

function isState(value: unknown): value is DialogueState {
  if (typeof value !== 'object' || value === null) return false
  const state: Readonly<Record<string, unknown>> = { ...value }
  return Object.entries(FORM).every(([name, isSo]) => isSo(state[name]))
}
