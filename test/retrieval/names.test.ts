import { expect, test } from 'vitest'
import { calledAs, isCalled, namesOf } from '../../src/retrieval/names.ts'
import { normalize } from '../../src/retrieval/normalize.ts'
import { aKnowledgeBase } from '../builders/knowledge-base.ts'
import { plainLanguage } from '../builders/language.ts'
import { anItem } from '../builders/service-item.ts'

const item = anItem({ name: '动产抵押登记（机器设备）', aliases: ['NVOCC备案', '食品SC认证'] })

test.each(['NVOCC备案怎么弄', '食品sc认证要几天', '动产抵押登记(机器设备)去哪办'])(
  'an item is called by its name however it is written: %s',
  (text) => {
    expect(isCalled(normalize(text, plainLanguage), item)).toBe(true)
  },
)

test('a piece of a name calls nothing, and a short name only where that suffices', () => {
  expect(isCalled('动产抵押', item)).toBe(false)
  const short = anItem({ name: 'AEO认证', aliases: ['开户'] })
  expect(isCalled('开户', short)).toBe(false)
  expect(isCalled('开户', short, 2)).toBe(true)
})

test('one item is called as retrieval knows it', () => {
  const base = aKnowledgeBase({ items: [item] })
  expect(namesOf(base, plainLanguage)).toEqual([calledAs(item)])
})
