// What is offered when a question is asked back in a dialogue: the matter in hand first, and nothing
// that has no word of what was said. A stray option is taken for an answer, and denied turn by turn.
import type { ItemCode } from '../../kernel/ids.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { Retrieved } from '../../retrieval/retrieve.ts'
import { sharesMatter } from '../../retrieval/shared-words.ts'
import type { AskedFields } from '../asked-field.ts'
import { answerFor } from '../decide.ts'
import type { Decision, Option } from '../decision.ts'
import type { DialogueState } from '../dialogue/dialogue-state.ts'
import { shareOf } from './offered.ts'

/** As likely as this an item is offered whatever its words. */
const SHARE_MIN = 0.2
const GUESS_MAX = 0.15
/** Likelier than this it is no guess, however little of the message is sure. */
const GUESSED_MAX = 0.5
const VOTE_MIN = 0.3
const OPTIONS_MAX = 4
/** So far behind the best the matter in hand is left. */
const FAR = 3

type Heard = Readonly<{
  normalized: string
  isHasty: boolean
  state: DialogueState
  retrieved: Retrieved
  asked: AskedFields
  /** Items that are not meant. */
  isNot: readonly ItemCode[]
  base: Pick<KnowledgeBase, 'items'>
}>

type Clarify = Extract<Decision, { kind: 'clarify' }>

/** Asked back for want of sureness; other reasons have their options from what was said. */
const UNSURE: ReadonlySet<string> = new Set<Clarify['reason']>([
  'several_fit',
  'near_miss',
  'channels_disagree',
  'nothing_near',
  'broad',
])

/** The decision, with what is worth offering where it asks back; one sure thing alone needs no nod. */
export function offeredWell(decision: Decision, heard: Heard): Decision {
  if (decision.kind !== 'clarify' || !UNSURE.has(decision.reason)) return decision
  const options = worthOffering(decision.options, heard)
  const [only] = options
  if (only !== undefined && options.length === 1 && isNearlySure(only.code, heard)) {
    return answerFor(only.code, heard)
  }
  return { ...decision, reason: options.length === 0 ? 'nothing_near' : decision.reason, options }
}

/** Too little for an answer beside others, and enough where there is no other (measured). */
const ALONE_MIN = 0.7

const isNearlySure = (code: ItemCode, { retrieved: { hits, confidence } }: Heard): boolean =>
  hits[0]?.code === code && confidence >= ALONE_MIN

/** The options worth offering, the likeliest first; none when nothing found is near to what was said. */
function worthOffering(offered: readonly Option[], heard: Heard): readonly Option[] {
  const { retrieved, base } = heard
  const itemOf = (code: ItemCode) => base.items.find((item) => item.code === code)
  const held = heldItem(heard)
  const [best] = retrieved.hits
  const leading = held === null || best === undefined ? [] : [held, best.code]
  const listed = [...new Set([...leading, ...offered.map(({ code }) => code)])]
  const isNear = nearTo(heard, itemOf, listed[0])
  const worth = listed.filter((code) => leading.includes(code) || isNear(code))
  // One guess alone reads like an answer.
  const isLoneGuess =
    retrieved.confidence < GUESS_MAX &&
    worth.length === 1 &&
    shareOf(retrieved, worth[0]!) < GUESSED_MAX &&
    !isSpokenOf(heard, itemOf(worth[0]!))
  return (isLoneGuess ? [] : worth)
    .slice(0, OPTIONS_MAX)
    .map((code) => ({ code, label: itemOf(code)?.name ?? code }))
}

/** The matter in hand, while the message can still be about it. */
function heldItem({ state, retrieved, isNot }: Heard): ItemCode | null {
  const [last] = state.items
  const [best] = retrieved.hits
  const found = retrieved.hits.find(({ code }) => code === last)
  if (state.clarification !== null || best === undefined || found === undefined) return null
  const isFar = best.score - found.score > FAR
  return isFar || isNot.includes(found.code) ? null : found.code
}

/** Whether the message has a word of what the item is called. */
function isSpokenOf({ normalized, state }: Heard, item: ServiceItem | undefined): boolean {
  const said = `${state.clarification?.question ?? ''} ${normalized}`
  return item !== undefined && sharesMatter(said, [item.name, ...item.aliases])
}

function nearTo(
  heard: Heard,
  itemOf: (code: ItemCode) => ServiceItem | undefined,
  first: ItemCode | undefined,
): (code: ItemCode) => boolean {
  const { retrieved } = heard
  const leads = first === undefined ? undefined : itemOf(first)
  return (code) => {
    const item = itemOf(code)
    if (item === undefined) return false
    const isNeighbour =
      leads?.notThis.some((row) => row.code === code) === true ||
      item.notThis.some((row) => row.code === first)
    const isLikely =
      shareOf(retrieved, code) >= SHARE_MIN || (retrieved.proposed.get(code) ?? 0) >= VOTE_MIN
    return isNeighbour || isLikely || isSpokenOf(heard, item)
  }
}
