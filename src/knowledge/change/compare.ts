// What differs between two states of an item, field by field and line by line. The words within a
// line are told apart where they are drawn.
import { bigrams, likeness } from '../likeness.ts'
import { type Cell, cellOf, rowsOf } from './cells.ts'
import {
  type Column,
  type ItemDraft,
  LISTS,
  type ListField,
  OPTION_WORDS,
  VALUES,
} from './fields.ts'

/** A line that was added has no `before`, one that was removed no `after`. */
export type LineChange = Readonly<{ before: string | null; after: string | null }>

export type FieldChange = Readonly<{
  /** The key of the file, such as `materials` or `fee.note`. */
  field: string
  label: string
  lines: readonly LineChange[]
  /** The lines that stayed are in another order. */
  reordered: boolean
}>

/** Lines that share as much as this are one line that was changed. */
const SAME_LINE_MIN = 0.4
/** Of the longest list that an item may have, all lines against all; more is no item, and takes minutes. */
const PAIRS_MAX = 200 * 200

/** @returns nothing for a field that is the same */
export function compareItems(before: ItemDraft, after: ItemDraft): readonly FieldChange[] {
  return [
    ...VALUES.map((column) => compareValue(column, before, after)),
    ...LISTS.map((list) => compareList(list, before, after)),
  ].filter(({ lines, reordered }) => lines.length > 0 || reordered)
}

function compareValue(column: Column, before: ItemDraft, after: ItemDraft): FieldChange {
  const [was, is] = [cellOf(column, before), cellOf(column, after)].map(inWords)
  return {
    field: column.path,
    label: column.label,
    lines: was === is ? [] : [{ before: was ?? null, after: is ?? null }],
    reordered: false,
  }
}

const inWords = (cell: Cell): string | null =>
  cell === null ? null : (OPTION_WORDS[cell] ?? String(cell))

function compareList(list: ListField, before: ItemDraft, after: ItemDraft): FieldChange {
  const was = rowsOf(list, before).map((row) => lineOf(list, row))
  const is = rowsOf(list, after).map((row) => lineOf(list, row))
  const old = split(was, is)
  const now = split(is, was)
  return {
    field: list.name,
    label: list.label,
    lines: paired(old.own, now.own),
    reordered: old.shared.some((line, n) => line !== now.shared[n]),
  }
}

/** A row as one line: what it is called, then the rest with its labels. */
function lineOf({ columns }: ListField, row: unknown): string {
  const [head, ...rest] = columns
  const told = rest.flatMap((column) => {
    const words = inWords(cellOf(column, row))
    return words === null ? [] : [`${column.label.replace(/（.*/u, '')}：${words}`]
  })
  const name = inWords(head === undefined ? null : cellOf(head, row)) ?? ''
  return told.length === 0 ? name : `${name}（${told.join('；')}）`
}

/** The lines of `a` that `b` has too, each as often as in both, and those that it has not. */
function split(a: readonly string[], b: readonly string[]) {
  const left = new Map<string, number>()
  for (const line of b) left.set(line, (left.get(line) ?? 0) + 1)
  const shared: string[] = []
  const own: string[] = []
  for (const line of a) {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    if (count > 0) shared.push(line)
    else own.push(line)
  }
  return { shared, own }
}

/** Each removed line with the added one that is most like it, if any is. */
function paired(removed: readonly string[], added: readonly string[]): readonly LineChange[] {
  const isSmall = removed.length * added.length <= PAIRS_MAX
  const free = new Map(added.map((line, n) => [n, { line, grams: bigrams(line) }]))
  const changes = removed.map((before): LineChange => {
    const grams = bigrams(before)
    const [best] = (isSmall ? [...free] : [])
      .map(([n, one]) => ({ n, line: one.line, alike: likeness(grams, one.grams) }))
      .filter(({ alike }) => alike >= SAME_LINE_MIN)
      .sort((a, b) => b.alike - a.alike)
    if (best === undefined) return { before, after: null }
    free.delete(best.n)
    return { before, after: best.line }
  })
  return [...changes, ...[...free.values()].map(({ line }) => ({ before: null, after: line }))]
}

export type ItemChange = Readonly<{ code: string; name: string; fields: readonly FieldChange[] }>

export type BaseChange = Readonly<{
  added: readonly Readonly<{ code: string; name: string }>[]
  removed: readonly Readonly<{ code: string; name: string }>[]
  changed: readonly ItemChange[]
}>

/** Which items two states of the knowledge do not share, and how the others differ. */
export function compareBases(
  before: readonly ItemDraft[],
  after: readonly ItemDraft[],
): BaseChange {
  const was = new Map(before.map((item) => [item['code'], item]))
  const is = new Map(after.map((item) => [item['code'], item]))
  return {
    added: after.filter((item) => !was.has(item['code'])).map(named),
    removed: before.filter((item) => !is.has(item['code'])).map(named),
    changed: after.flatMap((item) => {
      const old = was.get(item['code'])
      const fields = old === undefined ? [] : compareItems(old, item)
      return fields.length === 0 ? [] : [{ ...named(item), fields }]
    }),
  }
}

const named = (item: ItemDraft) => ({ code: String(item['code']), name: String(item['name']) })
