import { describe, expect, test } from 'vitest'
import { isFaithfulRewrite } from '../../src/llm/rewrite-check.ts'

type Row = readonly [question: string, before: string, rewritten: string]

const SETUP = '公司设立登记\n公司设立登记要几天'
const CHANGE = '公司变更登记\n公司要办变更'

describe('a completed question', () => {
  const joined: readonly Row[] = [
    ['那注销呢', SETUP, '公司注销要几天'],
    ['那多久', SETUP, '公司设立登记多久'],
    ['外资的呢', SETUP, '外资的公司设立登记要几天'],
    ['材料要哪些呢', SETUP, '公司设立登记要哪些材料'],
    ['不是变更，是注销', CHANGE, '公司要办注销登记'],
    ['不是变更，是注销', CHANGE, '公司要办注销，不是变更'],
    ['我不想注销公司', '公司注销登记', '我不想注销公司登记'],
    ['没有营业执照能办吗', '食品经营许可', '没有营业执照能办食品经营许可吗'],
  ]
  test.each(joined)('of 「%s」 after 「%s」 may be 「%s」', (question, before, rewritten) => {
    expect(isFaithfulRewrite(rewritten, { question, before })).toBe(true)
  })

  const turned: readonly Row[] = [
    ['那注销呢', SETUP, '公司设立登记要几天'],
    ['那多久', SETUP, '公司设立登记保证多久'],
    ['保证几天', SETUP, '公司设立登记保证几天'],
    ['那多久', SETUP, '公司注销登记多久'],
    ['外资的呢', SETUP, '外资的公司设立登记免费吗'],
    ['不是变更，是注销', CHANGE, '公司不是注销，是变更'],
    ['不是变更，是注销', CHANGE, '公司要办变更登记'],
    ['不是变更，是注销', CHANGE, '公司要办注销变更登记'],
    ['我不想注销公司', '公司注销登记', '我想注销公司'],
    ['没有营业执照能办吗', '食品经营许可', '有营业执照能办食品经营许可吗'],
    ['要交钱吗', SETUP, '公司设立登记不要交钱吗'],
    ['那多久', SETUP, '那'],
  ]
  test.each(turned)('of 「%s」 after 「%s」 may not be 「%s」', (question, before, rewritten) => {
    expect(isFaithfulRewrite(rewritten, { question, before })).toBe(false)
  })
})
