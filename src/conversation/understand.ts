// What one message means in its dialogue: from the text to a decision, with the reading behind it.
// Danger comes first, then replies to open options, then what needs no reading (`intent/guards.ts`);
// what is left is looked up, and decided by what it is taken for.
import { folded } from '../kernel/folded.ts'
import type { ItemCode } from '../kernel/ids.ts'
import { dangerIn } from '../retrieval/acts/danger.ts'
import { denialsIn } from '../retrieval/acts/denials.ts'
import { beyondDenial, deniesPerson } from '../retrieval/acts/person.ts'
import { ownSubject } from '../retrieval/own-subject.ts'
import type { AnswerDeps } from './answer-ports.ts'
import { askedField } from './asked-field.ts'
import { cleanText } from './clean-text.ts'
import { isEnglish } from './compose/english.ts'
import type { Field } from './decision.ts'
import { afterDenial, keptLast } from './dialogue/after-denial.ts'
import { anotherMatter, isAnyOfKind, otherThanLast } from './dialogue/another-matter.ts'
import { withAskedBesides } from './dialogue/asked-besides.ts'
import { atCounter } from './dialogue/at-counter.ts'
import { withoutMatters } from './dialogue/barred.ts'
import { type Denial, denialIn, deniedOptions } from './dialogue/denial.ts'
import { deniedGuess, onlyDenies } from './dialogue/denied-guess.ts'
import { deniedLast } from './dialogue/denied-last.ts'
import { leftBehind } from './dialogue/dialogue-state.ts'
import { doneOptions } from './dialogue/done.ts'
import { dependenceOf } from './dialogue/follow-up.ts'
import { moreOfIt } from './dialogue/more-of-it.ts'
import { complainsOf } from './dialogue/patience.ts'
import {
  firstFound,
  foundFor,
  itemIn,
  readInDialogue,
  type Turn,
  type Worded,
  wordedAs,
} from './dialogue/read-in-dialogue.ts'
import { severalAsked } from './dialogue/several-asked.ts'
import { whereExactly } from './dialogue/where-exactly.ts'
import { whichStep } from './dialogue/which-step.ts'
import { decideByIntent } from './intent/decide-by-intent.ts'
import { guarded } from './intent/guards.ts'
import type { NotAsked } from './intent/heard.ts'
import { type OptionReply, replyToOptions } from './options/option-reply.ts'
import {
  chosen,
  labelsOf,
  noneOfThese,
  settleReply,
  withoutOptions,
} from './options/settle-reply.ts'
import { offeredWell } from './options/worth-offering.ts'
import { type Outcome, UNREAD } from './outcome.ts'

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

type Heard = Worded &
  Readonly<{
    /** As it was sent. */
    raw: string
    /** What it is not, as it says. */
    notMeant: NotAsked | null
    /** Where what was answered is denied: what was asked then, and what had been talked about. */
    denied?: Readonly<{ before: string; items: readonly ItemCode[] }>
  }>

async function understandText(before: Turn, raw: string): Promise<Outcome> {
  const { turn, heard } = hear(before, raw)
  const { state } = turn
  const { normalized } = heard.alone
  // A number may be an option's; nothing is picked or denied in danger.
  if (dangerIn(normalized) !== null) return plainly(turn, heard) ?? readBeyondLast(turn, heard)
  const denial = await denialOf(turn, normalized)
  const reply = replyOf(turn, normalized, denial)
  if (reply !== null) return replied(turn, heard, reply)
  return (
    atCounter(normalized, state) ??
    whereExactly(heard.text, normalized, state) ??
    whichStep(heard.text, normalized, state) ??
    plainly(turn, heard) ??
    moreOfIt(normalized, state) ??
    (denial === null ? readBeyondLast(turn, heard) : readDenied(turn, heard, denial))
  )
}

type HeardIn = Readonly<{ turn: Turn; heard: Heard }>

/** The words that count: without their wrapping, without what they leave behind, deny and go beyond. */
function hear(turn: Turn, raw: string): HeardIn {
  const { deps } = turn
  const whole = beyondNobody(deps, wordedAs(deps, cleanText(raw)))
  const other = anotherMatter(whole.alone.normalized)
  const said = other === null ? whole : wordedAs(deps, other)
  const lastName = itemIn(deps, turn.state.items[0])?.name
  const isOpen = turn.state.clarification !== null
  const isNew = other !== null || (!isOpen && isAnyOfKind(said.alone.normalized, lastName))
  const state = isNew ? leftBehind(turn.state) : turn.state
  const guess = deniedGuess(said.alone.normalized, state.decided)
  const worded = guess === null || onlyDenies(guess) ? said : wordedAs(deps, guess.rest)
  return { turn: { ...turn, state }, heard: { ...worded, raw, notMeant: guess?.denied ?? null } }
}

/** “No human please” is heard by its words; the models know them only from whoever wants one. */
function beyondNobody(deps: AnswerDeps, said: Worded): Worded {
  const { normalized } = said.alone
  if (!isEnglish(normalized) || !deniesPerson(normalized)) return said
  const rest = beyondDenial(normalized).replace(/^[\s,.!;]+(?:please\b[\s,.!;]*)?/u, '')
  return ownSubject(rest) === 0 ? said : wordedAs(deps, rest.trim())
}

/** What needs no reading, or null. */
function plainly({ state, tickets }: Turn, { text, raw, alone }: Omit<Heard, 'notMeant'>) {
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
  { alone, notMeant }: Heard,
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

/** Reads what is said beside a denial; where that is no matter, the one before it is asked for. */
async function readDenied(turn: Turn, heard: Heard, denial: Denial): Promise<Outcome> {
  const { deps, state } = turn
  const { rest, codes, isOfLast, hasSubject } = denial
  const kept = keptLast(denial, state)
  if (kept !== null) return kept
  // What was asked when it was taken for that is still asked; what was answered is forgotten.
  const before = isOfLast ? denialsIn(folded(state.question ?? '')).rest : ''
  const words = [hasSubject ? '' : before, rest].filter((said) => said !== '').join('，')
  const besides = words === '' ? heard : { ...heard, ...wordedAs(deps, words) }
  const left = isOfLast ? withoutMatters(state, codes) : state
  const said = { ...besides, denied: { before, items: state.items } }
  const read = await readIn({ ...turn, state: left }, said, codes)
  return afterDenial(read, { denial, state: left, label: labelsOf(deps.snapshot) })
}

/** Reads the message, and not as the last item where it says that it is not that. */
function readBeyondLast(turn: Turn, heard: Heard): Promise<Outcome> {
  const { deps, state } = turn
  const last = itemIn(deps, state.items[0])
  return readIn(turn, heard, deniedLast(heard.alone.normalized, state, last))
}

/** The part asked for is that of one of them. */
const ASKED_SEVERAL = { field: null, also: null, rule: 'several_asked' } as const

/** Words read in their dialogue; `denied` are items that are not meant. */
async function readIn(turn: Turn, heard: Heard, denied: readonly ItemCode[]): Promise<Outcome> {
  const { deps, state, tickets } = turn
  const { text, alone } = heard
  const { normalized, isHasty } = alone
  const { before = '', items = state.items } = heard.denied ?? {}
  const dependence = dependenceOf(normalized, { ...state, items })
  const passed = otherThanLast(normalized, state)
  const reading = { text, alone, dependence, denied, before, passed }
  const retrieved = await readInDialogue(turn, reading)
  const code = retrieved.hits[0]?.code ?? null
  const asked = askedField(deps.snapshot, { normalized, state, dependence, code })
  const understood = { normalized, isHasty, retrieved, asked, state, dependence }
  const first = decideByIntent(deps, understood, { ...heard, items, tickets })
  const decided = await withAskedBesides(turn, normalized, first)
  const several = await severalAsked(turn, understood, decided)
  const isNot = [...denied, ...passed]
  return {
    ...(several === null ? { ...asked, rule: null } : ASKED_SEVERAL),
    decision: several ?? offeredWell(decided, { ...understood, isNot, base: deps.snapshot.base }),
    question: text,
    normalized,
    retrieved,
    dependence,
    complained: complainsOf(normalized, state),
    denied,
  }
}
