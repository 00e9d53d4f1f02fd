// A message in a dialogue that says what is not meant. The items that it is said of are barred, its
// words are not looked up, and what it says besides is read.
import { folded } from '../../kernel/folded.ts'
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { denialsIn } from '../../retrieval/acts/denials.ts'
import { clausesOf } from '../../retrieval/clauses.ts'
import { isCalled } from '../../retrieval/names.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import type { OptionReply } from '../options/option-reply.ts'
import type { DialogueState } from './dialogue-state.ts'
import { doneIn } from './done.ts'
import { isPieceOf, SUBJECT_MIN } from './item-words.ts'

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

/** The open options that are denied, as a reply to them; null when none is. */
export function deniedOptions(
  denial: Denial | null,
  { clarification }: DialogueState,
): OptionReply {
  const codes = (clarification?.options ?? []).filter((code) => denial?.codes.includes(code))
  return denial === null || codes.length === 0 ? null : { kind: 'denied', codes, rest: denial.rest }
}
