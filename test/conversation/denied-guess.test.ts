import { describe, expect, test } from 'vitest'
import { deniedGuess, onlyDenies } from '../../src/conversation/dialogue/denied-guess.ts'

describe('a guess that is denied by its name', () => {
  test.each([
    ['我没报过什么诉求', 'status'],
    ['不是要查进展', 'status'],
    ['这又不是私人的事', 'redirect'],
  ] as const)('「%s」', (text, denied) => {
    const guess = deniedGuess(text, null)
    expect(guess?.denied).toBe(denied)
    expect(guess !== null && onlyDenies(guess)).toBe(true)
  })

  test('what is said besides is left', () => {
    const guess = deniedGuess('我不是要查进度,开民宿要什么证', null)
    expect(guess?.rest).toContain('开民宿要什么证')
    expect(guess !== null && onlyDenies(guess)).toBe(false)
  })
})

test('without its name it counts after the guess alone', () => {
  expect(deniedGuess('我没登记过', 'status')?.denied).toBe('status')
  expect(deniedGuess('我没登记过', 'answer')).toBeNull()
  expect(deniedGuess('不用转人工,开户要几天', 'ticket')?.denied).toBe('ticket')
  expect(deniedGuess('我没有逃避检查', 'refuse')?.denied).toBe('refuse')
})

test.each(['是不是要查进度', '这证没登记过怎么办', '办签注,不是公司的事', '没问题'])(
  '「%s」 denies none',
  (text) => {
    expect(deniedGuess(text, null)).toBeNull()
  },
)
