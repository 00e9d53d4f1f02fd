// Reads a message together with what was said before. Every candidate of the message alone, of the
// message with its context, every neighbour of what was talked about and whatever was answered is
// weighed by how well it fits and how it stands to the dialogue (`standing.ts`); all weights were fitted together.
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { logOfModel } from '../../retrieval/evidence.ts'
import type { Levels } from '../../retrieval/learning/levels.ts'
import type { Hit, Retrieved } from '../../retrieval/retrieve.ts'
import { sharesWords } from '../../retrieval/shared-words.ts'
import type { DialogueState } from './dialogue-state.ts'
import { takesUpAgain } from './follow-up.ts'
import { namesItem, standingIn } from './standing.ts'
import { type ItemOf, talkedAbout } from './talked-about.ts'

/** How well an item fits the message by itself, and together with its context. */
const WEIGHT = {
  fit: 1.54,
  model: 0.76,
  joinedShare: 0.3,
  joinedModel: 0.65,
  joinedBag: 1.24,
  barred: -3,
} as const

/**
 * How large the first's share must be for a target error. Between the turns of a dialogue a wrong
 * answer is put right in the next one, and asking back is what annoys.
 */
const LEVELS: Levels = [
  [0, 1.01],
  [0.005, 0.7],
  [0.01, 0.45],
  [0.02, 0.25],
  [0.05, 0.2],
  [0.1, 0.15],
]
/**
 * To leave the matter in hand takes more: of answers about another at less than this, the half were
 * wrong in written dialogues, and nearly all in dialogues with people who did not know the record.
 */
const LEAVING_MIN = 0.45
/**
 * And more where the message has no word of the other's names and is not understood by itself: of
 * such answers one in three was right, and as often the matter in hand was still meant.
 */
const UNSPOKEN_MIN = 0.7
const ALONE_MIN = 0.5
const atLeast = (min: number): Levels =>
  LEVELS.map(([error, level]) => [error, Math.max(level, min)])
const LEVELS_LEAVING = atLeast(LEAVING_MIN)
const LEVELS_UNSPOKEN = atLeast(UNSPOKEN_MIN)

const OFFERED_MIN = 4

type Context = Readonly<{
  normalized: string
  itemOf: ItemOf
  /** Items that are not meant, as was said. */
  denied: ReadonlySet<ItemCode>
  /** What was said not to be meant in an earlier turn. */
  barred: ReadonlySet<ItemCode>
}>

/** `alone` and `joined` are of the same message, without and with the dialogue in the background. */
export function joinContext(
  alone: Retrieved,
  joined: Retrieved,
  state: DialogueState,
  context: Context,
): Retrieved {
  const { normalized, itemOf, denied, barred } = context
  const candidates = [
    ...codesOf(joined),
    ...codesOf(alone),
    ...talkedAbout(state, itemOf),
    ...state.answered,
  ]
  const fitOf = fitIn(alone, joined)
  const standing = standingIn(state, itemOf, { normalized, alone })
  const anew = isNamedAnew(alone, normalized) ? alone.hits[0]?.code : undefined
  const ranked = [...new Set(candidates)]
    .filter((code) => alone.fits.has(code))
    .map((code): Hit => {
      const { fit, share, channels } = fitOf(code)
      const bar = barred.has(code) && code !== anew ? WEIGHT.barred : 0
      return { code, score: fit + standing(code) + bar, share, channels }
    })
    .sort((a, b) => b.score - a.score)
  const notDenied = ranked.filter(({ code }) => !denied.has(code))
  const isMeant = meantAmong(notDenied, { denied, barred, anew })
  const hits = notDenied
    .filter(({ code }) => isMeant(code))
    .slice(0, Math.max(alone.hits.length, OFFERED_MIN))
  const isLeaving = leaves(hits, state, context)
  const to = hits[0] === undefined ? undefined : itemOf(hits[0].code)
  const levels = isLeaving ? levelsOfLeaving(normalized, to, alone) : LEVELS
  // What is denied, and fits all the same, leaves the others unsure.
  const rivals = ranked.filter(
    ({ code }) => !isMeant(code) && (code === state.items[0] || barred.has(code)),
  )
  return {
    ...alone,
    hits,
    proposed: new Map([...alone.proposed].filter(([code]) => isMeant(code))),
    confidence: confidenceOf(hits, rivals),
    learnt: { ...alone.learnt, levels: { plain: levels, careful: levels } },
    care: 0,
    doubt: null,
    reading: 'joined',
  }
}

const codesOf = ({ hits }: Retrieved) => hits.map(({ code }) => code)

/** Found first and this surely without the dialogue, it is named; taken up in words, sooner. */
const ANEW_MIN = 0.75
const ANEW_MIN_BACK = 0.5

const isNamedAnew = ({ confidence }: Retrieved, normalized: string): boolean =>
  confidence >= (takesUpAgain(normalized) ? ANEW_MIN_BACK : ANEW_MIN)

/** What was said not to be meant comes back only as surely as this, or where it is named. */
const BACK_MIN = 0.5

function meantAmong(
  ranked: readonly Hit[],
  { denied, barred, anew }: Pick<Context, 'denied' | 'barred'> & { anew: ItemCode | undefined },
): (code: ItemCode) => boolean {
  const first = ranked[0]?.code
  const isBack = first === anew || confidenceOf(ranked, []) >= BACK_MIN
  return (code) => !denied.has(code) && (!barred.has(code) || (isBack && code === first))
}

/** How an item fits in both readings, and what it is shown with. */
function fitIn(alone: Retrieved, joined: Retrieved) {
  const inAlone = readingOf(alone)
  const inJoined = readingOf(joined)
  return (code: ItemCode) => {
    const { share, channels, ...one } = inAlone(code)
    const other = inJoined(code)
    const fit =
      WEIGHT.fit * one.fit +
      WEIGHT.model * one.model +
      WEIGHT.joinedShare * other.share +
      WEIGHT.joinedModel * other.model +
      WEIGHT.joinedBag * other.channels.a
    return { fit, share, channels }
  }
}

const NO_CHANNELS = { a: 0, b: 0, l: 0, e: 0 } as const

/** What one reading says of an item; of one that is not among its hits, only how it fits. */
function readingOf({ hits, fits }: Retrieved) {
  const known = new Map(hits.map((hit) => [hit.code, hit]))
  return (code: ItemCode) => {
    const { share = 0, channels = NO_CHANNELS } = known.get(code) ?? {}
    return { fit: fits.get(code) ?? 0, share, model: logOfModel(channels.l), channels }
  }
}

/** Whether the first is another than the matter in hand and not named; an open question is none yet. */
function leaves(
  [first]: readonly Hit[],
  { items: [last], clarification }: DialogueState,
  { normalized, itemOf, denied }: Context,
): boolean {
  if (clarification !== null) return false
  // Once what was answered is denied, and nothing was before it, any other leaves it.
  if (last === undefined ? denied.size === 0 : first?.code === last) return false
  const item = first && itemOf(first.code)
  return item === undefined || !namesItem(normalized, item)
}

/** How sure the other item must be. */
function levelsOfLeaving(
  normalized: string,
  to: ServiceItem | undefined,
  { confidence }: Retrieved,
): Levels {
  const isSpokenOf =
    confidence >= ALONE_MIN || (to !== undefined && sharesWords(normalized, wordsOf(to)))
  return isSpokenOf ? LEVELS_LEAVING : LEVELS_UNSPOKEN
}

/** What an item is called, and what tells it from its neighbours. */
const wordsOf = ({ name, aliases, notThis }: ServiceItem): readonly string[] => [
  name,
  ...aliases,
  ...notThis.flatMap(({ wordsHere }) => wordsHere),
]

/** The weights were fitted to order, and say so more surely than they are right. */
const EVENNESS = 0.75

/** The first's share among all, and what would have been among them. */
function confidenceOf(hits: readonly Hit[], rivals: readonly Hit[]): number {
  const best = hits[0]?.score ?? 0
  const sum = [...hits, ...rivals].reduce(
    (total, { score }) => total + Math.exp(EVENNESS * (score - best)),
    0,
  )
  return sum === 0 ? 0 : 1 / sum
}
