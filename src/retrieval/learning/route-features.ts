// What the route model looks at: the words, how the message ends (people tell first and ask last),
// and its pattern without the subject. Each kind was kept for what it gave across writers.

import { actTokens } from '../acts/speech-acts.ts'
import { patternOf } from '../domain-words.ts'

const CHINESE_CLAUSE = /[,，。!！?？;；\n~…\s]+/u
const LATIN_CLAUSE = /[.!?\n]+/u
const ENDING_CLAUSES = 2

/** Tokens of the route model; `words` are the search tokens of the same text. */
export function routeTokens(
  normalized: string,
  words: readonly string[],
  domain: ReadonlySet<string>,
): string[] {
  const out = words.filter((token) => token[0] !== 'p')
  pushGrams(endingOf(normalized), 'e', [1, 2, 3], out)
  pushGrams(patternOf(normalized, domain), 'd', [2, 3, 4], out)
  out.push(...actTokens(normalized))
  return out
}

/** The last two clauses: where the wish is. */
export function endingOf(normalized: string): string {
  const isChinese = /\p{Script=Han}/u.test(normalized)
  const clauses = normalized
    .split(isChinese ? CHINESE_CLAUSE : LATIN_CLAUSE)
    .filter((clause) => clause.trim() !== '')
  return clauses.slice(-ENDING_CLAUSES).join(' ')
}

export function pushGrams(
  text: string,
  kind: string,
  sizes: readonly number[],
  out: string[],
): void {
  for (const size of sizes) {
    for (let at = 0; at + size <= text.length; at++) {
      // Line breaks separate stored tokens and must not be part of one.
      out.push(`${kind}${text.slice(at, at + size).replace(/\n/gu, ' ')}`)
    }
  }
}
