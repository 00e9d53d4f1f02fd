// What nearest-faq compares with, made once for a knowledge base: it never changes, and every question
// needs it.
import type { KnowledgeBase } from '../../../knowledge/knowledge-base.ts'
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { meaningsIn } from './faq-meanings.ts'
import { kindsOf } from './question-kind.ts'

export type FaqRow = ServiceItem['faq'][number]

/** What an answer begins with: a frequent question, or a sentence of the record put as one. */
export type Lead = Pick<FaqRow, 'q' | 'a'> &
  Readonly<{
    source: string | null
    /** What stands above it is no question. */
    isStatement?: true
    /** It may be what was asked, and may not. */
    isGuess?: true
  }>

export type IndexedRow = Readonly<{
  row: FaqRow
  tokens: readonly string[]
  kinds: ReturnType<typeof kindsOf>
}>

export type IndexedItem = Readonly<{
  rows: readonly IndexedRow[]
  /** The words of the item's name. */
  name: ReadonlySet<string>
  /** Those and the words of its other names. */
  names: ReadonlySet<string>
}>

export type FaqIndex = Readonly<{
  /** How telling a token is; null for one that no frequent question holds. */
  rarity: (token: string) => number | null
  itemOf: (item: ServiceItem) => IndexedItem
}>

/** Rarer than this is chance: a pair of characters that no other question happens to hold. */
const RARITY_MAX = 6

const rarityOf = (count: number, rows: number): number =>
  Math.min(Math.log((rows + 1) / (count + 0.5)), RARITY_MAX)

const indexes = new WeakMap<KnowledgeBase, FaqIndex>()

export function faqIndexOf(base: KnowledgeBase): FaqIndex {
  const known = indexes.get(base)
  if (known !== undefined) return known
  const made = indexOf(base)
  indexes.set(base, made)
  return made
}

function indexOf(base: KnowledgeBase): FaqIndex {
  const items = new Map(base.items.map((item) => [item, indexedItem(item)]))
  const rows = [...items.values()].flatMap((item) => item.rows)
  const counts = new Map<string, number>()
  for (const token of rows.flatMap(({ tokens }) => tokens)) {
    counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  return {
    rarity: (token) => {
      const count = counts.get(token)
      return count === undefined ? null : rarityOf(count, rows.length)
    },
    itemOf: (item) => items.get(item) ?? indexedItem(item),
  }
}

function indexedItem(item: ServiceItem): IndexedItem {
  const name = meaningsIn(item.name)
  return {
    rows: item.faq.map((row) => ({
      row,
      tokens: [...meaningsIn(row.q)],
      kinds: kindsOf(row.q),
    })),
    name,
    names: new Set([...name, ...item.aliases.flatMap((alias) => [...meaningsIn(alias)])]),
  }
}
