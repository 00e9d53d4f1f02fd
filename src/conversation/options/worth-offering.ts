// What is offered when a question is asked back: the matter in hand first, and nothing that nobody
// would mean. A stray option is taken for an answer, and denied turn by turn.
import type { ItemCode } from '../../kernel/ids.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import type { Retrieved } from '../../retrieval/retrieve.ts'
import { sharesMatter } from '../../retrieval/shared-words.ts'
import type { AskedFields } from '../asked-field.ts'
import { answerFor, isBroad } from '../decide.ts'
import type { Decision, Option } from '../decision.ts'
import type { DialogueState } from '../dialogue/dialogue-state.ts'
import { areBeside } from '../dialogue/talked-about.ts'
import { isNearEnough } from './how-near.ts'

/** One option that the message has no word of is a guess below this. */
const GUESS_MAX = 0.35
const OPTIONS_MAX = 4
/** So far behind the best the matter in hand is left. */
const FAR = 3

type Heard = Readonly<{
  normalized: string
  isHasty: boolean
  state: DialogueState
  retrieved: Retrieved
  asked: AskedFields
  /** How sure the first item must be to be answered outright. */
  bar: number
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
const ALONE_MIN = 0.8
/** So much less than the bar is enough for what is alone and was called by a word of its name (measured). */
const ALONE_SLACK = 0.08

function isNearlySure(code: ItemCode, heard: Heard): boolean {
  const { hits, confidence } = heard.retrieved
  if (hits[0]?.code !== code) return false
  return (
    confidence >= ALONE_MIN ||
    (confidence >= heard.bar - ALONE_SLACK && isSpokenOf(heard, itemIn(heard, code)))
  )
}

const itemIn = ({ base }: Heard, code: ItemCode): ServiceItem | undefined =>
  base.items.find((item) => item.code === code)

/** The options worth offering, the likeliest first; none when nothing found is near to what was said. */
function worthOffering(offered: readonly Option[], heard: Heard): readonly Option[] {
  const held = heldItem(heard)
  const best = heard.retrieved.hits[0]?.code
  const leading = held === null || best === undefined ? [] : [held, best]
  const listed = [...new Set([...leading, ...offered.map(({ code }) => code)])]
  const isNear = nearTo(heard, held ?? best)
  const worth = listed.filter((code) => leading.includes(code) || isNear(code))
  return (isLoneGuess(worth, heard) ? [] : worth)
    .slice(0, OPTIONS_MAX)
    .map((code) => ({ code, label: itemIn(heard, code)?.name ?? code }))
}

/** Whether one thing alone is left, and is hardly meant: it would read like an answer. */
function isLoneGuess([only, ...others]: readonly ItemCode[], heard: Heard): boolean {
  if (only === undefined || others.length > 0) return false
  const { hits, confidence } = heard.retrieved
  if (hits[0]?.code !== only) return true
  return (
    !isBroad(heard.retrieved) && confidence < GUESS_MAX && !isSpokenOf(heard, itemIn(heard, only))
  )
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

/** Whether somebody who says this may mean the item, beside the one that leads. */
function nearTo(heard: Heard, first: ItemCode | undefined): (code: ItemCode) => boolean {
  const leads = first === undefined ? undefined : itemIn(heard, first)
  return (code) => {
    const item = itemIn(heard, code)
    if (item === undefined) return false
    const isNeighbour = leads !== undefined && areBeside(leads, item)
    return isNearEnough(heard.retrieved, code, isNeighbour || isSpokenOf(heard, item))
  }
}
