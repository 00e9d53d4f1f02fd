// What the route model looks at: the words, how the message ends (people tell first and ask last),
// and its pattern without the subject. Each kind was kept for what it gave across writers.

import { type Act, actsIn, actTokens } from '../acts/speech-acts.ts'
import { patternOf } from '../domain-words.ts'

const CHINESE_CLAUSE = /[,，。!！?？;；\n~…\s]+/u
const LATIN_CLAUSE = /[.!?\n]+/u
const ENDING_CLAUSES = 2

/** What the tokens of a text are made from. */
export type RouteText = Readonly<{
  /** The search tokens of the text. */
  words: readonly string[]
  ending: string
  pattern: string
  acts: readonly Act[]
}>

/**
 * `normalized` and `words` are of the same text; `domain` are the words that tell subjects apart,
 * which the pattern leaves out.
 */
export const readRoute = (
  normalized: string,
  words: readonly string[],
  domain: ReadonlySet<string>,
): RouteText => ({
  words,
  ending: endingOf(normalized),
  pattern: patternOf(normalized, domain),
  acts: actsIn(normalized),
})

/** Tokens of the route model. */
export function routeTokens({ words, ending, pattern, acts }: RouteText): string[] {
  const out = words.filter((token) => token[0] !== 'p')
  pushGrams(ending, 'e', [1, 2, 3], out)
  pushGrams(pattern, 'd', [2, 3, 4], out)
  out.push(...actTokens(acts))
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

/** Appends every run of so many UTF-16 units to `out`, each with `kind` in front. */
export function pushGrams(
  text: string,
  kind: string,
  sizes: readonly number[],
  out: string[],
): void {
  // Line breaks separate stored tokens and must not be part of one.
  const line = text.replaceAll('\n', ' ')
  for (const size of sizes) {
    for (let at = 0; at + size <= line.length; at++) {
      out.push(kind + line.slice(at, at + size))
    }
  }
}
