// A slip in a word of the catalogue: 「食品经菅许可」 is read as 经营. Hardly a passage pairs 经菅 or 菅许,
// many pair 经营 and 营许, 经营 is a word of theirs, and 营 looks like 菅 or sounds like it. Only what is
// searched is mended: what was said stays as it is for everything else.
import { lookAlikes } from './look-alikes.ts'
import type { Language } from './ports.ts'
import type { SearchIndex } from './search-index.ts'

/** The text without such slips. */
export type Mend = (normalized: string) => string

/** So many passages must pair what is put in its place with its neighbours. */
const COMMON_MIN = 4
/** And so many times as many as pair what stands there (both measured on 472 questions with a slip). */
const OFTENER = 8
/** More slips than this are another language. */
const MENDED_MAX = 2
const HAN = /^\p{Script=Han}+$/u

/** Prepared once for an index, whose words and pairs of characters it knows. */
export function makeMend(index: SearchIndex, language: Language): Mend {
  const meant = makeMeant(index, language)
  return (normalized) => {
    const signs = [...normalized]
    let mended = 0
    for (let n = 1; n < signs.length - 1 && mended < MENDED_MAX; n++) {
      const [before, written, after] = signs.slice(n - 1, n + 2) as Three
      const one = HAN.test(before + written + after) ? meant(before, written, after) : null
      if (one === null) continue
      signs[n] = one
      mended += 1
    }
    return signs.join('')
  }
}

type Three = [before: string, written: string, after: string]

/** What was meant by a character between two others; null where it may well be meant itself. */
function makeMeant({ vocabulary, passages }: SearchIndex, language: Language) {
  const count = (token: string): number => {
    const id = vocabulary.find(token)
    return id === undefined ? 0 : passages.starts[id + 1]! - passages.starts[id]!
  }
  const isWord = (text: string) => count(`w${text}`) >= COMMON_MIN
  const behind = new Map<string, string[]>()
  for (const token of vocabulary.tokens()) {
    if (token[0] !== 'b' || count(token) < COMMON_MIN) continue
    const [, first = '', second = ''] = [...token]
    const known = behind.get(first)
    if (known === undefined) behind.set(first, [second])
    else known.push(second)
  }
  return (...[before, written, after]: Three): string | null => {
    if (isWord(before + written) || isWord(written + after)) return null
    const often = (one: string) => Math.min(count(`b${before}${one}`), count(`b${one}${after}`))
    const min = Math.max(COMMON_MIN, OFTENER * often(written))
    const sound = language.syllable(written)
    const alike = lookAlikes(written)
    const isAlike = (one: string) =>
      alike.has(one) || (sound !== '' && language.syllable(one) === sound)
    const fits = (behind.get(before) ?? []).filter(
      (one) => isAlike(one) && (isWord(before + one) || isWord(one + after)) && often(one) >= min,
    )
    return fits.length === 0 ? null : fits.reduce((a, b) => (often(b) > often(a) ? b : a))
  }
}
