import { expect, test } from 'vitest'
import { checkForbidden } from '../../../src/knowledge/check/forbidden.ts'
import { checkLaws } from '../../../src/knowledge/check/laws.ts'
import { checkUncovered } from '../../../src/knowledge/check/uncovered.ts'
import type { UncoveredMatter } from '../../../src/knowledge/uncovered.ts'
import { aKnowledgeBase, code } from '../../builders/knowledge-base.ts'
import { anUncoveredMatter } from '../../builders/uncovered.ts'

const baseWith = (...matters: Partial<UncoveredMatter>[]) =>
  aKnowledgeBase({ uncovered: matters.map((matter) => anUncoveredMatter(matter)) })
const rulesOf = (...matters: Partial<UncoveredMatter>[]) =>
  checkUncovered(baseWith(...matters)).map(({ rule }) => rule)

test('a matter that names what exists and takes nothing from an item is right', () => {
  expect(rulesOf({}, { key: 'other', item: code('QYKB-002') })).toEqual([])
})

test.each([
  [{ hotlines: ['nobody'] }],
  [{ department: '某某局' }],
  [{ item: code('QYKB-999') }],
] as const)('%o names what does not exist', (matter) => {
  expect(rulesOf(matter)).toEqual(['reference'])
})

test('no key stands twice', () => {
  expect(rulesOf({}, {})).toEqual(['uncovered_key'])
})

test('no question that an item answers is taken away', () => {
  expect(rulesOf({ says: ['登轮证 收费'] })).toEqual(['uncovered_covered'])
  expect(rulesOf({ says: ['登轮证 收费'], except: ['收费吗'] })).toEqual([])
  const calibrated = aKnowledgeBase({
    uncovered: [anUncoveredMatter()],
    calibration: [
      { q: '放风筝的许可', items: [code('QYKB-002')], field: null, style: 'plain' },
      { q: '放风筝审批', items: [], field: null, style: 'plain' },
    ],
  })
  expect(checkUncovered(calibrated)).toHaveLength(1)
})

test('its words and its law are checked like an item’s', () => {
  expect(checkForbidden(baseWith({ reply: '请拨打12399热线' }))).toMatchObject([
    { where: 'uncovered.yaml', rule: 'hotline' },
  ])
  const unknown = checkLaws(baseWith({ source: '《没有的条例》第一条' }), [], '2026-11-26')
  expect(unknown).toContainEqual(
    expect.objectContaining({ where: 'uncovered.yaml', rule: 'law_unknown' }),
  )
})
