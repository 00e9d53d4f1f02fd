import { describe, expect, test } from 'vitest'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { nothingAsked } from '../../src/conversation/intent/nothing-asked.ts'
import { code } from '../builders/knowledge-base.ts'

const fresh = freshState(new Date('2026-11-26T02:00:00Z'))
const asked = { field: null, also: null }
const open = (options: string[], round = 1) => ({
  ...fresh,
  clarification: { options: options.map(code), denied: [], field: null, question: '几天', round },
})
const said = (normalized: string, state = fresh) => nothingAsked({ normalized, asked, state })

describe('where nothing is open', () => {
  test.each(['是的', '对呀', '可以啊', '我不清楚', '都行', '嗯 对的', 'yes', "i don't know"])(
    'a reply to nothing opens the dialogue: 「%s」',
    (text) => {
      expect(said(text)).toEqual({ kind: 'smalltalk', reason: 'opener' })
    },
  )

  test.each(['需要几天', '要哪些材料', '多少钱'])(
    'a part of nothing is asked back: 「%s」',
    (text) => {
      expect(said(text)).toMatchObject({ kind: 'clarify', options: [], reason: 'matter_missing' })
    },
  )

  test.each(['税', '办证', '登记', '不知道公司能不能注销', '可以贷款吗', '对公账户', 'tax'])(
    'what names a matter is looked up: 「%s」',
    (text) => {
      expect(said(text)).toBeNull()
    },
  )
})

test('a part is asked of what was talked about', () => {
  const state = { ...fresh, items: [code('QYKB-002')] }
  expect(said('需要几天', state)).toBeNull()
  expect(said('是的', state)).toMatchObject({ reason: 'opener' })
})

describe('while a question is open', () => {
  test('a reply is one to its options', () => {
    expect(said('不知道', open(['QYKB-002', 'QYKB-009']))).toBeNull()
  })

  test('one without options is asked once more, and then it is a person’s turn', () => {
    expect(said('不知道', open([]))).toMatchObject({ kind: 'clarify', reason: 'matter_missing' })
    expect(said('不知道', open([], 2))).toMatchObject({ kind: 'ticket', reason: 'clarified_twice' })
    expect(said('员工参保', open([]))).toBeNull()
  })
})
