// A sentence as words that can be compared one by one, and whether two sentences are the same but
// for words that say nothing. Works on `comparable` text.
import { measuredAt } from './figures.ts'

/** A word, a character, or a number with its unit in its one form. */
export type Word = string

/** Of equal meaning wherever they stand; what obliges, allows and forbids stays apart. */
const SAME: readonly (readonly [Word, readonly string[]])[] = [
  ['、', ['、', '以及', '及', '和', '与']],
  ['并', ['并且', '并', '且']],
  ['或', ['或者', '或']],
  ['可', ['可以', '可']],
  ['能', ['能够', '能']],
  ['办', ['办理', '办']],
  ['应', ['应当', '应']],
  ['须', ['必须', '须']],
  ['需', ['需要', '需']],
  ['另需', ['另需']],
  ['不需', ['不需要', '无需', '无须', '不用']],
  ['免费', ['免费', '不收费']],
  ['法定时限', ['法定时限', '法定办理时限', '法定办结时限']],
  ['承诺时限', ['承诺时限', '承诺办理时限', '承诺办结时限']],
]
const WORDS = SAME.flatMap(([word, forms]) => forms.map((form) => [form, word] as const)).sort(
  ([a], [b]) => b.length - a.length,
)
const MARKS = /[“”‘’「」『』"'《》〈〉〔〕【】()!…·]/gu
const PAUSES = /^[,;:。\n]+/u
/** Codes, links, phones and the like, which are never read as numbers. */
const CODE = /^(?=[\d._:/@#&=+%-]*[a-z])[a-z0-9._:/@#&=+%-]+|^0\d+|^\d+(?:-\d+)+/u
export const PAUSE: Word = ','

/**
 * Words that mean the same become one, figures with their unit one word each, everything else single
 * characters; quotation marks are dropped.
 */
export function wordsOf(text: string): readonly Word[] {
  const plain = text.replaceAll(MARKS, '')
  const words: Word[] = []
  let at = 0
  while (at < plain.length) {
    const { word, length } = wordAt(plain.slice(at))
    words.push(word)
    at += length
  }
  return words
}

function wordAt(rest: string): Readonly<{ word: Word; length: number }> {
  const pause = PAUSES.exec(rest)?.[0]
  if (pause !== undefined) return { word: PAUSE, length: pause.length }
  const code = CODE.exec(rest)?.[0]
  if (code !== undefined) return { word: code, length: code.length }
  const same = WORDS.find(([form]) => rest.startsWith(form))
  if (same !== undefined) return { word: same[1], length: same[0].length }
  const measured = measuredAt(rest)
  if (measured !== null && measured.written === null) {
    return { word: `${measured.key}${measured.unit}`, length: measured.length }
  }
  const [character = ''] = rest
  return { word: character, length: character.length }
}

/** They may come or go: nothing is said by them alone. */
const EMPTY = new Set<Word>(['的', '是', '为', '了', '则'])
const AND = new Set<Word>(['、', '并'])
/** A pause behind these may come or go as well; elsewhere it bounds what a 不 reaches. */
const PAUSED = new Set<Word>(['的', '时', '后', '起', '另需'])
const DENIAL = /^[不无未非没]/u

/**
 * Where in `said` the words of `record` end when they begin at `from` and are said whole and in
 * their order, or null.
 */
export function endOfSame(
  said: readonly Word[],
  from: number,
  record: readonly Word[],
): number | null {
  let at = from
  let n = 0
  while (n < record.length) {
    const word = said[at]
    const [before, wanted] = [record[n - 1], record[n]!]
    if (word !== undefined && isSame(word, wanted, before)) {
      at++
      n++
    } else if (word !== undefined && mayCome(word, before, wanted)) {
      at++
    } else if (EMPTY.has(wanted) || (wanted === PAUSE && PAUSED.has(before ?? ''))) {
      n++
    } else {
      return null
    }
  }
  while (EMPTY.has(said[at] ?? '')) at++
  return at
}

/** 「A、B」, 「A和B」 and 「A并B」 are one; 并 may take the place of a pause that ends no condition. */
function isSame(word: Word, wanted: Word, before: Word | undefined): boolean {
  if (word === wanted || (AND.has(word) && AND.has(wanted))) return true
  return word === '并' && wanted === PAUSE && before !== '的'
}

function mayCome(word: Word, before: Word | undefined, next: Word): boolean {
  if (EMPTY.has(word)) return true
  if (word === '并') return before === PAUSE
  return word === PAUSE && PAUSED.has(before ?? '') && !DENIAL.test(next)
}

/** Word for word, pauses aside. */
export const isVerbatim = (said: readonly Word[], record: readonly Word[]): boolean =>
  withoutPauses(said).join('|') === withoutPauses(record).join('|')

const withoutPauses = (words: readonly Word[]) => words.filter((word) => word !== PAUSE)
