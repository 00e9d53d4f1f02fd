import { expect, test } from 'vitest'
import { readYaml } from '../../src/console/desk/pages/knowledge/yaml-text.ts'

test('what an expert types is read, with its keys as they are', () => {
  expect(readYaml('code: QYKB-002\nname: 公司设立登记\n')).toEqual({
    ok: true,
    draft: { code: 'QYKB-002', name: '公司设立登记' },
  })
})

test.each([
  ['a: &a [*a]', '不支持引用'],
  ['a: &a {b: 1}\nc: *a', '不支持引用'],
  ['a: *b', '不支持引用'],
  ['a: 1\na: 2', '第 2 行'],
  ['a: [1\nb: 2', '第 2 行'],
  ['- a', '字段: 内容'],
  ['', '字段: 内容'],
])('%s is refused in words', (text, reason) => {
  expect(readYaml(text)).toEqual({ ok: false, reason: expect.stringContaining(reason) })
})
