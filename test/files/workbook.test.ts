import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeWorkbook } from '../../src/files/workbook.ts'
import { FILE_BYTES_MAX, readWorkbook } from '../../src/files/workbook-read.ts'

const table = (rows: readonly (readonly (string | number | null)[])[]) =>
  writeWorkbook({
    sheet: '工单',
    columns: [
      { title: '编号', width: 22 },
      { title: '数', width: 10 },
    ],
    rows,
  })

test('a table is read as it was written', async () => {
  const bytes = await table([
    ['ZSQS-20261125-0001', 3],
    ['有“引号”、<括号>&符号\n和换行', null],
  ])
  expect(await readWorkbook(bytes)).toEqual({
    ok: true,
    rows: [
      ['编号', '数'],
      ['ZSQS-20261125-0001', 3],
      ['有“引号”、<括号>&符号\n和换行', null],
    ],
  })
})

test('what looks like a formula is written as a text', async () => {
  const dangerous = ['=1+1', '=HYPERLINK("http://example.invalid","点")', '+1', '-1', '@SUM(A1)']
  const bytes = await table(dangerous.map((text) => [text, null]))
  const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString()
  expect(sheet).not.toContain('<f>')
  const read = await readWorkbook(bytes)
  expect(read.ok && read.rows.slice(1).map(([cell]) => cell)).toEqual(dangerous)
})

test('what is no workbook is refused, with a reason that people understand', async () => {
  const notExcel = { ok: false, reason: expect.stringContaining('不是 Excel') }
  expect(await readWorkbook(strToU8('编号,数\n1,2'))).toEqual(notExcel)
  expect(await readWorkbook(zipSync({ 'a.txt': strToU8('x') }))).toEqual(notExcel)
  const hollow = zipSync({ 'xl/workbook.xml': strToU8('<workbook') })
  expect(await readWorkbook(hollow)).toEqual(notExcel)
  const cut = (await table([['一', 1]])).slice(0, 900)
  expect(await readWorkbook(cut)).toEqual(notExcel)
})

test('a file that unpacks to too much is refused before it is unpacked', async () => {
  const tooLarge = { ok: false, reason: expect.stringContaining('过大') }
  expect(await readWorkbook(new Uint8Array(FILE_BYTES_MAX + 1))).toEqual(tooLarge)
  const bomb = zipSync({
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': new Uint8Array(64 * 1024 * 1024),
  })
  expect(bomb.length).toBeLessThan(1024 * 1024)
  expect(await readWorkbook(bomb)).toEqual(tooLarge)
})

test('a part unpacks to no more than it says, whatever follows', async () => {
  const rows = Array.from({ length: 9_000 }, (_, n) => [`编号 ${n}`, n])
  const read = await readWorkbook(claiming(await table(rows), 1_000))
  expect(read).toEqual({ ok: false, reason: expect.stringContaining('不是 Excel') })
})

/** The same zip, in whose headers each part of more than 100 kB says that it is of this size. */
function claiming(zip: Uint8Array, size: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const SIZE_AT = new Map([
    [0x04034b50, 22],
    [0x02014b50, 24],
  ])
  for (let at = 0; at + 28 < zip.length; at++) {
    const sizeAt = SIZE_AT.get(view.getUint32(at, true))
    if (sizeAt === undefined || view.getUint32(at + sizeAt, true) < 100_000) continue
    view.setUint32(at + sizeAt, size, true)
  }
  return zip
}
