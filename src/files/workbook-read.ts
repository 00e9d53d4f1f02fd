// Reading workbooks that people hand in. A workbook is a zip: it is weighed before it is opened, and
// opened in a worker with a limit on memory and time, so that no file can take the process down.
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { unzipSync } from 'fflate'

type ReadCell = string | number | boolean | null

export type ReadTable =
  | Readonly<{ ok: true; rows: readonly (readonly ReadCell[])[] }>
  | Readonly<{ ok: false; reason: string }>

type ReadSheet = Readonly<{ sheet: string; rows: readonly (readonly ReadCell[])[] }>

type ReadSheets =
  | Readonly<{ ok: true; sheets: readonly ReadSheet[] }>
  | Readonly<{ ok: false; reason: string }>

export const FILE_BYTES_MAX = 10 * 1024 * 1024
/** What the parts may come to when unpacked; more is an attack or not a table for people. */
const UNPACKED_BYTES_MAX = 60 * 1024 * 1024
const PARTS_MAX = 500
/** Of a sheet: all questions of all items are some 55,000. */
const ROWS_MAX = 80_000
const SHEETS_MAX = 30
const COLUMNS_MAX = 200
const MEMORY_MB_MAX = 256
const READ_MS_MAX = 20_000

const NOT_EXCEL = '不是 Excel 工作簿（.xlsx），或文件已损坏'
const TOO_LARGE = '文件过大，请拆分后再导入'

/** The first sheet as rows; dates come as ISO 8601. Never rejects because of the file. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadTable> {
  const read = await readSheets(bytes)
  return read.ok ? { ok: true, rows: read.sheets[0]?.rows ?? [] } : read
}

/** The same of all sheets. */
export async function readSheets(bytes: Uint8Array): Promise<ReadSheets> {
  const problem = weigh(bytes)
  return problem === null ? readInWorker(bytes) : { ok: false, reason: problem }
}

/** Looks at the table of contents only; nothing is unpacked. */
function weigh(bytes: Uint8Array): string | null {
  if (bytes.length > FILE_BYTES_MAX) return TOO_LARGE
  let parts = 0
  let unpacked = 0
  let isWorkbook = false
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        parts++
        unpacked += originalSize
        isWorkbook ||= name === 'xl/workbook.xml'
        return false
      },
    })
  } catch {
    return NOT_EXCEL
  }
  if (!isWorkbook) return NOT_EXCEL
  return parts > PARTS_MAX || unpacked > UNPACKED_BYTES_MAX ? TOO_LARGE : null
}

/**
 * Given as text, since a worker's file would have another name in the sources than in the build.
 * What the table of contents says of sizes may be a lie, and what a part unpacks to is no memory that a
 * worker's limits count. So no part is unpacked to more than was weighed, and the reader of workbooks
 * is given these parts instead of the file.
 */
const WORKER = `
const { parentPort, workerData } = require('node:worker_threads')
const { unzipSync, zipSync } = require(workerData.zip)
const { default: readWorkbook } = require(workerData.module)
const { rowsMax, columnsMax, sheetsMax } = workerData
const isLarge = ({ data }) => data.length > rowsMax || (data[0]?.length ?? 0) > columnsMax
const plain = (cell) => (cell instanceof Date ? cell.toISOString() : cell)
const weighed = zipSync(unzipSync(workerData.bytes), { level: 0 })
readWorkbook(Buffer.from(weighed)).then(
  (sheets) => {
    const large = sheets.length > sheetsMax || sheets.some(isLarge)
    const read = ({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(plain)) })
    parentPort.postMessage(large ? 'large' : sheets.map(read))
  },
  () => parentPort.postMessage('broken'),
)`

function readInWorker(bytes: Uint8Array): Promise<ReadSheets> {
  const { resolve: pathOf } = createRequire(import.meta.url)
  const worker = new Worker(WORKER, {
    eval: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB_MAX },
    workerData: {
      module: pathOf('read-excel-file/node'),
      zip: pathOf('fflate'),
      bytes,
      rowsMax: ROWS_MAX,
      columnsMax: COLUMNS_MAX,
      sheetsMax: SHEETS_MAX,
    },
  })
  return new Promise((resolve) => {
    const end = (read: ReadSheets) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(read)
    }
    const timer = setTimeout(() => end({ ok: false, reason: TOO_LARGE }), READ_MS_MAX)
    worker.on('message', (said: 'large' | 'broken' | ReadSheet[]) => {
      if (said === 'broken') end({ ok: false, reason: NOT_EXCEL })
      else if (said === 'large') end({ ok: false, reason: TOO_LARGE })
      else end({ ok: true, sheets: said })
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const large = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      end({ ok: false, reason: large ? TOO_LARGE : NOT_EXCEL })
    })
  })
}
