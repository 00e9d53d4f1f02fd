import { expect, test } from 'vitest'
import { canonical, isSame } from '../../../src/kernel/canonical.ts'
import { checkChanged } from '../../../src/knowledge/change/check-changed.ts'
import { layOver, noteWith } from '../../../src/knowledge/change/lay-over.ts'
import { rebase } from '../../../src/knowledge/change/rebase.ts'
import { checkKnowledge } from '../../../src/knowledge/check/check.ts'
import type { ServiceItem } from '../../../src/knowledge/service-item.ts'
import { aKnowledgeBase, code } from '../../builders/knowledge-base.ts'

const base = aKnowledgeBase()
const [item] = base.items as [ServiceItem]
const changed = (id: string, overrides: Partial<ServiceItem>) => ({
  id,
  revision: 1,
  reason: '改',
  item: { ...item, ...overrides },
})
const ids = (changes: readonly Readonly<{ id: string }>[]) => changes.map(({ id }) => id)

test('a change takes the place of the item in the files, and of nothing else', () => {
  const over = layOver(base, [changed('1', { summary: '新的摘要' })])
  expect(ids(over.laid)).toEqual(['1'])
  expect(over.base.items[0]?.summary).toBe('新的摘要')
  expect(over.base.items.slice(1)).toEqual(base.items.slice(1))
  expect(base.items[0]?.summary).not.toBe('新的摘要')
})

test('of several changes of an item the last one counts, and has the others in it', () => {
  const over = layOver(base, [changed('1', { result: '甲' }), changed('2', { result: '乙' })])
  expect([ids(over.laid), ids(over.absorbed)]).toEqual([['2'], ['1']])
  expect(over.base.items[0]?.result).toBe('乙')
})

test('what the files say already is absorbed, in whatever order its keys are', () => {
  const reversed = Object.fromEntries(Object.entries(item).reverse()) as unknown as ServiceItem
  const over = layOver(base, [{ ...changed('1', {}), item: reversed }])
  expect([ids(over.laid), ids(over.absorbed)]).toEqual([[], ['1']])
  expect(over.base).toEqual(base)
})

test('a change of an item that the files no longer have waits', () => {
  const over = layOver(base, [changed('1', { code: code('ZZZZ-001') })])
  expect([ids(over.laid), ids(over.absorbed), ids(over.homeless)]).toEqual([[], [], ['1']])
})

test('a version names its changes, and no more than one can read', () => {
  expect(noteWith('例行', [])).toBe('例行')
  expect(noteWith(null, [changed('1', {})])).toBe('含改动：QYKB-002 公司设立登记')
  const many = Array.from({ length: 30 }, (_, n) => changed(String(n), { name: `事项${n}` }))
  const note = noteWith('导入', many)
  expect(note).toMatch(/^导入；含改动：QYKB-002 事项0、/u)
  expect(note).toContain('等 30 项')
  expect(note).not.toContain('事项12')
})

test('content is compared, not the order of keys; the order of rows counts', () => {
  expect(canonical({ b: 1, a: [{ d: 2, c: null }] })).toBe('{"a":[{"c":null,"d":2}],"b":1}')
  expect(isSame(['a', 'b'], ['b', 'a'])).toBe(false)
})

test('on a new base mine stays mine, and the rest is taken over', () => {
  const was = { code: 'A', summary: '旧', result: '旧', fee: { kind: '免费' } }
  const mine = { ...was, summary: '我的', fee: { kind: '市场收费' } }
  const theirs = { ...was, summary: '他的', result: '新', fee: { kind: '市场收费' } }
  expect(rebase({ base: was, item: mine }, theirs)).toEqual({
    code: 'A',
    summary: '我的',
    result: '新',
    fee: { kind: '市场收费' },
  })
})

test('what is broken by a change is told apart from what was wrong before', () => {
  const other = base.items[1]!
  const draft = {
    ...item,
    summary: '电话13800000001',
    questions: [...item.questions, other.questions[0]!],
  }
  const { broken, inherited } = checkChanged(base, [draft], [], '2026-11-26')
  expect(broken.map(({ rule, field }) => `${rule} ${field}`)).toEqual([
    'question_in_two_items questions',
    'mobile summary',
  ])
  expect(inherited.map(({ where }) => where)).toContain(item.code)
  expect(inherited.every(({ where }) => where === item.code)).toBe(true)
})

test('and nothing is missed that the check of everything finds', () => {
  const draft = { ...item, faq: [{ q: '几天？', a: '99天。', source: '《甲法》' }], steps: [] }
  const key = ({
    where,
    rule,
    detail,
  }: Readonly<{ where: string; rule: string; detail: string }>) => `${where} ${rule} ${detail}`
  const whole = { ...base, items: [draft, ...base.items.slice(1)] }
  const before = new Set(checkKnowledge(base, [], '2026-11-26').map(key))
  const found = checkKnowledge(whole, [], '2026-11-26').map(key)
  const { broken } = checkChanged(base, [draft], [], '2026-11-26')
  expect(broken.map(key)).toEqual(found.filter((one) => !before.has(one)))
})
