// What tells the options of one question apart: the words of the rows that separate each from the
// others. A button shows them, and a reply that says one of them has picked that option.
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'
import { recordText } from '../record-text.ts'

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

/**
 * Of its own words those that say what it is for, the most telling first. A row sets its item apart
 * from one other: of more than two options a word counts only if the item's record holds it more often
 * than the records of the others together.
 */
export function tellingWordsFor(item: ServiceItem, beside: readonly ServiceItem[]): string[] {
  const own = ownWordsFor(item, beside)
  if (beside.length <= 2) return own
  const record = recordText(item)
  const others = beside.filter(({ code }) => code !== item.code).map(recordText)
  return own
    .map((word) => ({
      word,
      more: times(word, record) - others.reduce((sum, other) => sum + times(word, other), 0),
    }))
    .filter(({ more }) => more > 0)
    .sort((a, b) => b.more - a.more)
    .map(({ word }) => word)
}

const times = (word: string, text: string): number => text.split(word).length - 1
