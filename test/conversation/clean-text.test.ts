import { describe, expect, test } from 'vitest'
import { boundQuestion, cleanText } from '../../src/conversation/clean-text.ts'

describe('a text of any length', () => {
  test.each([
    ['newlines', '\n'.repeat(140_000)],
    ['spaces', ' '.repeat(140_000)],
    ['openings of a mention', '<at '.repeat(40_000)],
    ['quotes', `[${'"text":"'.repeat(20_000)}`],
    ['brackets', '!['.repeat(70_000)],
    ['a word and newlines', `急\n${'\n,'.repeat(70_000)}`],
    ['many words', Array.from({ length: 40_000 }, (_, n) => `词${n}`).join('')],
  ])('is cleaned within a moment: %s', (_what, text) => {
    const began = performance.now()
    expect(cleanText(text).length).toBeLessThanOrEqual(2_000)
    expect(performance.now() - began).toBeLessThan(500)
  })

  test('keeps its end, where the question is', () => {
    const story = Array.from({ length: 3_000 }, (_, n) => `第${n}件事。`).join('')
    const text = `${story}\n公司设立登记要几天？`
    expect(cleanText(text)).toMatch(/^第0件事[\s\S]*公司设立登记要几天\?$/)
    expect(boundQuestion(text)).toMatch(/^第0件事[\s\S]*公司设立登记要几天？$/)
    expect(boundQuestion(text).length).toBeLessThanOrEqual(4_000)
  })

  test.each(['注册资本50000000元', '电话13800000001', '编号000000000012'])('%s stays', (text) => {
    expect(cleanText(text)).toBe(text)
  })

  test('is never cut through a character', () => {
    for (const text of ['😀'.repeat(5_000), `a${'😀'.repeat(5_000)}`]) {
      expect(boundQuestion(text)).not.toMatch(/\p{Surrogate}/u)
    }
  })
})
