// A random forest over a few dense features (Breiman 2001): where the features work together, as
// they do in saying how sure an answer is, it is right more often than a weighted sum. Deterministic.
import type { Breathe } from '../../kernel/clock.ts'
import { mapBreathing } from '../../kernel/map-breathing.ts'

/** Rows that are drawn together or not at all, as the candidates of one question are. */
export type ForestCase = Readonly<{
  /** Each with its features, as many in every row of every case. */
  rows: readonly Readonly<{ x: readonly number[]; label: 0 | 1 }>[]
  /** How often it is drawn, in relation to the other cases. */
  weight: number
}>

/** All trees one after the other; a node is its place in the four columns below the roots. */
export type Forest = Readonly<{
  /** The place of each tree's first node. */
  roots: Uint32Array
  /** What a split asks for, as a place in `x`; -1 for a leaf. */
  feature: Int16Array
  /** Of a split: less or equal goes left. Of a leaf: the share of ones. */
  value: Float32Array
  /** Of a split: the place of the node on either side. Of a leaf: 0, and never read. */
  left: Uint32Array
  right: Uint32Array
}>

export type ForestOptions = Readonly<{
  trees: number
  /** A split leaves at least so many rows on either side; one drawn twice counts twice. */
  leafMin: number
  breathe: Breathe
}>

/**
 * The forest, and for each row of each case what the trees say that were grown without the case: the
 * share of ones, or one half where every tree has seen it.
 */
export async function growForest(
  cases: readonly ForestCase[],
  { trees, leafMin, breathe }: ForestOptions,
): Promise<Readonly<{ forest: Forest; unseen: readonly Float32Array[] }>> {
  const random = makeRandom()
  const grown = { roots: [] as number[], ...emptyNodes() }
  const rows = cases.flatMap((one) => one.rows)
  const starts = startsOf(cases)
  const sums = new Float32Array(rows.length)
  const judges = new Uint16Array(rows.length)
  const table = await tableOf(rows, breathe)
  const draw = makeDraw(cases, random)
  for (let tree = 0; tree < trees; tree++) {
    const root = grown.feature.length
    grown.roots.push(root)
    const times = timesDrawn(starts, draw)
    growNode(drawnRows(times), {
      ...table,
      times,
      nodes: grown,
      leafMin,
      random,
      counts: emptyCounts(),
    })
    await breathe()
    for (let row = 0; row < rows.length; row++) {
      if (times[row]! > 0) continue
      sums[row]! += shareAt(grown, root, rows[row]!.x)
      judges[row]! += 1
    }
    await breathe()
  }
  const unseen = sums.map((sum, row) => (judges[row] === 0 ? UNKNOWN : sum / judges[row]!))
  return {
    forest: {
      roots: Uint32Array.from(grown.roots),
      feature: Int16Array.from(grown.feature),
      value: Float32Array.from(grown.value),
      left: Uint32Array.from(grown.left),
      right: Uint32Array.from(grown.right),
    },
    unseen: cases.map((_, n) => unseen.slice(starts[n], starts[n + 1])),
  }
}

/** The share of ones where there is nothing to count. */
const UNKNOWN = 0.5

/** The first row of each case, and the end of the last. */
function startsOf(cases: readonly ForestCase[]): Uint32Array {
  const starts = new Uint32Array(cases.length + 1)
  for (const [n, { rows }] of cases.entries()) starts[n + 1] = starts[n]! + rows.length
  return starts
}

/** Draws as many cases as there are, with repetition; tells how often each row was drawn. */
function timesDrawn(starts: Uint32Array, draw: () => number): Uint16Array {
  const times = new Uint16Array(starts.at(-1)!)
  for (let draws = 1; draws < starts.length; draws++) {
    const one = draw()
    for (let row = starts[one]!; row < starts[one + 1]!; row++) times[row]! += 1
  }
  return times
}

/** The rows that were drawn, each once. */
function drawnRows(times: Uint16Array): Uint32Array {
  const rows = new Uint32Array(times.length)
  let found = 0
  for (let row = 0; row < times.length; row++) if (times[row]! > 0) rows[found++] = row
  return rows.subarray(0, found)
}

/** The share of ones that the trees expect, 0 to 1; a forest without trees expects none. */
export function askForest(forest: Forest, x: readonly number[]): number {
  let sum = 0
  for (const root of forest.roots) sum += shareAt(forest, root, x)
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

/** The share of ones in the leaf that a row comes to, from this root down. */
function shareAt(
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
  /** Per feature and row: twice the step plus the label, which is where `Counts` counts the row. */
  places: readonly Uint8Array[]
  /** Per feature: the highest value of each step but the last. */
  edges: readonly Float32Array[]
}>

const STEPS_MAX = 128

async function tableOf(rows: ForestCase['rows'], breathe: Breathe): Promise<Table> {
  const columns = await mapBreathing(rows[0]?.x ?? [], breathe, (_, feature) => {
    const edges = edgesOf(Float32Array.from(rows, ({ x }) => x[feature]!))
    const places = Uint8Array.from(rows, ({ x, label }) => 2 * stepOf(edges, x[feature]!) + label)
    return { edges, places }
  })
  return {
    edges: columns.map(({ edges }) => edges),
    places: columns.map(({ places }) => places),
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
  Readonly<{
    /** How often each row was drawn. */
    times: Uint16Array
    nodes: Nodes
    leafMin: number
    random: () => number
    counts: Counts
  }>

/** Step by step of one feature: how many zeros, then how many ones. Used again for each split. */
type Counts = Uint32Array

const emptyCounts = (): Counts => new Uint32Array(2 * STEPS_MAX)

/** Grows the node for these rows and all below it; returns its number. */
function growNode(drawn: Uint32Array, growing: Growing): number {
  const { nodes, places, edges } = growing
  const at = nodes.feature.length
  const [total, ones] = countLabels(drawn, growing)
  nodes.feature.push(LEAF)
  nodes.value.push(total === 0 ? UNKNOWN : ones / total)
  nodes.left.push(0)
  nodes.right.push(0)
  if (ones === 0 || ones === total || total < 2 * growing.leafMin) return at
  const split = bestSplit(drawn, total, ones, growing)
  if (split === null) return at
  const { feature, step } = split
  const { left, right } = parted(drawn, places[feature]!, step)
  nodes.feature[at] = feature
  nodes.value[at] = edges[feature]![step]!
  nodes.left[at] = growNode(left, growing)
  nodes.right[at] = growNode(right, growing)
  return at
}

/** How many rows were drawn, and how many of them are ones. */
function countLabels(drawn: Uint32Array, { places, times }: Growing): readonly [number, number] {
  const column = places[0]!
  let total = 0
  let ones = 0
  for (let n = 0; n < drawn.length; n++) {
    const row = drawn[n]!
    total += times[row]!
    if (column[row]! & 1) ones += times[row]!
  }
  return [total, ones]
}

/** Moves the rows up to the step before those above it. In place: many small arrays slow everything. */
function parted(drawn: Uint32Array, column: Uint8Array, step: number) {
  let lefts = 0
  for (let n = 0; n < drawn.length; n++) {
    const row = drawn[n]!
    if (column[row]! >> 1 > step) continue
    drawn[n] = drawn[lefts]!
    drawn[lefts++] = row
  }
  return { left: drawn.subarray(0, lefts), right: drawn.subarray(lefts) }
}

const LEAF = -1

type Split = Readonly<{ feature: number; step: number }>

/** The split among a few features drawn at random that leaves both sides purest (Gini). */
function bestSplit(
  drawn: Uint32Array,
  total: number,
  ones: number,
  growing: Growing,
): Split | null {
  const { places, edges, leafMin, random, counts } = growing
  let best: Split | null = null
  let bestPurity = purityOf(ones, total) + GAIN_MIN
  for (let tried = 0; tried < Math.ceil(Math.sqrt(places.length)); tried++) {
    const feature = Math.floor(random() * places.length)
    countPlaces(drawn, places[feature]!, growing)
    let left = 0
    let onesLeft = 0
    for (let step = 0; step < edges[feature]!.length; step++) {
      const onesHere = counts[2 * step + 1]!
      const here = counts[2 * step]! + onesHere
      left += here
      onesLeft += onesHere
      const right = total - left
      if (left < leafMin || right < leafMin || here === 0) continue
      const purity = purityOf(onesLeft, left) + purityOf(ones - onesLeft, right)
      if (purity <= bestPurity) continue
      bestPurity = purity
      best = { feature, step }
    }
  }
  return best
}

function countPlaces(drawn: Uint32Array, column: Uint8Array, { counts, times }: Growing): void {
  counts.fill(0)
  for (let n = 0; n < drawn.length; n++) {
    const row = drawn[n]!
    counts[column[row]!]! += times[row]!
  }
}

/** How pure one side of a split is, times its rows: the higher the sum of both, the lower Gini's impurity. */
const purityOf = (ones: number, total: number) =>
  (ones * ones + (total - ones) * (total - ones)) / total

/** A split that gains no more than this is rounding. */
const GAIN_MIN = 1e-6

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

/** Numbers from 0 to below 1, always the same ones: the same knowledge makes the same judgement. */
function makeRandom(): () => number {
  let state = 0x9e3779b9
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
