// Reads a message together with what was said before. Every candidate of the message alone, of the
// message with its context, and every neighbour of what was talked about is weighed by how well it
// fits and how it stands to the dialogue; the weights were fitted on dialogues written for it.
import type { ItemCode } from '../kernel/ids.ts'
import type { ServiceItem } from '../knowledge/service-item.ts'
import type { Levels } from '../retrieval/levels.ts'
import { ownSubject } from '../retrieval/own-subject.ts'
import type { Hit, Retrieved } from '../retrieval/retrieve.ts'
import type { DialogueState } from './dialogue-state.ts'

const WEIGHT = {
  alone: 1.69,
  joined: 0.78,
  /** The more, the less the message says by itself. */
  joinedWhenVague: 2.06,
  last: -0.57,
  lastWhenShort: 0.92,
  option: 0.33,
  besideOption: 0.66,
  related: 0.68,
  besideLast: 0.98,
  wholeOfLast: 0.75,
  section: 0.64,
  department: 0.68,
} as const

/** A message with no more of its own than this most likely goes on about the last item. */
const SHORT_MAX = 4
/** A confidence from here on says that the message stands by itself. */
const CONFIDENT = 0.6
/** What is not among a reading's hits scores so much less than the last of them. */
const BELOW = 0.2
/** All in one go: what an item that joins others is asked for by. */
const TOGETHER =
  /一(?:道|起|趟|次|口气|键|张表|并|块儿?)|打包|联办|合(?:在一起|并|成一)|顺(?:手|带)|跟着|几家/u

/**
 * How large the first's share must be for a target error. Between the turns of a dialogue a wrong
 * answer is put right in the next one, and asking back is what annoys.
 */
const LEVELS: Levels = [
  [0, 1.01],
  [0.005, 0.8],
  [0.01, 0.6],
  [0.02, 0.4],
  [0.05, 0.3],
  [0.1, 0.2],
]

export type Context = Readonly<{
  normalized: string
  itemOf: (code: ItemCode) => ServiceItem | undefined
}>

/** `alone` and `joined` are of the same message, without and with the dialogue in the background. */
export function joinContext(
  alone: Retrieved,
  joined: Retrieved,
  state: DialogueState,
  { normalized, itemOf }: Context,
): Retrieved {
  const vague = Math.max(0, 1 - alone.confidence / CONFIDENT)
  const standing = standingIn(state, itemOf, normalized)
  const ofAlone = scoresOf(alone.hits)
  const ofJoined = scoresOf(joined.hits)
  const known = new Map([...joined.hits, ...alone.hits].map((hit) => [hit.code, hit]))
  const hits = [...new Set([...known.keys(), ...about(state, itemOf)])]
    .filter((code) => itemOf(code) !== undefined)
    .map((code): Hit => {
      const fit =
        WEIGHT.alone * ofAlone(code) +
        (WEIGHT.joined + WEIGHT.joinedWhenVague * vague) * ofJoined(code)
      const { channels } = known.get(code) ?? { channels: NO_CHANNELS }
      return { code, score: fit + standing(code), channels }
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, Math.max(alone.hits.length, OFFERED_MIN))
  const learnt = { ...alone.learnt, levels: { plain: LEVELS, careful: LEVELS } }
  return { ...alone, hits, confidence: confidenceOf(hits), care: 0, learnt, openNeighbour: 0 }
}

const NO_CHANNELS = { a: 0, b: 0, l: 0, e: 0 } as const
const OFFERED_MIN = 4

function scoresOf(hits: readonly Hit[]): (code: ItemCode) => number {
  const scores = new Map(hits.map(({ code, score }) => [code, score]))
  const floor = (hits.at(-1)?.score ?? 0) - BELOW
  return (code) => scores.get(code) ?? floor
}

/** What the dialogue was about, and what stands beside it. */
function about(state: DialogueState, itemOf: Context['itemOf']): ItemCode[] {
  const options = state.clarification?.options ?? []
  const last = itemOf(state.items[0] ?? ('' as ItemCode))
  return [
    ...state.items,
    ...options,
    ...options.flatMap((code) => besides(itemOf(code))),
    ...(last === undefined ? [] : [...last.related, ...last.parts, ...besides(last)]),
  ]
}

const besides = (item: ServiceItem | undefined): ItemCode[] =>
  item?.notThis.map(({ code }) => code) ?? []

/** What speaks for each item in this dialogue, whatever the message says. */
function standingIn(
  state: DialogueState,
  itemOf: Context['itemOf'],
  normalized: string,
): (code: ItemCode) => number {
  const options = state.clarification?.options ?? []
  const last = itemOf(state.items[0] ?? ('' as ItemCode))
  const besideOptions = new Set(options.flatMap((code) => besides(itemOf(code))))
  const besideLast = new Set(besides(last))
  const sections = new Set(
    (last === undefined ? options : [last.code]).map((code) => itemOf(code)?.section),
  )
  const isShort = ownSubject(normalized) <= SHORT_MAX
  const isTogether = TOGETHER.test(normalized)
  return (code) => {
    const item = itemOf(code)!
    const speaks: readonly (readonly [boolean, number])[] = [
      [code === last?.code, WEIGHT.last + (isShort ? WEIGHT.lastWhenShort : 0)],
      [options.includes(code), WEIGHT.option],
      [besideOptions.has(code), WEIGHT.besideOption],
      [besideLast.has(code), WEIGHT.besideLast],
      [last?.related.includes(code) === true, WEIGHT.related],
      [isTogether && last !== undefined && item.parts.includes(last.code), WEIGHT.wholeOfLast],
      [sections.has(item.section), WEIGHT.section],
      [item.department === last?.department, WEIGHT.department],
    ]
    return speaks.reduce((sum, [holds, weight]) => (holds ? sum + weight : sum), 0)
  }
}

/** The first's share among all. */
function confidenceOf(hits: readonly Hit[]): number {
  const best = hits[0]?.score ?? 0
  const sum = hits.reduce((total, { score }) => total + Math.exp(score - best), 0)
  return sum === 0 ? 0 : 1 / sum
}
