// A fact that the person tells and that the record of what is talked about says belongs to another
// item: who owes, who applies, whether it is built yet. It counts against the one and for the other.
import type { ItemCode } from '../../kernel/ids.ts'
import type { ServiceItem } from '../../knowledge/service-item.ts'

type Excluded = Readonly<{
  excluded: ReadonlySet<ItemCode>
  /** What the record names instead. */
  instead: ReadonlySet<ItemCode>
}>

/** What the message says of the items that are talked about. */
export function excludedBy(normalized: string, items: readonly ServiceItem[]): Excluded {
  const rows = items.flatMap((item) =>
    saidOfOthers(normalized, item).map((row) => ({ item: item.code, instead: row.code })),
  )
  // What two items exclude of each other is said of both: then both are meant.
  const isBoth = (row: (typeof rows)[number]) => rows.some(({ item }) => item === row.instead)
  const told = rows.filter((row) => !isBoth(row))
  return {
    excluded: new Set(told.map(({ item }) => item)),
    instead: new Set(told.map(({ instead }) => instead)),
  }
}

/** What separates the item from others, where the message has the words of those and none of its own. */
export function saidOfOthers(normalized: string, { notThis }: ServiceItem): ServiceItem['notThis'] {
  const says = (words: readonly string[]) => words.some((word) => isSaid(normalized, word))
  return notThis.filter(({ wordsHere, wordsThere }) => says(wordsThere) && !says(wordsHere))
}

/** A word that is denied is not said: 「不是国企」 tells of no 国企. */
const DENIES = /(?:不是|没有?|不做|不办|未)[^,，。.!！?？;；\s]{0,3}$/u

function isSaid(normalized: string, word: string): boolean {
  const at = normalized.indexOf(word.toLowerCase())
  return at >= 0 && !DENIES.test(normalized.slice(0, at))
}
