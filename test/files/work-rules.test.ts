import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parseCalendarYear } from '../../src/files/calendar.ts'
import { parseWorkRules } from '../../src/files/limits.ts'
import { makeCalendar } from '../../src/kernel/working-time.ts'
import { aCalendar } from '../builders/calendar.ts'
import { someLimits } from '../builders/ticket.ts'

const limits = await readFile('knowledge/limits.yaml', 'utf8')
const year2026 = await readFile('knowledge/calendar/2026.yaml', 'utf8')

function problemsOf(parsed: ReturnType<typeof parseWorkRules | typeof parseCalendarYear>) {
  if (parsed.ok) throw new Error('expected problems')
  return parsed.problems.map((problem) => problem.path)
}

test('the shipped limits and calendar are those of the business handbook', () => {
  const rules = parseWorkRules('limits.yaml', limits)
  const year = parseCalendarYear('calendar/2026.yaml', year2026)
  if (!rules.ok || !year.ok) throw new Error('the shipped files are wrong')
  expect(rules.value.limits).toEqual(someLimits())
  expect(makeCalendar([year.value], rules.value.periods)).toEqual(aCalendar())
  expect(rules.value.retention).toEqual({ logDays: 180, personalDataDays: 730 })
})

describe('limits', () => {
  test.each([
    ['review: 1', 'review: 0', 'review'],
    ['review: 1', 'review: 1\nextra: 1', ''],
    ['sign_for_share: 0.5', 'sign_for_share: 1', 'warn_before.sign_for_share'],
    ['supervise_after: [1, 3, 5]', 'supervise_after: [3, 1]', 'supervise_after'],
    ["{from: '08:30', to: '12:00'}", "{from: '12:30', to: '12:00'}", 'working_hours.morning'],
    ["{from: '13:30'", "{from: '11:30'", 'working_hours'],
    ["'08:30'", "'8:30'", 'working_hours.morning.from'],
    ['{log_days: 180', '{log_days: 179', 'retention.log_days'],
    [
      'normal: {amount: 1, unit: working_days}',
      'normal: {amount: 0.5, unit: working_days}',
      'sign_for.normal',
    ],
    ['{remind_after: 3, confirm_after: 5}', '{remind_after: 5, confirm_after: 5}', 'auto_confirm'],
  ])('%s may not become %s', (from, to, path) => {
    expect(limits).toContain(from)
    expect(problemsOf(parseWorkRules('limits.yaml', limits.replace(from, to)))).toContain(path)
  })

  test('what is refused says what may stand there', () => {
    const told = (from: string, to: string) => {
      const parsed = parseWorkRules('limits.yaml', limits.replace(from, to))
      return parsed.ok ? [] : parsed.problems.map(({ path, reason }) => `${path} ${reason}`)
    }
    expect(told('co_handling_before_lead: 2', 'co_handling_before_lead: soon')).toEqual([
      'co_handling_before_lead 应为 1 至 30 的整数',
    ])
    expect(told('co_handling_before_lead: 2', '')).toEqual([
      'co_handling_before_lead 应为 1 至 30 的整数',
    ])
  })

  test('a broken file is told by line', () => {
    expect(problemsOf(parseWorkRules('limits.yaml', 'review: [1'))).toEqual(['第 1 行'])
  })
})

describe('calendar', () => {
  test.each([
    ['from: 2026-01-01', 'from: 2025-12-31', 'holidays.0'],
    ['to: 2026-01-03', 'to: 2025-01-03', 'holidays.0'],
    ['[2026-01-04', '[2026-01-05', 'workdays.0'],
    ['[2026-01-04', '[2026-01-03', 'workdays.0'],
    ['[2026-01-04', '[2025-01-04', 'workdays.0'],
    ['[2026-01-04', '[2026-02-30', 'workdays.0'],
    ['year: 2026', 'year: 226', 'year'],
  ])('%s may not become %s', (from, to, path) => {
    expect(year2026).toContain(from)
    expect(
      problemsOf(parseCalendarYear('calendar/2026.yaml', year2026.replace(from, to))),
    ).toContain(path)
  })
})
