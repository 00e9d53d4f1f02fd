// Softmax regression over a few dense features, fitted by full-batch gradient descent with
// momentum; for the calibrations, where there are tens of features and thousands of rows.
import type { Breathe } from '../../kernel/clock.ts'
import { softmax } from './linear-model.ts'

export type DenseModel = Readonly<{
  labels: readonly string[]
  /** Features are standardised by these before use. */
  means: readonly number[]
  deviations: readonly number[]
  /** Label-major, the last weight of each label its bias. */
  weights: readonly number[]
}>

/**
 * `x` are its features, `label` the place of its label, `weight` how much it counts beside the others.
 */
export type DenseRow = Readonly<{ x: readonly number[]; label: number; weight: number }>

export type DenseOptions = Readonly<{
  labels: readonly string[]
  steps: number
  /** Of the gradient step. */
  rate: number
  /** How strongly weights, biases included, are drawn towards zero. */
  ridge: number
  breathe: Breathe
}>

const GRADIENT_MIN = 1e-8

/** Fits the model; rows must not be empty and all of one length. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one numeric loop; cutting it up costs speed and reads worse
export async function fitDense(
  rows: readonly DenseRow[],
  options: DenseOptions,
): Promise<DenseModel> {
  const width = rows[0]!.x.length
  const { means, deviations } = standardsOf(rows, width)
  const classes = options.labels.length
  const size = width + 1
  const inputs = rows.map((row) => standardise(row.x, means, deviations))
  const total = rows.reduce((sum, row) => sum + row.weight, 0)
  const weights = new Float64Array(classes * size)
  const speed = new Float64Array(weights.length)
  const p = new Float32Array(classes)
  for (let step = 0; step < options.steps; step++) {
    const gradient = weights.map((weight) => options.ridge * weight)
    for (const [n, row] of rows.entries()) {
      const x = inputs[n]!
      score(weights, x, p)
      softmax(p)
      p[row.label]! -= 1
      for (let c = 0; c < classes; c++) {
        const g = (p[c]! * row.weight) / total
        if (g < GRADIENT_MIN && g > -GRADIENT_MIN) continue
        for (let k = 0; k < size; k++) gradient[c * size + k]! += g * x[k]!
      }
      if (n % 500 === 0) await options.breathe()
    }
    for (let i = 0; i < weights.length; i++) {
      speed[i] = 0.9 * speed[i]! - options.rate * gradient[i]!
      weights[i]! += speed[i]!
    }
  }
  return { labels: options.labels, means, deviations, weights: [...weights] }
}

function standardsOf(rows: readonly DenseRow[], width: number) {
  const means: number[] = []
  const deviations: number[] = []
  for (let k = 0; k < width; k++) {
    const mean = rows.reduce((sum, row) => sum + row.x[k]!, 0) / rows.length
    const square = rows.reduce((sum, row) => sum + (row.x[k]! - mean) ** 2, 0) / rows.length
    means.push(mean)
    deviations.push(Math.sqrt(square) || 1)
  }
  return { means, deviations }
}

// Standardised, cut off at five deviations, with a constant 1 for the bias.
function standardise(
  x: readonly number[],
  means: readonly number[],
  deviations: readonly number[],
): Float64Array {
  const out = new Float64Array(x.length + 1)
  for (const [k, value] of x.entries()) {
    out[k] = Math.max(-5, Math.min(5, (value - means[k]!) / deviations[k]!))
  }
  out[x.length] = 1
  return out
}

function score(weights: ArrayLike<number>, x: Float64Array, out: Float32Array): void {
  for (let c = 0; c < out.length; c++) {
    let sum = 0
    for (let k = 0; k < x.length; k++) sum += weights[c * x.length + k]! * x[k]!
    out[c] = sum
  }
}

/** The probability of every label. */
export function predictDense(model: DenseModel, x: readonly number[]): Float32Array {
  const out = new Float32Array(model.labels.length)
  score(model.weights, standardise(x, model.means, model.deviations), out)
  softmax(out)
  return out
}
