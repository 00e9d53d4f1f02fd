// Working time: which days and hours count, by the yearly notice of the State Council. Holidays and
// 调休 workdays come from the calendar; a year without a notice is not guessed at, the result says so.
// All local times are UTC+8 without summer time, whatever the machine's zone.

/** Minutes after local midnight; `from` is inside the period, `to` is its end. */
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

/** `uncovered`: the reckoning runs into a year whose calendar is not loaded. */
export type Reckoned =
  | Readonly<{ ok: true; at: Date }>
  | Readonly<{ ok: false; uncovered: true; year: number }>
