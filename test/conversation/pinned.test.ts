import { expect, test } from 'vitest'
import type { Decision } from '../../src/conversation/decision.ts'
import { type Pin, withPins } from '../../src/conversation/incoming/pinned.ts'
import { asId, type ItemCode } from '../../src/kernel/ids.ts'
import { plainMessage } from '../../src/kernel/message.ts'
import { local } from '../builders/calendar.ts'

const code = asId<ItemCode>('QYKB-002')
const answer: Decision = { kind: 'answer', code, field: 'overview', also: null, offerTicket: false }
const pin: Pin = {
  id: 'p1',
  items: [code],
  text: '登记系统今日维护，请于明日办理。',
  until: local('2026-11-27 00:00').toISOString(),
}
const message = plainMessage('三个工作日')
const now = local('2026-11-26 10:00')

test('stands above the answer, with the end of its time', () => {
  const [text, note, divider, ...rest] = withPins(message, answer, [pin], now).blocks
  expect(text).toMatchObject({ text: '中心提示：登记系统今日维护，请于明日办理。', strong: true })
  expect(note).toMatchObject({ text: '提示有效至 2026年11月27日 00:00' })
  expect(divider).toEqual({ kind: 'divider' })
  expect(rest).toEqual(message.blocks)
})

test('also where a ticket is offered for the item', () => {
  const ticket: Decision = { kind: 'ticket', reason: 'stuck_case', code }
  expect(withPins(message, ticket, [pin], now).blocks).toHaveLength(4)
})

test('not for another item, not without one, and not after its time', () => {
  const other: Decision = { ...answer, code: asId<ItemCode>('QYKB-003') }
  expect(withPins(message, other, [pin], now)).toEqual(message)
  const small: Decision = { kind: 'smalltalk', reason: 'thanks' }
  expect(withPins(message, small, [pin], now)).toEqual(message)
  expect(withPins(message, answer, [pin], new Date(pin.until))).toEqual(message)
})
