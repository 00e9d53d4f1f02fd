// A message in a dialogue that says what is not meant. The items that it is said of are barred, its
// words are not looked up, and what it says besides is read.
import { folded } from '../../kernel/folded.ts'
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { denialsIn } from '../../retrieval/acts/denials.ts'
import { refusalIn } from '../../retrieval/acts/refusals.ts'
import { clausesOf } from '../../retrieval/clauses.ts'
import { calledAs, isCalled, NAME_WHOLE_MIN } from '../../retrieval/names.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import { answered, clarify } from '../decide.ts'
import type { Label } from '../options/ask-again.ts'
import type { OptionReply } from '../options/option-reply.ts'
import { type Outcome, UNREAD } from '../outcome.ts'
import type { DialogueState } from './dialogue-state.ts'

export type Denial = Readonly<{
  /** What is said besides; empty when nothing is. */
  rest: string
  /** What is not meant. */
  codes: readonly ItemCode[]
  /** Whether that is what was just answered. */
  isOfLast: boolean
  /** Whether the rest says which matter it is. */
  hasSubject: boolean
  isAngry: boolean
}>

type Around = Readonly<{
  state: DialogueState
  items: readonly ServiceItem[]
  /** The item that is found first for these words. */
  find: (words: string) => Promise<ItemCode | null>
}>

/** From here on what is said besides is a subject, in characters of its own. */
const SUBJECT_MIN = 2
/** Each is a whole search; people deny one thing or two, and a message that lists hundreds gets no more. */
const DENIED_MAX = 4

const ANGRY =
  /[!！]{2,}|你们?(?:怎么|咋)?(?:老|总)|(?:说|讲|问)了(?:几|多少|好几|三|两|八百)[遍次]/u

/** What the message denies in its dialogue, or null when that is nothing. */
export async function denialIn(normalized: string, around: Around): Promise<Denial | null> {
  const { state, items, find } = around
  if (state.items.length === 0 && state.clarification === null) return null
  const shown = items.filter((item) => isShown(item, state))
  const { denied, rest } = denialsIn(normalized, (words) =>
    shown.some((item) => isWordFor(words, item)),
  )
  if (denied.length === 0) return null
  const hasSubject = ownSubject(rest) >= SUBJECT_MIN
  const [found, foundInstead] = await Promise.all([
    Promise.all([...new Set(denied)].slice(0, DENIED_MAX).map(find)),
    hasSubject ? find(wantedIn(rest)) : null,
  ])
  const isInName = ({ name }: ServiceItem) =>
    denied.some((words) => words.length >= SUBJECT_MIN && folded(name).includes(words))
  const isMeant = (item: ServiceItem) =>
    found.includes(item.code) ||
    (isShown(item, state) && denied.some((words) => isWordFor(words, item)))
  // What the denied words mean is denied, unless the rest names it or finds it as well.
  const codes = items
    .filter((item) => !isCalled(rest, item))
    .filter((item) => isInName(item) || (item.code !== foundInstead && isMeant(item)))
    .map(({ code }) => code)
  return {
    rest,
    codes,
    isOfLast: codes.some((code) => code === state.items[0]),
    hasSubject,
    isAngry: ANGRY.test(normalized),
  }
}

/** What was just answered, or is on offer. */
const isShown = ({ code }: ServiceItem, { items, clarification }: DialogueState) =>
  code === items[0] || clarification?.options.includes(code) === true

/** What is asked for beside what is behind somebody already. */
function wantedIn(rest: string): string {
  const clauses = clausesOf(rest.replaceAll(/\s+/gu, '，')).filter(
    ({ kind, text }) => kind !== 'done' && doneIn(text).length === 0,
  )
  return clauses.length === 0 ? rest : clauses.map(({ text }) => text).join('')
}

/** Words that stand in one of its names, or shorten its name: 「国内船」 for 国内航行船舶. */
const isWordFor = (words: string, item: ServiceItem): boolean =>
  isPieceOf(words, item) ||
  (words.length >= SUBJECT_MIN && [...words].every((sign) => item.name.includes(sign)))

const isPieceOf = (words: string, item: ServiceItem): boolean =>
  calledAs(item).some(
    (name) => name.includes(words) || (name.length >= NAME_WHOLE_MIN && words.includes(name)),
  )

/** The open options that are denied, as a reply to them; null when none is. */
export function deniedOptions(
  denial: Denial | null,
  { clarification }: DialogueState,
): OptionReply {
  const codes = (clarification?.options ?? []).filter((code) => denial?.codes.includes(code))
  return denial === null || codes.length === 0 ? null : { kind: 'denied', codes, rest: denial.rest }
}

/** What is behind somebody, as its verb and object: 「已经开过户了」, 「户早就开好了」 is 开户. */
const DONE: readonly RegExp[] = [
  /^(?:我们?|咱们?|公司)?(?:已经?|早就?)(?<verb>.{1,4}?)(?:过|好|完)(?<object>.{0,4}?)了$/u,
  /^(?:我们?|咱们?|公司)?(?<object>.{1,6}?)(?:已经?|早就?|都)?(?<verb>.)(?:过|好|完)了$/u,
]

/** The open options that are done already, as a reply to them, where something else is said besides. */
export function doneOptions(
  normalized: string,
  { state, items }: Pick<Around, 'state' | 'items'>,
): OptionReply {
  const options = state.clarification?.options ?? []
  const clauses = clausesOf(normalized)
  const done = clauses.flatMap(({ text, kind }) => (kind === 'done' ? doneIn(text) : []))
  const rest = clauses.flatMap(({ text, kind }) => (kind === 'done' ? [] : [text])).join('')
  if (options.length === 0 || done.length === 0 || ownSubject(rest) < SUBJECT_MIN) return null
  const codes = items
    .filter((item) => options.includes(item.code) && !isCalled(rest, item))
    .filter((item) => done.some((words) => isPieceOf(words, item)))
    .map(({ code }) => code)
  return codes.length === 0 ? null : { kind: 'denied', codes, rest }
}

function doneIn(clause: string): string[] {
  const text = clause.replace(/[^\p{L}\p{N}]+$/u, '')
  const said = DONE.map((frame) => frame.exec(text)?.groups)
  return said.flatMap((found) =>
    found === undefined ? [] : [`${found['verb']}${found['object']}`],
  )
}

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
export function afterDenial(outcome: Outcome, { denial, state, label }: After): Outcome {
  const { isOfLast, hasSubject, isAngry } = denial
  if (!isOfLast) return outcome
  const [before] = state.items
  const read = isPassingOff(outcome) ? askedBack(outcome, { state, label }) : outcome
  const complained = beginningWith(before, label, { ...read, complained: true })
  const { decision, retrieved, field } = complained
  if (decision.kind === 'answer' && (hasSubject || decision.code === before)) return complained
  const asksFor = decision.kind === 'clarify' && hasSubject && state.misses === 0
  if (isAngry && !asksFor && (decision.kind === 'answer' || decision.kind === 'clarify')) {
    return {
      ...complained,
      decision: { kind: 'ticket', reason: 'upset', code: null },
      rule: 'anger',
    }
  }
  return decision.kind === 'answer' && retrieved !== null
    ? beginningWith(before, label, {
        ...complained,
        decision: clarify(retrieved, { state, field, reason: 'several_fit', label }),
      })
    : complained
}

/** Nobody who says that something else was meant is chatting or on the wrong door, nor refused for it. */
const isPassingOff = ({ decision, normalized }: Outcome): boolean =>
  decision.kind === 'smalltalk' ||
  decision.kind === 'redirect' ||
  (decision.kind === 'refuse' && refusalIn(normalized ?? '') === null)

const askedBack = (outcome: Outcome, { state, label }: Omit<After, 'denial'>): Outcome =>
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
function beginningWith(before: ItemCode | undefined, label: Label, outcome: Outcome): Outcome {
  const { decision } = outcome
  if (before === undefined || decision.kind !== 'clarify') return outcome
  const others = decision.options.filter(({ code }) => code !== before)
  const options = [{ code: before, label: label(before) }, ...others].slice(0, OPTIONS_MAX)
  return { ...outcome, decision: { ...decision, options } }
}
