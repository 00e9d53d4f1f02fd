import { expect, test } from 'vitest'
import { askedAgain } from '../../src/retrieval/acts/asked-again.ts'

test.each([
  ['答错了，我问的是要不要年审', '要不要年审'],
  ['你没听懂，我是问要不要钱', '要不要钱'],
  ['不对，我是说已经领过证了', '已经领过证了'],
  ['你理解错了,我想问的是多久', '多久'],
  ['wrong, i was asking about the fee', 'the fee'],
])('「%s」 asks again', (text, meant) => {
  expect(askedAgain(text)?.trim()).toBe(meant)
})

test.each([
  '答错了',
  '地址写错了，我问的是怎么改',
  '我问的是多久',
  '不对，我问的是变更不是注销',
  '不是这个，我问的是远洋的',
])('「%s」 does not', (text) => {
  expect(askedAgain(text)).toBeNull()
})
