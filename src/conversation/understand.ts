// What one message means in its dialogue: from the text to a decision, with the reading behind it.
// Danger comes first, then replies to open options, then what needs no reading (`intent/guards.ts`);
// what is left is looked up, and decided by what it is taken for (`read.ts`).
import type { ItemCode } from '../kernel/ids.ts'
import { askedAgain } from '../retrieval/acts/asked-again.ts'
import { dangerIn } from '../retrieval/acts/danger.ts'
import type { Field } from './decision.ts'
import { atCounter } from './dialogue/at-counter.ts'
import { type Denial, denialIn, deniedOptions } from './dialogue/denial.ts'
import { leftBehind } from './dialogue/dialogue-state.ts'
import { doneOptions } from './dialogue/done.ts'
import { inDistrict } from './dialogue/in-district.ts'
import { nextMatter, ofNextMatter } from './dialogue/matters-left.ts'
import { moreOfIt } from './dialogue/more-of-it.ts'
import { complainsOf } from './dialogue/patience.ts'
import { firstFound, foundFor, itemIn, type Turn, wordedAs } from './dialogue/read-in-dialogue.ts'
import { stepDone } from './dialogue/step-done.ts'
import { whereExactly } from './dialogue/where-exactly.ts'
import { whichStep } from './dialogue/which-step.ts'
import { type HeardText, hear } from './hear.ts'
import { guarded } from './intent/guards.ts'
import { type OptionReply, replyToOptions } from './options/option-reply.ts'
import { chosen, noneOfThese, settleReply, withoutOptions } from './options/settle-reply.ts'
import { type Outcome, UNREAD } from './outcome.ts'
import { readBeyondLast, readDenied, readIn } from './read.ts'

/** What came in: words, a chosen option, or the button 都不是. */
export type Said =
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: 'chosen'; code: ItemCode; field: Field | null }>
  | Readonly<{ kind: 'none_of_these' }>

/** What a turn comes to by itself: it reads, decides, and writes nothing. */
export async function understand(turn: Turn, said: Said): Promise<Outcome> {
  switch (said.kind) {
    case 'text':
      return understandText(turn, said.text)
    case 'chosen':
      return chosen(said.code, said.field, turn.state)
    case 'none_of_these':
      return noneOfThese(turn.state)
  }
}

async function understandText(before: Turn, raw: string): Promise<Outcome> {
  const { turn, heard } = hear(before, raw)
  const { state } = turn
  const { normalized } = heard.alone
  // A number may be an option's; nothing is picked or denied in danger.
  if (dangerIn(normalized) !== null) return plainly(turn, heard) ?? readBeyondLast(turn, heard)
  const again = askedAgain(normalized)
  if (again !== null) return { ...(await understandText(turn, again)), complained: true }
  const denial = await denialOf(turn, normalized)
  const reply = replyOf(turn, normalized, denial)
  if (reply !== null) return replied(turn, heard, reply)
  return (
    atCounter(normalized, state) ??
    whereExactly(heard.text, normalized, state) ??
    inDistrict(heard.text, normalized, { state, districts: turn.deps.snapshot.base.districts }) ??
    whichStep(heard.text, normalized, state) ??
    stepDone(heard.text, normalized, { state, itemOf: (code) => itemIn(turn.deps, code) }) ??
    plainly(turn, heard) ??
    (await goneOnToNext(turn, normalized)) ??
    moreOfIt(normalized, state) ??
    (denial === null ? readBeyondLast(turn, heard) : readDenied(turn, heard, denial))
  )
}

/** 「下一个」: the next of several matters, read by its own words, or null where none is asked for. */
async function goneOnToNext(turn: Turn, normalized: string): Promise<Outcome | null> {
  const { state } = turn
  const next = nextMatter(normalized, state)
  if (next === null) return null
  const read = next.isSure
    ? chosen(next.code, next.field, state)
    : await understandText({ ...turn, state: leftBehind(state) }, next.words)
  return ofNextMatter(read, next, state)
}

/** What needs no reading, or null. */
function plainly({ state, tickets }: Turn, { text, raw, alone }: Omit<HeardText, 'notMeant'>) {
  const { normalized } = alone
  const plain = guarded({
    normalized,
    text,
    raw,
    decided: state.decided,
    before: state.question,
    tickets,
  })
  if (plain === null) return null
  const complained = complainsOf(normalized, state)
  return { ...UNREAD, question: text, dependence: 'new', ...plain, complained } as const
}

/** What is not meant, found by the same search as everything else. */
const denialOf = (turn: Turn, normalized: string): Promise<Denial | null> =>
  denialIn(normalized, {
    state: turn.state,
    items: turn.deps.snapshot.base.items,
    find: (words) => firstFound(turn, words),
  })

/** What the message says to the open options: picked, denied, or done already. */
const replyOf = ({ deps, state }: Turn, normalized: string, denial: Denial | null): OptionReply =>
  replyToOptions(normalized, state) ??
  deniedOptions(denial, state) ??
  doneOptions(normalized, { state, items: deps.snapshot.base.items })

/** A reply to options settles by itself, unless what is said besides has to be read. */
async function replied(
  turn: Turn,
  { alone, notMeant }: HeardText,
  reply: NonNullable<OptionReply>,
): Promise<Outcome> {
  const { deps, state } = turn
  const besides = { ...wordedAs(deps, reply.rest), raw: reply.rest }
  const plain = plainly(turn, besides)
  const isChat = plain?.decision.kind === 'smalltalk'
  if (plain !== null && !isChat) return plain
  const picking = isChat ? { ...reply, rest: '' } : reply
  const settled = settleReply(deps.snapshot, { normalized: alone.normalized, state }, picking)
  if (settled !== null) return settled
  const left = { ...turn, state: withoutOptions(state, reply.codes) }
  const named = await surelyNamed(turn, reply.rest)
  const denied = reply.codes.filter((code) => code !== named)
  return readIn(left, { ...besides, notMeant }, denied)
}

/** Who denies what was offered, and then describes one of it this surely, did not know it by its name. */
const NAMED_MIN = 0.75

/** The item that these words by themselves leave no doubt of, or null. */
async function surelyNamed(turn: Turn, words: string): Promise<ItemCode | null> {
  const { hits, confidence } = await foundFor(turn, words)
  return confidence >= NAMED_MIN ? (hits[0]?.code ?? null) : null
}
