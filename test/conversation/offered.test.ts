import { expect, test } from 'vitest'
import { isGuess, offeredOptions } from '../../src/conversation/options/offered.ts'
import type { Retrieved } from '../../src/retrieval/retrieve.ts'
import { code } from '../builders/knowledge-base.ts'

/** Four that fit about as well as each other, with the shares given. */
function found(
  shares: readonly number[],
  votes: Readonly<Record<string, number>> = {},
  model = 0.2,
): Retrieved {
  const codes = shares.map((_, n) => code(`QYKB-00${n + 1}`))
  return {
    hits: codes.map((one, n) => ({
      code: one,
      score: 2,
      share: shares[n],
      channels: { l: model },
    })),
    fits: new Map(codes.map((one) => [one, 2])),
    proposed: new Map(Object.entries(votes)),
    intents: { broad: 0.5 },
  } as unknown as Retrieved
}

test('four are offered where each is likely', () => {
  expect(offeredOptions(found([0.3, 0.2, 0.1, 0.05]))).toHaveLength(4)
})

test('a third or fourth that hardly fits is none, though the others fit no better', () => {
  expect(offeredOptions(found([0.03, 0.02, 0.01, 0]))).toEqual(['QYKB-001', 'QYKB-002'])
})

test('two are offered however unlikely, and what examples propose is likely', () => {
  expect(offeredOptions(found([0.001, 0, 0]))).toHaveLength(2)
  expect(offeredOptions(found([0.3, 0.2, 0.001], { 'QYKB-003': 0.6 }))).toHaveLength(3)
})

test('what examples propose comes before all but the first of mere guesses', () => {
  const votes = { 'QYKB-004': 1, 'QYKB-005': 1 }
  const shares = [0.3, 0.2, 0.1, 0.05, 0.05]
  expect(offeredOptions(found(shares, votes, 0.01)).slice(0, 2)).toEqual(['QYKB-004', 'QYKB-005'])
  expect(offeredOptions(found(shares, votes))).not.toContain('QYKB-005')
  expect(isGuess(found(shares, votes, 0.01))).toBe(true)
  expect(isGuess(found(shares, votes))).toBe(false)
  expect(isGuess(found([0.5], votes, 0.01))).toBe(false)
})
