import { expect, test } from 'vitest'
import { isoFromEpoch } from '../../../src/lark/inbound/time.ts'

test.each([
  [1790000000],
  ['1790000000'],
  ['1790000000.0'],
  [1790000000000],
  ['1790000000000'],
  ['1790000000000000'],
  [1790000000000000],
])('%j is that instant, in whichever unit', (epoch) => {
  expect(isoFromEpoch(epoch)).toBe('2026-09-21T14:13:20.000Z')
})

test.each(['', ' ', 'x', '0', 0, -5, Number.NaN, Number.POSITIVE_INFINITY, 1e300, null, undefined])(
  '%j is no instant',
  (epoch) => {
    expect(isoFromEpoch(epoch)).toBeNull()
  },
)
