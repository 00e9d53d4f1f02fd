import { expect, test } from 'vitest'
import { withBackground } from '../../src/ticket/background.ts'
import {
  readTranscribed,
  TRANSCRIPTION_COLUMNS,
  transcriptionRow,
} from '../../src/ticket/transcription.ts'
import { aTicket, instant } from '../builders/ticket.ts'

const names = { district: () => '定海区', item: (code: string) => `${code} 施工许可` }
const titles = TRANSCRIPTION_COLUMNS.map((one) => one.title)

test('a row has a cell for every column, and no phone number', () => {
  const ticket = aTicket({ description: '请回电 13800000000，急。' })
  const row = transcriptionRow(ticket, names)
  expect(row).toHaveLength(titles.length)
  expect(row.join(' ')).toContain('138****0000')
  expect(row.join(' ')).not.toContain('13800000000')
})

test('what is called the enterprise’s words are its own, without the talk before them', () => {
  const description = withBackground('码头照明坏了，请修。', ['问：路灯归谁管', '答：引导登记诉求'])
  const row = transcriptionRow(aTicket({ description }), names)
  expect(row[titles.indexOf('诉求原文')]).toBe('码头照明坏了，请修。')
})

test('the time of registration is told in local time, its year too', () => {
  const ticket = aTicket({ registeredAt: instant('2027-01-01 03:00') })
  const row = transcriptionRow(ticket, names)
  expect(row[titles.indexOf('登记时间')]).toBe('2027年1月1日 03:00')
})

test('what comes back filled in gives the pairs, wherever the columns stand', () => {
  const back = [
    ['外部单号', '备注', '编号'],
    ['12345-001', null, 'ZSQS-20261125-0001'],
    [20261125002, '数字也可', 'zsqs 20261125 0002'],
    [null, '还没有', 'ZSQS-20261125-0003'],
    ['12345-004', null, '不是编号'],
  ]
  expect(readTranscribed(back)).toEqual({
    ok: true,
    pairs: [
      { row: 2, number: 'ZSQS-20261125-0001', external: '12345-001' },
      { row: 3, number: 'ZSQS-20261125-0002', external: '20261125002' },
    ],
    unreadable: [5],
  })
})

test('a workbook without the two columns is refused with what is missing', () => {
  expect(readTranscribed([['编号'], ['ZSQS-20261125-0001']])).toEqual({
    ok: false,
    reason: '首行应有「编号」和「外部单号」两列',
  })
  expect(readTranscribed([])).toMatchObject({ ok: false })
})
