// From the error that an administrator accepts to the confidence that an answer needs: read off
// questions that are not part of what is searched, and between the points linear.

/** Confidence from which on so many wrong answers (a share of all questions) are to be expected. */
export type Levels = readonly (readonly [error: number, confidence: number])[]

const ERRORS = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1]
const CONFIDENCE_MIN = 0.1

/** Where nothing can be read off, as in a knowledge base without calibration: known to be careful. */
export const LEVELS_DEFAULT: Levels = [
  [0.005, 0.6],
  [0.01, 0.53],
  [0.02, 0.45],
  [0.03, 0.4],
  [0.05, 0.33],
  [0.1, 0.2],
]

/** A judged question: how sure its first candidate was, 0 to 1, and whether it was right. */
export type JudgedFirst = Readonly<{ confidence: number; right: boolean; weight: number }>

/** The lowest confidence at which no more than so many of all are answered wrongly, for each error. */
export function readLevels(outcomes: readonly JudgedFirst[]): Levels {
  const sorted = [...outcomes].sort((a, b) => b.confidence - a.confidence)
  const whole = outcomes.reduce((sum, { weight }) => sum + weight, 0)
  return ERRORS.map((error) => {
    let wrong = 0
    let level = 1
    for (const { confidence, right, weight } of sorted) {
      if (!right) wrong += weight
      if (wrong > error * whole) break
      level = confidence
    }
    return [error, Math.max(CONFIDENCE_MIN, level)] as const
  })
}

/** The confidence that an answer needs for a target error. */
export function levelFor(levels: Levels, targetError: number): number {
  const above = levels.findIndex(([error]) => error >= targetError)
  if (above === -1) return levels.at(-1)![1]
  if (above === 0) return levels[0]![1]
  const [e0, c0] = levels[above - 1]!
  const [e1, c1] = levels[above]!
  return c0 + ((targetError - e0) / (e1 - e0)) * (c1 - c0)
}
