// Tables as Excel workbooks. Texts are written as texts: what begins with `=` is never a formula.
import writeXlsxFile from 'write-excel-file/node'

type Cell = string | number | null
export type Table = Readonly<{
  sheet: string
  columns: readonly Readonly<{ title: string; width: number }>[]
  rows: readonly (readonly Cell[])[]
}>

export async function writeWorkbook(table: Table): Promise<Uint8Array> {
  const head = table.columns.map(({ title }) => ({
    value: title,
    type: String,
    fontWeight: 'bold' as const,
  }))
  const rows = table.rows.map((row) => row.map(cell))
  const file = writeXlsxFile([head, ...rows], {
    sheet: table.sheet,
    columns: table.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  })
  return new Uint8Array(await file.toBuffer())
}

function cell(value: Cell) {
  if (value === null) return null
  return typeof value === 'number' ? { value, type: Number } : { value, type: String }
}
