// How a message becomes a query with what a snapshot knows: its glossary, the words that a slip of the
// keyboard hides, and what people say around a matter.

import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import { dangerIn } from './acts/danger.ts'
import { type Addition, makeExpand } from './expand.ts'
import { type AsideModel, asideness } from './learning/aside-model.ts'
import { makeMend } from './mend.ts'
import { normalize } from './normalize.ts'
import type { Language } from './ports.ts'
import { makeQuery, type Query } from './query.ts'
import type { SearchIndex } from './search-index.ts'

/** From here on a clause is taken to say nothing of the matter. */
const ASIDE_MIN = 0.5
/** A number may be an option's, a ticket's or a measure. */
const NUMBERED = /\d|第[一二三四五六七八九十]|\b(?:first|second|third|one|two)\b/u

export type ReadQuery = (words: string, context?: readonly Addition[]) => Query

type ReadWith = Readonly<{ base: KnowledgeBase; asides: AsideModel; index: SearchIndex }>

/** Reads messages with this snapshot; costly, as glossary and words are prepared. */
export function makeReadQuery({ base, asides, index }: ReadWith, language: Language): ReadQuery {
  const expand = makeExpand(base.glossary, language)
  const mend = makeMend(index, language)
  const known = new Set(base.asides.aside.map((clause) => normalize(clause, language)))
  const isAside = (clause: string) =>
    known.has(clause) ||
    (!NUMBERED.test(clause) &&
      asideness(asides, clause, language) >= ASIDE_MIN &&
      dangerIn(clause) === null)
  return (words, context = []) => makeQuery(words, language, { context, expand, mend, isAside })
}

const readers = new WeakMap<ReadWith, ReadQuery>()

/** The same, made once for a snapshot, which never changes. */
export function knownReadQuery(snapshot: ReadWith, language: Language): ReadQuery {
  const known = readers.get(snapshot)
  if (known !== undefined) return known
  const made = makeReadQuery(snapshot, language)
  readers.set(snapshot, made)
  return made
}
