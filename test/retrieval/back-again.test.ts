import { expect, test } from 'vitest'
import { isBackAgain } from '../../src/retrieval/acts/back-again.ts'

test.each([
  '已经有电了',
  '电已经来了',
  '来水了',
  '厂里现在有网了',
  '供电恢复了',
  '刚刚修好了',
  '没事了。',
])('「%s」 says that it works again', (text) => {
  expect(isBackAgain(text)).toBe(true)
})

test.each([
  '没电了',
  '漏电了',
  '漏气了',
  '水进来了',
  '电来了，有人触电了',
  '有气味了',
  '船上没信号了',
  '修好了又冒烟了',
  '已经有电了吗',
])('「%s」 does not', (text) => {
  expect(isBackAgain(text)).toBe(false)
})
