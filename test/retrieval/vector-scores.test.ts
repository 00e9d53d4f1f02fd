import { expect, test } from 'vitest'
import type { ItemCode } from '../../src/kernel/ids.ts'
import { centre, VectorScores } from '../../src/retrieval/vector-scores.ts'
import { searchInMemory } from '../../src/retrieval/vectors.ts'
import { code } from '../builders/knowledge-base.ts'

const one = (...values: number[]) => Float32Array.from(values)

test('cosines are told by how far they stand above the mean of all', () => {
  expect([...centre([0.8, 0.9, undefined, 0.85])]).toEqual([0, 1, 0, expect.closeTo(0)])
})

test('passages fed one by one score as a search among all of them does', async () => {
  const passages = [
    [0, one(1, 0)],
    [0, one(0.8, 0.6)],
    [0, one(0, 1)],
    [0, one(0.6, 0.8)],
    [1, one(0.6, 0.8)],
  ] as const
  const items: readonly ItemCode[] = [code('QYKB-002'), code('QYKB-007'), code('QYKB-016')]
  const question = one(0.96, 0.28)
  const scores = new VectorScores([one(0, 1), question], items.length)
  for (const [owner, vector] of passages) scores.add(owner, vector)
  const search = searchInMemory(
    passages.map(([owner, vector]) => ({ code: items[owner]!, vector: vector as Float32Array })),
  )
  const found = await search(question, null)
  expect(scores.of(1)).toEqual(centre(items.map((item) => found.get(item))))
  expect(scores.of(0)).not.toEqual(scores.of(1))
})
