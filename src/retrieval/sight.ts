// A question as everything but the vectors sees it: the same when it is learnt from and when it is
// answered, so that what was learnt holds.
import { type BroadExamples, proposals } from './broad.ts'
import { wordChannels } from './channels.ts'
import type { Deeds } from './deeds.ts'
import type { ChannelScores } from './evidence.ts'
import type { ClauseModel } from './learning/clause-model.ts'
import type { ItemModel } from './learning/item-model.ts'
import type { Ranked } from './learning/rank.ts'
import { predictRoutes, type RouteModel, type RouteProbabilities } from './learning/route-model.ts'
import type { Names } from './names.ts'
import type { Language } from './ports.ts'
import type { Query } from './query.ts'
import type { SearchIndex } from './search-index.ts'
import type { Separators } from './separate.ts'
import { tokenize } from './tokenize.ts'

/** What a question is looked at with. */
export type SightParts = Readonly<{
  index: SearchIndex
  items: ItemModel
  clauses: ClauseModel
  routes: RouteModel
  separators: Separators
  broad: BroadExamples
  names: Names
  deeds: Deeds
}>

export type Sight = Ranked &
  Readonly<{
    words: Omit<ChannelScores, 'e' | 'weightE'>
    routes: RouteProbabilities
    separators: Separators
  }>

/** The same but what else a message may want, and what it is looked at with. */
export type WordSight = Omit<Sight, 'routes'>
export type WordParts = Omit<SightParts, 'routes'>

export const lookAtWords = (parts: WordParts, query: Query): WordSight => ({
  query,
  words: wordChannels(parts, query),
  proposed: proposals(parts.broad, parts.index.vocabulary, query.parts),
  names: parts.names,
  deeds: parts.deeds,
  separators: parts.separators,
})

/** To be given the query that was made with the same `language`. */
export const routesOf = (
  routes: RouteModel,
  { focus }: Query,
  language: Language,
): RouteProbabilities => predictRoutes(routes, focus, tokenize(focus, language))

/** To be given the query that was made with the same `language`. */
export const look = (parts: SightParts, query: Query, language: Language): Sight => ({
  ...lookAtWords(parts, query),
  routes: routesOf(parts.routes, query, language),
})
