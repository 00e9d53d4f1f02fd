import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { App } from '../../src/compose/app.ts'
import { answerDeps, makeAnswerQuestion } from '../../src/compose/chat/assistant.ts'
import { DEFAULT_TARGET_ERROR } from '../../src/compose/chat/switches.ts'
import { nothingAskedNext } from '../../src/conversation/asked-next.ts'
import type { KnowledgeWire, OverviewWire } from '../../src/http/console-api/wire.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import type { Hit } from '../../src/retrieval/retrieve.ts'
import { SERVER_URL } from '../database.ts'
import { FAKE_DIM, type FakeLlm, startFakeLlm } from '../fakes/llm/server.ts'
import { aPerson, signedIn } from '../http/console.ts'
import { type Flow, LEARNING_MS_MAX, onOneEngine, startFlow, until } from './harness.ts'

let fake: FakeLlm
beforeAll(async () => {
  fake = await startFakeLlm()
})
afterAll(() => fake.close())
beforeEach(() => {
  fake.asked.length = 0
  fake.embeddings('floats')
})

const settings = (model: string) => ({
  EMBEDDING_BASE_URL: fake.url,
  EMBEDDING_MODEL: model,
  EMBEDDING_DIM: String(FAKE_DIM),
})

const served = ({ app }: Flow) => app.parts.knowledge.current()?.version.embedding
const untilServed = (flow: Flow, model: string) =>
  until(() => served(flow)?.model === model, `vectors of ${model}`, LEARNING_MS_MAX)

const ask = ({ parts }: App, text: string) =>
  makeAnswerQuestion(parts.knowledge, parts.llm, {
    targetError: () => DEFAULT_TARGET_ERROR,
    askedNext: nothingAskedNext,
    now: () => new Date('2026-11-25T02:00:00Z'),
  })({
    turnId: asId<TurnId>('turn'),
    said: { kind: 'text', text },
    dialogue: null,
  })

/** What is said about the vectors: to the machine that watches, and at the console. */
async function toldOf(flow: Flow) {
  const read = async (path: string) => (await fetch(`${flow.url}${path}`)).text()
  const admin = await signedIn(flow, aPerson({ roles: ['administrator'] }))
  const { alarms } = (await admin.get<OverviewWire>('/overview')).body
  return {
    ready: JSON.parse(await read('/readyz')) as object,
    metrics: await read('/metrics'),
    console: (await admin.get<KnowledgeWire>('/knowledge')).body.vectorsNote,
    alarms: alarms.map(({ text }) => text).filter((text) => text.includes('向量')),
  }
}

/** What an answer is made from now. */
const answerDepsOf = ({ parts }: App) =>
  answerDeps(parts.knowledge.current()!, {
    model: null,
    targetError: DEFAULT_TARGET_ERROR,
    askedNext: nothingAskedNext,
    now: () => new Date(),
  })

const QUESTION = '公司设立登记要几天'
const passagesAsked = () =>
  fake.asked.flatMap(({ body }) => body.input ?? []).filter((text) => text !== QUESTION).length

onOneEngine('vectors follow the settings', (engine) => {
  test('a start does not wait for them; later questions have them', async () => {
    const flow = await startFlow(engine, { env: settings('first') })
    try {
      const before = await ask(flow.app, QUESTION)
      expect(before.decision).toMatchObject({ kind: 'answer', code: 'QYKB-002' })
      await untilServed(flow, 'first')
      const after = await ask(flow.app, QUESTION)
      expect(after.decision).toEqual(before.decision)
      expect(after.trace).toMatchObject({ withVectors: true })
      expect(fake.asked.at(-1)?.body.input).toEqual([QUESTION])
      const told = await toldOf(flow)
      expect(told.ready).toMatchObject({ vectors: { used: 'wanted', note: null } })
      expect(told.metrics).toMatch(/^zhuqi_vectors_in_use\{.*\} 1$/m)
      expect(told).toMatchObject({ console: null, alarms: [] })
      const { rows } = await sql<{ count: string }>`
        select count(*) as count from embedding_cache`.execute(flow.database.db)
      expect(Number(rows[0]?.count)).toBe(passagesAsked())
    } finally {
      await flow.stop()
    }
  })

  test('of another model they are refused until they are made anew', async () => {
    const first = await startFlow(engine, { env: settings('first') })
    await untilServed(first, 'first')
    await first.app.stop()
    fake.embeddings('down')
    const second = await startFlow(engine, { env: settings('second'), store: first.database })
    try {
      expect(served(second)?.model).toBe('first')
      expect(second.app.parts.knowledge.current()).toMatchObject({ embed: null, vectorWeight: 0 })
      expect(second.logged.filter(({ level }) => level === 'error')).toMatchObject([
        {
          text: expect.stringContaining('of another model'),
          fields: { stored: { model: 'first' } },
        },
      ])
      const answered = await ask(second.app, QUESTION)
      expect(answered.decision).toMatchObject({ kind: 'answer', code: 'QYKB-002' })
      expect(answered.trace).toMatchObject({ withVectors: false })
      const told = await toldOf(second)
      expect(told.ready).toMatchObject({
        ready: true,
        vectors: { used: 'none', wanted: 'openai/second/8', stored: 'openai/first/8' },
      })
      expect(told.metrics).toMatch(
        /^zhuqi_vectors_in_use\{wanted="openai\/second\/8",stored="openai\/first\/8"\} 0$/m,
      )
      expect(told.console).toContain('只按词语检索')
      expect(told.alarms).toEqual([told.console])
    } finally {
      await second.app.stop()
      await first.stop().catch(() => {})
    }
  })

  test('at the weight that was fitted, as soon as how sure an answer is has been learnt at it', async () => {
    const first = await startFlow(engine, { env: settings('first') })
    await untilServed(first, 'first')
    const made = passagesAsked()
    const using = ({ app }: Flow) => answerDepsOf(app).vectorWeight
    expect(using(first)).toBe(1)
    await first.app.stop()
    const env = { ...settings('first'), EMBEDDING_WEIGHT: '0.75' }
    const second = await startFlow(engine, { env, store: first.database })
    try {
      expect(using(second), 'until it has been learnt').toBe(1)
      await until(() => using(second) === 0.75, 'the weight', LEARNING_MS_MAX)
      expect(await ask(second.app, QUESTION)).toMatchObject({ trace: { withVectors: true } })
      expect(second.app.parts.knowledge.current()?.version.note).toContain('向量权重改为 0.75')
      expect(passagesAsked(), 'no text is embedded for it again').toBe(made)
    } finally {
      await second.app.stop()
      await first.stop().catch(() => {})
    }
  })

  test('of another length than EMBEDDING_DIM they are told to who can mend the setting', async () => {
    const flow = await startFlow(engine, { env: { ...settings('first'), EMBEDDING_DIM: '16' } })
    try {
      const errors = () => flow.logged.filter(({ level }) => level === 'error')
      await until(() => errors().length > 0, 'the setting is named in the log')
      expect(errors()[0]?.fields).toMatchObject({ setting: 'EMBEDDING_DIM', wanted: 16, got: 8 })
      const words = 'EMBEDDING_DIM 设置为 16，向量服务返回 8 维，请改正设置并重新启动'
      await until(async () => (await toldOf(flow)).console?.includes(words) === true, 'the console')
      const { ready, alarms } = await toldOf(flow)
      expect(ready).toMatchObject({ ready: true, vectors: { used: 'built_in' } })
      expect(alarms).toMatchObject([expect.stringContaining(words)])
    } finally {
      await flow.stop()
    }
  })

  test('a text is embedded once, however often it is published', async () => {
    const flow = await startFlow(engine, { env: settings('first') })
    try {
      await untilServed(flow, 'first')
      const made = passagesAsked()
      expect(made).toBeGreaterThan(100)
      const version = await flow.app.parts.knowledge.publish('test', null)
      expect(version.embedding.model).toBe('first')
      expect(passagesAsked()).toBe(made)
    } finally {
      await flow.stop()
    }
  })

  test('knowledge is published without a server that is down', async () => {
    fake.embeddings('refuses')
    const flow = await startFlow(engine, { env: settings('first') })
    try {
      const version = await flow.app.parts.knowledge.publish('test', null)
      expect(version.embedding.provider).toBe('hash')
      expect(await ask(flow.app, QUESTION)).toMatchObject({ decision: { code: 'QYKB-002' } })
    } finally {
      await flow.stop()
    }
  })
})

describe('a question whose vector does not come', () => {
  let flow: Flow
  beforeAll(async () => {
    fake.embeddings('floats')
    flow = await startFlow('embedded', { env: settings('first') })
    await untilServed(flow, 'first')
  })
  afterAll(() => flow.stop())

  test.each(['down', 'wrong_dim', 'hang'] as const)(
    'is answered by words alone, and counted (%s)',
    async (manner) => {
      fake.embeddings(manner)
      const began = performance.now()
      const answered = await ask(flow.app, QUESTION)
      expect(performance.now() - began).toBeLessThan(2_500)
      expect(answered.decision).toMatchObject({ kind: 'answer', code: 'QYKB-002' })
      expect(answered.trace).toMatchObject({ withVectors: false })
      const outcome = { down: 'failed', wrong_dim: 'unreadable', hang: 'late' }[manner]
      const metrics = await flow.app.parts.metrics.registry.metrics()
      expect(metrics).toContain(`zhuqi_embedding_queries_total{outcome="${outcome}"} 1`)
    },
  )
})

const REAL = process.env['TEST_EMBEDDING_BASE_URL']

describe.skipIf(!REAL)('with a real multilingual e5 server', () => {
  test('the whole path: publish, cache, search in the store, answer', async () => {
    const flow = await startFlow(SERVER_URL ? 'postgres' : 'embedded', {
      env: {
        EMBEDDING_BASE_URL: REAL ?? '',
        EMBEDDING_MODEL: 'multilingual-e5-small',
        EMBEDDING_DIM: '384',
        EMBEDDING_INPUT_TYPE: 'on',
      },
    })
    try {
      await until(() => served(flow)?.dim === 384, 'e5 vectors', 2 * LEARNING_MS_MAX)
      let hits: readonly Hit[] = []
      // On a busy machine the vector of one question may come too late.
      await until(async () => {
        const { trace } = await ask(flow.app, '想弄张营业执照自己当老板，得等几天')
        hits = trace.hits ?? []
        return trace.withVectors === true
      }, 'an answer with vectors')
      expect(hits.some(({ channels }) => channels.e > 0)).toBe(true)
      expect(['QYKB-002', 'QYKB-007']).toContain(hits[0]?.code)
    } finally {
      await flow.stop()
    }
  }, 600_000)
})
