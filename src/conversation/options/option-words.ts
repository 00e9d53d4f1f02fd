// What tells the options of one question apart: the words of the rows that separate each from the
// others. A reply that says one of them has picked that option.
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'

/** The words for an item against the others beside it, its own rows first. */
export function wordsFor(item: ServiceItem, beside: readonly ServiceItem[]): string[] {
  const others = beside.filter(({ code }) => code !== item.code)
  const codes = new Set<ItemCode>(others.map(({ code }) => code))
  const here = item.notThis.filter(({ code }) => codes.has(code)).flatMap((row) => row.wordsHere)
  const there = others
    .flatMap(({ notThis }) => notThis.filter(({ code }) => code === item.code))
    .flatMap((row) => row.wordsThere)
  return [...new Set([...here, ...there])]
}

/** Those of its words that speak for none of the others. */
export function ownWordsFor(item: ServiceItem, beside: readonly ServiceItem[]): string[] {
  const others = beside.filter(({ code }) => code !== item.code)
  const taken = new Set(others.flatMap((other) => wordsFor(other, beside)))
  return wordsFor(item, beside).filter((word) => !taken.has(word))
}
