// Tables as Excel workbooks. Texts are written as texts: what begins with `=` is never a formula.
import writeXlsxFile from 'write-excel-file/node'

type Cell = string | number | null
export type Table = Readonly<{
  sheet: string
  columns: readonly Readonly<{ title: string; width: number }>[]
  rows: readonly (readonly Cell[])[]
}>

export const writeWorkbook = (table: Table): Promise<Uint8Array> => writeSheets([table])

/** One workbook with a sheet for each table. */
export async function writeSheets(tables: readonly Table[]): Promise<Uint8Array> {
  const sheets = tables.map(({ sheet, columns, rows }) => {
    const head = columns.map(({ title }) => ({
      value: title,
      type: String,
      fontWeight: 'bold' as const,
    }))
    return {
      sheet,
      data: [head, ...rows.map((row) => row.map(cell))],
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    }
  })
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer())
}

function cell(value: Cell) {
  if (value === null) return null
  return typeof value === 'number' ? { value, type: Number } : { value, type: String }
}
