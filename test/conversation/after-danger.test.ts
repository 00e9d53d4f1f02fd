import { beforeAll, describe, expect, test } from 'vitest'
import type { AnswerDeps } from '../../src/conversation/answer-ports.ts'
import { answerTurn, type TurnAnswer } from '../../src/conversation/answer-turn.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import { someAnswerDeps } from '../builders/answer-deps.ts'

let deps: AnswerDeps
let inDanger: TurnAnswer

const say = (text: string, state: unknown = null) =>
  answerTurn(deps, { turnId: asId<TurnId>('t'), said: { kind: 'text', text }, state })

beforeAll(async () => {
  deps = await someAnswerDeps()
  inDanger = await say('仓库起火了，烟很大')
})

describe('right after the numbers to call', () => {
  test.each(['打了没人接', '一直占线', '没开玩笑', '怎么办啊', '在吗', '快叫人过来', '已经拉闸了'])(
    'they are said again, in short: 「%s」',
    async (text) => {
      const { decision, message, trace } = await say(text, inDanger.state)
      expect(decision).toMatchObject({ kind: 'emergency', reason: 'fire', again: true })
      expect(trace.rule).toBe('after_danger')
      const said = JSON.stringify(message)
      expect(said).toContain('一时打不通的')
      expect(said).not.toContain(deps.snapshot.base.replies.emergency.fire)
    },
  )

  test('who is about to harm themselves is told what helps once more', async () => {
    const before = await say('我不想活了，要跳海')
    const { decision, message } = await say('我就随便说说', before.state)
    expect(decision).toMatchObject({ kind: 'emergency', reason: 'self_harm', again: true })
    expect(JSON.stringify(message)).toContain(deps.snapshot.base.replies.emergency.self_harm)
  })

  test('a matter that is named is answered', async () => {
    const { decision } = await say('公司设立登记要几天', inDanger.state)
    expect(decision).toMatchObject({ kind: 'answer', code: 'QYKB-002' })
  })

  test('who thanks us, or asks for the form, gets what is asked for', async () => {
    const thanked = await say('谢谢', inDanger.state)
    expect(thanked.decision).toMatchObject({ kind: 'smalltalk', reason: 'thanks' })
    const filed = await say('帮我登记一下', inDanger.state)
    expect(filed.decision).toMatchObject({ kind: 'ticket', reason: 'asked_for' })
  })

  test('it ends with the first turn that is about something else', async () => {
    const other = await say('公司设立登记要几天', inDanger.state)
    const { decision } = await say('在吗', other.state)
    expect(decision).toMatchObject({ kind: 'smalltalk', reason: 'greeting' })
  })
})
