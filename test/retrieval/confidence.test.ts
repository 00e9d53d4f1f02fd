import { describe, expect, test } from 'vitest'
import {
  barFor,
  careOf,
  confidenceOf,
  fitConfidence,
} from '../../src/retrieval/learning/confidence.ts'
import { askForest, BARE, growForest } from '../../src/retrieval/learning/forest.ts'
import { LEVELS_DEFAULT, levelFor, readLevels } from '../../src/retrieval/learning/levels.ts'

const breathe = async () => {}
/** A number from 0 to 1 that looks drawn by chance, and is always the same. */
function chance(n: number): number {
  let mixed = Math.imul(n + 1, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296
}

describe('a forest', () => {
  // One only where exactly one of two features is high: no weighted sum can tell.
  const cases = Array.from({ length: 400 }, (_, n) => {
    const x = [chance(n), chance(n + 1_000), chance(n + 2_000)]
    const label: 0 | 1 = x[0]! > 0.5 !== x[1]! > 0.5 ? 1 : 0
    return { rows: [{ x, label }], weight: 1 }
  })
  const options = { trees: 60, leafMin: 3, breathe }

  test('learns what two features mean together', async () => {
    const { forest } = await growForest(cases, options)
    expect(askForest(forest, [0.9, 0.1, 0.5])).toBeGreaterThan(0.8)
    expect(askForest(forest, [0.9, 0.9, 0.5])).toBeLessThan(0.2)
  })

  test('tells of each case what trees think that were grown without it', async () => {
    const noise = cases.map(({ rows: [row] }, n) => {
      const label: 0 | 1 = chance(n + 3_000) > 0.5 ? 1 : 0
      return { rows: [{ x: row!.x, label }], weight: 1 }
    })
    const { forest, unseen } = await growForest(noise, options)
    const rightOf = (score: (n: number) => number) =>
      noise.filter(({ rows: [row] }, n) => score(n) > 0.5 === (row!.label === 1)).length /
      noise.length
    // It has learnt the noise by heart, and yet does not believe that it can tell.
    expect(rightOf((n) => askForest(forest, noise[n]!.rows[0]!.x))).toBeGreaterThan(0.8)
    expect(rightOf((n) => unseen[n]![0]!)).toBeLessThan(0.65)
  })

  test('is the same every time, and of no rows says nothing', async () => {
    const [one, two] = [await growForest(cases, options), await growForest(cases, options)]
    expect(two.forest).toEqual(one.forest)
    const none = await growForest([{ rows: [{ x: [1], label: 1 }], weight: 1 }], options)
    expect(askForest(none.forest, [1])).toBe(1)
  })

  test('draws cases by their weight', async () => {
    const two = [
      { rows: [{ x: [0], label: 0 as const }], weight: 99 },
      { rows: [{ x: [0], label: 1 as const }], weight: 1 },
    ]
    const { forest } = await growForest(two, options)
    expect(askForest(forest, [0])).toBeLessThan(0.1)
  })

  test('what belongs to a drawn case tells nothing of its own rows', async () => {
    // Each case says the same twice; only its own rows would give its label away.
    const twins = Array.from({ length: 200 }, (_, n) => {
      const label: 0 | 1 = chance(n + 4_000) > 0.5 ? 1 : 0
      const row = { x: [n, chance(n)], label }
      return { rows: [row, row], weight: 1 }
    })
    const { unseen } = await growForest(twins, { ...options, leafMin: 1 })
    const right = twins.filter(({ rows }, n) => unseen[n]![0]! > 0.5 === (rows[0]!.label === 1))
    expect(right.length / twins.length).toBeLessThan(0.65)
  })

  test('that has learnt nothing expects none', () => {
    expect(askForest(BARE, [1])).toBe(0)
  })
})

describe('levels', () => {
  test('are the lowest confidence at which no more than so many are answered wrongly', () => {
    const outcomes = Array.from({ length: 100 }, (_, n) => ({
      confidence: 1 - n / 100,
      right: n !== 40 && n !== 70 && n !== 80,
      weight: 1,
    }))
    const levels = new Map(readLevels(outcomes))
    expect(levels.get(0.005)).toBeCloseTo(0.61)
    expect(levels.get(0.01)).toBeCloseTo(0.31)
    expect(levels.get(0.02)).toBeCloseTo(0.21)
    expect(levels.get(0.05)).toBe(0.1)
  })

  test('a smaller target error asks for more confidence', () => {
    const bars = [0.001, 0.005, 0.015, 0.02, 0.05, 0.5].map((e) => levelFor(LEVELS_DEFAULT, e))
    expect(bars).toEqual([...bars].sort((a, b) => b - a))
    expect(new Set(bars).size).toBeGreaterThan(3)
  })
})

describe('what is learnt about being sure', () => {
  // Feature 0 tells whether the first is right; careful questions are wrong more often.
  const rows = Array.from({ length: 300 }, (_, n) => {
    const careful = n % 2 === 1
    const sure = chance(n)
    const right = chance(n + 500) < (careful ? sure * 0.6 : 0.9 + sure / 10)
    return {
      features: [sure, careful ? 1 : 0],
      style: [careful ? 60 : 15],
      right,
      careful,
      broad: false,
      weight: 1,
    }
  })

  test('asks for more where a question is written in a hurry or winds', async () => {
    const learnt = await fitConfidence(rows, breathe)
    expect(careOf(learnt, [60])).toBeGreaterThan(0.9)
    expect(careOf(learnt, [15])).toBeLessThan(0.1)
    const answered = (careful: boolean) =>
      rows.filter(
        (row) =>
          row.careful === careful &&
          confidenceOf(learnt, row.features) >= barFor(learnt, 0.05, careOf(learnt, row.style)),
      ).length
    expect(answered(true)).toBeLessThan(answered(false) / 2)
    expect(confidenceOf(learnt, [0.95, 0])).toBeGreaterThan(confidenceOf(learnt, [0.05, 1]))
  })

  test('keeps known levels where nobody has said how the questions are written', async () => {
    const learnt = await fitConfidence(
      rows.map((row) => ({ ...row, careful: null })),
      breathe,
    )
    expect(careOf(learnt, [60])).toBe(0)
    expect(barFor(learnt, 0.02, 0)).toBe(levelFor(LEVELS_DEFAULT, 0.02))
  })
})
