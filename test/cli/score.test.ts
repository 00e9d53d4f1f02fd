import { expect, test } from 'vitest'
import type { Judged } from '../../src/cli/eval/rows.ts'
import { isRight } from '../../src/cli/eval/score.ts'

const aTurn = (act: string | null, labels: Judged['labels']): Judged => ({
  id: '1',
  file: 'x.jsonl',
  question: '催一下',
  labels,
  inDialogue: false,
  result: {
    decision: 'status',
    items: [],
    field: null,
    act,
    text: '',
    citations: [],
    options: [],
    confidence: 0,
    ms: 1,
  },
})

test('an act on one’s own ticket that was lost is a wrong turn, when it is labelled', () => {
  expect(isRight(aTurn('urge', { expect: 'status', act: 'urge' }))).toBe(true)
  expect(isRight(aTurn('progress', { expect: 'status', act: 'urge' }))).toBe(false)
  expect(isRight(aTurn('progress', { expect: 'status' }))).toBe(true)
})
