import { expect, test } from 'vitest'
import { beyondCounter, needsCounter } from '../../src/retrieval/acts/counter.ts'

test.each([
  '我不会用智能手机',
  '电脑我弄不来',
  '年纪大了走不动',
  '腿脚不方便',
  "i can't use a computer",
])('「%s」 asks for a counter', (text) => {
  expect(needsCounter(text)).toBe(true)
})

test.each(['手机维修店怎么注册', '没有手机号能注册吗', '网上怎么操作', '小程序在哪里'])(
  '「%s」 asks for none',
  (text) => {
    expect(needsCounter(text)).toBe(false)
  },
)

test('what is said besides is left', () => {
  expect(beyondCounter('我不会用电脑，食品许可去哪办')).toContain('食品许可去哪办')
})
