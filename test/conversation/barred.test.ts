import { describe, expect, test } from 'vitest'
import type { Decision } from '../../src/conversation/decision.ts'
import { stillBarred, withBars, withoutMatters } from '../../src/conversation/dialogue/barred.ts'
import {
  type DialogueState,
  freshState,
  withItem,
} from '../../src/conversation/dialogue/dialogue-state.ts'
import type { ItemCode } from '../../src/kernel/ids.ts'
import { code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const NOW = new Date('2026-11-25T02:00:00Z')
const SEAL = code('QYKB-026')
const INVOICE = code('QYKB-028')
const OTHER = code('QYKB-002')
const items = [
  anItem({ code: SEAL, name: '印章刻制备案', aliases: ['刻公章'] }),
  anItem({ code: INVOICE, name: '发票票种核定' }),
]
const itemOf = (one: ItemCode) => items.find((item) => item.code === one)
const fresh = freshState(NOW)
const talked = withItem(withItem(fresh, INVOICE, '发票怎么领'), SEAL, '税务那边要做什么')
const answer = (of: ItemCode): Decision => ({
  kind: 'answer',
  code: of,
  field: 'overview',
  also: null,
  offerTicket: false,
})
const chat: Decision = { kind: 'smalltalk', reason: 'chat' }

describe('what is denied', () => {
  test('is barred, and what was talked about before it is in hand again', () => {
    const next = withBars(talked, { denied: [SEAL], decision: chat })
    expect(next).toMatchObject({ barred: [SEAL], items: [INVOICE], question: '发票怎么领' })
  })

  test('stays barred in the turns that follow', () => {
    const next = withBars(talked, { denied: [SEAL], decision: chat })
    expect(withBars(next, { denied: [], decision: answer(OTHER) }).barred).toEqual([SEAL])
  })

  test('is barred only where it was shown: as answer, as option or shortly before', () => {
    const options: DialogueState = { ...fresh, offered: { options: [OTHER], turns: 1 } }
    expect(withBars(fresh, { denied: [SEAL], decision: chat }).barred).toEqual([])
    expect(withBars(options, { denied: [OTHER], decision: chat }).barred).toEqual([OTHER])
  })

  test('is meant again once it is answered', () => {
    const next = withBars(talked, { denied: [SEAL], decision: chat })
    expect(withBars(next, { denied: [], decision: answer(SEAL) }).barred).toEqual([])
  })
})

describe('a name', () => {
  const state = { ...fresh, barred: [SEAL] }

  test.each(['印章刻制备案要几天', '那刻公章的地方在哪'])('lifts the bar: %s', (said) => {
    expect(stillBarred(said, state, itemOf)).toEqual([])
  })

  test.each(['税务那边呢', '备案要几天'])('is not in 「%s」', (said) => {
    expect(stillBarred(said, state, itemOf)).toEqual([SEAL])
  })
})

test('another matter than the last is left out without touching what is in hand', () => {
  expect(withoutMatters(talked, [INVOICE])).toMatchObject({
    items: [SEAL],
    question: '税务那边要做什么',
  })
})
