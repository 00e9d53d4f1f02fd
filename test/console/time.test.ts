import { expect, test } from 'vitest'
import { lastDayOf } from '../../src/console/desk/parts/time.ts'

test('what ends at midnight in Zhoushan is shown up to the day before', () => {
  expect(lastDayOf('2026-12-20T16:00:00.000Z')).toBe('2026-12-20')
  expect(lastDayOf('2026-12-20T15:59:59.999Z')).toBe('2026-12-20')
})
