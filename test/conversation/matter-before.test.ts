import { describe, expect, test } from 'vitest'
import type { Decision } from '../../src/conversation/decision.ts'
import { advance } from '../../src/conversation/dialogue/advance.ts'
import { type DialogueState, freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { matterBefore } from '../../src/conversation/intent/matter-before.ts'
import { type Outcome, UNREAD } from '../../src/conversation/outcome.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import { code } from '../builders/knowledge-base.ts'

const fresh = freshState(new Date('2026-11-26T02:00:00Z'))
const offered: DialogueState = { ...fresh, decided: 'ticket' }
const asked = { field: null, also: null }
const said = (normalized: string, state = offered) =>
  matterBefore({ normalized, asked, state }, 'question')

describe('right after a request was offered', () => {
  test.each(['要找谁', '备案要多久', '罚多少', '超期了会罚吗', '要赔十倍吗', '要哪些材料'])(
    '「%s」 is asked of the matter before',
    (text) => {
      expect(said(text)).toMatchObject({ kind: 'clarify', reason: 'matter_before', options: [] })
    },
  )

  test.each(['环评几天', '执照要几天', '公积金怎么提取', '注销找谁', '好的'])(
    '「%s」 is looked up',
    (text) => {
      expect(said(text)).toBeNull()
    },
  )
})

test('an item talked about, and an answer, leave nothing to ask', () => {
  expect(said('要找谁', { ...offered, items: [code('QYKB-002')] })).toBeNull()
  expect(said('要找谁', { ...fresh, decided: 'answer' })).toBeNull()
})

test('a wish to be refused is no question of the matter before', () => {
  const understood = { normalized: '要找谁', asked, state: offered }
  expect(matterBefore(understood, 'refuse')).toBeNull()
})

describe('after a turn', () => {
  const outcome = (decision: Decision): Outcome => ({
    ...UNREAD,
    decision,
    field: null,
    question: '要找谁',
    normalized: '要找谁',
    rule: null,
    dependence: 'new',
  })
  const turned = (decision: Decision, state = offered) =>
    advance(state, outcome(decision), { turnId: asId<TurnId>('t'), now: new Date(fresh.at) })
  const near = code('CYFW-011')

  test('that asked whether it is meant, all is as it was', () => {
    const next = turned(said('要找谁')!)
    expect(next).toMatchObject({ decided: 'ticket', items: [], clarification: null })
    expect(said('要几天', next)).not.toBeNull()
  })

  test.each(['not_covered', 'complaint', 'tip_off'] as const)(
    'that came to %s, what is offered for reading is not talked about',
    (reason) => {
      expect(turned({ kind: 'ticket', reason, code: near }).items).toEqual([])
    },
  )

  test('what is stuck is talked about, and what was asked of a record besides', () => {
    expect(turned({ kind: 'ticket', reason: 'stuck_case', code: near }).items).toEqual([near])
    const besides = { code: near, field: 'fee' } as const
    const both = turned({ kind: 'ticket', reason: 'complaint', code: null, besides })
    expect(both.items).toEqual([near])
  })
})
