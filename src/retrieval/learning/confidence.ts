// The second judgement, learnt at publish: is the first candidate the right one, and how sure must
// that be? It is learnt from questions that are not part of what is searched: thousands, for some
// fifty weights, so that the levels can be read off the same questions.
import type { Breathe } from '../../kernel/clock.ts'
import { type DenseModel, fitDense, predictDense } from './dense-model.ts'
import { LEVELS_DEFAULT, type Levels, levelFor, readLevels } from './levels.ts'

/** A question with the features of its judgement. */
export type JudgedRow = Readonly<{
  features: readonly number[]
  /** Features of how it is written. */
  style: readonly number[]
  right: boolean
  /** Hurried or winding: to be judged with more care. Null when nobody has said. */
  careful: boolean | null
  /** Several items fit it: no answer is right. */
  broad: boolean
  weight: number
}>

export type Confidence = Readonly<{
  model: DenseModel
  style: DenseModel | null
  /** For plain questions, and for those to be judged with care. */
  levels: Readonly<{ plain: Levels; careful: Levels }>
}>

const MODEL = { labels: ['wrong', 'right'], steps: 400, rate: 0.5, ridge: 1e-3 } as const
const STYLE = { labels: ['plain', 'careful'], steps: 150, rate: 1, ridge: 1e-3 } as const
/** Among the examples broad questions are many; in traffic, and as errors, they count less. */
const BROAD_SHARE = 0.13
/** Few plain questions go wrong; a little stricter, so that what leaves the item open is asked back (measured). */
const PLAIN_FACTOR = 0.95
/** A question that leaves out or turns round what decides is rather asked back than answered wrongly. */
const CAREFUL_FACTOR = 0.75

/** Learns from judged questions; without a word on how they are written, levels stay the default. */
export async function fitConfidence(
  rows: readonly JudgedRow[],
  breathe: Breathe,
): Promise<Confidence> {
  const model = await fitDense(
    rows.map((row) => ({ x: row.features, label: row.right ? 1 : 0, weight: row.weight })),
    { ...MODEL, breathe },
  )
  const styled = rows.filter(({ careful }) => careful !== null)
  if (styled.length === 0) {
    return { model, style: null, levels: { plain: LEVELS_DEFAULT, careful: LEVELS_DEFAULT } }
  }
  const style = await fitDense(
    styled.map((row) => ({ x: row.style, label: row.careful ? 1 : 0, weight: 1 })),
    { ...STYLE, breathe },
  )
  const outcomes = rows.map(({ features, right, broad }) => ({
    confidence: chanceOf(model, features),
    right,
    weight: broad ? BROAD_SHARE : 1,
  }))
  const levelsOf = (careful: boolean, factor: number): Levels =>
    readLevels(outcomes.filter((_, n) => rows[n]!.careful === careful)).map(
      ([error, level]) => [error / factor, level] as const,
    )
  return {
    model,
    style,
    levels: { plain: levelsOf(false, PLAIN_FACTOR), careful: levelsOf(true, CAREFUL_FACTOR) },
  }
}

/** The score that the first candidate is right, 0 to 1. */
export const confidenceOf = ({ model }: Confidence, features: readonly number[]): number =>
  chanceOf(model, features)

const chanceOf = (model: DenseModel, features: readonly number[]) =>
  predictDense(model, features)[1] ?? 0

/** How much care the way of writing asks for, 0 to 1. */
export const careOf = ({ style }: Confidence, features: readonly number[]): number =>
  style === null ? 0 : (predictDense(style, features)[1] ?? 0)

/** From here on a message is judged with care (fitted: what lies between is mostly plain). */
const CARE_MIN = 0.6

/** The confidence from which on the first candidate is answered outright. */
export const barFor = ({ levels }: Confidence, targetError: number, care: number): number =>
  levelFor(care >= CARE_MIN ? levels.careful : levels.plain, targetError)
