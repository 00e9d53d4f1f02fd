import { describe, expect, test } from 'vitest'
import { latencyOf, metricsOf } from '../../../src/cli/eval/metrics.ts'
import type { Judged } from '../../../src/cli/eval/rows.ts'
import { coverageAt, isRight } from '../../../src/cli/eval/score.ts'
import { answered, aRow, askedBack } from './a-row.ts'

const broad = { expect: 'clarify', items: ['QYKB-002', 'QYKB-007'] }

describe('a turn is right', () => {
  test.each([
    ['with the item', aRow(), true],
    [
      'with an item that would also do',
      aRow({ labels: { expect: 'answer', items: ['X'], also: ['QYKB-002'] } }),
      true,
    ],
    ['with another item', aRow({ result: answered('QYKB-007') }), false],
    ['whatever the field', aRow({ result: { field: 'fee' } }), true],
    ['asked back instead of answered', aRow({ result: askedBack('QYKB-002') }), false],
    ['asked back as it should be', aRow({ labels: broad, result: askedBack('QYKB-007') }), true],
    [
      'asked back with other options',
      aRow({ labels: broad, result: askedBack('QYKB-011') }),
      false,
    ],
    [
      'asked back where no option is named',
      aRow({ labels: { expect: 'clarify' }, result: askedBack('X') }),
      true,
    ],
    ['answered instead of asked back', aRow({ labels: broad }), false],
    [
      'with the decision, where there is no item',
      aRow({ labels: { expect: 'refuse' }, result: { decision: 'refuse' } }),
      true,
    ],
    [
      'with another decision',
      aRow({ labels: { expect: 'refuse' }, result: { decision: 'ticket' } }),
      false,
    ],
  ])('%s', (_, row, right) => {
    expect(isRight(row)).toBe(right)
  })
})

test('each figure counts among the turns that it is about', () => {
  const rows = [
    aRow(),
    aRow({ result: { field: 'fee', citations: [] } }),
    aRow({ result: answered('QYKB-007') }),
    aRow({ result: askedBack('QYKB-007', 'QYKB-002') }),
    aRow({ labels: broad, result: askedBack('QYKB-007') }),
    aRow({ labels: { expect: 'refuse' }, result: { decision: 'refuse', items: [] } }),
    aRow({ labels: { expect: 'status' }, result: { decision: 'ticket', items: [] } }),
  ]
  const figures = metricsOf(rows).map(({ name, count, of }) => [name, `${count}/${of}`])
  expect(Object.fromEntries(figures)).toEqual({
    'right item answered': '2/4',
    'clarify with gold': '1/4',
    'right or offered': '3/4',
    'wrong answers': '1/4',
    'gold first': '2/4',
    'gold among first 4': '3/4',
    'field right (answered)': '1/2',
    'field open in answer': '1/2',
    'ambiguous clarified': '1/1',
    'other decisions right': '1/2',
    'decision accuracy': '5/7',
    'all right': '4/7',
  })
})

describe('coverage at a risk', () => {
  const of = (...marks: readonly (readonly [confidence: number, right: boolean])[]) =>
    marks.map(([confidence, right]) =>
      aRow({ result: { confidence, ...(right ? {} : answered('QYKB-007')) } }),
    )

  test('is what is right above the lowest bar that lets in no more wrong ones', () => {
    const rows = of([0.5, true], [0.9, true], [0.7, false], [0.8, true], [0.6, true])
    expect(coverageAt(rows, 0)).toBe(2 / 5)
    expect(coverageAt(rows, 0.2)).toBe(4 / 5)
  })

  test('does not part turns of equal confidence', () => {
    expect(coverageAt(of([0.9, true], [0.9, false], [0.5, true]), 0)).toBe(0)
    expect(coverageAt(of([0.9, true], [0.9, true], [0.5, false]), 0)).toBe(2 / 3)
  })

  test('is about questions that have an item, whatever was decided', () => {
    const rows = [aRow({ result: askedBack('QYKB-002') }), aRow({ labels: { expect: 'refuse' } })]
    expect(coverageAt(rows, 0)).toBe(1)
    expect(coverageAt([], 0.05)).toBe(0)
  })
})

test('latency is of all turns, in the order of their time', () => {
  const rows = [30, 10, 20, 100].map((ms) => aRow({ result: { ms } }))
  expect(latencyOf(rows)).toEqual({ p50: 30, p99: 100 })
  expect(latencyOf([])).toBeNull()
})

test('an act on one’s own ticket that was lost is a wrong turn, when it is labelled', () => {
  const urged = (act: string | null, labels: Judged['labels']) =>
    aRow({ labels, result: { decision: 'status', items: [], act } })
  expect(isRight(urged('urge', { expect: 'status', act: 'urge' }))).toBe(true)
  expect(isRight(urged('progress', { expect: 'status', act: 'urge' }))).toBe(false)
  expect(isRight(urged('progress', { expect: 'status' }))).toBe(true)
})
