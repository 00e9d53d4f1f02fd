// What the words of a question say of every item, before vectors join in: read alike when a question
// is answered and when it is learnt from.
import type { ChannelScores } from './evidence.ts'
import { type ItemModel, predictItem } from './item-model.ts'
import type { Query } from './query.ts'
import { type SearchIndex, searchLexical } from './search-index.ts'
import { type Separators, separation } from './separate.ts'

type Parts = Readonly<{ index: SearchIndex; items: ItemModel; separators: Separators }>

/** The scores of all channels but the vectors. */
export const wordChannels = (
  { index, items, separators }: Parts,
  query: Query,
): Omit<ChannelScores, 'e' | 'weightE'> => ({
  lexical: searchLexical(index, query.parts),
  l: predictItem(items, query.parts),
  tokens: query.tokens,
  separate: (owners) => separation(separators, owners, query.clauses),
})
