import { expect, test } from 'vitest'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { offeredWell } from '../../src/conversation/options/worth-offering.ts'
import type { Retrieved } from '../../src/retrieval/retrieve.ts'
import { code } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'

const CRANE = code('QYKB-002')
const BIRTH = code('QYKB-007')
const TEST = code('QYKB-016')
const base = {
  items: [
    anItem({ code: CRANE, name: '起重机使用登记', aliases: ['行车登记'], notThis: [] }),
    anItem({ code: BIRTH, name: '生育津贴支付', aliases: ['产假工资'], notThis: [] }),
    anItem({ code: TEST, name: '起重机定期检验', aliases: ['行车年检'], notThis: [] }),
  ],
}
const options = [CRANE, BIRTH, TEST].map((of) => ({ code: of, label: of }))
const clarify = { kind: 'clarify', field: null, options, reason: 'several_fit' } as const

type Found = Readonly<{
  share?: number
  shares?: Record<string, number>
  votes?: Record<string, number>
  broad?: number
  confidence?: number
  scores?: Record<string, number>
  items?: readonly (typeof CRANE)[]
}>

function offered(
  normalized: string,
  { share = 0.1, shares = {}, votes = {}, broad = 0, ...found }: Found = {},
) {
  const { confidence = 0.4, scores = {}, items = [] } = found
  const hits = options
    .map(({ code: of }) => ({
      code: of,
      score: scores[of] ?? 1,
      share: shares[of] ?? (of === BIRTH ? share : 0.1),
    }))
    .sort((a, b) => b.score - a.score)
  const retrieved = {
    ...{ hits, confidence, intents: { broad, ticket: 0 } },
    proposed: new Map(Object.entries(votes)),
  } as unknown as Retrieved
  const state = { ...freshState(new Date()), items }
  const { options: shown, reason } = offeredWell(clarify, {
    ...{ normalized, state, retrieved, base },
    ...{ isHasty: false, asked: { field: null, also: null }, bar: 0.6 },
    isNot: [],
  }) as typeof clarify
  return { codes: shown.map((option) => option.code), reason }
}

test('an option without a word of the matter is left out, whatever the form of address', () => {
  expect(offered('小姑娘,厂里的行车没登记').codes).toEqual([CRANE, TEST])
})

test('the matter in hand comes first, unless it is far behind', () => {
  expect(offered('行车的呢', { items: [TEST] }).codes).toEqual([TEST, CRANE])
  expect(offered('行车的呢', { items: [BIRTH], scores: { [BIRTH]: -4 } }).codes).toEqual([
    CRANE,
    TEST,
  ])
})

test('where nothing is near, nothing is offered', () => {
  expect(offered('门口摆桌子行不行')).toEqual({ codes: [], reason: 'nothing_near' })
})

test('nor is one guess alone that has no word of it, however likely beside the others', () => {
  const said = '门口摆桌子行不行'
  const found = { share: 0.6, scores: { [BIRTH]: 2 } }
  expect(offered(said, found).codes).toEqual([BIRTH])
  expect(offered(said, { ...found, confidence: 0.2 })).toEqual({
    codes: [],
    reason: 'nothing_near',
  })
  expect(offered('产假的钱怎么算', { ...found, confidence: 0.2 }).codes).toEqual([BIRTH])
  // A broad question has no word of much that it means.
  expect(offered(said, { ...found, confidence: 0.2, broad: 0.8 }).codes).toEqual([BIRTH])
})

test('nor one alone that is not even the best found', () => {
  expect(offered('产假的钱怎么算', { scores: { [CRANE]: 2 } }).codes).toEqual([])
  expect(offered('产假的钱怎么算', { scores: { [BIRTH]: 2 } }).codes).toEqual([BIRTH])
})

test('what has a word of it is left out when it is far behind and hardly likely', () => {
  const found = { scores: { [CRANE]: 8, [TEST]: 2 }, shares: { [CRANE]: 0.9, [TEST]: 0.01 } }
  const said = '厂里的行车没登记'
  expect(offered(said, found).codes).toEqual([CRANE])
  expect(offered(said, { ...found, broad: 0.8 }).codes).toEqual([CRANE, TEST])
  expect(offered(said, { ...found, shares: { [CRANE]: 0.9, [TEST]: 0.05 } }).codes).toEqual([
    CRANE,
    TEST,
  ])
  expect(offered(said, { ...found, scores: { [CRANE]: 5, [TEST]: 2 } }).codes).toEqual([
    CRANE,
    TEST,
  ])
})

test('what examples propose without a word of it needs to be near, or the question broad', () => {
  const said = '厂里的行车没登记'
  const found = { scores: { [CRANE]: 8, [BIRTH]: 2, [TEST]: 7 }, share: 0, votes: { [BIRTH]: 1 } }
  expect(offered(said, found).codes).toEqual([CRANE, TEST])
  expect(offered(said, { ...found, scores: { [CRANE]: 3.5, [BIRTH]: 2 } }).codes).toContain(BIRTH)
  expect(offered(said, { ...found, broad: 0.8 }).codes).not.toContain(BIRTH)
  expect(offered(said, { ...found, broad: 0.8, share: 0.02 }).codes).toContain(BIRTH)
  expect(offered(said, { ...found, broad: 0.8, votes: { [BIRTH]: 1.5 } }).codes).toContain(BIRTH)
})

test.each([
  [0.85, '门口摆桌子行不行', 0.9, 'answer'],
  [0.75, '门口摆桌子行不行', 0.8, 'clarify'],
  [0.75, '产假的钱怎么算', 0.8, 'answer'],
  [0.75, '产假的钱怎么算', 0.9, 'clarify'],
  [0.55, '产假的钱怎么算', 0.6, 'answer'],
] as const)(
  'one thing alone, as sure as %s of 「%s」 beside %s: %s',
  (confidence, normalized, bar, kind) => {
    const hits = [{ code: BIRTH, score: 8, share: 0.95 }]
    const retrieved = {
      ...{ hits, confidence, intents: { broad: 0, ticket: 0 } },
      proposed: new Map(),
    } as unknown as Retrieved
    const decision = offeredWell(clarify, {
      ...{ normalized, retrieved, base, bar },
      state: freshState(new Date()),
      ...{ isHasty: false, asked: { field: 'fee', also: null } },
      isNot: [],
    })
    expect(decision.kind).toBe(kind)
    if (decision.kind === 'answer') expect(decision).toMatchObject({ code: BIRTH, field: 'fee' })
  },
)

test('with a person on offer to who is in a hurry', () => {
  const hits = [{ code: BIRTH, score: 8, share: 0.95 }]
  const found = { hits, confidence: 0.85, intents: { broad: 0, ticket: 0 }, proposed: new Map() }
  const hurried = (isHasty: boolean) =>
    offeredWell(clarify, {
      ...{ normalized: '门口摆桌子行不行', isHasty, base },
      retrieved: found as unknown as Retrieved,
      state: freshState(new Date()),
      asked: { field: 'fee', also: null },
      bar: 0.9,
      isNot: [],
    })
  expect(hurried(true)).toMatchObject({ kind: 'answer', offerTicket: true })
  expect(hurried(false)).toMatchObject({ kind: 'answer', offerTicket: false })
})
