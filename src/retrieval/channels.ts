// What the words of a question say of every item, before vectors join in: read alike when a question
// is answered and when it is learnt from.
import type { ChannelScores, Pointing, WordScores } from './evidence.ts'
import { bearings, type ClauseModel } from './learning/clause-model.ts'
import { type ItemModel, predictItem } from './learning/item-model.ts'
import type { Query } from './query.ts'
import { coverageOf, type SearchIndex, scoreLexical, scoreLexicalThrice } from './search-index.ts'
import { type Separators, separation } from './separate.ts'
import type { TokenPart } from './vocabulary.ts'

type Parts = Readonly<{
  index: SearchIndex
  items: ItemModel
  separators: Separators
  clauses: ClauseModel
}>

/** The scores of all channels but the vectors. */
export function wordChannels(parts: Parts, query: Query): Omit<ChannelScores, 'e' | 'weightE'> {
  const { index, items, separators, clauses } = parts
  const bears = bearings(clauses, query.clauses)
  const { weighted, alike, bearing } = wordsOf(parts, query, bears)
  return {
    lexical: { ...weighted.lexical, coverage: coverageOf(index, query.parts) },
    l: weighted.l,
    alike,
    bearing,
    pointing: pointing(items, query, bears),
    tokens: query.tokens,
    separate: (owners) => separation(separators, owners, query.clauses),
  }
}

type ThreeWays = Readonly<Record<'weighted' | 'alike' | 'bearing', WordScores>>

/** What the words say with the clauses at their weights, with all alike, and as far as each bears the matter. */
function wordsOf({ index, items }: Parts, query: Query, bears: readonly number[]): ThreeWays {
  const { parts, alike } = query
  const readsAlike = isPlain(query)
  const bearsAlike = bears.length < 2
  const l = predictItem(items, parts)
  if (readsAlike && bearsAlike) {
    const only = { lexical: scoreLexical(index, parts), l }
    return { weighted: only, alike: only, bearing: only }
  }
  const own = bearsAlike ? parts : borne(query, bears)
  const [weighted, plain, bearing] = scoreLexicalThrice(index, [parts, alike, own])
  return {
    weighted: { lexical: weighted, l },
    alike: { lexical: plain, l: readsAlike ? l : predictItem(items, alike) },
    bearing: { lexical: bearing, l: bearsAlike ? l : predictItem(items, own) },
  }
}

/** One clause reads the same either way, and so do clauses that all count in full. */
const isPlain = ({ parts, alike }: Query) =>
  parts.length === alike.length && (parts.length === 1 || parts.every(({ weight }) => weight === 1))

/** The message's own words, each clause counting as far as it bears the matter. */
function borne({ alike }: Query, bears: readonly number[]): readonly TokenPart[] {
  const most = Math.max(...bears)
  return alike.map((part, n) => ({ ...part, weight: bears[n]! / most }))
}

/** What single clauses point to. */
function pointing(items: ItemModel, { alike }: Query, bears: readonly number[]): Pointing {
  const to = new Float32Array(items.model.labels.length)
  const beside = new Float32Array(to.length)
  for (const [n, part] of alike.entries()) {
    for (const [owner, p] of predictItem(items, [part]).entries()) {
      to[owner] = Math.max(to[owner]!, bears[n]! * p)
      beside[owner] = Math.max(beside[owner]!, (1 - bears[n]!) * p)
    }
  }
  return { to, beside }
}
