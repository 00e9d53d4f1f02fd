// How near each frequent question of an item is to a message, by all the wordings that the record has of
// it. Only the rows of one item compete, so that a word tells as much as it tells them apart. Pure.
import type { ServiceItem } from '../../../knowledge/service-item.ts'
import { areContrary } from './contrary.ts'
import { asWritten } from './equals.ts'
import type { FaqRow } from './faq-index.ts'
import { isCommon, isMeaning, meaningsIn } from './faq-meanings.ts'
import { SOFT } from './other-case.ts'
import { areAlike, kindsOf } from './question-kind.ts'

type Worded = Readonly<{
  row: FaqRow
  /** How near the wordings of the row are, 0 to 1. */
  nearness: number
}>

type Wording = Readonly<{ tokens: readonly string[]; kinds: ReturnType<typeof kindsOf> }>
type WordedRow = Readonly<{ row: FaqRow; wordings: readonly Wording[] }>
type WordedItem = Readonly<{
  rows: readonly WordedRow[]
  /** How much a token tells one row from another. */
  weigh: (token: string) => number
}>

/** A word that no row of the item holds. */
const UNKNOWN = 0.75
/** Single characters hardly tell anything, nor does what the item is called: it is in questions of any row. */
const CHARACTER_WEIGHT = 0.4
const NAME_WEIGHT = 0.2
const ALIAS_WEIGHT = 0.5
const OTHER_KIND = 0.7
/** For each thing that is said of the case and that no wording of the row says. */
const MISSED = 0.75
const MISSED_MAX = 2
/** What a wording and the question share counts more of the wording: people tell more than they ask. */
const WORDING_SHARE = 0.65
/** What all wordings of a row together say of the question. */
const TOGETHER_SHARE = 0.4

/** All rows of the item, the nearest first. */
export function wordedRows(item: ServiceItem, question: string): readonly Worded[] {
  const { rows, weigh } = wordedItem(item)
  const asked = { tokens: tokensOf(question), kinds: kindsOf(question) }
  const whole = sumOf(asked.tokens, weigh)
  return rows
    .filter(({ row }) => !areContrary(question, row.q))
    .map(({ row, wordings }) => {
      const [first = 0, second = first] = wordings
        .map((wording) => nearnessOf(wording, { asked, whole, weigh }))
        .sort((a, b) => b - a)
      const nearest = (first + second) / 2
      const together = togetherOf(wordings, asked.tokens, weigh) / whole
      const near = (1 - TOGETHER_SHARE) * nearest + TOGETHER_SHARE * together
      return { row, nearness: near * missing(wordings, asked.tokens) }
    })
    .sort((a, b) => b.nearness - a.nearness)
}

/** Lowers a row in which nobody says what happened, or to whom. */
function missing(wordings: readonly Wording[], asked: readonly string[]): number {
  const said = new Set(wordings.flatMap(({ tokens }) => tokens))
  const missed = asked.filter(
    (token) => isMeaning(token) && !isCommon(token) && !SOFT.has(token) && !said.has(token),
  )
  return MISSED ** Math.min(missed.length, MISSED_MAX)
}

type Asked = Readonly<{ asked: Wording; whole: number; weigh: (token: string) => number }>

/** What the two share of either, and whether they want the same kind of answer. */
function nearnessOf({ tokens, kinds }: Wording, { asked, whole, weigh }: Asked): number {
  const said = new Set(asked.tokens)
  const shared = sumOf(
    tokens.filter((token) => said.has(token)),
    weigh,
  )
  const ofWording = shared / sumOf(tokens, weigh)
  const near = ofWording ** WORDING_SHARE * (shared / whole) ** (1 - WORDING_SHARE)
  return near * (areAlike(asked.kinds, kinds) ? 1 : OTHER_KIND)
}

/** A word that half of the wordings hold is the row's own. */
const OWN_SHARE = 0.5

function togetherOf(
  wordings: readonly Wording[],
  asked: readonly string[],
  weigh: (token: string) => number,
): number {
  return asked.reduce((sum, token) => {
    const holding = wordings.filter(({ tokens }) => tokens.includes(token)).length
    return sum + weigh(token) * Math.min(1, Math.sqrt(holding / wordings.length / OWN_SHARE))
  }, 0)
}

const sumOf = (tokens: readonly string[], weigh: (token: string) => number): number =>
  Math.max(
    tokens.reduce((sum, token) => sum + weigh(token), 0),
    Number.EPSILON,
  )

const items = new WeakMap<ServiceItem, WordedItem>()

/** Made once for an item: a question about it needs all its wordings. */
function wordedItem(item: ServiceItem): WordedItem {
  const known = items.get(item)
  if (known !== undefined) return known
  const rows = item.faq.map(
    (row): WordedRow => ({
      row,
      wordings: [row.q, ...(row.wordings ?? [])].map((text) => ({
        tokens: tokensOf(text),
        kinds: kindsOf(text),
      })),
    }),
  )
  const made = { rows, weigh: weightsIn(rows, item) }
  items.set(item, made)
  return made
}

const tokensOf = (text: string): readonly string[] => [
  ...new Set([...meaningsIn(asWritten(text)), ...meaningsIn(text)]),
]

function weightsIn(rows: readonly WordedRow[], { name, aliases }: ServiceItem) {
  const counts = new Map<string, number>()
  for (const { wordings } of rows) {
    for (const token of new Set(wordings.flatMap(({ tokens }) => tokens))) {
      counts.set(token, (counts.get(token) ?? 0) + 1)
    }
  }
  const named = new Set(tokensOf(name))
  const called = new Set(aliases.flatMap(tokensOf).filter((token) => !isMeaning(token)))
  const ofItem = (token: string) =>
    named.has(token) ? NAME_WEIGHT : called.has(token) ? ALIAS_WEIGHT : 1
  return (token: string): number => {
    const count = counts.get(token)
    const rarity = count === undefined ? UNKNOWN : Math.log(1 + rows.length / count)
    const character = /^\p{Script=Han}$/u.test(token) ? CHARACTER_WEIGHT : 1
    return rarity * ofItem(token) * character
  }
}
