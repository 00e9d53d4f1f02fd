// Items as the sheets of a workbook: one row of values each, and a sheet for every list, whose rows
// are told apart by the code of their item.
import { type Cell, cellOf, rowsOf } from './cells.ts'
import { type Column, type ItemDraft, LISTS, OPTION_WORDS, VALUES } from './fields.ts'

export const VALUE_SHEET = '事项'
export const CODE_TITLE = '编号'

type Sheet = Readonly<{
  sheet: string
  columns: readonly Readonly<{ title: string; width: number }>[]
  rows: readonly (readonly Cell[])[]
}>

const WIDTHS: Readonly<Record<Column['kind'], number>> = {
  line: 24,
  text: 60,
  number: 10,
  date: 14,
  choice: 18,
  when: 30,
  words: 30,
  lines: 40,
}

export function toSheets(items: readonly ItemDraft[]): readonly Sheet[] {
  return [
    {
      sheet: VALUE_SHEET,
      columns: headOf(VALUES),
      rows: items.map((item) => rowOf(item, VALUES, item)),
    },
    ...LISTS.map((list) => ({
      sheet: list.label,
      columns: headOf(list.columns),
      rows: items.flatMap((item) =>
        rowsOf(list, item).map((row) => rowOf(item, list.columns, row)),
      ),
    })),
  ]
}

const headOf = (columns: readonly Column[]) => [
  { title: CODE_TITLE, width: 12 },
  ...columns.map(({ label, kind }) => ({ title: label, width: WIDTHS[kind] })),
]

const rowOf = (item: ItemDraft, columns: readonly Column[], row: unknown): readonly Cell[] => [
  String(item['code']),
  ...columns.map((column) => {
    const cell = cellOf(column, row)
    return cell === null ? null : (OPTION_WORDS[cell] ?? cell)
  }),
]
