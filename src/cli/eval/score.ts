// What counts as right, and the table of contract §8.
import type { Judged } from './rows.ts'

const golds = ({ labels }: Judged) => new Set([...(labels.items ?? []), ...(labels.also ?? [])])

export const isInScope = (row: Judged) =>
  row.labels.expect === 'answer' && (row.labels.items?.length ?? 0) > 0

const isFirstRight = (row: Judged) => golds(row).has(row.result.items[0] ?? '')

export const isAnsweredRight = (row: Judged) =>
  row.result.decision === 'answer' && isFirstRight(row)

export const isAnsweredWrong = (row: Judged) =>
  row.result.decision === 'answer' && !isFirstRight(row)

export const isOffered = (row: Judged) =>
  row.result.decision === 'clarify' && row.result.options.some((code) => golds(row).has(code))

const isAmong = (row: Judged, depth: number) =>
  row.result.items.slice(0, depth).some((code) => row.labels.items?.includes(code))

export const isGoldFirst = (row: Judged) => isAmong(row, 1)
export const isGoldAmongFour = (row: Judged) => isAmong(row, 4)

export const isFieldRight = (row: Judged) => row.result.field === row.labels.field

/** Whether the part asked for stands open in the answer, first or beside the first. */
export const isFieldOpen = ({ result, labels }: Judged) =>
  result.citations.some(({ field }) => field === labels.field)

export const isDecisionRight = ({ result, labels }: Judged) => result.decision === labels.expect

/** Whether the turn is right as a whole: decision, item, and nothing wrong answered. */
export function isRight(row: Judged): boolean {
  const { expect } = row.labels
  if (expect === 'answer') return isAnsweredRight(row)
  if (expect === 'clarify') {
    return row.result.decision === 'clarify' && (golds(row).size === 0 || isOffered(row))
  }
  return isDecisionRight(row) && isActRight(row)
}

/** An act that was lost is a wrong turn, though it came to the person's own tickets. */
const isActRight = ({ labels, result }: Judged) =>
  labels.act === undefined || result.act === labels.act

export const percent = (count: number, of: number): string =>
  of === 0 ? '–' : `${((100 * count) / of).toFixed(1)}% (${count}/${of})`

export const share = (rows: readonly Judged[], pick: (row: Judged) => boolean): string =>
  percent(rows.filter(pick).length, rows.length)

/**
 * The share of in-scope questions that could be answered rightly, were the bar set where at most
 * `error` of all of them are answered wrongly. Turns of equal confidence pass the bar together.
 */
export function coverageAt(rows: readonly Judged[], error: number): number {
  const inScope = rows.filter(isInScope)
  const sorted = [...inScope].sort((a, b) => b.result.confidence - a.result.confidence)
  let wrong = 0
  let best = 0
  for (const [n, row] of sorted.entries()) {
    if (!isFirstRight(row)) wrong += 1
    const isBar = sorted[n + 1]?.result.confidence !== row.result.confidence
    if (isBar && wrong <= error * inScope.length) best = n + 1 - wrong
  }
  return inScope.length === 0 ? 0 : best / inScope.length
}
