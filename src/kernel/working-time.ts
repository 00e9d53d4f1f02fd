// Working time: which days and hours count, by the yearly notice of the State Council. Holidays and
// 调休 workdays come from the calendar; a year without a notice is not guessed at, the result says so.
// All local times are UTC+8 without summer time, whatever the machine's zone.
import { DAY_MS } from './clock.ts'

const MINUTE_MS = 60_000
const OFFSET_MS = 8 * 60 * MINUTE_MS

/** Minutes after local midnight, start and end of a stretch of work. */
export type WorkingPeriod = Readonly<{ from: number; to: number }>

export type Calendar = Readonly<{
  /** Years whose notice is loaded. */
  years: ReadonlySet<number>
  /** Local dates `YYYY-MM-DD` that do not count although they may be weekdays. */
  holidays: ReadonlySet<string>
  /** 调休: Saturdays and Sundays on which people work. */
  workdays: ReadonlySet<string>
  /** Days without work by decision of an administrator, such as a typhoon; they win over workdays. */
  closedDays: ReadonlySet<string>
  /** In order, without overlap; the gap between two is the lunch break. */
  periods: readonly WorkingPeriod[]
}>

/** One year's notice; ranges are local dates, both ends included. */
export type CalendarYear = Readonly<{
  year: number
  holidays: readonly Readonly<{ from: string; to: string }>[]
  workdays: readonly string[]
}>

/** The reckoning runs into a year whose calendar is not loaded. */
export type Uncovered = Readonly<{ ok: false; uncovered: true; year: number }>
export type Reckoned = Readonly<{ ok: true; at: Date }> | Uncovered

/** `closedDays` are local dates. Only the years given are covered. */
export function makeCalendar(
  years: readonly CalendarYear[],
  periods: readonly WorkingPeriod[],
  closedDays: Iterable<string> = [],
): Calendar {
  return {
    years: new Set(years.map((one) => one.year)),
    holidays: new Set(years.flatMap((one) => one.holidays.flatMap(datesIn))),
    workdays: new Set(years.flatMap((one) => one.workdays)),
    closedDays: new Set(closedDays),
    periods,
  }
}

/** Working time of one whole day, in minutes. */
export function minutesPerDay(calendar: Calendar): number {
  return calendar.periods.reduce((sum, period) => sum + period.to - period.from, 0)
}

/** The local date of an instant, `YYYY-MM-DD`. */
export function localDate(at: Date): string {
  return dateOf(dayOf(at))
}

/** By the local date alone, whatever the hour. */
export function isWorkingDay(
  calendar: Calendar,
  date: string,
): Readonly<{ ok: true; working: boolean }> | Uncovered {
  const day = dayOf(new Date(`${date}T00:00:00+08:00`))
  const working = counts(calendar, day)
  return typeof working === 'boolean' ? { ok: true, working } : working
}

/** Whether people are at work; the last minute of a period still counts. */
export function isWorkingInstant(calendar: Calendar, at: Date): boolean {
  if (counts(calendar, dayOf(at)) !== true) return false
  const minute = minuteOf(at)
  return calendar.periods.some((period) => period.from <= minute && minute <= period.to)
}

/** `at` itself when people are at work, else when they next begin. */
export function nextWorkingInstant(calendar: Calendar, at: Date): Reckoned {
  return addWorkingMinutes(calendar, at, 0)
}

/**
 * The local dates that make up a limit of `days` working days from `start`: the day of the start is
 * not counted, and what comes after hours or on a day off counts as come on the next working day
 * (民法典 201, 203 条; 行政许可法 82 条).
 */
export function countedDays(
  calendar: Calendar,
  start: Date,
  days: number,
): Readonly<{ ok: true; from: string; dates: readonly string[] }> | Uncovered {
  let day = dayOf(start)
  if (minuteOf(start) > lastMinute(calendar)) day++
  const registered = nextCounting(calendar, day)
  if (typeof registered !== 'number') return registered
  const dates: string[] = []
  for (let next = registered; dates.length < days; ) {
    const found = nextCounting(calendar, next + 1)
    if (typeof found !== 'number') return found
    next = found
    dates.push(dateOf(next))
  }
  return { ok: true, from: dateOf(registered), dates }
}

/** The end of the last of `days` working days after the day on which `start` counts as come. */
export function addWorkingDays(calendar: Calendar, start: Date, days: number): Reckoned {
  const counted = countedDays(calendar, start, days)
  if (!counted.ok) return counted
  const last = counted.dates.at(-1) ?? counted.from
  const midnight = new Date(`${last}T00:00:00+08:00`).getTime()
  return { ok: true, at: new Date(midnight + lastMinute(calendar) * MINUTE_MS) }
}

/**
 * The instant by which `minutes` of working time have passed since `start`; a negative number goes
 * back. An end of a period is given as that end, not as the start of the next.
 */
export function addWorkingMinutes(calendar: Calendar, start: Date, minutes: number): Reckoned {
  return minutes < 0 ? goBack(calendar, start, -minutes) : goOn(calendar, start, minutes)
}

/** Working minutes from one instant to a later one; 0 when `to` is not later. */
export function workingMinutesBetween(
  calendar: Calendar,
  from: Date,
  to: Date,
): Readonly<{ ok: true; minutes: number }> | Uncovered {
  let minutes = 0
  for (let day = dayOf(from); day <= dayOf(to) && from < to; day++) {
    const working = counts(calendar, day)
    if (typeof working !== 'boolean') return working
    if (!working) continue
    const start = day === dayOf(from) ? minuteOf(from) : 0
    const end = day === dayOf(to) ? minuteOf(to) : 24 * 60
    for (const period of calendar.periods) {
      minutes += Math.max(0, Math.min(period.to, end) - Math.max(period.from, start))
    }
  }
  return { ok: true, minutes }
}

function goOn(calendar: Calendar, start: Date, minutes: number): Reckoned {
  let left = minutes
  for (let day = dayOf(start); ; day++) {
    const working = counts(calendar, day)
    if (typeof working !== 'boolean') return working
    if (!working) continue
    const earliest = day === dayOf(start) ? minuteOf(start) : 0
    for (const period of calendar.periods) {
      const cursor = Math.max(period.from, earliest)
      if (cursor > period.to) continue
      if (left <= period.to - cursor) return instant(day, cursor + left)
      left -= period.to - cursor
    }
  }
}

function goBack(calendar: Calendar, start: Date, minutes: number): Reckoned {
  let left = minutes
  for (let day = dayOf(start); ; day--) {
    const working = counts(calendar, day)
    if (typeof working !== 'boolean') return working
    if (!working) continue
    const latest = day === dayOf(start) ? minuteOf(start) : 24 * 60
    for (const period of calendar.periods.toReversed()) {
      const cursor = Math.min(period.to, latest)
      if (cursor < period.from) continue
      if (left <= cursor - period.from) return instant(day, cursor - left)
      left -= cursor - period.from
    }
  }
}

function counts(calendar: Calendar, day: number): boolean | Uncovered {
  const date = dateOf(day)
  const year = Number(date.slice(0, 4))
  if (!calendar.years.has(year)) return { ok: false, uncovered: true, year }
  if (calendar.closedDays.has(date) || calendar.holidays.has(date)) return false
  // 1970-01-01 was a Thursday.
  const weekday = (((day + 4) % 7) + 7) % 7
  return calendar.workdays.has(date) || (weekday !== 0 && weekday !== 6)
}

function nextCounting(calendar: Calendar, from: number): number | Uncovered {
  for (let day = from; ; day++) {
    const working = counts(calendar, day)
    if (typeof working !== 'boolean') return working
    if (working) return day
  }
}

function datesIn(range: Readonly<{ from: string; to: string }>): string[] {
  const first = dayOf(new Date(`${range.from}T00:00:00+08:00`))
  const last = dayOf(new Date(`${range.to}T00:00:00+08:00`))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => dateOf(first + index))
}

const lastMinute = (calendar: Calendar) => calendar.periods.at(-1)?.to ?? 0
const dayOf = (at: Date) => Math.floor((at.getTime() + OFFSET_MS) / DAY_MS)
const minuteOf = (at: Date) => (at.getTime() + OFFSET_MS - dayOf(at) * DAY_MS) / MINUTE_MS
const dateOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10)
const instant = (day: number, minute: number): Reckoned => ({
  ok: true,
  at: new Date(Math.round(day * DAY_MS + minute * MINUTE_MS - OFFSET_MS)),
})
