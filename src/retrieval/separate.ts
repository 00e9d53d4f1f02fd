// What separates neighbours: the words of `not_this` that speak for one item or for the other.
// A word said in contrast (「不是个体户」) speaks against its side, one of the past only a little for it.
import type { ServiceItem } from '../knowledge/service-item.ts'
import type { Clause } from './clauses.ts'
import { normalize } from './normalize.ts'
import type { Language } from './ports.ts'

const SPEAKS: Readonly<Record<Clause['kind'], number>> = {
  meant: 1,
  told: 0.3,
  done: 0.3,
  contrast: -0.7,
}

/** Words for one item, and words for its neighbour. */
export type Separation = Readonly<{ words: readonly string[]; against: readonly string[] }>

/** For two items by position: words for the first, words for the second; looked up both ways. */
export type Separators = ReadonlyMap<number, ReadonlyMap<number, Separation>>

/** Collects the separating words of all neighbours, from whichever side they were written. */
export function makeSeparators(
  items: readonly ServiceItem[],
  language: Pick<Language, 'simplify'>,
): Separators {
  const position = new Map<string, number>(items.map((item, owner) => [item.code, owner]))
  const found = new Map<number, Map<number, Separation>>()
  const plain = (words: readonly string[]) => words.map((word) => normalize(word, language))
  for (const [owner, item] of items.entries()) {
    for (const row of item.notThis) {
      const other = position.get(row.code)
      if (other === undefined) continue
      const here = plain(row.wordsHere)
      const there = plain(row.wordsThere)
      join(found, owner, other, { words: here, against: there })
      join(found, other, owner, { words: there, against: here })
    }
  }
  return found
}

function join(
  into: Map<number, Map<number, Separation>>,
  a: number,
  b: number,
  pair: Separation,
): void {
  const row = into.get(a) ?? new Map<number, Separation>()
  const known = row.get(b)
  const both = (x: readonly string[], y: readonly string[]) => [...new Set([...x, ...y])]
  row.set(
    b,
    known === undefined
      ? pair
      : { words: both(known.words, pair.words), against: both(known.against, pair.against) },
  )
  into.set(a, row)
}

const SAID_MAX = 2

/** For each of the items, how far the message's words favour it over its neighbours among them. */
export function separation(
  separators: Separators,
  owners: readonly number[],
  clauses: readonly Clause[],
): number[] {
  return owners.map((owner) => {
    const row = separators.get(owner)
    if (row === undefined) return 0
    return owners.reduce((sum, other) => {
      const pair = row.get(other)
      if (pair === undefined) return sum
      const lead = said(pair.words, clauses) - said(pair.against, clauses)
      return sum + Math.max(-SAID_MAX, Math.min(SAID_MAX, lead))
    }, 0)
  })
}

/** Which of the items, by their place among `owners`, are neighbours of the first that no word parts. */
export function undecided(
  separators: Separators,
  owners: readonly number[],
  clauses: readonly Clause[],
): number[] {
  const row = separators.get(owners[0] ?? -1)
  return owners.flatMap((owner, n) => {
    const pair = n === 0 ? undefined : row?.get(owner)
    if (pair === undefined) return []
    return said(pair.words, clauses) === 0 && said(pair.against, clauses) === 0 ? [n] : []
  })
}

function said(words: readonly string[], clauses: readonly Clause[]): number {
  let sum = 0
  for (const word of words) {
    const weights = clauses
      .filter(({ text }) => text.includes(word))
      .map(({ kind }) => SPEAKS[kind])
    if (weights.length > 0) sum += Math.max(...weights)
  }
  return sum
}
