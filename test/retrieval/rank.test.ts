import { expect, test } from 'vitest'
import { type ChannelScores, weighEvidence } from '../../src/retrieval/evidence.ts'
import { namesOf } from '../../src/retrieval/names.ts'
import { makeQuery } from '../../src/retrieval/query.ts'
import { fitRank, rankBy, rankFeatures } from '../../src/retrieval/rank.ts'
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

test('an item that may not be found is no candidate', () => {
  const { candidates } = weighEvidence(channels(0), { shown: (owner) => owner !== 0 })
  expect(candidates.map(({ owner }) => owner)).toEqual([1, 2])
})
