// What counts as right, and the table of contract §8.
import type { Judged } from './rows.ts'

const golds = ({ labels }: Judged) => new Set([...(labels.items ?? []), ...(labels.also ?? [])])

export const isInScope = (row: Judged) =>
  row.labels.expect === 'answer' && (row.labels.items?.length ?? 0) > 0

export const isAnsweredRight = (row: Judged) =>
  row.result.decision === 'answer' && golds(row).has(row.result.items[0] ?? '')

export const isAnsweredWrong = (row: Judged) =>
  row.result.decision === 'answer' && !golds(row).has(row.result.items[0] ?? '')

export const isOffered = (row: Judged) =>
  row.result.decision === 'clarify' && row.result.options.some((code) => golds(row).has(code))

export const isFieldRight = (row: Judged) => row.result.field === row.labels.field

/** Whether the part asked for stands open in the answer, first or beside the first. */
export const isFieldOpen = ({ result, labels }: Judged) =>
  result.citations.some(({ field }) => field === labels.field)

/** Whether the turn is right as a whole: decision, item, and nothing wrong answered. */
export function isRight(row: Judged): boolean {
  const { expect } = row.labels
  if (expect === 'answer') return isAnsweredRight(row)
  if (expect === 'clarify') {
    return row.result.decision === 'clarify' && (golds(row).size === 0 || isOffered(row))
  }
  return row.result.decision === expect && isActRight(row)
}

/** An act that was lost is a wrong turn, though it came to the person's own tickets. */
const isActRight = ({ labels, result }: Judged) =>
  labels.act === undefined || result.act === labels.act

export const share = (rows: readonly Judged[], pick: (row: Judged) => boolean): string => {
  if (rows.length === 0) return '–'
  const count = rows.filter(pick).length
  return `${((100 * count) / rows.length).toFixed(1)}% (${count}/${rows.length})`
}

/** Coverage of all in-scope questions at which so many percent of all are answered wrongly. */
export function riskCoverage(rows: readonly Judged[], errors: readonly number[]): string {
  const inScope = rows.filter(isInScope)
  const sorted = [...inScope].sort((a, b) => b.result.confidence - a.result.confidence)
  return errors
    .map((error) => {
      let wrong = 0
      let best = 0
      for (const [n, row] of sorted.entries()) {
        if (!golds(row).has(row.result.items[0] ?? '')) wrong += 1
        if (wrong <= error * inScope.length) best = n + 1 - wrong
      }
      return `≤${error * 100}%: ${((100 * best) / Math.max(1, inScope.length)).toFixed(1)}%`
    })
    .join('  ')
}
