// What a ticket's clocks set off: warnings, reminders, levels of supervision, and what happens by
// itself when nobody answers. The earliest such instant is stored with the ticket, so that the
// timers are one indexed query.
import {
  addWorkingMinutes,
  type Calendar,
  minutesPerDay,
  nextWorkingInstant,
  type Reckoned,
} from '../kernel/working-time.ts'
import { TIMERS, type Timer } from './kinds.ts'
import type { Span } from './limits.ts'
import { answeredAt, daysAfter, dueOf, openPause } from './sla.ts'
import type { Instant, Ticket } from './ticket.ts'

/** What happens at an instant: `stage` as in `Alert`. */
export type Stage = Readonly<{ timer: Timer; due: Instant; stage: number; at: Instant }>

/** Stages below this one are reminders; this and those above are levels of supervision. */
export const FIRST_SUPERVISION_STAGE = 3

/** Everything that will happen by itself, in order, if nobody acts; what has already happened is left out. */
export function pendingStages(ticket: Ticket, calendar: Calendar, now: Instant): readonly Stage[] {
  return TIMERS.flatMap((timer) => {
    const due = dueOf(ticket, timer, calendar, now)
    if (due === null || 'uncoveredYear' in due) return []
    const alert = ticket.alerts[timer]
    const done = alert?.due === due.at ? alert.stage : 0
    return stagesOf(ticket, timer, due.at, calendar).filter((one) => one.stage > done)
  }).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.stage - b.stage))
}

/** Of each timer the furthest stage that has come by `now`: after downtime the steps before it are skipped. */
export function dueStages(ticket: Ticket, calendar: Calendar, now: Instant): readonly Stage[] {
  const furthest = new Map<Timer, Stage>()
  for (const one of pendingStages(ticket, calendar, now)) {
    if (one.at <= now) furthest.set(one.timer, one)
  }
  return [...furthest.values()]
}

/** The clocks of a ticket as the store keeps them for its queries; all derived. */
export type Clocks = Readonly<{
  nextDueAt: Instant | null
  /** The handling limit with pauses and extension; null while none runs. */
  dueAt: Instant | null
  /** The year whose calendar is missing, if a limit runs into it: an alarm. */
  uncoveredYear: number | null
}>

/**
 * `now` matters while a pause lasts: it moves the handling limit on. `nextDueAt` is null where nothing
 * will happen by itself.
 */
export function clocksOf(ticket: Ticket, calendar: Calendar, now: Instant): Clocks {
  const dues = TIMERS.map((timer) => dueOf(ticket, timer, calendar, now))
  const uncovered = dues.flatMap((due) =>
    due && 'uncoveredYear' in due ? [due.uncoveredYear] : [],
  )
  const handling = dueOf(ticket, 'handling', calendar, now)
  return {
    nextDueAt: pendingStages(ticket, calendar, now)[0]?.at ?? null,
    dueAt: handling !== null && 'at' in handling ? handling.at : null,
    uncoveredYear: uncovered.length > 0 ? Math.min(...uncovered) : null,
  }
}

function stagesOf(ticket: Ticket, timer: Timer, due: Instant, calendar: Calendar): Stage[] {
  const steps: { stage: number; at: Reckoned }[] = []
  const warned = warningAt(ticket, timer, due, calendar)
  if (warned !== null) steps.push({ stage: 1, at: warned })
  steps.push({ stage: 2, at: nextWorkingInstant(calendar, new Date(due)) })
  if (SUPERVISED.includes(timer)) {
    ticket.limits.superviseAfter.forEach((times, index) => {
      const late = minutesOf(overdueUnit(ticket, timer), calendar) * times
      const at = addWorkingMinutes(calendar, new Date(due), late)
      steps.push({ stage: FIRST_SUPERVISION_STAGE + index, at })
    })
  }
  return steps.flatMap(({ stage, at }) =>
    at.ok ? [{ timer, due, stage, at: at.at.toISOString() }] : [],
  )
}

const SUPERVISED: readonly Timer[] = [
  'objection',
  'extension',
  'dispatch',
  'sign_for',
  'handling',
  'co_handling',
  'review',
  'delivery',
  'follow_up',
]

/** Lateness is counted in days; for a limit of hours, in multiples of the limit. */
function overdueUnit(ticket: Ticket, timer: Timer): Span {
  const limit =
    timer === 'sign_for'
      ? ticket.limits.signFor[ticket.urgency]
      : timer === 'dispatch'
        ? ticket.limits.dispatch[ticket.urgency]
        : timer === 'delivery'
          ? ticket.limits.delivery
          : null
  return limit?.unit === 'working_hours' ? limit : { amount: 1, unit: 'working_days' }
}

function warningAt(
  ticket: Ticket,
  timer: Timer,
  due: Instant,
  calendar: Calendar,
): Reckoned | null {
  const { limits } = ticket
  const before = (span: Span, start: Instant | null) => {
    const at = addWorkingMinutes(calendar, new Date(due), -minutesOf(span, calendar))
    return at.ok && start !== null && at.at.toISOString() > start ? at : null
  }
  switch (timer) {
    case 'handling':
      return before(limits.warnBefore.handling, ticket.clockFrom)
    case 'co_handling':
      return before(limits.warnBefore.coHandling, ticket.clockFrom)
    case 'sign_for': {
      const span = limits.signFor[ticket.urgency]
      return before(
        { ...span, amount: span.amount * limits.warnBefore.signForShare },
        ticket.dispatchedAt,
      )
    }
    case 'waiting':
      return daysAfter(calendar, openPause(ticket), limits.waiting.remindAfter)
    case 'auto_confirm':
      return daysAfter(calendar, ticket.deliveredAt, limits.autoConfirm.remindAfter)
    case 'follow_up':
      return before({ amount: 1, unit: 'working_days' }, answeredAt(ticket))
    default:
      return null
  }
}

function minutesOf(span: Span, calendar: Calendar): number {
  return span.unit === 'working_hours' ? span.amount * 60 : span.amount * minutesPerDay(calendar)
}
