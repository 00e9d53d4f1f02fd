// Items called by their names: an item's name and aliases as they stand in a message.
import { folded } from '../kernel/folded.ts'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../knowledge/service-item.ts'
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

/** The name and aliases of one item as they stand in a message in normal form. */
export const calledAs = ({ name, aliases }: Pick<ServiceItem, 'name' | 'aliases'>): string[] =>
  [name, ...aliases].map(folded)

/** A name in full is found in a longer text by chance when it is shorter than this. */
export const NAME_WHOLE_MIN = 3

/** Whether the message calls the item by a whole name of at least so many characters. */
export const isCalled = (
  normalized: string,
  item: Pick<ServiceItem, 'name' | 'aliases'>,
  min: number = NAME_WHOLE_MIN,
): boolean => namedLength(calledAs(item), normalized) >= min

/** How many characters of the message are one of these names; the longest counts. */
export const namedLength = (names: readonly string[], normalized: string): number =>
  names.reduce(
    (best, name) => (name.length > best && normalized.includes(name) ? name.length : best),
    0,
  )
