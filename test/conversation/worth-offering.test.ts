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
  confidence?: number
  scores?: Record<string, number>
  items?: readonly (typeof CRANE)[]
}>

function offered(
  normalized: string,
  { share = 0.1, confidence = 0.3, scores = {}, items = [] }: Found = {},
) {
  const hits = options.map(({ code: of }) => ({
    code: of,
    score: scores[of] ?? 1,
    share: of === BIRTH ? share : 0.1,
  }))
  const retrieved = { hits, confidence, proposed: new Map() } as unknown as Retrieved
  const state = { ...freshState(new Date()), items }
  const { options: shown, reason } = offeredWell(clarify, {
    ...{ normalized, state, retrieved, base },
    ...{ isHasty: false, asked: { field: null, also: null } },
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

test('nor is one guess alone, unless it is likelier than not', () => {
  expect(offered('门口摆桌子行不行', { share: 0.4 }).codes).toEqual([BIRTH])
  expect(offered('门口摆桌子行不行', { share: 0.4, confidence: 0.05 }).codes).toEqual([])
  expect(offered('门口摆桌子行不行', { share: 0.6, confidence: 0.05 }).codes).toEqual([BIRTH])
})

test.each([
  [0.8, 'answer'],
  [0.6, 'clarify'],
] as const)('one thing alone, as sure as %s: %s', (confidence, kind) => {
  const hits = [{ code: BIRTH, score: 8, share: 0.95 }]
  const retrieved = {
    ...{ hits, confidence, intents: { ticket: 0 } },
    proposed: new Map(),
  } as unknown as Retrieved
  const decision = offeredWell(clarify, {
    ...{ normalized: '门口摆桌子行不行', retrieved, base },
    state: freshState(new Date()),
    ...{ isHasty: false, asked: { field: 'fee', also: null } },
    isNot: [],
  })
  expect(decision.kind).toBe(kind)
  if (decision.kind === 'answer') expect(decision).toMatchObject({ code: BIRTH, field: 'fee' })
})

test('with a person on offer to who is in a hurry', () => {
  const hits = [{ code: BIRTH, score: 8, share: 0.95 }]
  const found = { hits, confidence: 0.8, intents: { ticket: 0 }, proposed: new Map() }
  const hurried = (isHasty: boolean) =>
    offeredWell(clarify, {
      ...{ normalized: '门口摆桌子行不行', isHasty, base },
      retrieved: found as unknown as Retrieved,
      state: freshState(new Date()),
      asked: { field: 'fee', also: null },
      isNot: [],
    })
  expect(hurried(true)).toMatchObject({ kind: 'answer', offerTicket: true })
  expect(hurried(false)).toMatchObject({ kind: 'answer', offerTicket: false })
})
