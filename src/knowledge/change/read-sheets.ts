// An edited workbook back into drafts. A sheet or a column that is missing leaves its field as it is;
// of a sheet that is there every row counts. All that is wrong is told by sheet, row and column.
import { type Cell, withCell } from './cells.ts'
import {
  type Column,
  type ItemDraft,
  LISTS,
  type ListField,
  OPTION_WORDS,
  VALUES,
} from './fields.ts'
import { CODE_TITLE, VALUE_SHEET } from './sheets.ts'

type ReadCell = string | number | boolean | null
export type ReadSheet = Readonly<{ sheet: string; rows: readonly (readonly ReadCell[])[] }>

export type SheetProblem = Readonly<{
  sheet: string
  /** As Excel counts, from 1; null for the whole sheet. */
  row: number | null
  column: string | null
  reason: string
}>

type SheetDraft = Readonly<{
  code: string
  item: ItemDraft
  /** Where in the workbook a value of the item stands: `materials.2.name`. */
  placeOf: (path: string) => Omit<SheetProblem, 'reason'>
}>

export type ReadSheets = Readonly<{
  drafts: readonly SheetDraft[]
  problems: readonly SheetProblem[]
}>

/** The codes that the sheet of values names, in its order. */
export function codesIn(sheets: readonly ReadSheet[]): readonly string[] {
  const values = sheets.find(({ sheet }) => sheet === VALUE_SHEET)
  const place = values?.rows[0]?.findIndex((title) => textOf(title) === CODE_TITLE) ?? -1
  if (values === undefined || place < 0) return []
  return [...new Set(values.rows.slice(1).map((row) => textOf(row[place])))].filter(Boolean)
}

/** @param current the items as they are now, by their codes */
export function fromSheets(
  sheets: readonly ReadSheet[],
  current: ReadonlyMap<string, ItemDraft>,
): ReadSheets {
  const problems: SheetProblem[] = []
  const values = sheets.find(({ sheet }) => sheet === VALUE_SHEET)
  if (values === undefined) {
    const reason = `缺少“${VALUE_SHEET}”工作表，请在导出的工作簿上修改`
    return { drafts: [], problems: [{ sheet: VALUE_SHEET, row: null, column: null, reason }] }
  }
  const known = new Set([VALUE_SHEET, ...LISTS.map(({ label }) => label)])
  for (const { sheet } of sheets) {
    if (!known.has(sheet)) {
      const reason = '不认识的工作表，请删除或恢复原来的名称'
      problems.push({ sheet, row: null, column: null, reason })
    }
  }
  const table = readTable(values, VALUES, problems)
  const named = new Set<string>()
  const rows = table.rows.filter(({ code, row }) => {
    const isSecond = named.has(code)
    named.add(code)
    const reason = isSecond
      ? `${code} 重复`
      : current.has(code)
        ? null
        : `没有编号为 ${code} 的事项`
    if (reason !== null) problems.push({ sheet: VALUE_SHEET, row, column: CODE_TITLE, reason })
    return reason === null
  })
  const lists = LISTS.flatMap((list) => {
    const sheet = sheets.find((one) => one.sheet === list.label)
    return sheet === undefined ? [] : (readList(list, sheet, named, problems) ?? [])
  })
  const drafts = rows.map(({ code, row, cells }): SheetDraft => {
    const withValues = cells.reduce<ItemDraft>(
      (item, { column, cell }) => withCell(column, item, cell),
      current.get(code) ?? {},
    )
    const rowsOfLists = lists.map(({ name, of }) => [
      name,
      (of.get(code) ?? []).map(({ value }) => value),
    ])
    const item = { ...withValues, ...Object.fromEntries(rowsOfLists) }
    const rowOf = (name: string, n: number) =>
      lists.find((list) => list.name === name)?.of.get(code)?.[n]?.row ?? null
    return { code, item, placeOf: (path) => placeOf(path, row, rowOf) }
  })
  return { drafts, problems }
}

type TableRow = Readonly<{
  code: string
  row: number
  cells: readonly Readonly<{ column: Column; cell: Cell }>[]
}>

function readTable(
  { sheet, rows }: ReadSheet,
  columns: readonly Column[],
  problems: SheetProblem[],
): Readonly<{ rows: readonly TableRow[]; columns: readonly Column[] }> {
  const titles = (rows[0] ?? []).map(textOf)
  const found = titles.map((title) => columns.find(({ label }) => label === title) ?? null)
  const complain = (row: number | null, column: string | null, reason: string) =>
    problems.push({ sheet, row, column, reason })
  titles.forEach((title, n) => {
    if (title !== '' && title !== CODE_TITLE && found[n] === null) {
      complain(1, title, '不认识的列，请删除或恢复原来的标题')
    }
    if (title !== '' && titles.indexOf(title) < n) complain(1, title, '标题重复，请只留一列')
  })
  const place = titles.indexOf(CODE_TITLE)
  if (place < 0) {
    complain(1, CODE_TITLE, `缺少“${CODE_TITLE}”列`)
    return { rows: [], columns: [] }
  }
  const read = rows.slice(1).flatMap((cells, n): TableRow[] => {
    const row = n + 2
    if (cells.every((cell) => textOf(cell) === '')) return []
    const code = textOf(cells[place])
    if (code === '') {
      complain(row, CODE_TITLE, '请填写编号')
      return []
    }
    const given = found.flatMap((column, k) =>
      column === null ? [] : [{ column, cell: cellFor(column, cells[k]) }],
    )
    return [{ code, row, cells: given }]
  })
  return { rows: read, columns: found.filter((column) => column !== null) }
}

type ReadList = Readonly<{
  name: string
  of: ReadonlyMap<string, readonly Readonly<{ row: number; value: unknown }>[]>
}>

/** @returns null when the sheet cannot be read as this list */
function readList(
  list: ListField,
  sheet: ReadSheet,
  named: ReadonlySet<string>,
  problems: SheetProblem[],
): ReadList | null {
  const table = readTable(sheet, list.columns, problems)
  const missing = list.columns.filter((column) => !table.columns.includes(column))
  for (const { label } of missing) {
    const reason = `缺少“${label}”列`
    problems.push({ sheet: list.label, row: 1, column: label, reason })
  }
  if (missing.length > 0) return null
  const of = new Map<string, { row: number; value: unknown }[]>()
  for (const { code, row, cells } of table.rows) {
    if (!named.has(code)) {
      const reason = `${code} 不在“${VALUE_SHEET}”工作表中`
      problems.push({ sheet: list.label, row, column: CODE_TITLE, reason })
      continue
    }
    const empty: unknown = list.columns[0]?.path === '' ? '' : {}
    const value = cells.reduce((made, { column, cell }) => withCell(column, made, cell), empty)
    const rows = of.get(code)
    if (rows === undefined) of.set(code, [{ row, value }])
    else rows.push({ row, value })
  }
  return { name: list.name, of }
}

const textOf = (cell: ReadCell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).replaceAll('\r\n', '\n').trim()

const VALUE_OF_WORD = new Map(Object.entries(OPTION_WORDS).map(([value, word]) => [word, value]))

/** Excel makes numbers of texts that look like some, and instants of dates. */
function cellFor({ kind }: Column, cell: ReadCell | undefined): Cell {
  const text = textOf(cell)
  if (text === '') return null
  if (kind === 'date') return text.replace(/^(\d{4}-\d{2}-\d{2})T.*$/u, '$1')
  return kind === 'choice' ? (VALUE_OF_WORD.get(text) ?? text) : text
}

function placeOf(
  path: string,
  valueRow: number,
  rowOf: (list: string, n: number) => number | null,
): Omit<SheetProblem, 'reason'> {
  const [name = '', n, ...rest] = path.split('.')
  const list = LISTS.find((one) => one.name === name)
  if (list === undefined) {
    const column =
      VALUES.find((one) => one.path === path) ??
      VALUES.find((one) => one.path.startsWith(`${path}.`))
    return { sheet: VALUE_SHEET, row: valueRow, column: column?.label ?? null }
  }
  const within = rest.join('.')
  const column = list.columns.find(
    (one) => within === one.path || within.startsWith(`${one.path}.`),
  )
  const row = n === undefined ? null : rowOf(name, Number(n))
  return { sheet: list.label, row, column: row === null ? null : (column?.label ?? null) }
}
