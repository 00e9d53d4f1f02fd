// What is measured and what is tried out at the console is what the chat says.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messageText } from '../../src/cli/eval/message-text.ts'
import { runTurn } from '../../src/cli/eval/run.ts'
import { answerDeps, makeAnswerQuestion } from '../../src/compose/assistant.ts'
import type { TrialWire } from '../../src/http/console-api/wire.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import type { Message } from '../../src/kernel/message.ts'
import { type Flow, onEachEngine, startFlow } from '../flow/harness.ts'
import { aPerson, type Caller, signedIn } from './console.ts'

const QUESTIONS = [
  '公司设立登记要几天',
  '食品经营许可要哪些材料，多少钱',
  '外资企业怎么设立',
  '施工许可证批下来要多久',
  '公司的登记手续',
  '窗口一直拖着不办，我要投诉',
  '转人工',
  '你好',
  '厂房着火了，有人被困在里面',
  'ZSQS-20261103-0012 到哪一步了',
]

onEachEngine('one question', (engine) => {
  let flow: Flow
  let specialist: Caller
  beforeAll(async () => {
    flow = await startFlow(engine)
    specialist = await signedIn(flow, aPerson())
  })
  afterAll(() => flow.stop())

  test('gets one answer: in the chat, in the hit test and in an evaluation', async () => {
    const { knowledge, switches, askedNext, world } = flow.app.parts
    const chat = makeAnswerQuestion(knowledge, null, {
      targetError: switches.targetError,
      askedNext: askedNext.of,
      now: world.now,
    })
    const deps = answerDeps(knowledge.current()!, {
      targetError: switches.targetError(),
      askedNext: askedNext.of,
      now: world.now,
      model: null,
    })
    const kinds = new Set<string>()
    for (const q of QUESTIONS) {
      const { decision, field, confidence, trace, message } = await chat({
        turnId: asId<TurnId>('chat'),
        said: { kind: 'text', text: q },
        dialogue: null,
      })
      kinds.add(decision.kind)

      const tried = (await specialist.post<TrialWire>('/knowledge/try', { q })).body
      expect(tried, q).toMatchObject({ decision, field, confidence, trace })
      expect(tried.hits.slice(0, 5).map(({ name, ...hit }) => hit)).toEqual(trace.hits ?? [])
      expect(withoutTurn(tried.message), q).toEqual(withoutTurn(message))

      const { result } = await runTurn(
        { ...deps, models: { embedding: 'hash', chat: null }, turnModel: () => null },
        q,
        null,
      )
      const options = decision.kind === 'clarify' ? decision.options.map(({ code }) => code) : []
      const code = 'code' in decision && decision.code !== null ? [decision.code] : []
      const items = new Set([...code, ...options, ...tried.hits.map((hit) => hit.code)])
      expect(result, q).toMatchObject({
        decision: decision.kind,
        items: [...items].slice(0, 5),
        field: decision.kind === 'answer' ? decision.field : field,
        options,
        confidence: Math.round(confidence * 1000) / 1000,
        text: messageText(message),
      })
    }
    expect(kinds.size, 'the questions are of many kinds').toBeGreaterThanOrEqual(6)
  })
})

/** Every hit test is a turn of its own, which its buttons name. */
const withoutTurn = (message: Message): unknown =>
  JSON.parse(JSON.stringify(message), (key, value) => (key === 'turn' ? '' : value))
