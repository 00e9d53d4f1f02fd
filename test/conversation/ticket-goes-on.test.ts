import { describe, expect, test } from 'vitest'
import {
  afterTicketOffered,
  asksForNumber,
  ofTicketOffered,
  ofTicketShown,
} from '../../src/conversation/intent/ticket-goes-on.ts'

describe('what goes on about a ticket that was shown', () => {
  test.each([
    '就是想添一句 机器是进口的',
    '在哪里补充',
    '这里没地方填啊',
    '我自己的诉求',
    '不是别家的，我提的单子',
    '能加几张照片吗',
    '不是诉讼，我要撤掉',
  ])('「%s」', (text) => {
    expect(ofTicketShown(text)).toBe(true)
  })

  test.each([
    '加油站要办什么证',
    '怎么加盟便利店',
    '行政复议怎么撤回',
    '商标撤销要几天',
    '补充医疗保险怎么交',
    '营业执照丢了',
  ])('「%s」 is another matter', (text) => {
    expect(ofTicketShown(text)).toBe(false)
  })
})

describe('what goes on about a form that was offered', () => {
  test.each([
    '电话已经填好了',
    '名字写了 今天会打电话给我吗',
    '你替我写吧',
    '好 我来登记',
    '那我重新提一个',
    '岱山窗口的',
    '就是普陀那边的税务局',
  ])('「%s」', (text) => {
    expect(ofTicketOffered(text)).toBe(true)
  })

  test.each([
    '不要给我登记 先讲材料',
    '要是不满意能再提一次吗',
    '岱山窗口几点开门',
    '岱山那边怎么办执照',
    '帮我写申请材料',
    '公司登记要几天',
    '我登记的公司名字能改吗',
  ])('「%s」 does not', (text) => {
    expect(ofTicketOffered(text)).toBe(false)
  })
})

describe('what asks after the request that was offered or handed in', () => {
  test.each([
    '登记上了没有',
    '报上去了吗,单号发我',
    '编号是多少',
    '提交好了没,号码告诉我一下',
    '记上了没?什么时候有人联系我',
    '刚报的那个,啥时候有人理',
    '单号发我,好跟老板汇报',
  ])('「%s」', (text) => {
    expect(afterTicketOffered(text)).toBe(true)
  })

  test.each([
    '税务登记好了没有影响吗',
    '隔壁老板的手机号码给我',
    '出口备案交上去要几天',
    '社保交了吗',
    '年报报了没',
    '刚交的材料退了',
  ])('「%s」 does not', (text) => {
    expect(afterTicketOffered(text)).toBe(false)
  })
})

test.each([
  ['前面登记好的,单号多少我忘记抄了', true],
  ['报关单号是多少位', false],
  ['运单号没记怎么查', false],
])('「%s」 asks for the number of one’s own request: %s', (text, isSo) => {
  expect(asksForNumber(text)).toBe(isSo)
})
