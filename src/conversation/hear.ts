// The words of a message that count: without their wrapping, and without what they leave behind, deny
// and go beyond.
import type { ItemCode } from '../kernel/ids.ts'
import { beyondDenial, deniesPerson } from '../retrieval/acts/person.ts'
import { ownSubject } from '../retrieval/own-subject.ts'
import type { AnswerDeps } from './answer-ports.ts'
import { cleanText } from './clean-text.ts'
import { isEnglish } from './compose/english.ts'
import { anotherMatter, isAnyOfKind } from './dialogue/another-matter.ts'
import { deniedGuess, onlyDenies } from './dialogue/denied-guess.ts'
import { leftBehind } from './dialogue/dialogue-state.ts'
import { itemIn, type Turn, type Worded, wordedAs } from './dialogue/read-in-dialogue.ts'
import { severalIn } from './dialogue/several-matters.ts'
import type { NotAsked } from './intent/heard.ts'

export type HeardText = Worded &
  Readonly<{
    /** As it was sent. */
    raw: string
    /** What it is not, as it says. */
    notMeant: NotAsked | null
    /** Where what was answered is denied: what was asked then, and what had been talked about. */
    denied?: Readonly<{ before: string; items: readonly ItemCode[] }>
  }>

type HeardIn = Readonly<{ turn: Turn; heard: HeardText }>

/** The message as it counts, and the turn as it stands for it. */
export function hear(turn: Turn, raw: string): HeardIn {
  const { deps } = turn
  const whole = beyondNobody(deps, wordedAs(deps, cleanText(raw)))
  const { normalized } = whole.alone
  // Of several that are counted out none is left behind.
  const other = severalIn(normalized)?.isCounted === true ? null : anotherMatter(normalized)
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
