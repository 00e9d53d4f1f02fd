// The times that an installation gets which sets none: eight seconds for all that the model does in
// a turn, three of them to understand, and three without a sign of life.

import { Registry } from 'prom-client'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openLlm } from '../../src/compose/chat/llm.ts'
import { makeLog } from '../../src/compose/log.ts'
import { readConfig } from '../../src/config/config.ts'
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts'
import { aKnowledgeBase, code } from '../builders/knowledge-base.ts'
import { type FakeLlm, type Say, startFakeLlm } from '../fakes/llm/server.ts'

const BUDGET_MS = 8_000
const UNDERSTAND_MS = 3_000
const IDLE_MS = 3_000

let fake: FakeLlm
beforeAll(async () => {
  fake = await startFakeLlm()
})
afterAll(() => fake.close())
afterEach(() => vi.restoreAllMocks())

/** A model as the product opens it from its settings. */
async function opened(say: Say) {
  fake.script(say)
  const { config, secrets } = readConfig({ LLM_BASE_URL: fake.url, LLM_MODEL: 'test-model' })
  const root = `${import.meta.dirname}/../..`
  const llm = await openLlm(config, secrets, {
    root,
    registry: new Registry(),
    log: makeLog('error'),
  })
  const base: KnowledgeBase = aKnowledgeBase()
  return llm!.forTurn(base, () => {})
}

/** What was set to end after how long, in the order in which it was. */
function deadlines(): number[] {
  const asked: number[] = []
  const { timeout } = AbortSignal
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    asked.push(ms)
    return timeout.call(AbortSignal, ms)
  })
  return asked
}

const QUESTION = {
  text: '公司设立登记是怎么回事',
  code: code('QYKB-002'),
  field: 'overview',
} as const
const OPTIONS = ['QYKB-002', 'QYKB-007'].map((one) => ({ code: code(one), about: one }))

test('a turn has one budget, and understanding a part of it', async () => {
  const model = await opened({ kind: 'text', text: '无' })
  const asked = deadlines()
  await model.rewrite({ text: '多久', before: '公司设立登记' })
  await model.choose({ text: '想办执照', options: OPTIONS })
  await model.draft(QUESTION)
  expect(asked).toEqual([BUDGET_MS, UNDERSTAND_MS, UNDERSTAND_MS])
})

test('a server that never answers is left when the time to understand is over', async () => {
  const model = await opened({ kind: 'hang' })
  const began = performance.now()
  expect(await model.choose({ text: '想办执照', options: OPTIONS })).toBeNull()
  expectAbout(performance.now() - began, UNDERSTAND_MS)
})

test('a draft that falls silent is left after the silence, long before the budget', async () => {
  const model = await opened({ kind: 'stall', text: '材料齐全的' })
  const began = performance.now()
  expect(await model.draft(QUESTION)).toBeNull()
  expectAbout(performance.now() - began, IDLE_MS)
})

function expectAbout(ms: number, wantedMs: number): void {
  expect(ms).toBeGreaterThan(wantedMs - 50)
  expect(ms).toBeLessThan(wantedMs + 2_500)
}
