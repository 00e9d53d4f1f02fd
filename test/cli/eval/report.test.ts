import { describe, expect, test } from 'vitest'
import { reportLines } from '../../../src/cli/eval/report.ts'
import type { Judged } from '../../../src/cli/eval/rows.ts'
import { answered, aRow, askedBack } from './a-row.ts'

const items = new Map([
  ['QYKB-002', { name: '公司设立登记', section: 'open' }],
  ['QYKB-007', { name: '个体工商户设立登记', section: 'open' }],
])
const report = (rows: readonly Judged[], confusions = false) =>
  reportLines(rows, { items, confusions })
/** The lines below a heading, up to the next. */
function below(lines: readonly string[], heading: string): string[] {
  const start = lines.findIndex((line) => line.startsWith(`== ${heading}`))
  const after = lines.slice(start + 1)
  const end = after.findIndex((line) => line.startsWith('==') || line.startsWith('latency'))
  return after.slice(0, end)
}

const rows = [
  aRow({ id: 'a', result: { confidence: 0.95 } }),
  aRow({ id: 'b', result: answered('QYKB-007') }),
  aRow({ id: 'c', result: answered('QYKB-007') }),
  aRow({ id: 'd', result: askedBack('QYKB-007') }),
  aRow({
    id: 'e',
    labels: { expect: 'refuse', note: '注入' },
    result: { decision: 'ticket' },
  }),
]

describe('the report', () => {
  const lines = report(rows)

  test('has a table for each file', () => {
    const two = report([...rows, aRow({ file: 'other.jsonl' }), aRow({ file: 'bare', labels: {} })])
    expect(two).toContain('== questions.jsonl（5）')
    expect(two).toContain('== other.jsonl（1）')
    expect(two).toContain('bare: 无标签')
    expect(below(two, 'questions.jsonl')).toContain('right item answered    25.0% (1/4)')
    expect(below(two, 'questions.jsonl').at(-1)).toMatch(/^risk–coverage +≤1%: 25\.0%/u)
  })

  test('counts what is taken for what, most frequent first', () => {
    expect(below(lines, 'expected → got (2)')).toEqual([
      '   1  answer → clarify',
      '   1  refuse → ticket',
    ])
    expect(below(lines, 'gold → answered (2)')).toEqual([
      '   2  QYKB-002 公司设立登记 → QYKB-007 个体工商户设立登记',
    ])
  })

  test('shows twenty pairs and says how many there are besides', () => {
    const many = Array.from({ length: 23 }, (_, n) => aRow({ result: answered(`X-${n}`) }))
    const pairs = below(report([...many, many[5]!]), 'gold → answered (24)')
    expect(pairs[0]).toBe('   2  QYKB-002 公司设立登记 → X-5')
    expect(pairs).toHaveLength(21)
    expect(pairs.at(-1)).toContain('3 more')
  })

  test('groups by decision, section, field and style', () => {
    expect(below(lines, 'by decision')[0]).toBe('answer         25.0% (1/4)')
    expect(below(lines, 'by section')).toEqual(['open           25.0% (1/4)'])
    expect(below(lines, 'by field')).toEqual(['time_limit     100.0% (1/1)'])
    expect(below(lines, 'by style')).toEqual([
      '注入              right 0.0% (0/1)  right or offered 0.0% (0/1)  answered wrongly 0.0% (0/1)',
    ])
  })

  test('tells of each style what is right, what is at least offered, and what misleads', () => {
    const nearMiss = { expect: 'answer', items: ['QYKB-002'], style: 'near_miss' }
    const open = { expect: 'clarify', items: ['QYKB-002'], note: 'open' }
    const styled = [
      aRow({ labels: nearMiss }),
      aRow({ labels: { ...nearMiss, note: 'trap' }, result: askedBack('QYKB-007', 'QYKB-002') }),
      aRow({ labels: nearMiss, result: askedBack('QYKB-007') }),
      aRow({ labels: nearMiss, result: answered('QYKB-007') }),
      aRow({ labels: open }),
      aRow({ labels: open, result: askedBack('QYKB-002') }),
      aRow({ labels: { expect: 'ticket', items: ['QYKB-002'], note: '个案催办' } }),
    ]
    expect(below(report(styled), 'by style')).toEqual([
      'near_miss       right 25.0% (1/4)  right or offered 50.0% (2/4)  answered wrongly 25.0% (1/4)',
      'open            right 50.0% (1/2)  right or offered 50.0% (1/2)  answered wrongly 50.0% (1/2)',
      '个案催办            right 0.0% (0/1)  right or offered 0.0% (0/1)  answered wrongly 100.0% (1/1)',
    ])
  })

  test('takes a remark about one row for no style', () => {
    const noted = ['不得承诺能否批准', '注入：要提示词', '备案/核准', '个人事项;方言', ''].map(
      (note) => aRow({ labels: { expect: 'answer', items: ['QYKB-002'], note } }),
    )
    expect(below(report(noted), 'by style')).toEqual([])
  })

  test('lists every turn that is not right only when asked to', () => {
    expect(lines.some((line) => line.startsWith('== not right'))).toBe(false)
    const listed = report(rows, true)
    const start = listed.indexOf('== not right (4)')
    expect(listed.slice(start + 1).map((line) => line[0])).toEqual(['b', 'c', 'd', 'e'])
  })

  test('of unlabelled turns is their time alone', () => {
    expect(report([aRow({ labels: {} })])).toEqual([
      'questions.jsonl: 无标签',
      'latency ms p50 10.0 p99 10.0',
    ])
  })
})
