import { describe, expect, test } from 'vitest'
import { buildBm25, damp, scoreBm25, scoreBm25Thrice } from '../../src/retrieval/bm25.ts'
import { findDomainWords, patternOf } from '../../src/retrieval/domain-words.ts'
import { fitDense, predictDense } from '../../src/retrieval/learning/dense-model.ts'
import { predictLinear, startTraining } from '../../src/retrieval/learning/linear-model.ts'
import { readRoute, routeTokens } from '../../src/retrieval/learning/route-features.ts'
import { learnTfIdf, toSparse } from '../../src/retrieval/learning/tf-idf.ts'
import { countTokens, Vocabulary } from '../../src/retrieval/vocabulary.ts'

const noBreath = async () => {}

test('an index may have more documents than two bytes can number', async () => {
  const documents = 2 ** 16 + 2
  const bags = Array.from({ length: documents }, (_, n) => ({
    ids: Uint32Array.of(n === documents - 1 ? 1 : 0),
    counts: Float32Array.of(1),
  }))
  const index = await buildBm25(bags, 2, { k1: 1.2, b: 0.75, weightOf: () => 1, breathe: noBreath })
  const scores = scoreBm25(index, { ids: Uint32Array.of(1), counts: Float32Array.of(1) })
  expect(scores.findIndex((score) => score > 0)).toBe(documents - 1)
})

test('BM25 scores equal the formula written out', async () => {
  const vocabulary = new Vocabulary()
  const add = (token: string) => vocabulary.add(token)
  const texts = [['a', 'b', 'b'], ['a', 'c'], ['c']]
  const bags = texts.map((tokens) => countTokens([{ tokens, weight: 1 }], add))
  const index = await buildBm25(bags, vocabulary.size, {
    k1: 1.2,
    b: 0.75,
    weightOf: () => 1,
    breathe: noBreath,
  })
  const query = countTokens([{ tokens: ['b'], weight: 1 }], (token) => vocabulary.find(token))
  const idf = Math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
  const norm = 1.2 * (1 - 0.75 + (0.75 * 3) / 2)
  const [first, second, third] = scoreBm25(index, query)
  expect(first).toBeCloseTo((idf * 2 * 2.2) / (2 + norm), 5)
  expect([second, third]).toEqual([0, 0])
})

test('three queries at once score as each alone', async () => {
  const vocabulary = new Vocabulary()
  const bagOfWords = (text: string) =>
    countTokens([{ tokens: text.split(' '), weight: 0.7 }], (token) => vocabulary.add(token))
  const bags = ['a b b c', 'a c', 'c d d d e', 'b e'].map(bagOfWords)
  const options = { k1: 1.2, b: 0.4, weightOf: (id: number) => 1 + id / 3, breathe: noBreath }
  const index = await buildBm25(bags, vocabulary.size, options)
  const queries = [bagOfWords('c b'), bagOfWords('e a e b'), bagOfWords('d')] as const
  const together = scoreBm25Thrice(index, queries)
  for (const [way, query] of queries.entries()) {
    const own = together.filter((_, at) => at % 3 === way)
    expect(own).toEqual(scoreBm25(index, query))
  }
})

test('a repeated word counts more, but not twice; one in the background less than once', () => {
  expect(damp(1)).toBe(1)
  expect(damp(2)).toBeLessThan(2)
  expect(damp(0.3)).toBe(0.3)
})

const SENTENCES = [
  { tokens: ['公司', '注册', '怎么'], label: 0 },
  { tokens: ['公司', '注册', '材料'], label: 0 },
  { tokens: ['公司', '注销', '怎么'], label: 1 },
  { tokens: ['公司', '注销', '材料'], label: 1 },
]

async function trained() {
  const { features, vectors } = await learnTfIdf(
    SENTENCES.map(
      ({ tokens }) =>
        () =>
          tokens,
    ),
    1,
    noBreath,
  )
  let breaths = 0
  const trainer = startTraining({
    labels: ['register', 'deregister'],
    features: features.vocabulary.size,
    epochs: 20,
    rate: 5,
    breathe: async () => {
      breaths += 1
    },
  })
  const samples = SENTENCES.map(({ label }, n) => ({
    x: vectors[n]!,
    labels: [label],
    weight: 1,
  }))
  await trainer.train(samples, 20)
  return { features, model: await trainer.model(), breaths }
}

test('a linear model learns what separates the labels, and its probabilities sum to one', async () => {
  const { features, model } = await trained()
  const p = predictLinear(model, toSparse(features, ['注销', '没见过的词']))
  expect(p[1]).toBeGreaterThan(0.9)
  expect(p[0]! + p[1]!).toBeCloseTo(1, 5)
})

describe('a question of several labels', () => {
  const x = { ids: Uint32Array.of(0), values: Float32Array.of(1) }

  test('teaches as much as one of a single label, in equal shares', async () => {
    const labels = ['a', 'b', 'c', 'd']
    const options = { labels, features: 1, epochs: 1, rate: 1, breathe: noBreath }
    const trainer = startTraining(options)
    await trainer.train([{ x, labels: [0, 1], weight: 1 }], 1)
    const p = predictLinear(await trainer.model(), x)
    expect(p[0]).toBe(p[1])
    // From a quarter each: one step of the gradient is a quarter up for these, and down for the others.
    expect(Math.log(p[0]! / p[2]!)).toBeCloseTo(1 / 2, 1)
  })

  test('keeps learning all of them when there are too many labels to compare with', async () => {
    const labels = Array.from({ length: 100 }, (_, n) => `label ${n}`)
    const options = { labels, features: 1, epochs: 100, rate: 1, breathe: noBreath }
    const trainer = startTraining(options)
    const sample = { x, labels: [3, 70, 99], weight: 1 }
    await trainer.train([sample], 1)
    const early = predictLinear(await trainer.model(), x)
    await trainer.train([sample], 99)
    const p = predictLinear(await trainer.model(), x)
    for (const own of [3, 70, 99]) expect(p[own]).toBeGreaterThan(1.5 * early[own]!)
  })
})

test('features are the tokens of enough texts, numbered as they are met', async () => {
  const documents = [
    ['once', 'b', 'b', 'a'],
    ['b', 'twice in one', 'twice in one', 'twice in one'],
    ['a', 'c', 'b'],
    ['c', 'a'],
  ]
  const { features, vectors } = await learnTfIdf(
    documents.map((tokens) => () => tokens),
    2,
    noBreath,
  )
  expect(features.vocabulary.tokens()).toEqual(['b', 'a', 'c'])
  expect(vectors.map(({ ids }) => [...ids])).toEqual([[0, 1], [0], [0, 1, 2], [1, 2]])
  for (const [n, tokens] of documents.entries()) {
    expect(vectors[n]).toEqual(toSparse(features, tokens))
  }
})

test('training twice gives the same weights to the bit', async () => {
  const [first, second] = [await trained(), await trained()]
  expect(first.model.weights).toEqual(second.model.weights)
  expect(first.model.scales).toEqual(second.model.scales)
})

test('a text of unknown words says nothing', async () => {
  const { features } = await trained()
  expect(toSparse(features, ['海鲜']).ids).toHaveLength(0)
})

test('a dense model finds the feature that tells right from wrong', async () => {
  const rows = Array.from({ length: 200 }, (_, n) => ({
    x: [n / 200, (n * 7) % 13],
    label: n >= 100 ? 1 : 0,
    weight: 1,
  }))
  const model = await fitDense(rows, {
    labels: ['wrong', 'right'],
    steps: 150,
    rate: 1,
    ridge: 1e-3,
    breathe: noBreath,
  })
  expect(predictDense(model, [0.95, 3])[1]).toBeGreaterThan(0.9)
  expect(predictDense(model, [0.05, 3])[1]).toBeLessThan(0.1)
})

test('subjects leave a pattern: words of one section go, what is wanted stays', async () => {
  const rows = Array.from({ length: 30 }, (_, n) => ({
    words: new Set(n % 2 === 0 ? ['排污', '怎么办'] : ['登轮证', '怎么办']),
    section: n % 2 === 0 ? 'project' : 'opening',
  }))
  const domain = new Set(await findDomainWords(rows, noBreath))
  expect(domain).toEqual(new Set(['排污', '登轮证']))
  expect(patternOf('登轮证排污证怎么办3天', domain)).toBe('X证怎么办N天')
})

test('route features hold the words, the ending and the pattern', () => {
  const tokens = routeTokens(readRoute('厂里的事，帮我催一下', ['w催', 'pcui yi'], new Set()))
  expect(tokens).toContain('w催')
  expect(tokens).toContain('e催一')
  expect(tokens).toContain('d催一下')
  expect(tokens).not.toContain('pcui yi')
})
