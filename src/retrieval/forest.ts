// A random forest over a few dense features (Breiman 2001): where the features work together, as
// they do in saying how sure an answer is, it is right more often than a weighted sum. Deterministic.
import type { Breathe } from '../kernel/clock.ts'

export type ForestRow = Readonly<{ x: readonly number[]; label: 0 | 1; weight: number }>

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

/** The forest, and for each row what the trees say that were grown without it. */
export async function growForest(
  rows: readonly ForestRow[],
  { trees, leafMin, breathe }: ForestOptions,
): Promise<Readonly<{ forest: Forest; unseen: Float32Array }>> {
  const random = makeRandom()
  const grown = { roots: [] as number[], ...emptyNodes() }
  const sums = new Float32Array(rows.length)
  const counts = new Uint16Array(rows.length)
  const draw = makeDraw(rows, random)
  for (let tree = 0; tree < trees; tree++) {
    const drawn = Uint32Array.from(rows, draw)
    grown.roots.push(grown.feature.length)
    growNode(rows, drawn, { nodes: grown, leafMin, random })
    const isDrawn = new Uint8Array(rows.length)
    for (const n of drawn) isDrawn[n] = 1
    for (let n = 0; n < rows.length; n++) {
      if (isDrawn[n] === 1) continue
      sums[n]! += leafOf(grown, grown.roots[tree]!, rows[n]!.x)
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
    unseen: sums.map((sum, n) => (counts[n] === 0 ? 0.5 : sum / counts[n]!)),
  }
}

/** The share of ones that the trees expect, 0 to 1. */
export function askForest(forest: Forest, x: readonly number[]): number {
  let sum = 0
  for (const root of forest.roots) sum += leafOf(forest, root, x)
  return forest.roots.length === 0 ? 0 : sum / forest.roots.length
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

type Growing = Readonly<{ nodes: Nodes; leafMin: number; random: () => number }>

/** Grows the node for these rows and all below it; returns its number. */
function growNode(rows: readonly ForestRow[], drawn: Uint32Array, growing: Growing): number {
  const { nodes } = growing
  const at = nodes.feature.length
  const ones = drawn.reduce((sum, n) => sum + rows[n]!.label, 0)
  nodes.feature.push(LEAF)
  nodes.value.push(drawn.length === 0 ? 0.5 : ones / drawn.length)
  nodes.left.push(0)
  nodes.right.push(0)
  if (ones === 0 || ones === drawn.length || drawn.length < 2 * growing.leafMin) return at
  const split = bestSplit(rows, drawn, ones, growing)
  if (split === null) return at
  const goesLeft = (n: number) => rows[n]!.x[split.feature]! <= split.value
  nodes.feature[at] = split.feature
  nodes.value[at] = split.value
  nodes.left[at] = growNode(rows, drawn.filter(goesLeft), growing)
  nodes.right[at] = growNode(
    rows,
    drawn.filter((n) => !goesLeft(n)),
    growing,
  )
  return at
}

const LEAF = -1

/** The split among a few features drawn at random that leaves both sides purest (Gini). */
function bestSplit(
  rows: readonly ForestRow[],
  drawn: Uint32Array,
  ones: number,
  { leafMin, random }: Growing,
): Readonly<{ feature: number; value: number }> | null {
  const width = rows[0]!.x.length
  const total = drawn.length
  let best: { feature: number; value: number } | null = null
  let bestPurity = (ones * ones + (total - ones) * (total - ones)) / total + PURITY_MIN
  for (let tried = 0; tried < Math.ceil(Math.sqrt(width)); tried++) {
    const feature = Math.floor(random() * width)
    const sorted = drawn.toSorted((a, b) => rows[a]!.x[feature]! - rows[b]!.x[feature]!)
    let onesLeft = 0
    for (let left = 1; left < total; left++) {
      const before = rows[sorted[left - 1]!]!
      onesLeft += before.label
      const value = before.x[feature]!
      if (left < leafMin || total - left < leafMin) continue
      if (value === rows[sorted[left]!]!.x[feature]!) continue
      const onesRight = ones - onesLeft
      const right = total - left
      const purity =
        (onesLeft * onesLeft + (left - onesLeft) * (left - onesLeft)) / left +
        (onesRight * onesRight + (right - onesRight) * (right - onesRight)) / right
      if (purity <= bestPurity) continue
      bestPurity = purity
      best = { feature, value }
    }
  }
  return best
}

const PURITY_MIN = 1e-6

/** Draws row numbers, each by its weight. */
function makeDraw(rows: readonly ForestRow[], random: () => number): () => number {
  const upTo: number[] = []
  for (const { weight } of rows) upTo.push((upTo.at(-1) ?? 0) + weight)
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
