import { describe, expect, test } from 'vitest'
import { nothingAskedNext } from '../../src/conversation/asked-next.ts'
import { composeAnswer } from '../../src/conversation/compose/answer.ts'
import { headFor, headKey } from '../../src/conversation/compose/head.ts'
import type { Decision, Field } from '../../src/conversation/decision.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import { aKnowledgeBase, someItems } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const DEPOSIT = { q: '设备押金什么时候退？', a: '验收合格后退还。', source: '甲' }
const item = anItem({ faq: [DEPOSIT] })
const base = aKnowledgeBase({ items: [item, ...someItems().slice(1)] })
const answer = (field: Field) =>
  ({ kind: 'answer', code: item.code, field, also: null, offerTicket: false }) satisfies Decision

const NO_MORE = '事项记录没有更多内容'

/** The texts of answers to these questions, one after the other in one dialogue. */
function played(...asked: readonly (readonly [Field, string])[]): string[] {
  let shown: readonly string[] = []
  let before: string | null = null
  return asked.map(([field, question]) => {
    const decision = answer(field)
    const input = { base, question, before, shown }
    const head = headFor(decision, input)
    const message = composeAnswer(
      decision,
      {
        ...input,
        decision,
        version: '7',
        turnId: asId<TurnId>('t'),
        askedNext: nothingAskedNext,
      },
      head,
    )
    shown = [...shown, headKey(decision, head)]
    before = question
    return JSON.stringify(message.blocks.slice(0, 4))
  })
}

describe('the same head', () => {
  test('is not sent twice running: another part is shown, and a person offered', () => {
    const [first = '', again = '', third = ''] = played(
      ['materials', '要交什么'],
      ['materials', '外地的要交什么'],
      ['materials', '要交什么呀'],
    )
    expect(first).not.toContain(NO_MORE)
    expect(again).toContain(NO_MORE)
    expect(again).toContain('转人工')
    expect(again).not.toContain('申请材料')
    expect(third).toContain('申请材料')
  })

  test('is sent again where the same is asked again', () => {
    const [first, again] = played(['time_limit', '要几天'], ['time_limit', '要几天啊'])
    expect(again).toBe(first)
    const [, told] = played(['materials', '要什么材料'], ['materials', '材料再发一遍'])
    expect(told).not.toContain(NO_MORE)
  })

  test('is nearest where it is the figure that was asked for', () => {
    const [, again] = played(['fee', '收费吗'], ['fee', '按摊位收多少钱'])
    expect(again).toContain(NO_MORE)
    expect(again).toContain('收费')
  })

  test('gives way to the frequent question that is nearest', () => {
    const [, again] = played(['process', '怎么办'], ['process', '设备的押金'])
    expect(again).toContain(DEPOSIT.a)
  })

  test('is another where another sum is asked for that no record states', () => {
    const [, other, again] = played(
      ['fee', '贷款利息是多少'],
      ['fee', '租金是多少'],
      ['fee', '租金到底多少'],
    )
    expect(other).not.toContain(NO_MORE)
    expect(again).toEqual(other)
  })

  test('is another where another part is asked for', () => {
    const [, other] = played(['materials', '要交什么'], ['fee', '收多少钱'])
    expect(other).not.toContain(NO_MORE)
  })
})
