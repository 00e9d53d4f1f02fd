import { expect, test } from 'vitest'
import { isOtherParty, tellsOfTheft } from '../../src/retrieval/acts/other-party.ts'

test.each([
  ['隔壁厂仿我们的款式，同行都知道', true],
  ['业主拖着尾款不付', true],
  ['离职员工带走了图纸', true],
  ['窗口的人不给我办，还骂人', false],
  ['供电局拖了半年，客户都跑了', false],
  ['你们客服不理人', false],
])('「%s」: a wrong of another party %s', (text, isIt) => {
  expect(isOtherParty(text)).toBe(isIt)
})

test.each([
  ['离职的销售把我们客户名单卖给同行了', true],
  ['对面厂偷走我们的配方', true],
  ['把对面厂的客户名单给我', false],
  ['员工带走客户资料，帮我查一下他现在在哪家公司', false],
])('「%s」: secrets that were taken %s', (text, isIt) => {
  expect(tellsOfTheft(text)).toBe(isIt)
})
