// A linear text classifier: softmax regression over tf-idf features, trained by stochastic
// gradient descent on the knowledge base's own sentences at publish. Weights are feature-major
// and quantised to one byte with one scale per feature.
import type { Breathe } from '../../kernel/clock.ts'

/** A sparse vector: feature numbers and their values, of unit length. */
export type Sparse = Readonly<{ ids: Uint32Array; values: Float32Array }>

/** The logit of a label is its bias and the sum over features of value × scale × weight. */
export type LinearModel = Readonly<{
  labels: readonly string[]
  features: number
  /** Feature by feature, a byte for each label. */
  weights: Int8Array
  /** Per feature: what a weight of 1 stands for. */
  scales: Float32Array
  bias: Float32Array
}>

export type TrainingSample = Readonly<{
  x: Sparse
  /** All that are right, in equal shares. */
  labels: readonly number[]
  /** How large its steps are beside those of the others. */
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
    classes,
    weights: new Float32Array(options.features * classes),
    bias: new Float32Array(classes),
    p: new Float32Array(classes),
    learners: new Uint16Array(classes),
    gradients: new Float32Array(classes),
  }
  const random = makeRandom(1)
  const rivals = new Map<TrainingSample, Uint16Array>()
  const all = Uint16Array.from({ length: classes }, (_, c) => c)
  let done = 0
  async function train(samples: readonly TrainingSample[], passes: number): Promise<void> {
    const order = Uint32Array.from(samples.keys())
    await options.breathe()
    let work = 0
    for (let pass = 0; pass < passes; pass++) {
      shuffle(order, random)
      for (let at = 0; at < order.length; at++) {
        const sample = samples[order[at]!]!
        const eta = (options.rate * sample.weight) / (1 + 3 * (done + at / order.length))
        const known = rivals.get(sample)
        const labels = known ?? all
        learn(sample, eta, labels, state)
        if (known === undefined && done + 1 >= FULL_PASSES && classes > 2 * RIVALS) {
          rivals.set(sample, rivalsOf(state.p, sample.labels))
        }
        work += sample.x.ids.length * labels.length
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
  classes: number
  weights: Float32Array
  bias: Float32Array
  /** Of the sample at hand, per label that it is compared with: the probability, then its gradient. */
  p: Float32Array
  /** Of the sample at hand: the labels that learn from it, as many as are said, and their gradients. */
  learners: Uint16Array
  gradients: Float32Array
}>

// Gradients smaller than this are noise; leaving them out halves the time of a pass.
const GRADIENT_MIN = 1e-4

/** One step against these labels, ascending; the sample's own are among them. */
function learn(sample: TrainingSample, eta: number, labels: Uint16Array, state: State): void {
  const { x, labels: own } = sample
  const p = state.p.subarray(0, labels.length)
  score(x, labels, state, p)
  softmax(p)
  for (const label of own) p[labels.indexOf(label)]! -= 1 / own.length
  adjust(x, eta, findLearners(labels, p, state), state)
}

/**
 * The logit of each of the labels. Four rows of weights at a time, so that a sum is fetched and put
 * back a quarter as often; it is rounded after each of them, as the values of an array are.
 */
function score({ ids, values }: Sparse, labels: Uint16Array, state: State, out: Float32Array) {
  const { weights, bias, classes } = state
  const round = Math.fround
  for (let j = 0; j < labels.length; j++) out[j] = bias[labels[j]!]!
  let k = 0
  for (; k + 3 < ids.length; k += 4) {
    const a = ids[k]! * classes
    const b = ids[k + 1]! * classes
    const c = ids[k + 2]! * classes
    const d = ids[k + 3]! * classes
    const valueA = values[k]!
    const valueB = values[k + 1]!
    const valueC = values[k + 2]!
    const valueD = values[k + 3]!
    for (let j = 0; j < labels.length; j++) {
      const label = labels[j]!
      let sum = round(out[j]! + valueA * weights[a + label]!)
      sum = round(sum + valueB * weights[b + label]!)
      sum = round(sum + valueC * weights[c + label]!)
      out[j] = sum + valueD * weights[d + label]!
    }
  }
  for (; k < ids.length; k++) {
    const at = ids[k]! * classes
    const value = values[k]!
    for (let j = 0; j < labels.length; j++) out[j]! += value * weights[at + labels[j]!]!
  }
}

/** Puts the labels whose gradient is more than noise in front, and tells how many: soon they are few. */
function findLearners(
  labels: Uint16Array,
  p: Float32Array,
  { learners, gradients }: State,
): number {
  let found = 0
  for (let j = 0; j < labels.length; j++) {
    const gradient = p[j]!
    if (gradient < GRADIENT_MIN && gradient > -GRADIENT_MIN) continue
    learners[found] = labels[j]!
    gradients[found++] = gradient
  }
  return found
}

/** Moves the weights of as many learners against their gradients. */
function adjust({ ids, values }: Sparse, eta: number, count: number, state: State): void {
  const { weights, bias, learners, gradients, classes } = state
  for (let k = 0; k < ids.length; k++) {
    const at = ids[k]! * classes
    const step = eta * values[k]!
    for (let j = 0; j < count; j++) weights[at + learners[j]!]! -= step * gradients[j]!
  }
  for (let j = 0; j < count; j++) bias[learners[j]!]! -= 0.001 * eta * gradients[j]!
}

/** The labels most confused with the sample's own, and its own, ascending. */
function rivalsOf(gradients: Float32Array, own: readonly number[]): Uint16Array {
  const bar = gradients.slice().sort().at(-RIVALS) ?? 0
  const found: number[] = []
  for (let c = 0; c < gradients.length; c++) {
    if (gradients[c]! >= bar && !own.includes(c)) found.push(c)
  }
  return Uint16Array.from([...own, ...found.slice(0, 2 * RIVALS)]).sort()
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
