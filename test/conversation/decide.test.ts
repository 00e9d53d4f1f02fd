import { describe, expect, test } from 'vitest'
import {
  clarify,
  decideQuestion,
  sureItem,
  type Understood,
} from '../../src/conversation/decide.ts'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { barFor, type Confidence } from '../../src/retrieval/learning/confidence.ts'
import { LEVELS_DEFAULT } from '../../src/retrieval/learning/levels.ts'
import type { Retrieved } from '../../src/retrieval/retrieve.ts'
import { code } from '../builders/knowledge-base.ts'

const policy = { targetError: 0.02 }
const learnt = {
  levels: { plain: LEVELS_DEFAULT, careful: LEVELS_DEFAULT },
} as unknown as Confidence
const found = (confidence: number, hits = [code('QYKB-007')]) =>
  ({
    hits: hits.map((one) => ({
      code: one,
      score: 2,
      share: confidence,
      channels: { l: confidence },
    })),
    confidence,
    learnt,
    intents: { broad: 0 },
    proposed: new Map(),
    fits: new Map(),
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
    const clarification = { options: [], denied: [], field: null, question: '办执照', round: 2 }
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
      isHasty: false,
      asked: { field: 'fee', also: 'process' },
      state: freshState(new Date('2026-11-25T02:00:00Z')),
      dependence: 'new',
      retrieved: {
        ...found(0.9, [code('QYKB-007'), code('QYKB-002')]),
        intents: { broad: 0, ticket: 0 },
        care: 0,
        doubt: null,
        ...retrieved,
      } as unknown as Retrieved,
    } satisfies Understood
    return decideQuestion(understood, policy, (one) => one)
  }

  test('that nothing found is near to is asked back as such, unless it is broad', () => {
    const hits = found(0.01, [code('QYKB-007'), code('QYKB-002')]).hits
    const faint = { hits, confidence: 0.01 }
    expect(decided('办网吧', faint)).toMatchObject({ kind: 'clarify', reason: 'nothing_near' })
    const intents = { broad: 0.9, ticket: 0 } as unknown as Retrieved['intents']
    expect(decided('办点事', { ...faint, intents })).toMatchObject({ reason: 'broad' })
  })

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
    const intents = { broad: 0, ticket: 0.6 } as unknown as Retrieved['intents']
    expect(decided('跑三趟了,办照到底要多少钱', { intents })).toMatchObject({ offerTicket: true })
    expect(decided('窗口的人态度恶劣,办照要多少钱', {})).toMatchObject({ offerTicket: true })
    expect(decided('船明天一早就到,办照找谁能马上处理', {})).toMatchObject({ offerTicket: true })
    expect(decided('办照要多少钱', {})).toMatchObject({ offerTicket: false })
  })

  test('is asked back when the channels put different items first and nothing else is certain', () => {
    const split = { doubt: 'channels_disagree' } as const
    const asked = { kind: 'clarify', reason: 'channels_disagree' }
    expect(decided('办照要多少钱', { ...split, confidence: 0.85 })).toMatchObject(asked)
    expect(decided('办照要多少钱', { ...split, confidence: 0.95 }).kind).toBe('answer')
  })

  test('that is not sure is asked back for the reason that there is', () => {
    const unsure = { confidence: 0.1 }
    expect(decided('办照', unsure)).toMatchObject({ reason: 'several_fit' })
    expect(decided('办照', { ...unsure, doubt: 'near_miss' })).toMatchObject({
      reason: 'near_miss',
    })
    const intents = { broad: 0.9, ticket: 0 } as unknown as Retrieved['intents']
    expect(decided('办照', { ...unsure, doubt: 'near_miss', intents })).toMatchObject({
      reason: 'broad',
    })
  })

  test('offers no candidate that lies far behind, but never fewer than two', () => {
    const codes = (['QYKB-007', 'QYKB-002', 'QYKB-016', 'KFFW-025'] as const).map(code)
    const offered = (fits: readonly number[]) => {
      const near = new Map(codes.map((one, n) => [one, fits[n]!]))
      const hits = found(0.1, codes).hits.map((hit, n) => ({ ...hit, score: fits[n]!, share: 0.1 }))
      const decision = decided('办照', { hits, fits: near, confidence: 0.1 })
      return decision.kind === 'clarify' ? decision.options.map((one) => one.code) : []
    }
    expect(offered([2, 1.9, 1.8, 1.7])).toEqual(codes)
    expect(offered([2, 1.9, 1.8, 0.3])).toEqual(codes.slice(0, 3))
    expect(offered([2, 0.3, 0.2, 0.1])).toEqual(codes.slice(0, 2))
  })
})
