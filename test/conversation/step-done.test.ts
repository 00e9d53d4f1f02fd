import { describe, expect, test } from 'vitest'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { stepDone } from '../../src/conversation/dialogue/step-done.ts'
import { code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const item = anItem({ code: code('XMJS-030'), name: '建筑工程施工许可证核发', aliases: ['施工证'] })
const fresh = freshState(new Date('2026-03-02T02:00:00Z'))
const inHand = { ...fresh, items: [item.code], decided: 'answer' as const }
const said = (text: string, state = inHand) => stepDone(text, text, { state, itemOf: () => item })

test.each([
  '我执照已经办好了',
  '我们已经拿到规划许可证了',
  '已经交了罚款',
  '海关备案我们有了',
  '出口备案我们已经有了',
])('「%s」: what comes next', (text) => {
  expect(said(text)).toMatchObject({
    decision: { kind: 'answer', code: item.code, field: 'process' },
    rule: 'step_done',
  })
})

test('what was asked for itself is no step of it', () => {
  expect(said('施工证已经办好了')).toMatchObject({
    decision: { kind: 'smalltalk', code: item.code },
  })
})

describe('says something else', () => {
  test.each([
    ['a question', '我们已经拿到规划许可证了吗'],
    ['how to go on', '执照已经办好了怎么开户'],
    ['a wait', '材料已经交了三个月了'],
    ['what has not come', '已经交了钱还没拿到'],
    ['what went wrong', '证已经过期了'],
    ['a grievance', '我们已经投诉过了'],
  ])('%s: 「%s」', (_, text) => {
    expect(said(text)).toBeNull()
  })

  test('where nothing is in hand', () => {
    expect(said('我执照已经办好了', { ...fresh, items: [], decided: 'answer' })).toBeNull()
    expect(said('我执照已经办好了', { ...inHand, decided: 'ticket' as never })).toBeNull()
  })
})
