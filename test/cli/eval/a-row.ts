import type { Judged, TurnResult } from '../../../src/cli/eval/rows.ts'

/** A right answer; overrides make it any other turn. */
export function aRow({
  result = {},
  ...overrides
}: Partial<Omit<Judged, 'result'>> & { result?: Partial<TurnResult> } = {}): Judged {
  return {
    id: 'q1',
    file: 'questions.jsonl',
    question: '注册公司要几天',
    labels: { expect: 'answer', items: ['QYKB-002'], field: 'time_limit' },
    ...overrides,
    result: {
      decision: 'answer',
      items: ['QYKB-002', 'QYKB-007', 'QYKB-003', 'QYKB-011', 'QYKB-026'],
      field: 'time_limit',
      act: null,
      text: '公司设立登记',
      citations: [{ code: 'QYKB-002', field: 'time_limit', version: '1' }],
      options: [],
      confidence: 0.9,
      ms: 10,
      ...result,
    },
  }
}

export const answered = (code: string): Partial<TurnResult> => ({ items: [code] })
export const askedBack = (...options: string[]): Partial<TurnResult> => ({
  decision: 'clarify',
  items: options,
  options,
  citations: [],
})
