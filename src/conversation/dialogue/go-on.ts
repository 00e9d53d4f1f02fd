// A message that goes on with what was said: about the last item, or in answer to a question asked back.
import type { ItemCode } from '../../kernel/ids.ts'
import type { Snapshot } from '../../retrieval/snapshot.ts'
import { answered, type Understood } from '../decide.ts'
import type { Decision } from '../decision.ts'
import { askBack, askOnceMore, asksForPart } from '../options/ask-again.ts'
import { describedOption } from '../options/described-option.ts'
import { labelsOf } from '../options/settle-reply.ts'
import type { DialogueState } from './dialogue-state.ts'
import { matterNamed } from './named-matter.ts'

/** A part that is asked for tells no options apart: only the one offered first is meant, when as sure as this (measured). */
const FIRST_MEANT_MIN = 0.6

/**
 * What a message goes on about that has no subject of its own, or describes an option; null when it
 * has to be weighed with everything else. While a question is open, what is no danger, grievance or
 * the like answers it.
 */
export function goneOn(
  snapshot: Snapshot,
  understood: Understood,
  { asks, isChat }: Readonly<{ asks: boolean; isChat: boolean }>,
): Decision | null {
  const { normalized, retrieved, asked, state, dependence } = understood
  const open = state.clarification
  const meant = optionMeant(snapshot, understood, { asks, isChat })
  const named = meant ?? (asks ? matterNamed(normalized, talkedAbout(snapshot, state)) : null)
  if (named !== null) return answered(named, asked, false)
  if (open === null) {
    const [last] = state.items
    const goesOn = asks && dependence === 'dependent' && last !== undefined
    return goesOn ? answered(last, asked, false) : null
  }
  const isPart = asksForPart(understood, state)
  if (!(isPart || dependence === 'dependent') || !(asks || isChat)) return null
  const first = retrieved.hits[0]?.code
  const isFirstMeant =
    first !== undefined && first === open.options[0] && retrieved.confidence >= FIRST_MEANT_MIN
  if (isFirstMeant && isPart) return answered(first, asked, false)
  const again = { codes: open.options, reason: 'reply_unclear', label: labelsOf(snapshot) } as const
  // Asking for a part is no round of its own: it goes on with the question.
  return isPart
    ? askOnceMore({ ...again, field: asked.field })
    : askBack(state, { ...again, field: open.field })
}

/** As sure as this of an item that was not offered, a word that an option has as well picks none. */
const SURELY_OTHER_MIN = 0.9

const isSurelyOther = (
  { hits: [first], confidence }: Understood['retrieved'],
  options: readonly ItemCode[],
): boolean => first !== undefined && !options.includes(first.code) && confidence >= SURELY_OTHER_MIN

/** The open option that the message describes; a word in passing must be all it says. */
function optionMeant(
  snapshot: Snapshot,
  { normalized, retrieved, state: { clarification } }: Understood,
  { asks, isChat }: Readonly<{ asks: boolean; isChat: boolean }>,
): ItemCode | null {
  if (clarification === null) return null
  const { options, question } = clarification
  if (isSurelyOther(retrieved, options)) return null
  const described = describedOption(normalized, itemsOf(snapshot, options), question)
  const isMeant = described !== null && (asks || (isChat && described.isAll))
  return isMeant ? described.code : null
}

/** What was answered, what was offered beside it, and what was asked in one message with it. */
const talkedAbout = (snapshot: Snapshot, { items, offered, matters }: DialogueState) =>
  itemsOf(snapshot, [
    ...new Set([...items, ...(offered?.options ?? []), ...matters.map(({ code }) => code)]),
  ])

const itemsOf = ({ base }: Snapshot, codes: readonly ItemCode[]) =>
  codes.flatMap((code) => base.items.find((item) => item.code === code) ?? [])
