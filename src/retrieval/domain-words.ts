// Words that name subjects (an item, a certificate, a trade) rather than what is wanted of them.
// Taken out of a sentence they leave its pattern: 「X 办了三个月还没下来」 is a stuck case whatever X.
import type { Breathe } from '../kernel/clock.ts'

const SHARE_MIN = 0.6
const SEEN_MIN = 3
const RARE_MAX = 8
const LENGTH_MAX = 6

/** A sentence's words and the section it asks about, or null when it asks about none. */
export type WordRow = Readonly<{ words: ReadonlySet<string>; section: string | null }>

/** Words seen mostly in the questions of one section, and words too rare to be part of a pattern. */
export async function findDomainWords(
  rows: readonly WordRow[],
  breathe: Breathe,
): Promise<readonly string[]> {
  const seen = new Map<string, number>()
  const bySection = new Map<string, Map<string, number>>()
  for (const { words, section } of rows) {
    for (const word of words) {
      if (word.length < 2 || word.length > LENGTH_MAX) continue
      seen.set(word, (seen.get(word) ?? 0) + 1)
      if (section !== null) count(bySection, word, section)
    }
    await breathe()
  }
  return [...seen]
    .filter(([word, times]) => times < RARE_MAX || isOfOneSection(bySection.get(word)))
    .map(([word]) => word)
}

function count(bySection: Map<string, Map<string, number>>, word: string, section: string): void {
  const counts = bySection.get(word) ?? new Map<string, number>()
  counts.set(section, (counts.get(section) ?? 0) + 1)
  bySection.set(word, counts)
}

function isOfOneSection(counts: ReadonlyMap<string, number> | undefined): boolean {
  if (counts === undefined) return false
  const total = [...counts.values()].reduce((sum, one) => sum + one, 0)
  return total >= SEEN_MIN && Math.max(...counts.values()) / total >= SHARE_MIN
}

/** The text's pattern: every run of domain words becomes `X`, every number `N`. */
export function patternOf(normalized: string, domain: ReadonlySet<string>): string {
  let out = ''
  let at = 0
  while (at < normalized.length) {
    const word = longestAt(normalized, at, domain)
    if (word > 0) {
      if (!out.endsWith('X')) out += 'X'
      at += word
      continue
    }
    const isDigit = /\d/u.test(normalized[at]!)
    if (!isDigit) out += normalized[at]
    else if (!out.endsWith('N')) out += 'N'
    at += 1
  }
  return out
}

function longestAt(text: string, at: number, domain: ReadonlySet<string>): number {
  for (let length = LENGTH_MAX; length >= 2; length--) {
    if (at + length <= text.length && domain.has(text.slice(at, at + length))) return length
  }
  return 0
}
