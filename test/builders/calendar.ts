import { type Calendar, type CalendarYear, makeCalendar } from '../../src/kernel/working-time.ts'

/** 国务院办公厅 2025-11-04 notice for 2026. */
export const NOTICE_2026: CalendarYear = {
  year: 2026,
  holidays: [
    { from: '2026-01-01', to: '2026-01-03' },
    { from: '2026-02-15', to: '2026-02-23' },
    { from: '2026-04-04', to: '2026-04-06' },
    { from: '2026-05-01', to: '2026-05-05' },
    { from: '2026-06-19', to: '2026-06-21' },
    { from: '2026-09-25', to: '2026-09-27' },
    { from: '2026-10-01', to: '2026-10-07' },
  ],
  workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
}

export const OFFICE_HOURS = [
  { from: 8 * 60 + 30, to: 12 * 60 },
  { from: 13 * 60 + 30, to: 17 * 60 + 30 },
]

export function aCalendar(closedDays: readonly string[] = []): Calendar {
  return makeCalendar([NOTICE_2026], OFFICE_HOURS, closedDays)
}

/** A local time in Zhoushan: `local('2026-02-13 10:00')`. */
export function local(text: string): Date {
  return new Date(`${text.replace(' ', 'T')}:00+08:00`)
}

/** The local time of an instant as `YYYY-MM-DD HH:MM`. */
export function shown(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
