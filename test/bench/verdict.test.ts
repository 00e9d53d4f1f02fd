import { expect, test } from 'vitest'
import { aKnowledgeBase } from '../builders/knowledge-base.ts'
import { anItem } from '../builders/service-item.ts'
import { holdOut } from './hold-out.ts'
import { verdictOf } from './verdict.ts'

const row = (peer: string, first: number, five: number, mrr: number) => ({
  peer,
  'R@1': first,
  'R@5': five,
  MRR: mrr,
  'ms p50': 1,
})
const of = (missing: readonly string[] = []) => ({ questions: 9, missing })

test('who is ahead in every figure leads', () => {
  const { ok, verdict } = verdictOf(
    [row('ours', 9, 9, 9), row('a', 8, 7, 8), row('b', 7, 8, 7)],
    of(),
  )
  expect(ok).toBe(true)
  expect(verdict).toContain('ours leads')
  expect(verdict).toContain('R@1 9 against 8 (a), R@5 9 against 8 (b), MRR 9 against 8 (a)')
})

test.each([
  ['in the first place', row('a', 9.5, 1, 1)],
  ['among five', row('a', 1, 9.5, 1)],
  ['in mean rank', row('a', 1, 1, 9.5)],
  ['not at all, but is as good', row('a', 9, 9, 9)],
])('who is behind one peer %s does not lead', (_, peer) => {
  const { ok, verdict } = verdictOf([row('ours', 9, 9, 9), peer, row('b', 1, 1, 1)], of())
  expect(ok).toBe(false)
  expect(verdict).toContain('does not lead')
})

test('who was not measured is not beaten', () => {
  const rows = [row('ours', 9, 9, 9), row('a', 1, 1, 1)]
  const { ok, verdict } = verdictOf(rows, of(['PGVectorStore']))
  expect(ok).toBe(false)
  expect(verdict).toContain('not measured: PGVectorStore')
  expect(verdictOf(rows.slice(0, 1), of()).ok).toBe(false)
})

test('a question that is asked stands in no index, and the others all do', () => {
  const questions = Array.from({ length: 30 }, (_, n) => `问${n}`)
  const whole = aKnowledgeBase({ items: [anItem({ questions })] })
  const { base, asked } = holdOut(whole)
  expect(asked.length).toBeGreaterThan(1)
  const left = base.items[0]!.questions
  expect(asked.filter(({ q }) => left.includes(q))).toEqual([])
  expect(left.length + asked.length).toBe(30)
})
