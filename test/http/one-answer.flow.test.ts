// What is measured and what is tried out at the console is what the chat says.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messageText } from '../../src/cli/eval/message-text.ts'
import { runTurn } from '../../src/cli/eval/run.ts'
import { answerDeps, makeAnswerQuestion } from '../../src/compose/chat/assistant.ts'
import type { TurnTrace } from '../../src/conversation/turn-log.ts'
import type { TrialWire } from '../../src/http/console-api/wire.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import { TYPED_LENGTH_MAX } from '../../src/kernel/incoming.ts'
import type { Message } from '../../src/kernel/message.ts'
import { localDate } from '../../src/kernel/working-time.ts'
import { type FakeLlm, startFakeLlm } from '../fakes/llm/server.ts'
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

/** What a model says to a question; `open` is one that is asked back, more than half sure of one item. */
const said = (open: string): readonly (readonly [q: string, said: string])[] => [
  ['公司设立登记要几天', '用不着。'],
  ['介绍一下公司设立登记这个事项', '材料齐全、符合法定形式的当场登记。[5]'],
  ['介绍一下公司设立登记这个事项', '收费500元，一定能批，3日内登记。[1]'],
  [open, '{"code":"QYKB-002"}'],
  [open, '{"code":"QYKB-999"}'],
]
/** The least target error that a centre may set. */
const STRICTEST = 0.005
/** How sure each is changes with the knowledge; one of them is not sure enough for the strictest centre. */
const NEARLY_SURE = [
  ...['公司执照登记', '公司登记', '合伙开个店', '夫妻开公司登记', '合伙开公司登记', '开公司'],
  ...['和朋友开公司登记', '公司设立还是变更', '公司营业执照', '开公司办执照', '股东登记公司'],
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
    const ask = answering(flow, specialist)
    const kinds = new Set<string>()
    for (const q of QUESTIONS) kinds.add((await ask(q)).decided)
    expect(kinds.size, 'the questions are of many kinds').toBeGreaterThanOrEqual(6)
  })

  test('is told with the date of the version that it comes from', async () => {
    const { id, createdAt } = flow.app.parts.knowledge.current()!.version
    const { message } = (
      await specialist.post<TrialWire>('/knowledge/try', { q: '公司设立登记要几天' })
    ).body
    expect(messageText(message)).toContain(`版本 ${id}（${localDate(createdAt)} 发布）`)
  })

  test('may be as long at the console as it is typed in the chat', async () => {
    const long = '公司设立登记要几天'.padEnd(TYPED_LENGTH_MAX, '？')
    expect((await specialist.post('/knowledge/try', { q: long })).status).toBe(200)
    expect((await specialist.post('/knowledge/try', { q: `${long}？` })).status).toBe(422)
  })

  test('shows at the console what the centre has pinned above the answer', async () => {
    const text = '登记系统今晚维护，请于明日办理。'
    const administrator = await signedIn(flow, aPerson({ roles: ['administrator'] }))
    const until = '2026-11-26'
    const pinned = await administrator.post('/pins', { items: ['QYKB-002'], text, until })
    expect(pinned.status).toBe(200)
    const shown = async (q: string) =>
      messageText((await specialist.post<TrialWire>('/knowledge/try', { q })).body.message)
    expect(await shown('公司设立登记要几天')).toContain(`中心提示：${text}`)
    expect(await shown('食品经营许可要几天')).not.toContain('中心提示')
  })
})

onEachEngine('one question with a model', (engine) => {
  let fake: FakeLlm
  let flow: Flow
  let specialist: Caller
  beforeAll(async () => {
    fake = await startFakeLlm()
    const env = { LLM_BASE_URL: fake.url, LLM_MODEL: 'test-model' }
    flow = await startFlow(engine, { env })
    specialist = await signedIn(flow, aPerson())
  })
  afterAll(async () => {
    await flow.stop()
    await fake.close()
  })

  test('gets one answer, whether what the model says is used or refused', async () => {
    const administrator = await signedIn(flow, aPerson({ roles: ['administrator'] }))
    await administrator.put('/settings/target-error', { targetError: STRICTEST })
    const ask = answering(flow, specialist)
    const outcomes: string[] = []
    for (const [q, text] of said(await halfSureOf(flow))) {
      fake.script({ kind: 'text', text })
      const { model = [] } = await ask(q)
      outcomes.push(model.map(({ use, outcome }) => `${use} ${outcome}`).join(', '))
    }
    expect(outcomes).toEqual(['', 'draft used', 'draft figure', 'choose used', 'choose unreadable'])
  })
})

/** A question that is asked back though one item is more than half sure: a model may then choose. */
async function halfSureOf(flow: Flow): Promise<string> {
  const { knowledge, switches, askedNext, world } = flow.app.parts
  const { targetError } = switches
  const settings = { askedNext: askedNext.of, now: world.now, targetError }
  const chat = makeAnswerQuestion(knowledge, null, settings)
  for (const text of NEARLY_SURE) {
    const turnId = asId<TurnId>('chat')
    const turn = await chat({ turnId, said: { kind: 'text', text }, dialogue: null })
    if (turn.decision.kind === 'clarify' && turn.confidence >= 0.5) return text
  }
  throw new Error('each of them is answered, or hardly known: write further ones')
}

/** Asks everywhere and compares. @returns the trace of the chat */
function answering(flow: Flow, specialist: Caller) {
  const { knowledge, llm, switches, askedNext, world } = flow.app.parts
  const settings = { askedNext: askedNext.of, now: world.now }
  const targetError = switches.targetError()
  const chat = makeAnswerQuestion(knowledge, llm, {
    ...settings,
    targetError: switches.targetError,
  })
  const loaded = knowledge.current()!
  const assistant = {
    ...answerDeps(loaded, { ...settings, targetError, model: null }),
    models: { embedding: 'hash', chat: null },
    turnModel: () => llm?.forTurn(loaded.snapshot.base, () => {}) ?? null,
  }
  return async (q: string): Promise<TurnTrace> => {
    const { decision, field, confidence, trace, message } = await chat({
      turnId: asId<TurnId>('chat'),
      said: { kind: 'text', text: q },
      dialogue: null,
    })

    const tried = (await specialist.post<TrialWire>('/knowledge/try', { q })).body
    expect(tried, q).toMatchObject({ decision, field, confidence })
    expect(withoutTurn(tried.trace), q).toEqual(withoutTurn(trace))
    expect(tried.hits.slice(0, 5).map(({ name, ...hit }) => hit)).toEqual(trace.hits ?? [])
    expect(withoutTurn(tried.message), q).toEqual(withoutTurn(message))

    const { result } = await runTurn(assistant, q, null)
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
    return trace
  }
}

/** Every hit test is a turn of its own, which its buttons name, and takes its own time. */
const withoutTurn = (told: Message | TurnTrace): unknown =>
  JSON.parse(JSON.stringify(told), (key, value) => (key === 'turn' || key === 'ms' ? '' : value))
