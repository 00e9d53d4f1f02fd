// Items as a workbook that people edit, and back again.
import { expect, test } from 'vitest'
import { toItemFile } from '../../src/files/item-schema.ts'
import { writeSheets } from '../../src/files/workbook.ts'
import { readSheets } from '../../src/files/workbook-read.ts'
import { codesIn, fromSheets, type ReadSheet } from '../../src/knowledge/change/read-sheets.ts'
import { toSheets } from '../../src/knowledge/change/sheets.ts'
import { someItems } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const odd = anItem({
  summary: '=SUM(A1:A9)\n第二行',
  aliases: ['+86', '@办照', '007', '3'],
  status: 'verified',
  verifiedBy: '张示例',
  verifiedAt: '2026-11-01',
  materials: [
    {
      name: '=HYPERLINK("http://example.invalid")',
      form: '原件',
      copies: null,
      required: { when: '委托办理的' },
      source: '通行做法,待中心核定',
    },
  ],
  steps: [],
  faq: [
    { q: '能变更吗？', a: '能。', source: '《没有的法》', wordings: ['换了，要改吗', '要不要改'] },
    { q: '能补吗？', a: '能。', source: '《没有的法》' },
  ],
  tags: ['一件事', '舟到办'],
})
const items = [odd, ...someItems().slice(1)].map(toItemFile)
const current = new Map(items.map((item) => [item.code, item]))

const sheetsOf = async (): Promise<ReadSheet[]> => {
  const read = await readSheets(await writeSheets(toSheets(items)))
  if (!read.ok) throw new Error(read.reason)
  return [...read.sheets]
}
/** The workbook with one sheet edited. */
const edited = async (name: string, edit: (rows: unknown[][]) => unknown[][]) =>
  (await sheetsOf()).map(({ sheet, rows }) => ({
    sheet,
    rows: (sheet === name ? edit(rows.map((row) => [...row])) : rows) as ReadSheet['rows'],
  }))

test('what was exported is read back as it was, formula-like texts and all', async () => {
  const sheets = await sheetsOf()
  expect(codesIn(sheets)).toEqual(items.map(({ code }) => code))
  const { drafts, problems } = fromSheets(sheets, current)
  expect(problems).toEqual([])
  expect(drafts.map(({ item }) => item)).toEqual(items)
})

test('a value, a row more and a row less come back as edited, at their place', async () => {
  const sheets = await edited('别名', (rows) => [
    ...rows.filter(([, alias]) => alias !== '+86'),
    ['QYKB-002', '开公司'],
  ])
  const [draft] = fromSheets(sheets, current).drafts
  expect(draft?.item['aliases']).toEqual(['@办照', '007', '3', '开公司'])
  const row = sheets.find(({ sheet }) => sheet === '别名')?.rows.length
  expect(draft?.placeOf('aliases.3')).toEqual({ sheet: '别名', row, column: '别名' })
  expect(draft?.placeOf('materials.0.required.when')).toMatchObject({ sheet: '申请材料', row: 2 })
  expect(draft?.placeOf('time_limit.statutory')).toEqual({
    sheet: '事项',
    row: 2,
    column: '法定时限（数）',
  })
  expect(draft?.placeOf('channels')).toEqual({ sheet: '办理渠道', row: null, column: null })
})

test('a sheet or a value column that is gone leaves its field alone', async () => {
  const sheets = (await sheetsOf()).filter(({ sheet }) => sheet !== '常见问题')
  const cut = sheets.map(({ sheet, rows }) =>
    sheet === '事项' ? { sheet, rows: rows.map((row) => row.slice(0, 3)) } : { sheet, rows },
  )
  const { drafts, problems } = fromSheets(cut, current)
  expect(problems).toEqual([])
  expect(drafts.map(({ item }) => item)).toEqual(items)
})

test('a number that Excel made of a text, and a date that it made of a date, are understood', async () => {
  const at = (rows: unknown[][], title: string) => rows[0]!.indexOf(title)
  const sheets = await edited('事项', (rows) => {
    rows[1]![at(rows, '核定日期')] = '2026-12-01T00:00:00.000Z'
    rows[1]![at(rows, '办理结果')] = 12
    rows[1]![at(rows, '法定时限（数）')] = 5
    rows[1]![at(rows, '核定状态')] = '示范内容，待核定'
    return rows
  })
  expect(fromSheets(sheets, current).drafts[0]?.item).toMatchObject({
    verified_at: '2026-12-01',
    result: '12',
    time_limit: { statutory: { days: 5 } },
    status: 'draft',
  })
})

test('everything that is wrong is told at once, by sheet, row and column', async () => {
  const sheets = (
    await edited('事项', (rows) => [
      [...rows[0]!, '备注'],
      ...rows.slice(1),
      [],
      ['QYKB-002'],
      ['XXXX-001', '没有的'],
      [null, '无编号'],
    ])
  ).map(({ sheet, rows }) => {
    if (sheet === '办理条件') return { sheet, rows: rows.map((row) => row.slice(0, 2)) }
    if (sheet === '别名') return { sheet, rows: [...rows, ['QYKB-999', '外来']] }
    return { sheet: sheet === '标签' ? 'Sheet9' : sheet, rows }
  })
  const { drafts, problems } = fromSheets(sheets, current)
  expect(drafts).toHaveLength(items.length)
  const aliases = sheets.find(({ sheet }) => sheet === '别名')?.rows.length
  expect(problems.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`)).toEqual([
    'Sheet9 null null',
    '事项 1 备注',
    '事项 9 编号',
    '事项 7 编号',
    '事项 8 编号',
    '办理条件 1 依据',
    `别名 ${aliases} 编号`,
  ])
  expect(fromSheets([], current).problems).toMatchObject([{ sheet: '事项', row: null }])
  const headless = [{ sheet: '事项', rows: [['名称']] }]
  expect(fromSheets(headless, current).problems).toMatchObject([
    { column: '名称' },
    { column: '编号' },
  ])
})

test('a sheet of tens of thousands of rows is read in no time, whatever is in it', () => {
  const began = performance.now()
  const many = Array.from({ length: 60_000 }, (_, n) => n)
  const sheets: ReadSheet[] = [
    { sheet: '事项', rows: [['编号'], ['QYKB-002'], ...many.map((n) => [`X${n}`])] },
    { sheet: '企业问法', rows: [['编号', '企业问法'], ...many.map((n) => ['QYKB-002', `问${n}`])] },
  ]
  const { drafts, problems } = fromSheets(sheets, current)
  expect(drafts[0]?.item['questions']).toHaveLength(60_000)
  expect(problems).toHaveLength(60_000)
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('a title that is there twice is told, since only one of the columns can count', async () => {
  const sheets = await edited('别名', (rows) =>
    rows.map((row, n) => [...row, n === 0 ? '别名' : '']),
  )
  expect(fromSheets(sheets, current).problems).toEqual([
    { sheet: '别名', row: 1, column: '别名', reason: '标题重复，请只留一列' },
  ])
})
