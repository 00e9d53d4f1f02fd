import { expect, test } from 'vitest'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { moreOfIt } from '../../src/conversation/dialogue/more-of-it.ts'
import { code } from '../builders/knowledge-base.ts'

const fresh = freshState(new Date('2026-11-25T02:00:00Z'))
const answered = { ...fresh, items: [code('QYKB-002')], field: 'overview' } as const

test.each([
  '说得详细一点',
  '能再讲具体点吗',
  '详细介绍一下',
  '具体讲讲',
  '没看懂,能说得明白点吗',
  '不太明白',
  '还是没听懂',
  '这是什么意思',
  '还有呢?',
  '还有什么要注意的吗',
  'can you explain it in more detail?',
  'tell me more',
  "i don't understand",
])('%s asks for more of the last item', (text) => {
  expect(moreOfIt(text, answered)?.decision).toMatchObject({
    kind: 'answer',
    code: 'QYKB-002',
    field: 'conditions',
    also: 'process',
  })
})

test.each(['再说一遍', '麻烦重新发一次', 'say that again'])(
  '%s asks for the same again',
  (text) => {
    const state = { ...answered, field: 'fee' } as const
    expect(moreOfIt(text, state)?.decision).toMatchObject({ field: 'fee', also: null })
  },
)

test.each(['看不懂', '太长了', '太长了，简单点', '说重点', '你说的太复杂了', '简单点说'])(
  '%s asks for less, with a person beside it',
  (text) => {
    expect(moreOfIt(text, answered)?.decision).toMatchObject({
      kind: 'answer',
      code: 'QYKB-002',
      field: 'process',
      offerTicket: true,
    })
  },
)

test.each(['我不是这个意思', '你理解错了', '不对，你没听懂我的意思', '不是这个意思啊'])(
  '%s is asked what is meant',
  (text) => {
    expect(moreOfIt(text, answered)).toMatchObject({
      decision: { kind: 'clarify', options: [], reason: 'none_fits' },
      complained: true,
    })
  },
)

test('after a detail the whole is shown', () => {
  const state = { ...answered, field: 'time_limit' } as const
  expect(moreOfIt('讲清楚一点', state)?.decision).toMatchObject({
    field: 'overview',
    also: 'process',
  })
})

test.each([
  '详细材料清单有吗',
  '具体要几天',
  '说一下食品许可要什么材料',
  '还有刻章呢',
  '没明白个体户和公司有什么区别',
  '再办一张食品证',
  '简单点的注销',
  '审批时间太长了',
  '不是这个意思，我想问外资的',
  '看不懂英文材料怎么办',
  '什么意思表示真实',
  'explain the trademark renewal',
])('%s asks for something of its own', (text) => {
  expect(moreOfIt(text, answered)).toBeNull()
})

test('with nothing answered, or while a question is open, it is no such thing', () => {
  expect(moreOfIt('说得详细一点', fresh)).toBeNull()
  const open = { options: [], field: null, question: '办照', round: 1 }
  expect(moreOfIt('说得详细一点', { ...answered, clarification: open } as never)).toBeNull()
})
