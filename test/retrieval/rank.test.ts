import { expect, test } from 'vitest'
import { type ChannelScores, weighEvidence } from '../../src/retrieval/evidence.ts'
import { fitRank, rankBy, rankFeatures } from '../../src/retrieval/learning/rank.ts'
import { namesOf } from '../../src/retrieval/names.ts'
import { makeQuery } from '../../src/retrieval/query.ts'
import { aKnowledgeBase } from '../builders/knowledge-base.ts'
import { plainLanguage } from '../builders/language.ts'

const breathe = async () => {}
const scores = (...values: number[]) => Float32Array.from(values)

/** Three items of which the words favour the first and the item model the one given. */
function channels(model: 0 | 1): ChannelScores {
  const l = model === 0 ? scores(0.9, 0.05, 0.05) : scores(0.05, 0.9, 0.05)
  const lexical = { a: scores(9, 8, 3), b: scores(9, 8, 3), coverage: scores(0.9, 0.9, 0.3) }
  const words = { lexical, l }
  return {
    ...words,
    alike: words,
    bearing: words,
    pointing: { to: l, beside: scores(0, 0, 0) },
    e: null,
    weightE: 0,
    tokens: 6,
    separate: (owners) => owners.map(() => 0),
  }
}

const ranked = (text: string) => ({
  query: makeQuery(text, plainLanguage),
  proposed: { nearest: 0, votes: new Map<number, number>() },
  names: namesOf(aKnowledgeBase(), plainLanguage),
  deeds: [],
})
const PLAIN = ranked('营业执照怎么办')
const WINDING = ranked('照早办好了,不是变更,税也报过,就问印章丢了怎么补')

test('which channel to believe is learnt from how the question is written', async () => {
  // In plain questions the model is right, in winding ones the words are.
  const cases = Array.from({ length: 80 }, (_, n) => {
    const about = n % 2 === 0 ? PLAIN : WINDING
    const { candidates } = weighEvidence(channels(1))
    const right = about === PLAIN ? 1 : 0
    return {
      rows: rankFeatures(candidates, about).map((x, at) => ({
        x,
        label: candidates[at]!.owner === right ? (1 as const) : (0 as const),
      })),
      weight: 1,
    }
  })
  const { forest, unseen } = await fitRank(cases, breathe)
  const first = (about: typeof PLAIN) =>
    weighEvidence(channels(1), { shares: rankBy(forest, about) }).candidates[0]
  expect(first(PLAIN)).toMatchObject({ owner: 1 })
  expect(first(WINDING)).toMatchObject({ owner: 0 })
  expect(first(WINDING)?.share).toBeGreaterThan(0.6)
  expect(unseen).toHaveLength(cases.length)
})

test('without anything learnt the order is what the channels add up to', () => {
  const { candidates } = weighEvidence(channels(1))
  expect(candidates.map(({ owner }) => owner)).toEqual([1, 0, 2])
  expect(candidates.map(({ score, fit }) => score - fit)).toEqual([0, 0, 0])
})

test('a candidate stands at the place where it was learnt, though separating words moved it far down', () => {
  const even = scores(9, 8.9, 8.8, 8.7, 8.6, 8.5, 8.4, 8.3)
  const words = {
    lexical: { a: even, b: even, coverage: even },
    l: even.map(() => 1 / even.length),
  }
  const seen: ChannelScores = {
    ...channels(0),
    ...words,
    alike: words,
    separate: (owners) => owners.map((owner) => (owner === 0 ? -2 : 0)),
  }
  const learntFrom = weighEvidence(seen).candidates.map(({ owner }) => owner)
  const asked: number[] = []
  weighEvidence(seen, {
    shares: (candidates) => {
      asked.push(...candidates.map(({ owner }) => owner))
      return []
    },
  })
  expect(learntFrom).toEqual([1, 2, 3, 4, 5, 6, 7, 0])
  expect(asked).toEqual(learntFrom)
})

test.each([0, 1, 2])('%i candidates are enough', (count) => {
  const { candidates, features } = weighEvidence(channels(0), { shown: (owner) => owner < count })
  expect(candidates).toHaveLength(count)
  const rows = rankFeatures(candidates, PLAIN)
  expect(rows).toHaveLength(count)
  expect([...features, ...rows.flat()].every(Number.isFinite)).toBe(true)
})

test('an item that may not be found is no candidate, and nothing is said of its fit', () => {
  const { candidates, fits } = weighEvidence(channels(0), { shown: (owner) => owner !== 0 })
  expect(candidates.map(({ owner }) => owner)).toEqual([1, 2])
  expect([...fits.keys()].sort()).toEqual([1, 2])
})

test('the fits are of all items, before separating words and what was learnt', () => {
  const seen = { ...channels(0), separate: () => [-1, 1, 0] }
  const { fits } = weighEvidence(seen, { shares: () => [0, 1, 0] })
  expect(fits).toEqual(weighEvidence(channels(0)).fits)
  expect(fits.get(0)).toBeGreaterThan(fits.get(1)!)
})
