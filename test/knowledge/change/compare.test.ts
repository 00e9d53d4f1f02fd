import { expect, test } from 'vitest'
import { toItemFile } from '../../../src/files/item-schema.ts'
import { cellOf, emptyRow, withCell } from '../../../src/knowledge/change/cells.ts'
import { compareBases, compareItems } from '../../../src/knowledge/change/compare.ts'
import { FIELD_ORDER, inFileOrder, LISTS, VALUES } from '../../../src/knowledge/change/fields.ts'
import { anItem } from '../../builders/service-item.ts'

const item = toItemFile(anItem())
const listOf = (name: string) => LISTS.find((one) => one.name === name)!
const columnOf = (path: string) => VALUES.find((one) => one.path === path)!

test('the table of fields has every key of the files, once', () => {
  const told = [...VALUES.map(({ path }) => path.split('.')[0]), ...LISTS.map(({ name }) => name)]
  expect([...new Set(['code', ...told])].sort()).toEqual([...FIELD_ORDER].sort())
  expect(Object.keys(inFileOrder(item))).toEqual([...FIELD_ORDER])
})

test('in a list that no item could have nothing is looked for that is alike', () => {
  const questions = Array.from({ length: 500 }, (_, n) => `公司设立登记的问法${n}`)
  const before = { ...item, questions: questions.slice(0, 250) }
  const [field] = compareItems(before, { ...item, questions: questions.slice(250) })
  expect(field?.lines).toHaveLength(500)
})

test('nothing differs from itself', () => {
  expect(compareItems(item, structuredClone(item))).toEqual([])
})

test('a value is told with both texts, in words; one that was empty has none before', () => {
  const after = {
    ...item,
    status: 'verified',
    result: null,
    time_limit: { ...item.time_limit, promised: { days: 1, unit: '工作日', source: '承诺' } },
  }
  expect(compareItems(item, after).map(({ label, lines }) => [label, lines[0]])).toEqual([
    ['核定状态', { before: '示范内容，待核定', after: '已核定' }],
    ['承诺时限（数）', { before: null, after: '1' }],
    ['承诺时限（单位）', { before: null, after: '工作日' }],
    ['承诺时限依据', { before: null, after: '承诺' }],
    ['办理结果', { before: '营业执照', after: null }],
  ])
})

test('rows are added, removed or changed; a changed one stands beside what it was', () => {
  const after = {
    ...item,
    conditions: [
      { text: '有限责任公司由1个以上60个以下股东出资设立', source: '《公司法》第四十二条' },
      { text: '有合法的住所', source: '《公司法》第八条' },
    ],
    faq: [],
  }
  const [conditions, faq] = compareItems(item, after)
  expect(conditions?.lines).toEqual([
    {
      before: '有限责任公司由1个以上50个以下股东出资设立（依据：《公司法》第四十二条）',
      after: '有限责任公司由1个以上60个以下股东出资设立（依据：《公司法》第四十二条）',
    },
    { before: null, after: '有合法的住所（依据：《公司法》第八条）' },
  ])
  expect(faq?.lines).toMatchObject([{ after: null }])
})

test('another order is told as such, and a repeated row as often as it is repeated', () => {
  const before = { aliases: ['甲', '乙', '乙'] }
  expect(compareItems(before, { aliases: ['乙', '甲', '乙'] })).toMatchObject([
    { field: 'aliases', lines: [], reordered: true },
  ])
  expect(compareItems(before, { aliases: ['甲', '乙'] })).toMatchObject([
    { lines: [{ before: '乙', after: null }], reordered: false },
  ])
})

test('what is no item yet is compared all the same', () => {
  const odd = { name: 5, materials: 'x', conditions: ['文字'], fee: [], time_limit: null }
  expect(() => compareItems(item, odd)).not.toThrow()
  expect(compareItems({}, {})).toEqual([])
})

test('two states of the knowledge differ in items that came, went or changed', () => {
  const other = { ...item, code: 'QYKB-009', name: '甲' }
  const changed = { ...item, summary: '短' }
  expect(compareBases([item, other], [changed, { ...other, code: 'QYKB-010' }])).toMatchObject({
    added: [{ code: 'QYKB-010', name: '甲' }],
    removed: [{ code: 'QYKB-009', name: '甲' }],
    changed: [{ code: 'QYKB-002', fields: [{ field: 'summary' }] }],
  })
})

test('a cell is put back as it was read, whatever column it is in', () => {
  for (const column of VALUES) {
    expect(withCell(column, item, cellOf(column, item)), column.path).toEqual(item)
  }
  for (const list of LISTS) {
    for (const row of item[list.name as 'faq']) {
      const again = list.columns.reduce<unknown>(
        (made, column) => withCell(column, made, cellOf(column, row)),
        list.columns[0]?.path === '' ? '' : {},
      )
      expect(again, list.name).toEqual(row)
    }
  }
})

test('a limit is there with its parts, and is null without any', () => {
  const days = columnOf('time_limit.promised.days')
  const given = withCell(days, item, '12')
  expect(given.time_limit.promised).toEqual({ days: 12 })
  expect(withCell(days, given, '').time_limit.promised).toBeNull()
  expect(withCell(days, item, '三').time_limit.promised).toEqual({ days: '三' })
})

test('a material is always needed, or when a situation is named', () => {
  const when = listOf('materials').columns.find(({ kind }) => kind === 'when')!
  const row = { name: '委托书', required: { when: '委托办理的' } }
  expect(cellOf(when, row)).toBe('委托办理的')
  expect(withCell(when, row, null)).toEqual({ name: '委托书', required: true })
  expect(withCell(when, { required: true }, '有变化的')).toEqual({ required: { when: '有变化的' } })
})

test('a new row is empty but for what must be chosen', () => {
  expect(emptyRow(listOf('conditions'))).toEqual({ text: '', source: '' })
  expect(emptyRow(listOf('channels'))).toEqual({ name: '', kind: 'online', note: null })
  expect(emptyRow(listOf('questions'))).toBe('')
})
