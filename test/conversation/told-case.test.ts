import { describe, expect, test } from 'vitest'
import { type DialogueState, freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { tellsCase } from '../../src/conversation/intent/told-case.ts'
import type { Intent } from '../../src/retrieval/acts/intent.ts'
import { code } from '../builders/knowledge-base.ts'

const fresh = freshState(new Date('2026-11-26T02:00:00Z'))
const inHand: DialogueState = { ...fresh, items: [code('QYKB-002')] }
const open = { options: [], denied: [], field: null, question: '开店', round: 1 }
const askedBack: DialogueState = { ...fresh, clarification: open }
const tells = (said: string, state = inHand, intent: Intent = 'ticket') =>
  tellsCase(said, intent, state)

describe('a detail of the case', () => {
  test.each(['我们是1800平的冷库', '就是卖干货的', '总投资三千万', '去年招了三个人'])(
    '「%s」 is told in the middle of a matter',
    (said) => {
      expect(tells(said)).toBe(true)
      expect(tells(said, askedBack)).toBe(true)
      expect(tells(said, fresh)).toBe(false)
    },
  )

  test('answers what was asked back, where it sounds like a word in passing', () => {
    expect(tells('不是卖,就自己用', askedBack, 'smalltalk')).toBe(true)
    expect(tells('不是卖,就自己用', inHand, 'smalltalk')).toBe(false)
  })

  test('may be a time that went by, where it answers', () => {
    expect(tells('过了七个月了', askedBack)).toBe(true)
    expect(tells('过了七个月了')).toBe(false)
    expect(tells('等了七个月了', askedBack)).toBe(false)
  })

  test('may be what has come of the paper in hand', () => {
    expect(tells('已经超期三天了')).toBe(true)
    expect(tells('我们的证弄丢了')).toBe(true)
    expect(tells('已经超期三天了', fresh)).toBe(false)
    expect(tells('已经超期三天了，要罚款吗')).toBe(false)
  })

  test.each([
    '是的',
    '是你们窗口态度差',
    '三个月了还没人管,帮我催一下',
    '是想找人工',
    '拖了三个月还不给办',
  ])('「%s」 is none', (said) => {
    expect(tells(said)).toBe(false)
  })

  test.each<Intent>(['refuse', 'emergency', 'status', 'redirect'])(
    'what is %s stays so',
    (intent) => {
      expect(tells('我们是1800平的冷库', inHand, intent)).toBe(false)
    },
  )
})
