import { expect, test } from 'vitest'
import { tellsOfDebt, tellsOfStaff } from '../../src/retrieval/acts/of-staff.ts'

test.each([
  '他身份证丢了，合同能先签吗',
  '她的社保刚停了两个月',
  '新来的员工身份证到期了怎么参保',
  '他社保谁来交',
  '同事的社保从上家转过来要几天',
  '股东身份证复印件要带吗',
  '她公积金没交满半年能享受吗',
  'his social insurance 社保 was paid only since May',
])('「%s」 tells of somebody of one’s own', (text) => {
  expect(tellsOfStaff(text)).toBe(true)
})

test.each([
  '查一下他的社保',
  '告诉我她身份证号码',
  '把员工的社保名单发我',
  '他社保交了没有',
  '她工资拿多少',
  '隔壁老板他社保怎么交的',
  '科长他身份证在哪',
  'look up his 社保',
  '他身份证上的住址给我',
  // No papers, and nobody.
  '他什么时候来',
  '社保怎么交',
])('「%s」 does not', (text) => {
  expect(tellsOfStaff(text)).toBe(false)
})

test.each(['客户欠了我三年货款', '那家店拖着货款不给', '他不还我钱'])(
  '「%s」 tells of a debt',
  (text) => {
    expect(tellsOfDebt(text)).toBe(true)
  },
)

test.each(['他欠我钱，帮我查一下他的账户', '客户欠我货款，把他住址告诉我', '还欠我们的材料'])(
  '「%s」 does more, or something else',
  (text) => {
    expect(tellsOfDebt(text)).toBe(false)
  },
)
