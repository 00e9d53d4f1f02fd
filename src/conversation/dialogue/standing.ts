// What speaks for each item by how it stands in the dialogue, before its words are weighed. Each mark
// that an item has adds its weight; the weights were fitted on dialogues written for it, the vague
// ones counting for more.
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { isCued } from '../../retrieval/field-cues.ts'
import { isCalled } from '../../retrieval/names.ts'
import { ownSubject } from '../../retrieval/own-subject.ts'
import type { Retrieved } from '../../retrieval/retrieve.ts'
import { asksRow } from './asks-row.ts'
import { befallsAny } from './befalls-any.ts'
import type { DialogueState } from './dialogue-state.ts'
import { excludedBy } from './excluded.ts'
import { isCorrected, SHORT_MAX, supposesAnother, takesUpAgain, tellsMoreIn } from './follow-up.ts'
import { doesOneOf, isOtherDeed, keptDeeds } from './kept-deed.ts'
import { asksOfMatter } from './of-matter.ts'
import { passedOverIn } from './passed-over.ts'
import { pointedAt } from './pointed-at.ts'
import { besides, type ItemOf, lastItem, openOptions, talkedOf } from './talked-about.ts'

const WEIGHT = {
  foundFirst: 0.59,
  earlier: 0.81,
  earlierWhenBack: 5.4,
  pointedAt: 5,
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
  excluded: -2,
  instead: 1,
} as const

/** What speaks for the item that was talked about last, and for no other. */
const LAST = {
  answered: 0.94,
  foundFirst: -0.95,
  unfound: 0.97,
  whenShort: 0.7,
  whenBare: 0.78,
  whenCued: 0.7,
  whenPartFirst: 1.02,
  whenAsking: 0.88,
  whenTelling: 0.67,
  whenCounting: 0.76,
  whenFailing: 0.74,
  whenAnother: -2.97,
  /** Whatever else its words fit: between the item that they name and the one in hand lie up to 13. */
  whenOfIt: 13,
  whenRow: 4,
} as const

/** Of this little nothing else can be meant. */
const BARE_MAX = 2
/** All in one go: what an item that joins others is asked for by. */
const TOGETHER =
  /一(?:道|起|趟|次|口气|键|张表|并|块儿?)|打包|联办|合(?:在一起|并|成一)|顺(?:手|带)|跟着|几家/u

type Mark = readonly [has: boolean, weight: number]

const weighed = (marks: readonly Mark[], before = 0): number =>
  marks.reduce((sum, [has, weight]) => (has ? sum + weight : sum), before)

/** A message, and what was found for it without its dialogue. */
type Said = Readonly<{ normalized: string; alone: Retrieved }>

/**
 * What is added to how well an item fits: 0 where the dialogue says nothing of it, negative where it
 * speaks against it. To be asked only of codes that `itemOf` knows.
 */
export function standingIn(
  state: DialogueState,
  itemOf: ItemOf,
  said: Said,
): (code: ItemCode) => number {
  const { normalized, alone } = said
  const options = openOptions(state)
  const last = lastItem(state, itemOf)
  const besideOptions = new Set(options.flatMap((code) => besides(itemOf(code))))
  const about = last === undefined ? options : [last.code]
  const sections = new Set(about.map((code) => itemOf(code)?.section))
  const kept = keptDeeds(state, normalized)
  const isPassedOver = passedOverIn(state, itemOf, normalized)
  const isTogether = TOGETHER.test(normalized)
  const isBack = takesUpAgain(normalized)
  const pointed = pointedAt(state, itemOf, normalized)
  const facts = excludedBy(normalized, talkedOf(state, itemOf))
  const found = alone.hits.flatMap(({ code }) => itemOf(code) ?? [])
  const ofLast = weighed(marksOfLast(state, last, said, found))
  return (code) => {
    const item = itemOf(code)!
    const isEarlier = state.items.indexOf(code) > 0
    const marks: readonly Mark[] = [
      [code === alone.hits[0]?.code, WEIGHT.foundFirst * alone.confidence],
      [isEarlier, WEIGHT.earlier],
      [isBack && isEarlier, WEIGHT.earlierWhenBack],
      [pointed.has(code), WEIGHT.pointedAt],
      [options.includes(code), WEIGHT.option],
      [besideOptions.has(code), WEIGHT.besideOption],
      [last?.related.includes(code) === true, WEIGHT.related],
      [last !== undefined && item.related.includes(last.code), WEIGHT.relatedBack],
      [isTogether && item.parts.length > 0, WEIGHT.whole],
      [namesItem(normalized, item), WEIGHT.named],
      [sections.has(item.section), WEIGHT.section],
      [!options.includes(code) && isOtherDeed(item.name, kept), WEIGHT.otherDeed],
      [doesOneOf(item.name, kept), WEIGHT.sameDeed],
      [isPassedOver(code) && !pointed.has(code), WEIGHT.passedOver],
      [facts.excluded.has(code), WEIGHT.excluded],
      [facts.instead.has(code), WEIGHT.instead],
    ]
    return weighed(marks, code === last?.code ? ofLast : 0)
  }
}

function marksOfLast(
  { brought }: DialogueState,
  last: ServiceItem | undefined,
  { normalized, alone: { hits, confidence } }: Said,
  found: readonly ServiceItem[],
): readonly Mark[] {
  const own = ownSubject(normalized)
  const cued = isCued(normalized)
  const isAnother = isCorrected(normalized) || supposesAnother(normalized)
  const more = tellsMoreIn(normalized)
  return [
    [brought !== null, LAST.answered],
    [hits[0]?.code === last?.code, LAST.foundFirst],
    [hits.every(({ code }) => code !== last?.code), LAST.unfound],
    [own <= SHORT_MAX, LAST.whenShort],
    [own <= BARE_MAX, LAST.whenBare],
    [cued, LAST.whenCued],
    [more.beginsWithPart, LAST.whenPartFirst],
    [more.isQuestion, LAST.whenAsking],
    [!cued && own > SHORT_MAX, LAST.whenTelling],
    [more.counts, LAST.whenCounting],
    [isAnother && more.fails, LAST.whenFailing],
    [isAnother, LAST.whenAnother],
    [last !== undefined && !isAnother && asksOfMatter(normalized, last, found), LAST.whenOfIt],
    [last !== undefined && befallsAny(normalized, last, found), LAST.whenOfIt],
    [
      last !== undefined && !isAnother && asksRow(normalized, last, { found, confidence }),
      LAST.whenRow,
    ],
  ]
}

/** So much of a name is no word that any question has. */
const NAMED_MIN = 4

export const namesItem = (normalized: string, item: ServiceItem): boolean =>
  isCalled(normalized, item, NAMED_MIN)
