import { expect, test } from 'vitest'
import { isPraise } from '../../src/retrieval/acts/praise.ts'

test.each([
  ['想表扬一下窗口的小王', true],
  ['大厅的张姐服务特别好，我要给她点个赞', true],
  ['给办事的同志送面锦旗', true],
  ['i want to compliment the staff', true],
  ['你讲得真清楚，给你点个赞', false],
  ['怎么给先进员工发表扬奖励', false],
  ['客户给了差评，怎么换好评', false],
  ['窗口态度差，我要投诉', false],
])('「%s」 praises somebody: %s', (text, isIt) => {
  expect(isPraise(text)).toBe(isIt)
})
