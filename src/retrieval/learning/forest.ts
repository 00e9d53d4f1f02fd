// A random forest over a few dense features (Breiman 2001): where the features work together, as
// they do in saying how sure an answer is, it is right more often than a weighted sum. Deterministic.
import type { Breathe } from '../../kernel/clock.ts'
import { mapBreathing } from '../../kernel/map-breathing.ts'

/** Rows that are drawn together or not at all, as the candidates of one question are. */
export type ForestCase = Readonly<{
  rows: readonly Readonly<{ x: readonly number[]; label: 0 | 1 }>[]
  weight: number
}>

/** All trees one after the other, a node in each column; of a leaf, `feature` is -1. */
export type Forest = Readonly<{
  /** Where each tree begins. */
  roots: Uint32Array
  feature: Int16Array
  /** Of a split: less or equal goes left. Of a leaf: the share of ones. */
  value: Float32Array
  left: Uint32Array
  right: Uint32Array
}>

export type ForestOptions = Readonly<{ trees: number; leafMin: number; breathe: Breathe }>

/** The forest, and for each row of each case what the trees say that were grown without the case. */
export async function growForest(
  cases: readonly ForestCase[],
  { trees, leafMin, breathe }: ForestOptions,
): Promise<Readonly<{ forest: Forest; unseen: readonly Float32Array[] }>> {
  const random = makeRandom()
  const grown = { roots: [] as number[], ...emptyNodes() }
  const sums = cases.map(({ rows }) => new Float32Array(rows.length))
  const counts = new Uint16Array(cases.length)
  const table = await tableOf(cases, breathe)
  const draw = makeDraw(cases, random)
  for (let tree = 0; tree < trees; tree++) {
    const drawn = Array.from(cases, draw)
    grown.roots.push(grown.feature.length)
    const rows = Uint32Array.from(drawn.flatMap((n) => table.rowsOf[n]!))
    growNode(rows, { ...table, nodes: grown, leafMin, random, counts: emptyCounts() })
    await breathe()
    const isDrawn = new Set(drawn)
    for (const [n, { rows: own }] of cases.entries()) {
      if (isDrawn.has(n)) continue
      for (const [k, { x }] of own.entries()) sums[n]![k]! += leafOf(grown, grown.roots[tree]!, x)
      counts[n]! += 1
    }
    await breathe()
  }
  return {
    forest: {
      roots: Uint32Array.from(grown.roots),
      feature: Int16Array.from(grown.feature),
      value: Float32Array.from(grown.value),
      left: Uint32Array.from(grown.left),
      right: Uint32Array.from(grown.right),
    },
    unseen: sums.map((sum, n) => sum.map((s) => (counts[n] === 0 ? UNKNOWN : s / counts[n]!))),
  }
}

const UNKNOWN = 0.5

/** The share of ones that the trees expect, 0 to 1; a forest without trees expects none. */
export function askForest(forest: Forest, x: readonly number[]): number {
  let sum = 0
  for (const root of forest.roots) sum += leafOf(forest, root, x)
  return forest.roots.length === 0 ? 0 : sum / forest.roots.length
}

/** A forest that has learnt nothing. */
export const BARE: Forest = {
  roots: new Uint32Array(),
  feature: new Int16Array(),
  value: new Float32Array(),
  left: new Uint32Array(),
  right: new Uint32Array(),
}

type Nodes = { feature: number[]; value: number[]; left: number[]; right: number[] }
const emptyNodes = (): Nodes => ({ feature: [], value: [], left: [], right: [] })

function leafOf(
  nodes: Pick<Forest, 'feature' | 'value' | 'left' | 'right'> | Nodes,
  root: number,
  x: readonly number[],
): number {
  let at = root
  while (nodes.feature[at]! >= 0) {
    at = x[nodes.feature[at]!]! <= nodes.value[at]! ? nodes.left[at]! : nodes.right[at]!
  }
  return nodes.value[at]!
}

/** All rows, with each feature as one of a few steps: a split is then found by counting. */
type Table = Readonly<{
  rowsOf: readonly (readonly number[])[]
  labels: Uint8Array
  /** Per feature and row: the step. */
  steps: readonly Uint8Array[]
  /** Per feature: the highest value of each step but the last. */
  edges: readonly Float32Array[]
}>

const STEPS_MAX = 128

async function tableOf(cases: readonly ForestCase[], breathe: Breathe): Promise<Table> {
  const rows = cases.flatMap((one) => one.rows)
  let next = 0
  const rowsOf = cases.map((one) => one.rows.map(() => next++))
  const columns = await mapBreathing(rows[0]?.x ?? [], breathe, (_, feature) => {
    const edges = edgesOf(Float32Array.from(rows, ({ x }) => x[feature]!))
    return { edges, steps: Uint8Array.from(rows, ({ x }) => stepOf(edges, x[feature]!)) }
  })
  return {
    rowsOf,
    labels: Uint8Array.from(rows, ({ label }) => label),
    edges: columns.map(({ edges }) => edges),
    steps: columns.map(({ steps }) => steps),
  }
}

/**
 * Between as many values as there are, or so many that each step holds its share of them. An edge is
 * rounded to a Float32, here as where the forest is asked: a value that it falls below is above it in both.
 */
function edgesOf(values: Float32Array): Float32Array {
  const sorted = values.sort()
  const found: number[] = []
  for (let step = 1; step < STEPS_MAX; step++) {
    const at = Math.floor((step * sorted.length) / STEPS_MAX)
    const value = sorted[at] ?? 0
    if (value !== found.at(-1) && value < sorted.at(-1)!) found.push(value)
  }
  return Float32Array.from(found)
}

/** How many edges lie below the value. */
function stepOf(edges: Float32Array, value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (edges[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

type Growing = Table &
  Readonly<{ nodes: Nodes; leafMin: number; random: () => number; counts: Counts }>

/** Per step of one feature: how many rows, and how many of them are ones. Used again for each split. */
type Counts = Readonly<{ all: Uint32Array; ones: Uint32Array }>

const emptyCounts = (): Counts => ({
  all: new Uint32Array(STEPS_MAX),
  ones: new Uint32Array(STEPS_MAX),
})

/** Grows the node for these rows and all below it; returns its number. */
function growNode(drawn: Uint32Array, growing: Growing): number {
  const { nodes, steps, edges } = growing
  const at = nodes.feature.length
  const ones = onesAmong(drawn, growing)
  nodes.feature.push(LEAF)
  nodes.value.push(drawn.length === 0 ? UNKNOWN : ones / drawn.length)
  nodes.left.push(0)
  nodes.right.push(0)
  if (ones === 0 || ones === drawn.length || drawn.length < 2 * growing.leafMin) return at
  const split = bestSplit(drawn, ones, growing)
  if (split === null) return at
  const { feature, step } = split
  const { left, right } = parted(drawn, steps[feature]!, step)
  nodes.feature[at] = feature
  nodes.value[at] = edges[feature]![step]!
  nodes.left[at] = growNode(left, growing)
  nodes.right[at] = growNode(right, growing)
  return at
}

function onesAmong(drawn: Uint32Array, { labels }: Table): number {
  let ones = 0
  for (let n = 0; n < drawn.length; n++) ones += labels[drawn[n]!]!
  return ones
}

/** Moves the rows up to the step before those above it. In place: many small arrays slow everything. */
function parted(drawn: Uint32Array, column: Uint8Array, step: number) {
  let lefts = 0
  for (let n = 0; n < drawn.length; n++) {
    const row = drawn[n]!
    if (column[row]! > step) continue
    drawn[n] = drawn[lefts]!
    drawn[lefts++] = row
  }
  return { left: drawn.subarray(0, lefts), right: drawn.subarray(lefts) }
}

const LEAF = -1

type Split = Readonly<{ feature: number; step: number }>

/** The split among a few features drawn at random that leaves both sides purest (Gini). */
function bestSplit(drawn: Uint32Array, ones: number, growing: Growing): Split | null {
  const { steps, edges, leafMin, random, counts } = growing
  const total = drawn.length
  let best: Split | null = null
  let bestPurity = (ones * ones + (total - ones) * (total - ones)) / total + PURITY_MIN
  for (let tried = 0; tried < Math.ceil(Math.sqrt(steps.length)); tried++) {
    const feature = Math.floor(random() * steps.length)
    countSteps(drawn, steps[feature]!, growing)
    let left = 0
    let onesLeft = 0
    for (let step = 0; step < edges[feature]!.length; step++) {
      left += counts.all[step]!
      onesLeft += counts.ones[step]!
      const right = total - left
      if (left < leafMin || right < leafMin || counts.all[step] === 0) continue
      const purity = purityOf(onesLeft, left) + purityOf(ones - onesLeft, right)
      if (purity <= bestPurity) continue
      bestPurity = purity
      best = { feature, step }
    }
  }
  return best
}

function countSteps(drawn: Uint32Array, column: Uint8Array, { counts, labels }: Growing): void {
  counts.all.fill(0)
  counts.ones.fill(0)
  for (let n = 0; n < drawn.length; n++) {
    const row = drawn[n]!
    const step = column[row]!
    counts.all[step]! += 1
    counts.ones[step]! += labels[row]!
  }
}

const purityOf = (ones: number, of: number) => (ones * ones + (of - ones) * (of - ones)) / of

const PURITY_MIN = 1e-6

/** Draws numbers of cases, each by its weight. */
function makeDraw(cases: readonly ForestCase[], random: () => number): () => number {
  const upTo: number[] = []
  for (const { weight } of cases) upTo.push((upTo.at(-1) ?? 0) + weight)
  const whole = upTo.at(-1) ?? 0
  return () => {
    const wanted = random() * whole
    let low = 0
    let high = upTo.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (upTo[middle]! > wanted) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Numbers from 0 to 1, always the same ones: the same knowledge makes the same judgement. */
function makeRandom(): () => number {
  let state = 0x9e3779b9
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
