// Dates and limits as people read them, in Zhoushan's time.
import { DAY_MS } from '../kernel/clock.ts'
import type { Calendar } from '../kernel/working-time.ts'
import { dueOf, handlingArithmetic, handlingDue } from './sla.ts'
import type { Instant, Ticket } from './ticket.ts'

/** 11月26日 17:30. */
export function dateTimeWords(at: Instant): string {
  const local = localParts(at)
  return `${dateWords(local.date)} ${local.time}`
}

/** 2026年11月26日 17:30, where it is read after the year. */
export function yearDateTimeWords(at: Instant): string {
  return `${localParts(at).date.slice(0, 4)}年${dateTimeWords(at)}`
}

/** 11月26日 for the local date 2026-11-26. */
function dateWords(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`
}

function localParts(at: Instant) {
  const local = new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString()
  return { date: local.slice(0, 10), time: local.slice(11, 16) }
}

/** More days than this are told by their number, not one by one. */
const DAYS_SHOWN_MAX = 10

/**
 * What the enterprise is told of the handling limit: the date and how it comes about. Nothing before
 * somebody has signed for the ticket; no date where the calendar of that year is not known.
 */
export function handlingLimitWords(ticket: Ticket, calendar: Calendar, now: Instant): string[] {
  if (ticket.acceptedAt === null) return []
  const due = handlingDue(ticket, calendar, now)
  if (due === null) return []
  if ('uncoveredYear' in due) {
    return [`办理期限跨入${due.uncoveredYear}年，待该年度放假安排公布后告知具体日期。`]
  }
  if (ticket.state === 'waiting_requester') {
    return ['等待补充材料期间暂停计时，收到材料后继续计算并告知新的期限。']
  }
  return [`${dateTimeWords(due.at)}前答复`, ...arithmeticWords(ticket, calendar)]
}

/** How the handling limit comes about, day by day; empty before it runs. */
export function arithmeticWords(ticket: Ticket, calendar: Calendar): string[] {
  const sum = handlingArithmetic(ticket, calendar)
  if (sum === null) return []
  const extended = ticket.extensionDays > 0 ? `（含经批准延期${ticket.extensionDays}个工作日）` : ''
  const head = `${beganWords(ticket.clockFrom, sum.from)}${sum.days}个工作日${extended}`
  const days =
    sum.dates.length <= DAYS_SHOWN_MAX
      ? `：${sum.dates.map(dayWords).join('、')}${leftOutWords(sum.from, sum.dates)}`
      : ''
  const paused = ticket.pauses.some(
    (pause) => ticket.clockFrom !== null && pause.from >= ticket.clockFrom,
  )
  return [`${head}${days}${paused ? '；等待补充材料的时间不计入' : ''}。`]
}

/** Out of working hours the counting begins on the next working day: both dates are said. */
function beganWords(dispatched: Instant | null, from: string): string {
  if (dispatched === null || localParts(dispatched).date === from) {
    return `自${dateWords(from)}派单起`
  }
  return `${dateTimeWords(dispatched)}派单，非工作时间派单的自下一工作日${dateWords(from)}起算，`
}

/** A day off that looks like a working day would seem to be forgotten. */
function leftOutWords(from: string, dates: readonly string[]): string {
  const last = dates.at(-1) ?? from
  const off: string[] = []
  for (let day = nextDate(from); day < last; day = nextDate(day)) {
    if (!isWeekend(day) && !dates.includes(day)) off.push(dateWords(day))
  }
  return off.length === 0 ? '' : `；${off.join('、')}不是工作日，不计入`
}

const nextDate = (date: string): string =>
  new Date(new Date(`${date}T00:00:00Z`).getTime() + DAY_MS).toISOString().slice(0, 10)

const isWeekend = (date: string): boolean =>
  [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())

function dayWords(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  const makeUp = weekday === 0 ? '（周日调休上班）' : weekday === 6 ? '（周六调休上班）' : ''
  return `${dateWords(date)}${makeUp}`
}

/** The limit of a step, for staff; empty where none runs. */
export function stepLimitWords(
  ticket: Ticket,
  timer: Parameters<typeof dueOf>[1],
  calendar: Calendar,
  now: Instant,
): string[] {
  const due = dueOf(ticket, timer, calendar, now)
  if (due === null) return []
  if ('uncoveredYear' in due) return [`${due.uncoveredYear}年日历未导入，暂不能计算`]
  return [`${dateTimeWords(due.at)}前`]
}
