import fs from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type ItemFile, itemSchema } from '../../src/files/item-schema.ts'
import { changedItemText } from '../../src/files/item-write.ts'

const TEXT = fs
  .readFileSync('knowledge/items/open/QYKB-002.yaml', 'utf8')
  .replace('applicants:', '# 办理对象由中心核定\napplicants:')
  .replace(/^faq:$/mu, '# 每季核对\nfaq:')
const item = itemSchema.parse(parse(TEXT))
const after = (overrides: Partial<ItemFile>) => changedItemText(TEXT, { ...item, ...overrides })
/** Lines that are only in one of the two texts. */
const differing = (text: string) => {
  const [was, is] = [TEXT.split('\n'), text.split('\n')]
  return [...was.filter((line) => !is.includes(line)), ...is.filter((line) => !was.includes(line))]
}

test('a file that says the same already is not touched', () => {
  expect(after({})).toBe(TEXT)
})

test('only what changed is written; order and comments stay', () => {
  const text = after({ summary: '短摘要', time_limit: { ...item.time_limit, note: '新说明' } })
  expect(differing(text)).toHaveLength(4)
  expect(text).toContain('# 办理对象由中心核定\napplicants:')
  expect(itemSchema.parse(parse(text))).toEqual({
    ...item,
    summary: '短摘要',
    time_limit: { ...item.time_limit, note: '新说明' },
  })
})

test('of a list only the rows that changed are written anew', () => {
  const [first, ...others] = item.faq
  const faq = [...others, { q: '新问题？', a: '新答复。', source: '通行做法,待中心核定' }]
  const text = after({ faq })
  expect(text).toContain('# 每季核对\nfaq:')
  expect(itemSchema.parse(parse(text)).faq).toEqual(faq)
  // Three lines of the new row, three and the wordings of the one that is gone.
  expect(differing(text).length).toBeLessThanOrEqual(7 + (first?.wordings?.length ?? 0))
  expect(itemSchema.parse(parse(after({ faq: [] }))).faq).toEqual([])
})

test('a value that the file leaves out by default is added when it is given', () => {
  const text = after({ status: 'verified', verified_by: '王示例', verified_at: '2026-11-26' })
  expect(itemSchema.parse(parse(text))).toMatchObject({ verified_by: '王示例' })
})
