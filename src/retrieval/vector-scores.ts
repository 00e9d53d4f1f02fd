// How near the items' passages are to a question, as the ranking takes it: the mean of the best three
// cosines, less the mean of all items, divided by the best.

const BEST = 3

/** Cosines of a model live in a narrow band: less the mean, divided by the best. */
export function centre(values: readonly (number | undefined)[]): Float32Array {
  const known = values.filter((value) => value !== undefined)
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length)
  const best = Math.max(1e-6, ...known.map((value) => value - mean))
  return Float32Array.from(values, (value) =>
    value === undefined ? 0 : Math.max(0, (value - mean) / best),
  )
}

/** The product of two vectors of one length; of unit vectors, their cosine. */
export function dot(a: Float32Array, b: Float32Array): number {
  // Four sums that do not wait for each other: twice as fast, and a publish makes a hundred million.
  let [first, second, third, fourth] = [0, 0, 0, 0]
  const whole = a.length - (a.length % 4)
  for (let k = 0; k < whole; k += 4) {
    first += a[k]! * b[k]!
    second += a[k + 1]! * b[k + 1]!
    third += a[k + 2]! * b[k + 2]!
    fourth += a[k + 3]! * b[k + 3]!
  }
  for (let k = whole; k < a.length; k++) first += a[k]! * b[k]!
  return first + second + (third + fourth)
}

/** Puts a value among the best three that stand at `at`, best first. */
function keepBest(best: Float32Array, at: number, value: number): void {
  for (let n = at; n < at + BEST; n++) {
    if (value <= best[n]!) continue
    best.copyWithin(n + 1, n, at + BEST - 1)
    best[n] = value
    return
  }
}

const NONE = -2

/** The scores of many questions at once, fed passage by passage, so that no passage need be kept. */
export class VectorScores {
  readonly #questions: readonly Float32Array[]
  readonly #items: number
  readonly #best: Float32Array

  constructor(questions: readonly Float32Array[], items: number) {
    this.#questions = questions
    this.#items = items
    this.#best = new Float32Array(questions.length * items * BEST).fill(NONE)
  }

  /** A passage of the item at this position. */
  add(owner: number, passage: Float32Array): void {
    for (const [n, question] of this.#questions.entries()) {
      keepBest(this.#best, (n * this.#items + owner) * BEST, dot(question, passage))
    }
  }

  /** Per item position, for the question of this number. */
  of(question: number): Float32Array {
    return centre(
      Array.from({ length: this.#items }, (_, owner) => {
        const at = (question * this.#items + owner) * BEST
        const known = this.#best.subarray(at, at + BEST).filter((value) => value !== NONE)
        if (known.length === 0) return undefined
        return known.reduce((sum, value) => sum + value, 0) / known.length
      }),
    )
  }
}
