// The second judgement, learnt at publish: is the first candidate the right one, and how sure must
// that be? It is learnt from questions that are not part of what is searched; the levels are read
// off predictions for questions that the fit has not seen.
import type { Breathe } from '../kernel/clock.ts'
import { type DenseModel, type DenseRow, fitDense, predictDense } from './dense-model.ts'
import { LEVELS_DEFAULT, type Levels, levelFor, type Outcome, readLevels } from './levels.ts'

/** A question with the features of its judgement. */
export type JudgedRow = Readonly<{
  features: readonly number[]
  /** Features of how it is written. */
  style: readonly number[]
  right: boolean
  /** Hurried or winding: to be judged with more care. Null when nobody has said. */
  careful: boolean | null
  /** Several items fit it: no answer is right, and none is counted as wrong. */
  broad: boolean
  weight: number
}>

export type Confidence = Readonly<{
  model: DenseModel
  style: DenseModel | null
  /** For plain questions, and for those to be judged with care. */
  levels: Readonly<{ plain: Levels; careful: Levels }>
}>

const OPTIONS = { steps: 300, rate: 1, ridge: 3e-3 } as const
const RIGHT = ['wrong', 'right'] as const
const STYLE = ['plain', 'careful'] as const
const FOLDS = 5
/** More wrong answers are accepted where a question leaves out or turns round what decides. */
const CAREFUL_FACTOR = 1.5
/** How much surer an answer to be given with care must be, when the levels cannot be read off. */
const CAREFUL_MORE = 0.27

/** Learns from judged questions; without a word on how they are written, levels stay the default. */
export async function fitConfidence(
  rows: readonly JudgedRow[],
  breathe: Breathe,
): Promise<Confidence> {
  const model = await fitRight(rows, breathe)
  const styled = rows.filter(({ careful }) => careful !== null)
  if (styled.length === 0) return { model, style: null, levels: defaults() }
  const style = await fitDense(
    styled.map((row) => ({ x: row.style, label: row.careful ? 1 : 0, weight: 1 })),
    { ...OPTIONS, labels: STYLE, breathe },
  )
  const unseen = await foldOutcomes(rows, breathe)
  const isTaken = rows.map((row) => needsCare(styleOf(style, row.style)))
  const levelsOf = (careful: boolean) =>
    readLevels(unseen.filter((_, n) => !rows[n]!.broad && isTaken[n] === careful))
  return { model, style, levels: { plain: levelsOf(false), careful: levelsOf(true) } }
}

const defaults = () => ({
  plain: LEVELS_DEFAULT,
  careful: LEVELS_DEFAULT.map(([error, level]) => [error, level + CAREFUL_MORE] as const),
})

const fitRight = (rows: readonly JudgedRow[], breathe: Breathe) =>
  fitDense(
    rows.map(
      ({ features, right, weight }): DenseRow => ({ x: features, label: right ? 1 : 0, weight }),
    ),
    { ...OPTIONS, labels: RIGHT, breathe },
  )

/** What would have been predicted for each row by a fit on the others. */
async function foldOutcomes(rows: readonly JudgedRow[], breathe: Breathe): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = await fitRight(
      rows.filter((_, n) => n % FOLDS !== fold),
      breathe,
    )
    for (let n = fold; n < rows.length; n += FOLDS) {
      const { features, right } = rows[n]!
      outcomes[n] = { confidence: rightOf(model, features), right }
    }
  }
  return outcomes
}

const rightOf = (model: DenseModel, features: readonly number[]) =>
  predictDense(model, features)[1] ?? 0

/** The score that the first candidate is right, 0 to 1. */
export const confidenceOf = ({ model }: Confidence, features: readonly number[]): number =>
  rightOf(model, features)

/** How much care the way of writing asks for, 0 to 1. */
export const careOf = ({ style }: Confidence, features: readonly number[]): number =>
  style === null ? 0 : styleOf(style, features)

const styleOf = (style: DenseModel, features: readonly number[]) =>
  predictDense(style, features)[1] ?? 0

/** From here on a message is judged with care (fitted: what lies between is mostly plain). */
const CARE_MIN = 0.7
const needsCare = (care: number) => care >= CARE_MIN

/** The confidence from which on the first candidate is answered outright. */
export const barFor = ({ levels }: Confidence, targetError: number, care: number): number =>
  needsCare(care)
    ? levelFor(levels.careful, targetError * CAREFUL_FACTOR)
    : levelFor(levels.plain, targetError)
