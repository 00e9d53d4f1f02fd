// Items called by their names: an item's name and aliases as they stand in a message.
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import { normalize } from './normalize.ts'
import type { Language } from './ports.ts'

/** Per item position: its name and aliases in their normal form. */
export type Names = readonly (readonly string[])[]

const NAME_MIN = 2

export const namesOf = (base: KnowledgeBase, language: Pick<Language, 'simplify'>): Names =>
  base.items.map((item) =>
    [item.name, ...item.aliases]
      .map((name) => normalize(name, language))
      .filter((name) => name.length >= NAME_MIN),
  )

const known = new WeakMap<KnowledgeBase, Names>()

/** The same, made once: made anew it would cost more than the rest of a question. */
export function knownNames(base: KnowledgeBase, language: Pick<Language, 'simplify'>): Names {
  const names = known.get(base) ?? namesOf(base, language)
  known.set(base, names)
  return names
}

/** How many characters of the message are one of these names; the longest counts. */
export const namedLength = (names: readonly string[], normalized: string): number =>
  names.reduce(
    (best, name) => (name.length > best && normalized.includes(name) ? name.length : best),
    0,
  )
