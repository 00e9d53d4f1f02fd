// Whether ours leads: in every figure, over every peer that there is.
import type { Result, Row } from './suite.ts'

/** What counts; the time per question is shown and decides nothing. */
const FIGURES = ['R@1', 'R@5', 'MRR'] as const

/** `missing`: peers that could not be measured; who is not there is not beaten. */
export function verdictOf(
  rows: readonly Row[],
  { questions, missing }: Readonly<{ questions: number; missing: readonly string[] }>,
): Result {
  const [mine, ...others] = rows
  if (mine === undefined || others.length === 0) {
    return { rows, ok: false, verdict: 'nothing to compare with' }
  }
  const against = FIGURES.map((figure) => {
    const best = others.reduce((a, b) => (Number(b[figure]) > Number(a[figure]) ? b : a))
    const leads = Number(mine[figure]) > Number(best[figure])
    return { leads, text: `${figure} ${mine[figure]} against ${best[figure]} (${best.peer})` }
  })
  const leads = against.every((one) => one.leads)
  const absent = missing.length === 0 ? '' : `; not measured: ${missing.join(', ')}`
  return {
    rows,
    ok: leads && missing.length === 0,
    verdict: `${questions} questions; ours ${leads ? 'leads the measured' : 'does not lead'}: ${against
      .map(({ text }) => text)
      .join(', ')}${absent}`,
  }
}
