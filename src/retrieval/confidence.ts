// The second judgement, calibrated at publish: is the first candidate the right one?
import type { Breathe } from '../kernel/clock.ts'
import { type DenseModel, fitDense, predictDense } from './dense-model.ts'

const LABELS = ['wrong', 'right'] as const

export type ConfidenceRow = Readonly<{
  evidence: readonly number[]
  right: boolean
  weight: number
}>

/**
 * Fits the shape on questions held out of the index. They were written to differ from their
 * neighbours and are harder than traffic: only the order is used, the level is set elsewhere.
 */
export function fitConfidence(
  rows: readonly ConfidenceRow[],
  breathe: Breathe,
): Promise<DenseModel> {
  const dense = rows.map((row) => ({
    x: row.evidence,
    label: row.right ? 1 : 0,
    weight: row.weight,
  }))
  return fitDense(dense, { labels: LABELS, steps: 150, rate: 1, ridge: 1e-3, breathe })
}

/** The calibrated score that the first candidate is right, 0 to 1. */
export const confidenceOf = (model: DenseModel, evidence: readonly number[]): number =>
  predictDense(model, evidence)[1] ?? 0
