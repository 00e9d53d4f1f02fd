import { beforeAll, expect, test } from 'vitest'
import type { Understood } from '../../src/conversation/decide.ts'
import { advance } from '../../src/conversation/dialogue/advance.ts'
import { freshState } from '../../src/conversation/dialogue/dialogue-state.ts'
import { goneOn } from '../../src/conversation/dialogue/go-on.ts'
import type { Outcome } from '../../src/conversation/outcome.ts'
import { asId, type TurnId } from '../../src/kernel/ids.ts'
import { buildSnapshot, type Snapshot } from '../../src/retrieval/snapshot.ts'
import { aKnowledgeBase, code } from '../builders/knowledge-base.ts'
import { plainLanguage } from '../builders/language.ts'

let snapshot: Snapshot
beforeAll(async () => {
  const breathe = async () => {}
  snapshot = await buildSnapshot(aKnowledgeBase(), { language: plainLanguage, breathe })
})

const options = [code('QYKB-002'), code('QYKB-007')]
const replied = (normalized: string): Understood => ({
  normalized,
  isHasty: false,
  retrieved: { hits: [], confidence: 0 } as unknown as Understood['retrieved'],
  asked: { field: null, also: null },
  state: {
    ...freshState(new Date('2026-11-25T02:00:00Z')),
    clarification: { options, denied: [], field: null, question: '办执照', round: 1 },
  },
  dependence: 'leaning',
})

test.each([
  ['a question', { asks: true, isChat: false }],
  ['a word in passing', { asks: false, isChat: true }],
])('words of an option pick it when they sound like %s', (_, heard) => {
  expect(goneOn(snapshot, replied('个体的'), heard)).toMatchObject({ code: 'QYKB-007' })
})

test('but not when they sound like danger, a grievance or an attack', () => {
  expect(goneOn(snapshot, replied('个体的'), { asks: false, isChat: false })).toBeNull()
})

test.each([
  ['QYKB-016', 0.95, null],
  ['QYKB-016', 0.8, 'QYKB-007'],
  ['QYKB-002', 0.95, 'QYKB-007'],
] as const)('with %s found first at %d their words pick %s', (first, confidence, picked) => {
  const said = replied('个体的')
  const retrieved = { ...said.retrieved, hits: [{ code: code(first) }], confidence }
  const understood = { ...said, retrieved } as unknown as Understood
  const decision = goneOn(snapshot, understood, { asks: true, isChat: false })
  expect(decision === null ? null : decision.kind === 'answer' && decision.code).toBe(picked)
})

const NOW = new Date('2026-11-25T02:01:00Z')
const bare = { also: null, question: null, retrieved: null, rule: null, complained: false }

/** Without a subject of its own, after the question was asked back as often as it may be. */
const inLastRound = (said: string): Understood => {
  const { state, ...understood } = replied(said)
  const clarification = { ...state.clarification!, round: 2 }
  return { ...understood, state: { ...state, clarification }, dependence: 'dependent' }
}

test.each([
  ['那要几天', 'time_limit'],
  ['收费吗', 'fee'],
] as const)('「%s」 is kept with the options as %s, and costs no round', (said, field) => {
  const asked = { ...inLastRound(said), asked: { field, also: null } }
  const decision = goneOn(snapshot, asked, { asks: true, isChat: false })!
  expect(decision).toMatchObject({ kind: 'clarify', field, options: [{}, {}] })
  const outcome: Outcome = { ...bare, ...asked, decision, field, denied: [] }
  const next = advance(asked.state, outcome, { turnId: asId<TurnId>('t'), now: NOW })
  expect(next.clarification).toMatchObject({ round: 2, field, options })
})

test.each([
  ['要多久', 'dependent', 'QYKB-007', 0.97, 'clarify'],
  ['要跑几趟', 'leaning', 'QYKB-002', 0.56, 'clarify'],
  ['怎么申请', 'leaning', 'QYKB-002', 0.59, 'clarify'],
  ['一个月补多少', 'leaning', 'QYKB-007', 0.97, 'clarify'],
  ['where is the counter', 'leaning', 'QYKB-007', 0.97, 'clarify'],
  ['要哪些单据', 'leaning', 'QYKB-002', 0.97, 'answer'],
] as const)(
  '「%s」, %s, with %s found at %d comes to %s',
  (said, dependence, first, confidence, kind) => {
    const understood = { ...replied(said), dependence }
    const retrieved = { ...understood.retrieved, hits: [{ code: code(first) }], confidence }
    const asked = { ...understood, retrieved } as unknown as Understood
    expect(goneOn(snapshot, asked, { asks: true, isChat: false })).toMatchObject({ kind })
  },
)

test('what says neither a part nor which is a person’s after the last round', () => {
  const decision = goneOn(snapshot, inLastRound('就是那个嘛'), { asks: true, isChat: false })
  expect(decision).toMatchObject({ kind: 'ticket', reason: 'clarified_twice' })
})

test('that none of the options is meant is no round of its own', () => {
  const { state } = replied('都不是')
  const decision = { kind: 'clarify', field: null, options: [], reason: 'none_fits' } as const
  const outcome: Outcome = {
    ...bare,
    decision,
    field: null,
    normalized: null,
    rule: 'none_of_these',
    dependence: 'dependent',
    denied: options,
  }
  const next = advance(state, outcome, { turnId: asId<TurnId>('t'), now: NOW })
  expect(next.clarification).toMatchObject({ round: 1, options: [] })
})
