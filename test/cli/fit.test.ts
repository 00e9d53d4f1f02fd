import { beforeAll, expect, test } from 'vitest'
import type { Assistant } from '../../src/cli/assistant.ts'
import { fitLines } from '../../src/cli/eval/fit.ts'
import type { EvalLine } from '../../src/cli/eval/rows.ts'
import { someAnswerDeps } from '../builders/answer-deps.ts'
import { code } from '../builders/knowledge-base.ts'

let assistant: Assistant
let embedded = 0

beforeAll(async () => {
  assistant = {
    ...(await someAnswerDeps()),
    // Vectors that are certain of the sole trader, whatever is asked.
    embed: async (texts) => {
      embedded += texts.length
      return texts.map(() => Float32Array.of(1))
    },
    searchVectors: async () =>
      new Map([
        [code('QYKB-007'), 1],
        [code('QYKB-002'), 0.1],
      ]),
    vectorWeight: 0.2,
    policy: { targetError: 0.02 },
    turnModel: () => null,
    models: { embedding: 'test/certain/1', chat: null },
  }
})

test('tries the weights on labelled questions, each embedded once, and names the best', async () => {
  const lines = await fitLines(assistant, [
    { id: '1', q: '公司设立登记要几天', expect: 'answer', items: ['QYKB-002'] },
    { id: '2', q: '个体户执照怎么办', expect: 'answer', items: ['QYKB-007'] },
    { id: '3', q: '你好', expect: 'smalltalk' },
  ])
  expect(lines[0]).toContain('2 个问题')
  expect(lines.at(-2)).toBe('最好的权重：0（正在使用：0.2）')
  expect(lines.at(-1)).toContain('请设置 EMBEDDING_WEIGHT=0 并重新启动')
  // So much of a channel that always says the same is worse than none.
  expect(lines.find((line) => line.trim().startsWith('0.00'))).toContain('R@1 100.0')
  expect(lines.find((line) => line.trim().startsWith('3.00'))).toContain('R@1 50.0')
  expect(embedded).toBe(2)
})

test('has nothing to apply where the weight is in use, or is no setting', async () => {
  const asked: EvalLine[] = [
    { id: '1', q: '公司设立登记要几天', expect: 'answer', items: ['QYKB-002'] },
  ]
  const last = async (one: Assistant) => (await fitLines(one, asked)).at(-1)
  expect(await last({ ...assistant, vectorWeight: 0 })).toContain('无需改动')
  const builtIn = { ...assistant, models: { embedding: 'hash/ngram-1/384', chat: null } }
  expect(await last(builtIn)).toContain('--embeddings openai')
})

test('says so when nothing is labelled', async () => {
  expect(await fitLines(assistant, [{ id: '1', q: '你好', expect: 'smalltalk' }])).toEqual([
    '没有带标注的单句问题,无法拟合',
  ])
})
