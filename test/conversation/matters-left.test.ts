import { beforeAll, describe, expect, test } from 'vitest'
import type { AnswerDeps } from '../../src/conversation/answer-ports.ts'
import { answerTurn } from '../../src/conversation/answer-turn.ts'
import { freshState, type Matter } from '../../src/conversation/dialogue/dialogue-state.ts'
import { nextMatter } from '../../src/conversation/dialogue/matters-left.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import { neverSureOf, someAnswerDeps } from '../builders/answer-deps.ts'
import { code } from '../builders/knowledge-base.ts'

let deps: AnswerDeps
beforeAll(async () => {
  deps = await someAnswerDeps()
})

const say = (text: string, state: unknown = null, overrides: Partial<AnswerDeps> = {}) =>
  answerTurn(
    { ...deps, ...overrides },
    { turnId: asId<TurnId>('t'), said: { kind: 'text', text }, state },
  )
const TWO = '两个问题：1.公司设立登记要几天 2.个体工商户登记要哪些材料'

const neverSure = () => neverSureOf(deps)

describe('of two matters in one message', () => {
  test('the first is answered, the other said again and to be opened next', async () => {
    const { decision, message } = await say(TWO)
    expect(decision).toMatchObject({ kind: 'answer', code: 'QYKB-002', field: 'time_limit' })
    expect(message.blocks[0]).toMatchObject({
      kind: 'text',
      text: expect.stringContaining('1 件事'),
    })
    const [said] = message.blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []))
    expect(said?.join()).toContain('要哪些材料')
    const opened = message.blocks.flatMap((one) => (one.kind === 'actions' ? one.actions : []))
    expect(opened.map(({ value }) => value)).toContainEqual({
      a: 'choose',
      code: 'QYKB-007',
      field: 'materials',
    })
  })

  test.each(['下一个', '好的,那另外一个问题呢', '第二个', '继续'])(
    '「%s」 goes on with the other, by the part asked of it',
    async (text) => {
      const { state } = await say(TWO)
      const { decision } = await say(text, state)
      expect(decision).toMatchObject({ kind: 'answer', code: 'QYKB-007', field: 'materials' })
      expect(decision).not.toHaveProperty('others')
    },
  )

  test('another question in between is answered, and loses neither', async () => {
    const { state } = await say(TWO)
    const between = await say('公司注销登记要哪些材料', state)
    expect(between.decision).not.toHaveProperty('others')
    const { decision } = await say('下一个', between.state)
    expect(decision).toMatchObject({ code: 'QYKB-007' })
  })

  test('whichever comes first is asked back where that is not sure, each by its own words', async () => {
    const { decision, message, state } = await say(TWO, null, neverSure())
    expect(decision).toMatchObject({ kind: 'clarify', reason: 'several_asked' })
    const [said] = message.blocks.flatMap((block) => (block.kind === 'list' ? [block.items] : []))
    expect(said?.[0]).toContain('您问的是「公司设立登记要几天」')
    const picked = await say('第二个', state, neverSure())
    expect(picked.decision).toMatchObject({ code: 'QYKB-007', field: 'materials' })
  })

  test('one of which the item is not sure is read once more, not answered with a guess', async () => {
    const { state } = await say(TWO)
    const unsure = state.matters.map((matter) => ({ ...matter, isSure: false }))
    const { decision, state: after } = await say(
      '下一个',
      { ...state, matters: unsure },
      neverSure(),
    )
    expect(decision.kind).toBe('clarify')
    expect(after.matters.every(({ isAnswered }) => isAnswered)).toBe(true)
  })

  test('parts of one item are one matter', async () => {
    const { decision } = await say('两个问题，第一公司设立登记要几天，第二公司设立登记要哪些材料')
    expect(decision).toMatchObject({ kind: 'answer', code: 'QYKB-002' })
    expect(decision).not.toHaveProperty('others')
  })
})

describe('what goes on', () => {
  const matter = (of: string, isAnswered: boolean): Matter => ({
    code: code(of),
    words: '要几天',
    field: null,
    isSure: true,
    isAnswered,
  })
  const state = {
    ...freshState(new Date(0)),
    matters: [matter('QYKB-002', true), matter('QYKB-007', false)],
  }

  test.each(['下一个', '那剩下的呢', '接着说', '还有一件事呢', 'next', '其他两个呢'])(
    '「%s」',
    (said) => expect(nextMatter(said, state)?.code).toBe('QYKB-007'),
  )

  test.each(['下一步做什么', '下一年还要交吗', '其他材料要吗', '继续教育怎么报名'])(
    '「%s」 does not',
    (said) => expect(nextMatter(said, state)).toBeNull(),
  )

  test('nothing where all are answered', () => {
    const done = { ...state, matters: [matter('QYKB-002', true)] }
    expect(nextMatter('下一个', done)).toBeNull()
  })
})
