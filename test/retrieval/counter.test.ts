import { expect, test } from 'vitest'
import { beyondCounter, needsCounter } from '../../src/retrieval/acts/counter.ts'

test.each([
  '我不会用智能手机',
  '电脑我弄不来',
  '年纪大了走不动',
  '腿脚不方便',
  '我网上不会弄',
  '老人家不会上网办',
  '不懂网上操作，能去窗口吗',
  "i can't use a computer",
])('「%s」 asks for a counter', (text) => {
  expect(needsCounter(text)).toBe(true)
})

test.each([
  '手机维修店怎么注册',
  '没有手机号能注册吗',
  '网上怎么操作',
  '小程序在哪里',
  '能不能网上办',
  '饭店能不能网上接单',
  '白酒能不能网上销售',
  '眼镜店能不能微信卖隐形眼镜',
  '处方药不能网上卖吗',
  '会不会用手机签字',
])('「%s」 asks for none', (text) => {
  expect(needsCounter(text)).toBe(false)
})

test('what is said besides is left', () => {
  expect(beyondCounter('我不会用电脑，食品许可去哪办')).toContain('食品许可去哪办')
})
