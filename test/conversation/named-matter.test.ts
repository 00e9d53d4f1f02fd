import { expect, test } from 'vitest'
import { matterNamed } from '../../src/conversation/dialogue/named-matter.ts'
import { code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const PLEDGE = anItem({ code: code('QYKB-002'), name: '船舶抵押权登记', aliases: ['船押'] })
const INJURY = anItem({ code: code('QYKB-007'), name: '工伤认定', aliases: [] })

test.each([
  ['抵押那个 要多久', PLEDGE.code],
  ['我问的是工伤那个!', INJURY.code],
  ['工伤那个要带什么', INJURY.code],
  ['上面说的工伤那个呢', INJURY.code],
  ['刚才那个抵押要钱吗', PLEDGE.code],
])('「%s」 takes one up', (said, meant) => expect(matterNamed(said, [PLEDGE, INJURY])).toBe(meant))

test.each(['那个要多久', '社保那个呢', '工伤怎么认定', '登记那个'])(
  '「%s」 takes up none',
  (said) => expect(matterNamed(said, [PLEDGE, { ...INJURY, aliases: ['工伤登记'] }])).toBeNull(),
)
