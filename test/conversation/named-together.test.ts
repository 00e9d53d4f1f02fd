import { expect, test } from 'vitest'
import { namedTogether } from '../../src/conversation/dialogue/named-together.ts'
import { code } from '../builders/knowledge-base.ts'

const ITEMS = [
  { code: code('QYKB-002'), names: ['公司设立登记', '设立登记'] },
  { code: code('QYKB-007'), names: ['个体工商户登记'] },
  { code: code('QYKB-016'), names: ['公司注销登记', '注销登记'] },
]

test.each([
  ['公司设立登记和公司注销登记分别要多久', ['公司设立登记要多久', '公司注销登记要多久']],
  [
    '想问公司设立登记、个体工商户登记以及公司注销登记收费吗',
    ['公司设立登记收费吗', '个体工商户登记收费吗', '公司注销登记收费吗'],
  ],
])('what is asked behind names in a row is asked of each: 「%s」', (said, parts) => {
  expect(namedTogether(said, ITEMS)).toEqual({ parts, isCounted: true })
})

test.each([
  '公司设立登记要多久',
  '公司设立登记和个体工商户登记有什么区别',
  '公司设立登记和公司注销登记能同时办吗',
  '做完公司设立登记以后再做公司注销登记要多久',
])('「%s」 is one question', (said) => expect(namedTogether(said, ITEMS)).toBeNull())
