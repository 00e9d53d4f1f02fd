// The sums and times that people ask for beside the fee of an item and the time for its decision.
import type { Measure } from './measure.ts'
import { MONEY } from './money-measures.ts'
import { SUMS_OF_ITEMS } from './sums-of-items.ts'
import { TIME } from './time-measures.ts'

/** The first that a clause asks for counts. */
export const MEASURES: readonly Measure[] = [
  ...[...MONEY, ...SUMS_OF_ITEMS].map((row) => ({ of: 'money', ...row }) as const),
  ...TIME.map((row) => ({ of: 'time', ...row }) as const),
]
