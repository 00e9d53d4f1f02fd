import { expect, test } from 'vitest'
import { isOfFirm } from '../../src/conversation/intent/of-firm.ts'

test.each([
  '员工被我辞了，说要去法院告我',
  '辞退的工人要起诉我们',
  '有个店员走了要去仲裁公司',
  'an employee i fired wants to sue us',
  'we dismissed a worker and now he goes to court',
  '对方违约能要多少赔偿',
  '欠账不给的能不能把他的货扣下来',
  '公司注册在自己家里行不行',
])('「%s」 is a firm’s', (text) => {
  expect(isOfFirm(text, { confidence: 0 })).toBe(true)
})

test.each([
  '我被公司辞退了能领失业金吗',
  '我要告老板不发工资',
  '朋友借钱不还能不能扣他的车',
  '房东违约不退押金',
  '家里漏水楼上不认账',
])('「%s」 is private', (text) => {
  expect(isOfFirm(text, { confidence: 0 })).toBe(false)
})

test('the housing fund is asked of the item that surely has it', () => {
  expect(isOfFirm('我要提公积金还房贷', { confidence: 0.9 })).toBe(true)
  expect(isOfFirm('我要提公积金还房贷', { confidence: 0.2 })).toBe(false)
})
