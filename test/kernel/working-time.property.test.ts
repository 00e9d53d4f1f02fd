import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addWorkingDays,
  addWorkingMinutes,
  isWorkingDay,
  isWorkingInstant,
  localDate,
  workingMinutesBetween,
} from '../../src/kernel/working-time.ts'
import { aCalendar, local } from '../builders/calendar.ts'

const calendar = aCalendar(['2026-07-15', '2026-09-20'])
const FIRST = local('2026-01-04 08:30').getTime()
const LAST = local('2026-09-30 17:30').getTime()
const instants = fc.integer({ min: FIRST, max: LAST }).map((ms) => new Date(ms - (ms % 1000)))
const spans = fc.integer({ min: 0, max: 20 })
const minutes = fc.integer({ min: 0, max: 20 * 450 })

function at(result: ReturnType<typeof addWorkingDays>): Date {
  if (!result.ok) throw new Error(`uncovered ${result.year}`)
  return result.at
}

test('a limit in days never ends on a day off, nor before it began', () => {
  fc.assert(
    fc.property(instants, spans, (start, count) => {
      const due = at(addWorkingDays(calendar, start, count))
      expect(isWorkingDay(calendar, localDate(due))).toEqual({ ok: true, working: true })
      expect(due >= start).toBe(true)
    }),
  )
})

test('a limit in minutes ends while people are at work', () => {
  fc.assert(
    fc.property(instants, minutes, (start, count) => {
      expect(isWorkingInstant(calendar, at(addWorkingMinutes(calendar, start, count)))).toBe(true)
    }),
  )
})

test('who starts later is never due earlier', () => {
  fc.assert(
    fc.property(instants, instants, spans, minutes, (a, b, count, some) => {
      const [early, late] = a < b ? [a, b] : [b, a]
      expect(
        at(addWorkingDays(calendar, early, count)) <= at(addWorkingDays(calendar, late, count)),
      ).toBe(true)
      expect(
        at(addWorkingMinutes(calendar, early, some)) <= at(addWorkingMinutes(calendar, late, some)),
      ).toBe(true)
    }),
  )
})

test('a longer limit is never due earlier', () => {
  fc.assert(
    fc.property(instants, spans, minutes, minutes, (start, count, some, more) => {
      expect(
        at(addWorkingDays(calendar, start, count)) < at(addWorkingDays(calendar, start, count + 1)),
      ).toBe(true)
      expect(
        at(addWorkingMinutes(calendar, start, some)) <=
          at(addWorkingMinutes(calendar, start, some + more)),
      ).toBe(true)
    }),
  )
})

test('what was added can be measured, and taken away again', () => {
  fc.assert(
    fc.property(instants, minutes, (start, count) => {
      const due = at(addWorkingMinutes(calendar, start, count))
      expect(workingMinutesBetween(calendar, start, due)).toEqual({
        ok: true,
        minutes: expect.closeTo(count, 6),
      })
      const back = at(addWorkingMinutes(calendar, due, -count))
      const between = workingMinutesBetween(
        calendar,
        back < start ? back : start,
        back < start ? start : back,
      )
      expect(between).toEqual({ ok: true, minutes: expect.closeTo(0, 6) })
    }),
  )
})

test('a closed day never brings a due time nearer', () => {
  const dates = fc
    .integer({ min: 0, max: 250 })
    .map((day) => localDate(new Date(FIRST + day * 86_400_000)))
  fc.assert(
    fc.property(instants, spans, dates, (start, count, date) => {
      const open = at(addWorkingDays(aCalendar(), start, count))
      expect(at(addWorkingDays(aCalendar([date]), start, count)) >= open).toBe(true)
    }),
  )
})
