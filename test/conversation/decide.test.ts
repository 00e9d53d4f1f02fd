import { describe, expect, test } from 'vitest'
import {
  clarify,
  decideQuestion,
  sureItem,
  type Understood,
} from '../../src/conversation/decide.ts'
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
    hits: hits.map((one) => ({ code: one, score: 2 })),
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

describe('a question', () => {
  const decided = (normalized: string, retrieved: Partial<Retrieved>) => {
    const understood = {
      normalized,
      asked: { field: 'fee', also: 'process' },
      state: freshState(new Date('2026-11-25T02:00:00Z')),
      dependence: 'new',
      retrieved: {
        ...found(0.9, [code('QYKB-007'), code('QYKB-002')]),
        intents: { broad: 0, ticket: 0 },
        care: 0,
        openNeighbour: 0,
        ...retrieved,
      } as unknown as Retrieved,
    } satisfies Understood
    return decideQuestion(understood, policy, (one) => one)
  }

  test('is answered with what was asked for when its item is sure', () => {
    expect(decided('开店办照要多少钱', {})).toEqual({
      kind: 'answer',
      code: 'QYKB-007',
      field: 'fee',
      also: 'process',
      offerTicket: false,
    })
  })

  test('with a grievance in it is answered, and the ticket offered beside it', () => {
    const intents = { broad: 0, ticket: 0.3 } as unknown as Retrieved['intents']
    expect(decided('跑三趟了,办照到底要多少钱', { intents })).toMatchObject({ offerTicket: true })
  })

  test('that is short and does not part close neighbours is asked back', () => {
    const near = { openNeighbour: 0.7, confidence: 0.7 }
    expect(decided('办照要多少钱', near)).toMatchObject({ kind: 'clarify', reason: 'near_miss' })
    const longer = '我在沈家门盘了个小店面卖虾皮,一个人做,办照要多少钱'
    expect(decided(longer, near).kind).toBe('answer')
    expect(decided('办照要多少钱', { ...near, openNeighbour: 0.3 }).kind).toBe('answer')
    expect(decided('办照要多少钱', { ...near, confidence: 0.9 }).kind).toBe('answer')
  })
})
