// Reads a message together with what was said before. Every candidate of the message alone, of the
// message with its context, and every neighbour of what was talked about is weighed by how well it
// fits and how it stands to the dialogue; the weights were fitted on dialogues written for it, the
// vague ones counting for more.
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { logOfModel } from '../../retrieval/evidence.ts'
import { isCued } from '../../retrieval/field-cues.ts'
import type { Levels } from '../../retrieval/learning/levels.ts'
import { namedLength } from '../../retrieval/names.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import type { Hit, Retrieved } from '../../retrieval/retrieve.ts'
import { ownWordsFor } from '../options/option-words.ts'
import type { DialogueState } from './dialogue-state.ts'
import { isCorrected, supposesAnother, tellsMoreIn } from './follow-up.ts'
import { doesOneOf, isOtherDeed, keptDeeds } from './kept-deed.ts'

const WEIGHT = {
  fit: 1.43,
  model: 0.36,
  sure: 0.59,
  joinedShare: 0.28,
  joinedModel: 0.43,
  joinedBag: 1.24,
  lastAnswered: 0.94,
  lastFirst: -0.95,
  lastUnfound: 0.97,
  lastWhenShort: 0.7,
  lastWhenBare: 0.78,
  lastWhenCued: 0.7,
  lastWhenPartFirst: 1.02,
  lastWhenAsking: 0.88,
  lastWhenTelling: 0.67,
  lastWhenCounting: 0.76,
  lastWhenFailing: 0.74,
  lastWhenAnother: -2.97,
  earlier: 0.81,
  earlierWhenBack: 5.4,
  option: 2.45,
  besideOption: 2.14,
  related: 1.24,
  relatedBack: 1.09,
  whole: 2.65,
  section: 1,
  named: 3,
  otherDeed: -6,
  sameDeed: 2,
  passedOver: -3,
} as const

/** A message with no more of its own than this most likely goes on about the last item. */
const SHORT_MAX = 4
/** Of this little nothing else can be meant. */
const BARE_MAX = 2
/** All in one go: what an item that joins others is asked for by. */
const TOGETHER =
  /一(?:道|起|趟|次|口气|键|张表|并|块儿?)|打包|联办|合(?:在一起|并|成一)|顺(?:手|带)|跟着|几家/u
/** What takes up again what was talked about before the last. */
const BACK = /刚才|前面|刚刚|上面(?:说|讲)|回到|先头|开头|还是(?:说|讲)/u
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
const LEVELS_LEAVING: Levels = LEVELS.map(([error, level]) => [error, Math.max(level, LEAVING_MIN)])

export type Context = Readonly<{
  normalized: string
  itemOf: (code: ItemCode) => ServiceItem | undefined
  /** Items that are not meant, as was said. */
  denied: ReadonlySet<ItemCode>
}>

/** `alone` and `joined` are of the same message, without and with the dialogue in the background. */
export function joinContext(
  alone: Retrieved,
  joined: Retrieved,
  state: DialogueState,
  { normalized, itemOf, denied }: Context,
): Retrieved {
  const standing = standingIn(state, itemOf, { normalized, alone })
  const inAlone = readingOf(alone)
  const inJoined = readingOf(joined)
  const ranked = [...new Set([...codesOf(joined), ...codesOf(alone), ...about(state, itemOf)])]
    .filter((code) => alone.fits.has(code))
    .map((code): Hit => {
      const [one, other] = [inAlone(code), inJoined(code)]
      const fit =
        WEIGHT.fit * one.fit +
        WEIGHT.model * one.model +
        WEIGHT.joinedShare * other.share +
        WEIGHT.joinedModel * other.model +
        WEIGHT.joinedBag * other.bag
      return { code, score: fit + standing(code), share: one.share, channels: one.channels }
    })
    .sort((a, b) => b.score - a.score)
  const hits = ranked
    .filter(({ code }) => !denied.has(code))
    .slice(0, Math.max(alone.hits.length, OFFERED_MIN))
  const first = itemOf(hits[0]?.code ?? ('' as ItemCode))
  const isLeaving = leaves(hits, state) && !(first && names(normalized, first))
  const levels = isLeaving ? LEVELS_LEAVING : LEVELS
  const learnt = { ...alone.learnt, levels: { plain: levels, careful: levels } }
  const proposed = new Map([...alone.proposed].filter(([code]) => !denied.has(code)))
  // The last item that is denied, and fits all the same, leaves the others unsure.
  const rivals = ranked.filter(({ code }) => denied.has(code) && code === state.items[0])
  const confidence = confidenceOf(hits, rivals)
  const sure = { confidence, care: 0, learnt, doubt: null }
  return { ...alone, ...sure, hits, proposed, reading: 'joined' }
}

/** Whether the first is another than the matter in hand; while a question is open, none is. */
const leaves = ([first]: readonly Hit[], { items: [last], clarification }: DialogueState) =>
  clarification === null && last !== undefined && first?.code !== last

/** So much of a name is no word that any question has. */
const NAMED_MIN = 4

const names = (normalized: string, { name, aliases }: ServiceItem) =>
  namedLength([name, ...aliases], normalized) >= NAMED_MIN

const NO_CHANNELS = { a: 0, b: 0, l: 0, e: 0 } as const
const OFFERED_MIN = 4

const codesOf = ({ hits }: Retrieved) => hits.map(({ code }) => code)

/** What one reading says of an item; of one that is not among its hits, only how it fits. */
function readingOf({ hits, fits }: Retrieved) {
  const known = new Map(hits.map((hit) => [hit.code, hit]))
  return (code: ItemCode) => {
    const { share = 0, channels = NO_CHANNELS } = known.get(code) ?? {}
    const model = logOfModel(channels.l)
    return { fit: fits.get(code) ?? 0, share, model, bag: channels.a, channels }
  }
}

/** What the dialogue was about, and what stands beside it, whether it may be found today or not. */
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
  { normalized, alone }: Readonly<{ normalized: string; alone: Retrieved }>,
): (code: ItemCode) => number {
  const options = state.clarification?.options ?? []
  const last = itemOf(state.items[0] ?? ('' as ItemCode))
  const besideOptions = new Set(options.flatMap((code) => besides(itemOf(code))))
  const sections = new Set(
    (last === undefined ? options : [last.code]).map((code) => itemOf(code)?.section),
  )
  const own = ownSubject(normalized)
  const cued = isCued(normalized)
  const isAnother = isCorrected(normalized) || supposesAnother(normalized)
  const more = tellsMoreIn(normalized)
  const first = alone.hits[0]?.code
  const kept = keptDeeds(state, normalized)
  const isPassedOver = passedOver(state, itemOf, normalized)
  const isTogether = TOGETHER.test(normalized)
  const isBack = BACK.test(normalized)
  const speaksForLast = [
    [state.brought !== null, WEIGHT.lastAnswered],
    [first === last?.code, WEIGHT.lastFirst],
    [alone.hits.every(({ code }) => code !== last?.code), WEIGHT.lastUnfound],
    [own <= SHORT_MAX, WEIGHT.lastWhenShort],
    [own <= BARE_MAX, WEIGHT.lastWhenBare],
    [cued, WEIGHT.lastWhenCued],
    [more.beginsWithPart, WEIGHT.lastWhenPartFirst],
    [more.isQuestion, WEIGHT.lastWhenAsking],
    [!cued && own > SHORT_MAX, WEIGHT.lastWhenTelling],
    [more.counts, WEIGHT.lastWhenCounting],
    [isAnother && more.fails, WEIGHT.lastWhenFailing],
    [isAnother, WEIGHT.lastWhenAnother],
  ] as const
  return (code) => {
    const item = itemOf(code)!
    const speaks: readonly (readonly [boolean, number])[] = [
      ...(code === last?.code ? speaksForLast : []),
      [code === first, WEIGHT.sure * alone.confidence],
      [state.items.indexOf(code) > 0, WEIGHT.earlier],
      [isBack && state.items.indexOf(code) > 0, WEIGHT.earlierWhenBack],
      [options.includes(code), WEIGHT.option],
      [besideOptions.has(code), WEIGHT.besideOption],
      [last?.related.includes(code) === true, WEIGHT.related],
      [last !== undefined && item.related.includes(last.code), WEIGHT.relatedBack],
      [isTogether && item.parts.length > 0, WEIGHT.whole],
      [names(normalized, item), WEIGHT.named],
      [sections.has(item.section), WEIGHT.section],
      [!options.includes(code) && isOtherDeed(item.name, kept), WEIGHT.otherDeed],
      [doesOneOf(item.name, kept), WEIGHT.sameDeed],
      [isPassedOver(code), WEIGHT.passedOver],
    ]
    return speaks.reduce((sum, [holds, weight]) => (holds ? sum + weight : sum), 0)
  }
}

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

/** Who went on from one to another, or picked it, and says little, means none of the others that is not named. */
function passedOver(
  { clarification, offered, items }: DialogueState,
  itemOf: Context['itemOf'],
  normalized: string,
): (code: ItemCode) => boolean {
  const [last] = items
  const open = offered?.options ?? []
  const options = open.some((code) => code === last) ? [...open, ...items] : items
  const isShort = ownSubject(normalized) <= SHORT_MAX && !supposesAnother(normalized)
  if (clarification !== null || !isShort || BACK.test(normalized)) return () => false
  const shown = [...new Set(options)].flatMap((code) => itemOf(code) ?? [])
  const others = shown.filter((item) => item.code !== last)
  const named = others.filter((item) =>
    [...item.aliases, ...ownWordsFor(item, shown)].some((word) => normalized.includes(word)),
  )
  return (code) => others.some((item) => item.code === code && !named.includes(item))
}
