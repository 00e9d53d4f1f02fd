import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  addWorkingMinutes,
  countedDays,
  isWorkingDay,
  isWorkingInstant,
  localDate,
  minutesPerDay,
  nextWorkingInstant,
  type Reckoned,
  workingMinutesBetween,
} from '../../src/kernel/working-time.ts'
import { aCalendar, local, shown } from '../builders/calendar.ts'

const calendar = aCalendar()
const say = (result: Reckoned) => (result.ok ? shown(result.at) : `uncovered ${result.year}`)
const days = (start: string, count: number, closed: string[] = []) =>
  say(addWorkingDays(aCalendar(closed), local(start), count))
const minutes = (start: string, count: number) =>
  say(addWorkingMinutes(calendar, local(start), count))

describe('reference vectors of the business handbook', () => {
  test.each([
    ['2026-02-13 10:00', 5, '2026-02-27 17:30'],
    ['2026-09-30 10:00', 3, '2026-10-10 17:30'],
    ['2026-04-30 10:00', 5, '2026-05-11 17:30'],
    ['2026-09-24 10:00', 1, '2026-09-28 17:30'],
  ])('from %s, %i working days end at %s', (start, count, due) => {
    expect(days(start, count)).toBe(due)
  })

  test('2026 has 248 working days', () => {
    let count = 0
    for (let at = local('2026-01-01 12:00'); localDate(at) < '2027-01-01'; ) {
      const day = isWorkingDay(calendar, localDate(at))
      if (day.ok && day.working) count++
      at = new Date(at.getTime() + 86_400_000)
    }
    expect(count).toBe(248)
  })
})

describe('working days', () => {
  test.each([
    ['2026-11-25', true, 'an ordinary Wednesday'],
    ['2026-11-28', false, 'an ordinary Saturday'],
    ['2026-11-29', false, 'an ordinary Sunday'],
    ['2026-01-01', false, 'New Year'],
    ['2026-01-02', false, 'the Friday after New Year'],
    ['2026-01-04', true, 'the make-up Sunday after New Year'],
    ['2026-02-14', true, 'the make-up Saturday before the Spring Festival'],
    ['2026-02-23', false, 'the last Monday of the Spring Festival'],
    ['2026-02-28', true, 'the make-up Saturday after it'],
    ['2026-04-06', false, 'the Monday after Qingming'],
    ['2026-05-09', true, 'the make-up Saturday after Labour Day'],
    ['2026-09-20', true, 'the make-up Sunday before the Mid-Autumn Festival'],
    ['2026-10-07', false, 'the last day of the National Day'],
    ['2026-10-10', true, 'the make-up Saturday after it'],
    ['2026-10-11', false, 'the Sunday after that'],
  ])('%s: %s (%s)', (date, working) => {
    expect(isWorkingDay(calendar, date)).toEqual({ ok: true, working })
  })

  test('a day of a year without a notice is neither', () => {
    expect(isWorkingDay(calendar, '2027-01-04')).toEqual({ ok: false, uncovered: true, year: 2027 })
    expect(isWorkingDay(calendar, '2025-12-31')).toEqual({ ok: false, uncovered: true, year: 2025 })
  })

  test('a temporary closing wins over a working day and over a make-up day', () => {
    const typhoon = aCalendar(['2026-09-20', '2026-09-21'])
    expect(isWorkingDay(typhoon, '2026-09-20')).toEqual({ ok: true, working: false })
    expect(isWorkingDay(typhoon, '2026-09-21')).toEqual({ ok: true, working: false })
  })
})

describe('limits in working days', () => {
  test.each([
    ['2026-11-25 08:00', 1, '2026-11-26 17:30', 'before hours counts as come that day'],
    ['2026-11-25 12:30', 1, '2026-11-26 17:30', 'lunch counts as come that day'],
    ['2026-11-25 17:30', 1, '2026-11-26 17:30', 'the last minute counts as come that day'],
    ['2026-11-25 17:31', 1, '2026-11-27 17:30', 'after hours counts as come the next day'],
    ['2026-11-25 23:59', 1, '2026-11-27 17:30', 'so does midnight'],
    ['2026-11-27 10:00', 1, '2026-11-30 17:30', 'Friday to Monday'],
    ['2026-11-27 18:00', 1, '2026-12-01 17:30', 'Friday after hours is Monday'],
    ['2026-11-28 10:00', 1, '2026-12-01 17:30', 'Saturday is Monday'],
    ['2026-11-29 10:00', 0, '2026-11-30 17:30', 'no days: the end of the day it counts as come'],
    ['2026-11-25 10:00', 0, '2026-11-25 17:30', 'no days on a working day'],
    ['2026-02-14 18:00', 1, '2026-02-25 17:30', 'after hours before the Spring Festival'],
    ['2026-02-20 10:00', 1, '2026-02-25 17:30', 'in the middle of the Spring Festival'],
    ['2026-09-29 10:00', 4, '2026-10-10 17:30', 'over the National Day with its make-up Saturday'],
    ['2026-12-01 10:00', 20, '2026-12-29 17:30', 'a joint case in December'],
    ['2026-12-30 10:00', 1, '2026-12-31 17:30', 'the last working day of the year'],
  ])('from %s, %i days end at %s: %s', (start, count, due) => {
    expect(days(start, count)).toBe(due)
  })

  test('a limit that runs into a year without a notice has no date', () => {
    expect(days('2026-12-31 10:00', 1)).toBe('uncovered 2027')
    expect(days('2026-12-31 18:00', 0)).toBe('uncovered 2027')
  })

  test('a typhoon day moves the end', () => {
    expect(days('2026-09-14 10:00', 2)).toBe('2026-09-16 17:30')
    expect(days('2026-09-14 10:00', 2, ['2026-09-15'])).toBe('2026-09-17 17:30')
  })

  test('the days that were counted can be shown', () => {
    expect(countedDays(calendar, local('2026-09-29 10:00'), 4)).toEqual({
      ok: true,
      from: '2026-09-29',
      dates: ['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-10'],
    })
  })
})

describe('limits in working time', () => {
  test.each([
    ['2026-11-25 09:00', 30, '2026-11-25 09:30'],
    ['2026-11-25 11:45', 30, '2026-11-25 13:45'],
    ['2026-11-25 11:30', 30, '2026-11-25 12:00'],
    ['2026-11-25 12:15', 30, '2026-11-25 14:00'],
    ['2026-11-25 17:00', 60, '2026-11-26 09:00'],
    ['2026-11-25 17:30', 0, '2026-11-25 17:30'],
    ['2026-11-25 17:30', 30, '2026-11-26 09:00'],
    ['2026-11-25 20:00', 0, '2026-11-26 08:30'],
    ['2026-11-27 17:00', 120, '2026-11-30 10:00'],
    ['2026-02-14 17:00', 60, '2026-02-24 09:00'],
    ['2026-11-25 08:30', 450, '2026-11-25 17:30'],
    ['2026-11-25 08:30', 900, '2026-11-26 17:30'],
    ['2026-11-26 09:30', -60, '2026-11-26 08:30'],
    ['2026-11-26 09:30', -90, '2026-11-25 17:00'],
    ['2026-11-26 14:00', -60, '2026-11-26 11:30'],
    ['2026-11-26 17:30', -450, '2026-11-26 08:30'],
    ['2026-11-30 08:30', -450, '2026-11-27 08:30'],
    ['2026-11-29 10:00', -10, '2026-11-27 17:20'],
  ])('from %s, %i minutes: %s', (start, count, due) => {
    expect(minutes(start, count)).toBe(due)
  })

  test.each([
    ['2026-11-25 09:00', '2026-11-25 09:30', 30],
    ['2026-11-25 11:30', '2026-11-25 14:00', 60],
    ['2026-11-25 17:00', '2026-11-26 09:00', 60],
    ['2026-11-27 17:00', '2026-11-30 09:00', 60],
    ['2026-11-28 09:00', '2026-11-29 17:00', 0],
    ['2026-02-13 08:30', '2026-02-24 17:30', 3 * 450],
    ['2026-11-26 09:00', '2026-11-25 09:00', 0],
  ])('between %s and %s lie %i minutes', (from, to, count) => {
    expect(workingMinutesBetween(calendar, local(from), local(to))).toEqual({
      ok: true,
      minutes: count,
    })
  })

  test('time in a year without a notice is not counted', () => {
    const result = workingMinutesBetween(
      calendar,
      local('2026-12-31 16:00'),
      local('2027-01-04 09:00'),
    )
    expect(result).toEqual({ ok: false, uncovered: true, year: 2027 })
    expect(minutes('2026-12-31 17:00', 60)).toBe('uncovered 2027')
    expect(minutes('2026-01-04 09:00', -60)).toBe('uncovered 2025')
  })

  test('a working day has seven and a half hours', () => {
    expect(minutesPerDay(calendar)).toBe(450)
  })

  test('work goes on within hours only', () => {
    expect(isWorkingInstant(calendar, local('2026-11-25 08:29'))).toBe(false)
    expect(isWorkingInstant(calendar, local('2026-11-25 08:30'))).toBe(true)
    expect(isWorkingInstant(calendar, local('2026-11-25 12:30'))).toBe(false)
    expect(isWorkingInstant(calendar, local('2026-11-25 17:30'))).toBe(true)
    expect(isWorkingInstant(calendar, local('2026-11-25 17:31'))).toBe(false)
    expect(isWorkingInstant(calendar, local('2026-11-28 10:00'))).toBe(false)
    expect(say(nextWorkingInstant(calendar, local('2026-11-25 12:30')))).toBe('2026-11-25 13:30')
    expect(say(nextWorkingInstant(calendar, local('2026-11-25 10:10')))).toBe('2026-11-25 10:10')
  })
})
