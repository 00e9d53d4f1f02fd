// One value of a draft, read and put back: what a form field or a cell of a workbook holds.
import type { Column, ItemDraft, ListField } from './fields.ts'

export type Cell = string | number | null

/** What stands between the values of a list in one cell, as it is written and as it is read. */
const LIST_BREAKS = {
  words: { between: '、', at: /[、，,;；\n]/u },
  lines: { between: '\n', at: /\n/u },
} as const

const isListKind = (kind: Column['kind']): kind is keyof typeof LIST_BREAKS => kind in LIST_BREAKS

export const isRecord = (value: unknown): value is ItemDraft =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (value: unknown, path: string): unknown =>
  path === ''
    ? value
    : path
        .split('.')
        .reduce<unknown>((found, key) => (isRecord(found) ? found[key] : undefined), value)

/** What of a draft or of one of its rows stands under a column; null when there is nothing. */
export function cellOf(column: Column, row: unknown): Cell {
  const value = at(row, column.path)
  if (value === undefined || value === null || value === '') return null
  if (column.kind === 'when') return value === true ? null : plain(at(value, 'when') ?? value)
  if (isListKind(column.kind) && Array.isArray(value)) {
    return value.map(plain).join(LIST_BREAKS[column.kind].between) || null
  }
  return plain(value)
}

/** A value that no column foresees is shown as it is, so that nobody overlooks it. */
const plain = (value: unknown): string | number =>
  typeof value === 'string' || typeof value === 'number' ? value : (JSON.stringify(value) ?? '')

/** The same draft or row with another value under a column. */
export function withCell<Row>(column: Column, row: Row, cell: Cell): Row {
  const changed = put(row, column.path === '' ? [] : column.path.split('.'), valueFor(column, cell))
  const { within } = column
  if (within === undefined || !isBlank(at(changed, within))) return changed as Row
  return put(changed, within.split('.'), null) as Row
}

const isBlank = (record: unknown): boolean =>
  !isRecord(record) || Object.values(record).every((value) => value === null || value === '')

function valueFor({ kind, optional }: Column, cell: Cell): unknown {
  const empty = cell === null || cell === ''
  switch (kind) {
    case 'when':
      return empty ? true : { when: String(cell) }
    case 'words':
      return empty ? [] : listIn(kind, cell)
    case 'lines':
      // Left out where there are none: a file does not name them either.
      return empty ? undefined : listIn(kind, cell)
    case 'number':
      return empty ? null : numberOf(cell)
    default:
      return empty ? (optional ? null : '') : String(cell)
  }
}

const listIn = (kind: keyof typeof LIST_BREAKS, cell: string | number): string[] =>
  String(cell)
    .split(LIST_BREAKS[kind].at)
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** What is no number stays what was typed, for the check to complain about. */
const numberOf = (cell: string | number): string | number => {
  const text = String(cell).trim()
  return /^\d{1,9}$/u.test(text) ? Number(text) : String(cell)
}

function put(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to
  const record = isRecord(value) ? value : {}
  return { ...record, [key]: put(record[key], rest, to) }
}

/** The rows of a list; a draft that holds something else there has none. */
export function rowsOf({ name }: Pick<ListField, 'name'>, draft: ItemDraft): readonly unknown[] {
  const rows = draft[name]
  return Array.isArray(rows) ? rows : []
}

/** A row with nothing in it yet. */
export function emptyRow({ columns }: ListField): unknown {
  return columns.reduce<unknown>(
    (row, column) => withCell(column, row, column.options?.[0] ?? null),
    '',
  )
}
