// A message that nothing decides without looking it up: what is found for its words in their dialogue,
// and what that comes to.
import { folded } from '../kernel/folded.ts'
import type { ItemCode } from '../kernel/ids.ts'
import { denialsIn } from '../retrieval/acts/denials.ts'
import { askedField } from './asked-field.ts'
import { answerBar } from './decide.ts'
import { afterDenial, keptLast } from './dialogue/after-denial.ts'
import { otherThanLast } from './dialogue/another-matter.ts'
import { withAskedBesides } from './dialogue/asked-besides.ts'
import { withoutMatters } from './dialogue/barred.ts'
import type { Denial } from './dialogue/denial.ts'
import { deniedLast } from './dialogue/denied-last.ts'
import { dependenceOf } from './dialogue/follow-up.ts'
import { complainsOf } from './dialogue/patience.ts'
import { itemIn, readInDialogue, type Turn, wordedAs } from './dialogue/read-in-dialogue.ts'
import { severalAsked } from './dialogue/several-asked.ts'
import type { HeardText } from './hear.ts'
import { howCalled } from './intent/bare-name.ts'
import { decideByIntent } from './intent/decide-by-intent.ts'
import { labelsOf } from './options/settle-reply.ts'
import { offeredWell } from './options/worth-offering.ts'
import type { Outcome } from './outcome.ts'

/** Reads the message, and not as the last item where it says that it is not that. */
export function readBeyondLast(turn: Turn, heard: HeardText): Promise<Outcome> {
  const { deps, state } = turn
  const last = itemIn(deps, state.items[0])
  return readIn(turn, heard, deniedLast(heard.alone.normalized, state, last))
}

/** Reads what is said beside a denial; where that is no matter, the one before it is asked for. */
export async function readDenied(turn: Turn, heard: HeardText, denial: Denial): Promise<Outcome> {
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

/** Words read in their dialogue; `denied` are items that are not meant. */
export async function readIn(
  turn: Turn,
  heard: HeardText,
  denied: readonly ItemCode[],
): Promise<Outcome> {
  const { deps, state, tickets } = turn
  const { text, alone } = heard
  const { normalized, isHasty } = alone
  const { before = '', items = state.items } = heard.denied ?? {}
  const dependence = dependenceOf(normalized, { ...state, items })
  const passed = otherThanLast(normalized, state)
  const reading = { text, alone, dependence, denied, before, passed }
  const retrieved = await readInDialogue(turn, reading)
  const code = retrieved.hits[0]?.code ?? null
  const isName = howCalled(deps, normalized, retrieved.hits.slice(0, 1)) !== null
  const asked = askedField(deps.snapshot, { normalized, state, dependence, code, isName })
  const understood = { normalized, isHasty, retrieved, asked, state, dependence }
  const first = decideByIntent(deps, understood, { ...heard, items, tickets })
  const decided = await withAskedBesides(turn, normalized, first)
  const several = await severalAsked(turn, understood, decided)
  const isNot = [...denied, ...passed]
  return {
    ...asked,
    rule: null,
    decision: offeredWell(decided, {
      ...understood,
      isNot,
      bar: answerBar(retrieved, deps.policy),
      base: deps.snapshot.base,
    }),
    question: text,
    normalized,
    retrieved,
    dependence,
    complained: complainsOf(normalized, state),
    denied,
    ...several,
  }
}
