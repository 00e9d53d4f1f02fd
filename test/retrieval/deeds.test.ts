import { describe, expect, test } from 'vitest'
import { clausesOf } from '../../src/retrieval/clauses.ts'
import { deedFit, deedsOf } from '../../src/retrieval/deeds.ts'
import { anItem } from '../builders/service-item.ts'

const items = [
  anItem({
    name: '公司设立登记',
    aliases: ['注册公司'],
    questions: ['新开公司要什么', '怎么设立'],
  }),
  anItem({
    name: '公司注销登记',
    aliases: ['关公司'],
    questions: ['公司不开了怎么销户', '怎么注销'],
  }),
]
const deps = { language: { simplify: (text: string) => text }, breathe: async () => {} }

describe('what is to be done', async () => {
  const deeds = await deedsOf(items, deps)
  const spokenFor = (text: string) => deedFit(deeds, [0, 1], clausesOf(text))

  test.each([
    ['有限公司注销', 1],
    ['公司不干了', 1],
    ['有限公司注册', 0],
    ['公司不是注销，是新开', 0],
  ])('「%s」 speaks for the item that is for it', (text, owner) => {
    const scores = spokenFor(text)
    expect(scores[owner]).toBeGreaterThan(scores[1 - owner]!)
  })

  test('speaks for none where nothing is said of it', () => {
    expect(spokenFor('有限公司要哪些材料')).toEqual([0, 0])
  })
})
