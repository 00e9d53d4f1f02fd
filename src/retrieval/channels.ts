// What the words of a question say of every item, before vectors join in: read alike when a question
// is answered and when it is learnt from.
import type { ChannelScores, WordScores } from './evidence.ts'
import { type ItemModel, predictItem } from './learning/item-model.ts'
import type { Query } from './query.ts'
import { type SearchIndex, scoreLexical, searchLexical } from './search-index.ts'
import { type Separators, separation } from './separate.ts'

type Parts = Readonly<{ index: SearchIndex; items: ItemModel; separators: Separators }>

/** The scores of all channels but the vectors. */
export function wordChannels(parts: Parts, query: Query): Omit<ChannelScores, 'e' | 'weightE'> {
  const { index, items, separators } = parts
  const weighted = {
    lexical: searchLexical(index, query.parts),
    l: predictItem(items, query.parts),
  }
  return {
    ...weighted,
    alike: isPlain(query) ? weighted : alikeOf(parts, query),
    tokens: query.tokens,
    separate: (owners) => separation(separators, owners, query.clauses),
  }
}

const alikeOf = ({ index, items }: Parts, { alike }: Query): WordScores => ({
  lexical: scoreLexical(index, alike),
  l: predictItem(items, alike),
})

/** One clause reads the same either way, and so do clauses that all count in full. */
const isPlain = ({ parts, alike }: Query) =>
  parts.length === alike.length && (parts.length === 1 || parts.every(({ weight }) => weight === 1))
