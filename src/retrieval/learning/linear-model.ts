// A linear text classifier: softmax regression over tf-idf features, trained by stochastic
// gradient descent on the knowledge base's own sentences at publish. Weights are feature-major
// and quantised to one byte with one scale per feature.
import type { Breathe } from '../../kernel/clock.ts'

/** A sparse vector: feature numbers and their values, of unit length. */
export type Sparse = Readonly<{ ids: Uint32Array; values: Float32Array }>

export type LinearModel = Readonly<{
  labels: readonly string[]
  features: number
  weights: Int8Array
  scales: Float32Array
  bias: Float32Array
}>

export type TrainingSample = Readonly<{
  x: Sparse
  /** All that are right, in equal shares. */
  labels: readonly number[]
  weight: number
}>

export type TrainingOptions = Readonly<{
  labels: readonly string[]
  features: number
  /** Passes in all, over which the rate falls; `train` may be asked for them in portions. */
  epochs: number
  rate: number
  breathe: Breathe
  progress?: ((share: number) => void) | undefined
}>

export type Trainer = Readonly<{
  /** Runs that many passes over the samples, going on from what has been learnt so far. */
  train(samples: readonly TrainingSample[], passes: number): Promise<void>
  /** The model as learnt so far. */
  model(): Promise<LinearModel>
}>

// Little, because before the loops are compiled they are some fifty times slower.
const WORK_PER_BREATH = 50_000

/** After this many passes a sample is only compared with the labels that it is likely to be. */
const FULL_PASSES = 1
const RIVALS = 32

/** A training run; the same samples in the same order always give the same model. */
export function startTraining(options: TrainingOptions): Trainer {
  const classes = options.labels.length
  const state: State = {
    weights: new Float32Array(options.features * classes),
    bias: new Float32Array(classes),
    p: new Float32Array(classes),
    learning: new Uint16Array(classes),
  }
  const random = makeRandom(1)
  const rivals = new Map<TrainingSample, Uint16Array>()
  const all = Uint16Array.from({ length: classes }, (_, c) => c)
  let done = 0
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one numeric loop; cutting it up costs speed and reads worse
  async function train(samples: readonly TrainingSample[], passes: number): Promise<void> {
    const order = Uint32Array.from(samples.keys())
    await options.breathe()
    let work = 0
    for (let pass = 0; pass < passes; pass++) {
      shuffle(order, random)
      for (const [at, n] of order.entries()) {
        const sample = samples[n]!
        const eta = (options.rate * sample.weight) / (1 + 3 * (done + at / order.length))
        const known = rivals.get(sample)
        if (known === undefined) learnAll(sample, eta, state)
        else learnAmong(sample, eta, state, known)
        if (known === undefined && done + 1 >= FULL_PASSES && classes > 2 * RIVALS) {
          rivals.set(sample, rivalsOf(state.p, sample.labels))
        }
        work += sample.x.ids.length * (known ?? all).length
        if (work > WORK_PER_BREATH) {
          work = 0
          await options.breathe()
        }
      }
      done += 1
      options.progress?.(done / options.epochs)
    }
  }
  return { train, model: () => quantise(state, options) }
}

type State = Readonly<{
  weights: Float32Array
  bias: Float32Array
  /** Of the sample at hand: the probability of each label, then its gradient. */
  p: Float32Array
  /** Of the sample at hand: the labels that learn from it, as many as are said. */
  learning: Uint16Array
}>

// Gradients smaller than this are noise; leaving them out halves the time of a pass.
const GRADIENT_MIN = 1e-4

/** One step against every label: rows of weights are walked as they lie in memory. */
function learnAll(sample: TrainingSample, eta: number, state: State): void {
  const { weights, bias, p, learning } = state
  const { ids, values } = sample.x
  const classes = p.length
  p.set(bias)
  for (let k = 0; k < ids.length; k++) {
    const at = ids[k]! * classes
    const value = values[k]!
    for (let c = 0; c < classes; c++) p[c]! += value * weights[at + c]!
  }
  softmax(p)
  for (const label of sample.labels) p[label]! -= 1 / sample.labels.length
  const learners = findLearners(state)
  for (let k = 0; k < ids.length; k++) {
    const at = ids[k]! * classes
    const step = eta * values[k]!
    for (let j = 0; j < learners; j++) weights[at + learning[j]!]! -= step * p[learning[j]!]!
  }
  for (let j = 0; j < learners; j++) bias[learning[j]!]! -= 0.001 * eta * p[learning[j]!]!
}

/** Puts the labels whose gradient is more than noise in front, and tells how many: soon they are few. */
function findLearners({ p, learning }: State): number {
  let found = 0
  for (let c = 0; c < p.length; c++) {
    if (p[c]! >= GRADIENT_MIN || p[c]! <= -GRADIENT_MIN) learning[found++] = c
  }
  return found
}

/** One step against the labels that the sample is likely to be. */
function learnAmong(
  sample: TrainingSample,
  eta: number,
  { weights, bias, p }: State,
  labels: Uint16Array,
): void {
  const { ids, values } = sample.x
  const classes = p.length
  p.fill(Number.NEGATIVE_INFINITY)
  for (const c of labels) p[c] = bias[c]!
  for (let k = 0; k < ids.length; k++) {
    const at = ids[k]! * classes
    const value = values[k]!
    for (let j = 0; j < labels.length; j++) {
      const c = labels[j]!
      p[c]! += value * weights[at + c]!
    }
  }
  softmax(p)
  for (const label of sample.labels) p[label]! -= 1 / sample.labels.length
  for (const c of labels) {
    const gradient = p[c]!
    if (gradient < GRADIENT_MIN && gradient > -GRADIENT_MIN) continue
    for (let k = 0; k < ids.length; k++) {
      weights[ids[k]! * classes + c]! -= eta * values[k]! * gradient
    }
    bias[c]! -= 0.001 * eta * gradient
  }
}

/** The labels most confused with the sample's own, and its own. */
function rivalsOf(gradients: Float32Array, own: readonly number[]): Uint16Array {
  const bar = Float32Array.from(gradients).sort().at(-RIVALS) ?? 0
  const found: number[] = []
  for (const [c, gradient] of gradients.entries()) {
    if (gradient >= bar && !own.includes(c)) found.push(c)
  }
  return Uint16Array.from([...own, ...found.slice(0, 2 * RIVALS)])
}

async function quantise(
  { weights, bias }: State,
  { labels, features, breathe }: TrainingOptions,
): Promise<LinearModel> {
  const classes = labels.length
  const scales = new Float32Array(features)
  const bytes = new Int8Array(weights.length)
  for (let id = 0; id < features; id++) {
    let largest = 0
    for (let c = 0; c < classes; c++) {
      largest = Math.max(largest, Math.abs(weights[id * classes + c]!))
    }
    const scale = largest / 127
    scales[id] = scale
    if (scale === 0) continue
    for (let c = 0; c < classes; c++) {
      bytes[id * classes + c] = Math.round(weights[id * classes + c]! / scale)
    }
    if (id % 500 === 0) await breathe()
  }
  return { labels, features, weights: bytes, scales, bias: bias.slice() }
}

/** The probability of every label, summing to 1. */
export function predictLinear(model: LinearModel, x: Sparse): Float32Array {
  const classes = model.labels.length
  const out = Float32Array.from(model.bias)
  for (let k = 0; k < x.ids.length; k++) {
    const at = x.ids[k]! * classes
    const value = x.values[k]! * model.scales[x.ids[k]!]!
    for (let c = 0; c < classes; c++) out[c]! += value * model.weights[at + c]!
  }
  softmax(out)
  return out
}

/** Turns logits into probabilities in place. */
export function softmax(values: Float32Array): void {
  let largest = Number.NEGATIVE_INFINITY
  for (const value of values) if (value > largest) largest = value
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const e = Math.exp(values[i]! - largest)
    values[i] = e
    sum += e
  }
  for (let i = 0; i < values.length; i++) values[i]! /= sum
}

// A fixed linear congruential generator: training must not depend on the clock or the machine.
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
}
