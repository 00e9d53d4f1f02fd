import { expect, test } from 'vitest'
import { rememberLately } from '../../../src/compose/console/figures.ts'

const year = (from: string) => ({ from: new Date(from), to: new Date('2027-01-01') })

test('the rows of a period are read once for a page, and anew after a while', async () => {
  let now = 0
  let reads = 0
  const rows = rememberLately(
    async () => ++reads,
    () => now,
  )
  expect([await rows(year('2026-01-01')), await rows(year('2026-01-01'))]).toEqual([1, 1])
  expect(await rows(year('2025-01-01'))).toBe(2)
  now = 20_000
  expect(await rows(year('2025-01-01'))).toBe(3)
})

test('a failure is not remembered', async () => {
  let reads = 0
  const rows = rememberLately(async () => {
    if (++reads === 1) throw new Error('down')
    return reads
  })
  await expect(rows(year('2026-01-01'))).rejects.toThrow('down')
  expect(await rows(year('2026-01-01'))).toBe(2)
})
