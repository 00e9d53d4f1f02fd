import { describe, expect, test } from 'vitest'
import { clarify, sureItem } from '../../src/conversation/decide.ts'
import { freshState } from '../../src/conversation/dialogue-state.ts'
import { barFor, type Confidence } from '../../src/retrieval/confidence.ts'
import { LEVELS_DEFAULT } from '../../src/retrieval/levels.ts'
import type { Retrieved } from '../../src/retrieval/retrieve.ts'
import { code } from '../builders/knowledge-base.ts'

const policy = { targetError: 0.02 }
const learnt = {
  levels: { plain: LEVELS_DEFAULT, careful: LEVELS_DEFAULT },
} as unknown as Confidence
const found = (confidence: number, hits = [code('QYKB-007')]) =>
  ({
    hits: hits.map((one) => ({ code: one, score: 1 })),
    confidence,
    learnt,
    intents: { broad: 0 },
    proposed: new Map(),
  }) as unknown as Retrieved

describe('the item of a ticket', () => {
  test('is named when it is as sure as an answer would have to be', () => {
    const bar = barFor(learnt, policy.targetError, 0)
    expect(sureItem(found(bar), policy)).toBe('QYKB-007')
    expect(sureItem(found(bar - 0.01), policy)).toBeNull()
    expect(sureItem(found(1, []), policy)).toBeNull()
  })

  test('is left open after two rounds that did not find it', () => {
    const state = freshState(new Date('2026-11-25T02:00:00Z'))
    const clarification = { options: [], field: null, question: '办执照', round: 2 }
    const decision = clarify(found(0.1), {
      field: null,
      state: { ...state, clarification },
      label: (one) => one,
      reason: 'several_fit',
    })
    expect(decision).toEqual({ kind: 'ticket', reason: 'clarified_twice', code: null })
  })
})
