import { expect, test } from 'vitest'
import { doubtIn } from '../../src/retrieval/doubt.ts'
import type { Candidate } from '../../src/retrieval/evidence.ts'
import type { JudgeInput } from '../../src/retrieval/learning/judge-features.ts'
import { makeQuery } from '../../src/retrieval/query.ts'
import { makeSeparators } from '../../src/retrieval/separate.ts'
import { someItems } from '../builders/knowledge-base.ts'
import { plainLanguage } from '../builders/language.ts'

// Positions in `someItems`: setting up a company, and a business of one person, whose record tells them apart.
const items = someItems()
const [COMPANY, PERSON] = ['QYKB-002', 'QYKB-007'].map((code) =>
  items.findIndex((item) => item.code === code),
) as [number, number]

type Shown = Readonly<{ owner: number; l: number; fit: number; lean?: number }>

function doubtOf(text: string, candidates: readonly Shown[]) {
  const shown = candidates.map((one) => ({ lean: 0, ...one }) as unknown as Candidate)
  return doubtIn({
    query: makeQuery(text, plainLanguage),
    evidence: { candidates: shown, fits: new Map(), features: [], nearest: 0 },
    separators: makeSeparators(items, plainLanguage),
    names: items.map((item) => [item.name]),
    routes: {} as JudgeInput['routes'],
    proposed: { nearest: 0, votes: new Map() },
  })
}

test('there is none where one item is far ahead', () => {
  const far = [
    { owner: PERSON, l: 0.9, fit: 10 },
    { owner: COMPANY, l: 0.05, fit: 2 },
  ]
  expect(doubtOf('夜排档摆摊办张照', far)).toBeNull()
})

test('the channels disagree where the item model has another first', () => {
  const other = [
    { owner: PERSON, l: 0.2, fit: 10 },
    { owner: COMPANY, l: 0.7, fit: 9 },
  ]
  expect(doubtOf('夜排档摆摊办张照', other)).toBe('channels_disagree')
})

test("a neighbour is near where its words are said more than the first's", () => {
  const named = [
    { owner: PERSON, l: 0.9, fit: 10, lean: 0 },
    { owner: COMPANY, l: 0.05, fit: 2, lean: 1 },
  ]
  expect(doubtOf('股东两个,登记要带什么', named)).toBe('near_miss')
})

test('a close neighbour is near where no word tells the two apart, unless the first is named', () => {
  const close = [
    { owner: PERSON, l: 0.6, fit: 10 },
    { owner: COMPANY, l: 0.3, fit: 8 },
  ]
  expect(doubtOf('登记要带什么', close)).toBe('near_miss')
  expect(doubtOf('一个人登记要带什么', close)).toBeNull()
  expect(doubtOf('个体工商户设立登记要带什么', close)).toBeNull()
})
