// Several matters in one message: 「两件事，一个公司改名，一个商标转让」, 「第一……第二……」, "first …, second …".
// Each is looked up for itself: of all the words together only a blend of them would be found.

import { ownSubject } from '../../retrieval/own-subject.ts'
import { anyOf, inOrder } from '../../retrieval/patterns.ts'
import { QUESTION_WORD } from './question-word.ts'

const PAUSE = '[,，。.;；:：!！?？、\\s]'
/** 「三件事」, 「有两个问题」, before the matters or behind them. */
const COUNT = inOrder(
  /(?:我|咱)?(?:们)?(?:有|想问|要问|要办|一共|总共|这)*/u,
  /([两二三四2-4])(?:件|个|样|桩)(?:事情?|问题)(?:要|想|一起|一并|一次)?(?:问|办|请教)?(?:一下|下|你)?/u,
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
/** 「还有」「另外」「顺便问一下」「再问个」「对了」, behind a pause. */
const BESIDES = anyOf(
  /(?:还有(?:就是)?|以及|另外(?:还有)?)(?!一?[个件条位])/u,
  /(?:顺便|顺带|顺路|再|另外)(?:想|再)?(?:问|请教|咨询|了解|打听)(?:一?下|一?个|一?声)?/u,
  /对了/u,
)
const BETWEEN = new RegExp(
  `(?:${PAUSE}+|(?<=[啊呢吗呀吧嘛伐]))(?:${BESIDES.source})${PAUSE}*|${PAUSE}*\\band also\\b`,
  'u',
)
/** What ends a question. */
const SENTENCE_END = /[。;；!！?？\n]+/u
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
  return counted === null ? followingOneAnother(normalized) : countedOut(normalized, counted)
}

/** Nothing counts them: they are parted by what says so, or each is a question by itself. */
function followingOneAnother(normalized: string): Several | null {
  const parted = trimmed(normalized.split(BETWEEN))
  const parts = [parted, questionsIn(normalized)].find(isSeveral)
  if (parts === undefined) return null
  const isCounted = parts === parted && parts.filter(asks).length >= Math.min(MANY, parts.length)
  return { parts, isCounted }
}

/** Two questions with 「还有」 or 「另外」 between them are as good as counted, and so are so many among more. */
const MANY = 3

/** 「股权怎么过户先不谈」 */
const LEFT_OUT = /(?:先|就|暂时?|暂且)?不(?:谈|说|讲|提|管|问)(?:了|它|这个)?$/u

/** What is told, and what is left out, asks nothing. */
const asks = (part: string): boolean => QUESTION_WORD.test(part) && !LEFT_OUT.test(part)

/** As many as the message says, behind its count (「三件事：……」), or around it (「……，这两件事」). */
function countedOut(normalized: string, counted: RegExpExecArray): Several | null {
  const { index, 0: said, 1: count = '' } = counted
  const behind = normalized.slice(index + said.length)
  const around = `${normalized.slice(0, index)},${behind}`
  const ways = [questionsIn(behind), trimmed(behind.split(LISTED)), trimmed(around.split(LISTED))]
  const parts = ways.find((way) => isSeveral(way) && way.length === COUNTED[count])
  return parts === undefined ? null : { parts, isCounted: true }
}

/** The sentences that ask; what is told in between belongs to none. */
const questionsIn = (said: string): string[] =>
  trimmed(said.split(SENTENCE_END).flatMap((sentence) => sentence.split(BETWEEN))).filter(asks)

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
