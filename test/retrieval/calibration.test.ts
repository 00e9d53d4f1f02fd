import { beforeAll, describe, expect, test } from 'vitest'
import type { CalibrationExample, KnowledgeBase } from '../../src/knowledge/knowledge-base.ts'
import {
  calibrate,
  calibrationQuestions,
  examplesOf,
  isCalibrated,
} from '../../src/retrieval/learning/calibration.ts'
import { BARE } from '../../src/retrieval/learning/forest.ts'
import { namesOf } from '../../src/retrieval/names.ts'
import { makeQuery } from '../../src/retrieval/query.ts'
import { retrieve } from '../../src/retrieval/retrieve.ts'
import type { SightParts } from '../../src/retrieval/sight.ts'
import { buildSnapshot, type Snapshot } from '../../src/retrieval/snapshot.ts'
import { hash32 } from '../../src/retrieval/text-hash.ts'
import { aKnowledgeBase, code, someItems } from '../builders/knowledge-base.ts'
import { plainLanguage } from '../builders/language.ts'

const TODAY = '2026-11-25'
const breathe = async () => {}
const deps = { language: plainLanguage, breathe }
const CODES = someItems().map((item) => item.code)
const ENDINGS = ['呢', '今年呀', '急件', '外地来的', '多少天', '哪里', '行不行', '感觉', '网上呢']

const anExample = (q: string, items: CalibrationExample['items']): CalibrationExample => ({
  q,
  items,
  field: null,
  style: 'plain',
})

/** Every question of every item in nine guises; `rightOf` tells which item is said to be right. */
const examples = (rightOf: (owner: number, n: number) => CalibrationExample['items']) =>
  someItems().flatMap(({ questions }, owner) =>
    questions.flatMap((q, k) =>
      ENDINGS.map((ending, n) => anExample(`${q},${ending}`, rightOf(owner, 7 * k + n))),
    ),
  )

async function partsOf(base: KnowledgeBase): Promise<SightParts> {
  const snapshot = await buildSnapshot({ ...base, calibration: [] }, deps)
  return { ...snapshot, names: namesOf(base, plainLanguage) }
}

describe('a knowledge base with questions to calibrate by', () => {
  const base = aKnowledgeBase({
    calibration: [
      ...examples((owner) => [CODES[owner]!]),
      anExample('想办个证', []),
      anExample('没有的事项怎么办', [code('QYKB-999')]),
    ],
  })
  let snapshot: Snapshot
  beforeAll(async () => {
    snapshot = await buildSnapshot(base, deps)
  })

  test('learns from those about items that there are, and from broad ones', () => {
    expect(isCalibrated(base)).toBe(true)
    expect(isCalibrated({ ...base, calibration: base.calibration.slice(0, 199) })).toBe(false)
    expect(examplesOf(base)).toHaveLength(base.calibration.length - 1)
  })

  test('tells of each candidate how likely it is the right one', async () => {
    const ask = { snapshot, language: plainLanguage, embed: null, searchVectors: null }
    const query = makeQuery('公司不做了怎么注销', plainLanguage)
    const { hits } = await retrieve({ ...ask, vectorWeight: 0 }, query, TODAY)
    expect(hits[0]).toMatchObject({ code: 'QYKB-016' })
    expect(hits[0]!.share).toBeGreaterThan(0.8)
    expect(hits.at(-1)!.share).toBeLessThan(0.2)
  })

  test('learns the same every time, and something else from vectors of the same questions', async () => {
    const parts = { ...(await partsOf(base)), base }
    const readQuery = (q: string) => makeQuery(q, plainLanguage)
    const questions = await calibrationQuestions(base, examplesOf(base), { ...deps, readQuery })
    const learn = () => calibrate(questions, parts, deps)
    const [one, two] = [await learn(), await learn()]
    expect(two).toEqual(one)
    const asked: number[] = []
    const of = (n: number) => {
      asked.push(n)
      return Float32Array.from(base.items, (_, owner) => (owner === n % 4 ? 1 : 0))
    }
    const other = await calibrate(questions, parts, { ...deps, vectors: { weight: 1, of } })
    expect(asked).toEqual([...examplesOf(base).keys()])
    expect(other.rank).not.toEqual(one.rank)
  })
})

test('without such questions nothing is learnt about candidates', async () => {
  const { judgement } = await buildSnapshot(aKnowledgeBase(), deps)
  expect(judgement.rank).toEqual(BARE)
})

test('each question is judged by what was learnt without it: chance teaches no sureness', async () => {
  const chance = (owner: number, n: number) => [CODES[hash32(`${owner} ${n}`) % 4]!]
  const base = aKnowledgeBase({ calibration: examples(chance) })
  const ask = { snapshot: await buildSnapshot(base, deps), language: plainLanguage, embed: null }
  const asked = someItems().flatMap((item) => item.questions)
  let sum = 0
  for (const q of asked) {
    const query = makeQuery(q, plainLanguage)
    const found = await retrieve({ ...ask, searchVectors: null, vectorWeight: 0 }, query, TODAY)
    sum += found.confidence
  }
  // One of four is right by chance; judged by trees that know the question nine of ten would seem to be.
  expect(sum / asked.length).toBeLessThan(0.28)
})
