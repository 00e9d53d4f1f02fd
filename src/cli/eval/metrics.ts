// The figures of an evaluation: each a share of the turns that it is about.
import type { Judged } from './rows.ts'
import {
  isAnsweredRight,
  isAnsweredWrong,
  isDecisionRight,
  isFieldOpen,
  isFieldRight,
  isGoldAmongFour,
  isGoldFirst,
  isInScope,
  isOffered,
  isRight,
} from './score.ts'

/** `count` of `of` turns. */
export type Figure = Readonly<{ name: string; count: number; of: number }>

type Test = (row: Judged) => boolean
type Metric = Readonly<{ name: string; among: Test; pick: Test }>

const isAnswered: Test = (row) => isInScope(row) && isAnsweredRight(row)
const isAmbiguous: Test = (row) => row.labels.expect === 'clarify'
const isOther: Test = (row) => !['answer', 'clarify'].includes(row.labels.expect ?? '')

const METRICS: readonly Metric[] = [
  { name: 'right item answered', among: isInScope, pick: isAnsweredRight },
  { name: 'clarify with gold', among: isInScope, pick: isOffered },
  {
    name: 'right or offered',
    among: isInScope,
    pick: (row) => isAnsweredRight(row) || isOffered(row),
  },
  { name: 'wrong answers', among: isInScope, pick: isAnsweredWrong },
  { name: 'gold first', among: isInScope, pick: isGoldFirst },
  { name: 'gold among first 4', among: isInScope, pick: isGoldAmongFour },
  { name: 'field right (answered)', among: isAnswered, pick: isFieldRight },
  { name: 'field open in answer', among: isAnswered, pick: isFieldOpen },
  { name: 'ambiguous clarified', among: isAmbiguous, pick: isRight },
  { name: 'other decisions right', among: isOther, pick: isRight },
  { name: 'decision accuracy', among: () => true, pick: isDecisionRight },
  { name: 'all right', among: () => true, pick: isRight },
]

/** Of labelled turns. */
export function metricsOf(rows: readonly Judged[]): Figure[] {
  return METRICS.map(({ name, among, pick }) => {
    const about = rows.filter(among)
    return { name, count: about.filter(pick).length, of: about.length }
  })
}

export const isLabelled = (row: Judged) => row.labels.expect !== undefined

/** In milliseconds; null when nothing was measured. */
export function latencyOf(rows: readonly Judged[]): Readonly<{ p50: number; p99: number }> | null {
  const ms = rows.map((row) => row.result.ms).sort((a, b) => a - b)
  const at = (q: number) => ms[Math.min(ms.length - 1, Math.floor(ms.length * q))]
  const [p50, p99] = [at(0.5), at(0.99)]
  return p50 === undefined || p99 === undefined ? null : { p50, p99 }
}
