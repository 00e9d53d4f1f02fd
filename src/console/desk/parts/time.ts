// Instants as people here read them, whatever the zone of the browser.
const ZONE = 'Asia/Shanghai'

const dateTime = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** 2026-11-26 17:30 */
export function when(at: string | null): string {
  if (at === null) return '—'
  const part = Object.fromEntries(
    dateTime.formatToParts(new Date(at)).map(({ type, value }) => [type, value]),
  )
  return `${part['year']}-${part['month']}-${part['day']} ${part['hour']}:${part['minute']}`
}

/** 11-26 17:30, for narrow places. */
export const shortly = (at: string | null): string => (at === null ? '—' : when(at).slice(5))

/** The local date, `2026-11-26`. */
export const dayOf = (at: Date): string => when(at.toISOString()).slice(0, 10)

/** The last day of a time that ends before `end`: midnight belongs to the day before. */
export const lastDayOf = (end: string): string => dayOf(new Date(Date.parse(end) - 1))
