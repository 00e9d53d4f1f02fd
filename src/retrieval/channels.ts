// What the words of a question say of every item, before vectors join in: read alike when a question
// is answered and when it is learnt from.
import type { ChannelScores, WordScores } from './evidence.ts'
import { type ItemModel, predictItem } from './learning/item-model.ts'
import type { Query } from './query.ts'
import { type SearchIndex, searchLexical } from './search-index.ts'
import { type Separators, separation } from './separate.ts'

type Parts = Readonly<{ index: SearchIndex; items: ItemModel; separators: Separators }>

/** The scores of all channels but the vectors. */
export function wordChannels(parts: Parts, query: Query): Omit<ChannelScores, 'e' | 'weightE'> {
  const weighted = scoresOf(parts, query.parts)
  return {
    ...weighted,
    alike: isPlain(query) ? weighted : scoresOf(parts, query.alike),
    tokens: query.tokens,
    separate: (owners) => separation(parts.separators, owners, query.clauses),
  }
}

const scoresOf = ({ index, items }: Parts, parts: Query['parts']): WordScores => ({
  lexical: searchLexical(index, parts),
  l: predictItem(items, parts),
})

/** One clause with nothing beside it reads the same either way. */
const isPlain = ({ parts, alike }: Query) => parts.length === 1 && alike.length === 1
