import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  batchesOf,
  type EmbeddingOptions,
  makeEmbeddings,
  readVectors,
} from '../../src/llm/embeddings.ts'
import {
  type EmbeddingManner,
  FAKE_DIM,
  type FakeLlm,
  fakeVector,
  SLOW_MS,
  startFakeLlm,
} from '../fakes/llm/server.ts'

let fake: FakeLlm
beforeAll(async () => {
  fake = await startFakeLlm()
})
afterAll(() => fake.close())
beforeEach(() => {
  fake.asked.length = 0
  fake.embeddings('floats')
})

function client(overrides: Partial<EmbeddingOptions> = {}) {
  return makeEmbeddings({
    baseUrl: fake.url,
    model: 'test-model',
    dim: FAKE_DIM,
    apiKey: null,
    inputType: false,
    queryPrefix: '',
    documentPrefix: '',
    ...overrides,
  })
}

const TEXTS = Array.from({ length: 23 }, (_, n) => `第${n}段文字`)

function unit(values: readonly number[]): number[] {
  const length = Math.hypot(...values)
  return values.map((value) => value / length)
}

const expectVectors = (vectors: readonly Float32Array[], texts: readonly string[]) => {
  expect(vectors).toHaveLength(texts.length)
  for (const [n, text] of texts.entries()) {
    for (const [k, value] of unit(fakeVector(text)).entries()) {
      expect(vectors[n]![k]).toBeCloseTo(value, 5)
    }
  }
}

describe('whatever the manner of the server', () => {
  const manners: readonly EmbeddingManner[] = [
    'floats',
    'base64',
    'shuffled',
    'refuses_encoding_format',
    'ten_at_most',
    'busy_once',
  ]
  test.each(manners)(
    'vectors come at unit length in the order of the texts (%s)',
    async (manner) => {
      fake.embeddings(manner)
      expectVectors(await client().embed(TEXTS, 'passage'), TEXTS)
    },
  )

  const broken: readonly EmbeddingManner[] = [
    'wrong_dim',
    'one_short',
    'doubled_index',
    'zeros',
    'not_json',
  ]
  test.each(broken)('an answer that would corrupt the index is refused (%s)', async (manner) => {
    fake.embeddings(manner)
    await expect(client().embed(TEXTS, 'passage')).rejects.toMatchObject({ code: 'unreadable' })
    expect(fake.asked).toHaveLength(1)
  })

  test('an answer without index is taken in its order', () => {
    const body = { data: [{ embedding: [2, 0] }, { embedding: [0, 3] }] }
    const vectors = readVectors(body, { count: 2, dim: 2 })
    expect(vectors.map((vector) => [...vector])).toEqual([
      [1, 0],
      [0, 1],
    ])
  })

  test('a number that is none is refused', () => {
    const body = { data: [{ embedding: 'AADAfwAAgD8=', index: 0 }] }
    expect(() => readVectors(body, { count: 1, dim: 2 })).toThrow('direction')
  })
})

describe('what is asked', () => {
  test('neither an encoding nor a dimension, which some servers refuse', async () => {
    await client({ apiKey: 'sk-test' }).embed(['公司'], 'passage')
    expect(fake.asked[0]).toMatchObject({ path: '/v1/embeddings', authorization: 'Bearer sk-test' })
    expect(fake.asked[0]?.body).toEqual({ model: 'test-model', input: ['公司'] })
  })

  test('the kind of text in a field', async () => {
    await client({ inputType: true }).embed(['公司'], 'query')
    await client({ inputType: true }).embed(['公司'], 'passage')
    expect(fake.asked.map(({ body }) => body['input_type'])).toEqual(['query', 'passage'])
  })

  test('the kind of text as a prefix', async () => {
    const prefixed = client({ queryPrefix: 'query: ', documentPrefix: 'passage: ' })
    await prefixed.embed(['公司'], 'query')
    await prefixed.embed(['公司'], 'passage')
    expect(fake.asked.map(({ body }) => body.input)).toEqual([['query: 公司'], ['passage: 公司']])
  })

  test('ten texts at most, fewer when they are long', () => {
    expect([...batchesOf(TEXTS)].map((batch) => batch.length)).toEqual([10, 10, 3])
    const long = Array.from({ length: 5 }, () => '长'.repeat(1_500))
    expect([...batchesOf(long)].map((batch) => batch.length)).toEqual([2, 2, 1])
    expect([...batchesOf(['极'.repeat(9_000)])].map((batch) => batch.length)).toEqual([1])
    expect([...batchesOf([])]).toEqual([])
  })
})

describe('a question does not wait', () => {
  test('for a server that hangs', async () => {
    fake.embeddings('hang')
    const outcomes: string[] = []
    const late = client({ queryMs: 60, onQuery: (outcome) => outcomes.push(outcome) })
    const began = performance.now()
    await expect(late.embed(['公司'], 'query')).rejects.toMatchObject({ code: 'late' })
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(outcomes).toEqual(['late'])
  })

  test('nor asks twice', async () => {
    fake.embeddings('down')
    await expect(client().embed(['公司'], 'query')).rejects.toMatchObject({ code: 'failed' })
    expect(fake.asked).toHaveLength(1)
  })

  test('and with others takes turns, so that they do not bring the server down together', async () => {
    fake.embeddings('slow')
    const inTurns = client({ queriesMax: 2 })
    const began = performance.now()
    await Promise.all(['公司', '船', '证', '税'].map((text) => inTurns.embed([text], 'query')))
    expect(performance.now() - began).toBeGreaterThan(SLOW_MS * 1.8)
  })

  test('and leaves a failing server alone until it has rested', async () => {
    let now = 0
    const outcomes: string[] = []
    const resting = client({
      breaker: { failuresMax: 2, restMs: 1_000, clock: () => now },
      onQuery: (outcome) => outcomes.push(outcome),
    })
    fake.embeddings('down')
    for (let n = 0; n < 4; n++) await resting.embed(['公司'], 'query').catch(() => {})
    expect(outcomes).toEqual(['failed', 'failed', 'resting', 'resting'])
    expect(fake.asked).toHaveLength(2)
    now = 1_001
    fake.embeddings('floats')
    await resting.embed(['公司'], 'query')
    await resting.embed(['公司'], 'query')
    expect(outcomes.slice(4)).toEqual(['answered', 'answered'])
  })
})

describe('passages', () => {
  test('are not given up at the first fault', async () => {
    fake.embeddings('busy_once')
    await client().embed(['公司'], 'passage')
    expect(fake.asked).toHaveLength(2)
  })

  test('are given up at once when the server refuses the request', async () => {
    fake.embeddings('refuses')
    await expect(client().embed(['公司'], 'passage')).rejects.toMatchObject({ code: 'refused' })
    expect(fake.asked).toHaveLength(1)
  })
})

const REAL = process.env['TEST_EMBEDDING_BASE_URL']

describe.skipIf(!REAL)('a real multilingual e5 server', () => {
  const real = (overrides: Partial<EmbeddingOptions> = {}) =>
    client({
      baseUrl: REAL ?? '',
      model: 'multilingual-e5-small',
      dim: 384,
      inputType: true,
      queryMs: 15_000,
      ...overrides,
    })
  const dot = (a: Float32Array, b: Float32Array) =>
    a.reduce((sum, value, k) => sum + value * b[k]!, 0)

  test('puts a question nearest to the passage that answers it', async () => {
    const passages = ['公司设立登记', '渔业船舶检验', '建筑工程施工许可', '增值税发票领用']
    const vectors = await real().embed(passages, 'passage')
    const [query] = await real().embed(['想开一家公司,营业执照怎么办'], 'query')
    const cosines = vectors.map((vector) => dot(vector, query!))
    expect(cosines.indexOf(Math.max(...cosines))).toBe(0)
    for (const vector of vectors) expect(dot(vector, vector)).toBeCloseTo(1, 4)
  }, 60_000)

  test('tells questions from passages', async () => {
    const [asQuery] = await real().embed(['公司设立登记'], 'query')
    const [asPassage] = await real().embed(['公司设立登记'], 'passage')
    expect(dot(asQuery!, asPassage!)).toBeLessThan(0.9999)
  }, 60_000)

  test('is refused when its dimension is not the one that was set', async () => {
    await expect(real({ dim: 1024 }).embed(['公司'], 'passage')).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('384'),
    })
  }, 60_000)
})
