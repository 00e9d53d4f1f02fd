// What is taken for what: decisions, and items, most frequent first.
import type { Judged } from './rows.ts'
import { isAnsweredWrong, isDecisionRight, isInScope, isRight } from './score.ts'

const PAIRS_MAX = 20

export function confusionLines(
  rows: readonly Judged[],
  nameOf: (code: string) => string,
): readonly string[] {
  const decisions = rows.filter((row) => !isDecisionRight(row))
  const items = rows.filter((row) => isInScope(row) && isAnsweredWrong(row))
  const named = (code = '–') => `${code} ${nameOf(code)}`.trim()
  return [
    `== expected → got (${decisions.length})`,
    ...counted(decisions.map(({ labels, result }) => `${labels.expect} → ${result.decision}`)),
    `== gold → answered (${items.length})`,
    ...counted(
      items.map(({ labels, result }) => `${named(labels.items?.[0])} → ${named(result.items[0])}`),
    ),
  ]
}

/** How often each, most frequent first; what is left off is said. */
function counted(pairs: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const lines = sorted.map(([pair, count]) => `${String(count).padStart(4)}  ${pair}`)
  return firstOf(lines, PAIRS_MAX)
}

export function firstOf(lines: readonly string[], most: number): string[] {
  const left = lines.length - most
  return left > 0 ? [...lines.slice(0, most), `      … and ${left} more`] : [...lines]
}

/** Every turn that is not right. */
export function wrongLines(rows: readonly Judged[]): string[] {
  const wrong = rows.filter((row) => !isRight(row))
  return [
    `== not right (${wrong.length})`,
    ...wrong.map(
      ({ id, labels, result, question }) =>
        `${id} expected ${labels.expect} ${labels.items?.slice(0, 2).join(',') ?? ''}` +
        ` got ${result.decision}${result.act === null ? '' : `/${result.act}`} ${result.items.slice(0, 2).join(',')} ${result.confidence}` +
        ` | ${question.slice(0, 80)}`,
    ),
  ]
}
