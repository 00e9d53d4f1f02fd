// Several matters in one message: 「两件事，一个公司改名，一个商标转让」, 「第一……第二……」, "first …, second …".
// Each is looked up for itself: of all the words together only a blend of them would be found.

import { ownSubject } from '../../retrieval/own-subject.ts'
import { inOrder } from '../../retrieval/patterns.ts'

const PAUSE = '[,，。.;；:：!！?？、\\s]'
/** 「三件事」, 「有两个问题」, before the matters or behind them. */
const COUNT = inOrder(
  /(?:我|咱)?(?:们)?(?:有|想问|要问|要办|一共|总共|这)*/u,
  /([两二三四2-4])(?:件|个|样|桩)(?:事情?|问题)(?:要|想)?(?:问|办|请教)?(?:一下|下|你)?/u,
)
const COUNTED: Readonly<Record<string, number>> = {
  ...{ 两: 2, 二: 2, 三: 3, 四: 4, 2: 2, 3: 3, 4: 4 },
}

/** What begins each of the matters; the list starts with the first. */
const NUMBERED: readonly (readonly [first: RegExp, each: RegExp])[] = [
  [/第[一1]/u, /第[一二三四1-4](?:个|件|样|是)?(?:问题|事情?)?(?:是|就是|想|[,，:：、\s])*/gu],
  [
    /(?:^|[,，。;；:：\s])[1一]\s*[.．、:：)）]/u,
    /(?<=^|[,，。;；:：\s])[1-4一二三四]\s*[.．、:：)）]\s*/gu,
  ],
  [
    /(?:^|[,，。;；:：\s])一[个件是样]/u,
    /(?<=^|[,，。;；:：\s])(?:另)?一[个件是样](?!人|月|次|下|共|年|般|起|家)(?:是|问题|事)?\s*/gu,
  ],
  [
    /\bfirst(?:ly)?\b/u,
    /\b(?:first|second|third)(?:ly)?(?: (?:question|thing|problem|matter|one))?(?: is)?\b[,:\s]*/gu,
  ],
]
const BETWEEN = new RegExp(
  `${PAUSE}+(?:还有(?:就是)?|以及|另外(?:还有)?)(?!一?[个件条位])${PAUSE}*|${PAUSE}*\\band also\\b`,
  'u',
)
const LISTED = /[、,，;；\s]+(?:还有(?:就是)?|另外)?|还有(?:就是)?|以及/u

export type Several = Readonly<{
  parts: readonly string[]
  /** Whether the message says itself that these are several. */
  isCounted: boolean
}>

const PARTS_MAX = 4
/** A matter of its own says so much; less is a part of the record, or a word in passing. */
const SUBJECT_MIN = 2

/** The matters of a message that has several, in its order, or null. */
export function severalIn(normalized: string): Several | null {
  for (const [first, each] of NUMBERED) {
    const parts = first.test(normalized) ? trimmed(beganBy(normalized, each)) : []
    if (isSeveral(parts)) return { parts, isCounted: true }
  }
  const counted = COUNT.exec(normalized)
  if (counted === null) {
    const parts = trimmed(normalized.split(BETWEEN))
    return isSeveral(parts) ? { parts, isCounted: false } : null
  }
  const { index, 0: said, 1: count = '' } = counted
  const rest = `${normalized.slice(0, index)},${normalized.slice(index + said.length)}`
  const parts = trimmed(rest.split(LISTED))
  return isSeveral(parts) && parts.length === COUNTED[count] ? { parts, isCounted: true } : null
}

/** What stands behind each beginning, up to the next. */
function beganBy(normalized: string, each: RegExp): string[] {
  const begun = [...normalized.matchAll(each)]
  return begun.map(({ index, 0: { length } }, n) =>
    normalized.slice(index + length, begun[n + 1]?.index),
  )
}

const EDGES = new RegExp(`^(?:${PAUSE}|和|跟|还有)+|(?:${PAUSE}|和|跟|还有)+$`, 'gu')

const trimmed = (parts: readonly string[]): string[] =>
  parts.map((part) => part.replace(EDGES, '')).filter((part) => part !== '')

const isSeveral = (parts: readonly string[]): boolean =>
  parts.length > 1 &&
  parts.length <= PARTS_MAX &&
  parts.every((part) => ownSubject(part) >= SUBJECT_MIN)
