// Why the first candidate may stand there by mistake. The confidence has learnt to weigh all of this;
// here it is put into words that people can be told when they are asked back.
import { isNamed, type JudgeInput, openNeighbours } from './learning/judge-features.ts'

/** Two items that are easily mixed up; or the channels put different items first. */
export type Doubt = 'near_miss' | 'channels_disagree'

/** A neighbour counts as close from this share of the first's score on. */
const CLOSE_MIN = 0.5
const FRONT = 4

export function doubtIn(judged: JudgeInput): Doubt | null {
  const { candidates } = judged.evidence
  const [first, ...rest] = candidates.slice(0, FRONT)
  if (first === undefined) return null
  if (candidates.some(({ l }) => l > first.l)) return 'channels_disagree'
  const namesAnother = rest.some(({ lean }) => lean > Math.max(0, first.lean))
  const isOpen = !isNamed(judged) && openNeighbours(judged).nearest >= CLOSE_MIN
  return namesAnother || isOpen ? 'near_miss' : null
}
