// The limits of a ticket. Every one is reckoned anew from the ticket, the limits it was registered
// under and the calendar; nothing is counted down.
import {
  addWorkingDays,
  addWorkingMinutes,
  type Calendar,
  countedDays,
  type Reckoned,
  workingMinutesBetween,
} from '../kernel/working-time.ts'
import type { Timer } from './kinds.ts'
import type { Span } from './limits.ts'
import { ANSWERED } from './table.ts'
import type { Instant, Ticket, TicketState } from './ticket.ts'

/** A due instant, or the year whose calendar is missing; null where no limit runs. */
export type Due = Readonly<{ at: Instant }> | Readonly<{ uncoveredYear: number }> | null

const UNOWNED: readonly TicketState[] = ['created', 'returned', 'reopened']
const HANDLING: readonly TicketState[] = ['dispatched', 'accepted', 'in_progress', 'in_review']

/** Working days for the whole handling, without extension: the kind's, or more for a hard case; halved for a 重办. */
export function handlingDays(ticket: Ticket): number {
  const { handling, reopen } = ticket.limits
  const byKind = handling[ticket.kind]
  const days =
    ticket.complexity === 'simple' ? byKind : Math.max(byKind, handling[ticket.complexity])
  if (!ticket.halved) return days
  return Math.max(reopen.daysMin, Math.ceil(days * reopen.factor))
}

/** When the handling must be done, with pauses up to `now` and the approved extension. */
export function handlingDue(ticket: Ticket, calendar: Calendar, now: Instant): Due {
  return dueAfterHandling(ticket, calendar, now, handlingDays(ticket) + ticket.extensionDays)
}

/** So many working days from the start of the handling, pauses left out. */
function dueAfterHandling(ticket: Ticket, calendar: Calendar, now: Instant, days: number): Due {
  if (ticket.clockFrom === null) return null
  const base = addWorkingDays(calendar, new Date(ticket.clockFrom), days)
  if (!base.ok) return toDue(base)
  const paused = pausedMinutes(ticket, calendar, now)
  if (!paused.ok) return { uncoveredYear: paused.year }
  return toDue(addWorkingMinutes(calendar, base.at, paused.minutes))
}

/** The days of the present handling limit one by one, for the arithmetic shown to the enterprise. */
export function handlingArithmetic(ticket: Ticket, calendar: Calendar) {
  if (ticket.clockFrom === null) return null
  const days = handlingDays(ticket) + ticket.extensionDays
  const counted = countedDays(calendar, new Date(ticket.clockFrom), days)
  return counted.ok ? { days, from: counted.from, dates: counted.dates } : null
}

/** The instant at which the limit of `timer` ends; null while that clock does not run. */
export function dueOf(ticket: Ticket, timer: Timer, calendar: Calendar, now: Instant): Due {
  const { limits, state } = ticket
  switch (timer) {
    case 'dispatch':
      return UNOWNED.includes(state)
        ? after(calendar, ticket.unownedSince, limits.dispatch[ticket.urgency])
        : null
    case 'sign_for':
      return state === 'dispatched'
        ? after(calendar, ticket.dispatchedAt, limits.signFor[ticket.urgency])
        : null
    case 'handling':
      return HANDLING.includes(state) ? handlingDue(ticket, calendar, now) : null
    case 'co_handling':
      return HANDLING.includes(state) ? coHandlingDue(ticket, calendar, now) : null
    case 'review':
      return isInReview(ticket) ? afterDays(calendar, ticket.reviewFrom, limits.review) : null
    case 'extension':
      return ticket.extension?.decision === 'pending'
        ? afterDays(calendar, ticket.extension.askedAt, limits.extension.decideWithin)
        : null
    case 'waiting':
      return afterDays(calendar, openPause(ticket), limits.waiting.resumeAfter)
    default:
      return isHeld(ticket, timer) ? null : dueAfterResolution(ticket, timer, calendar)
  }
}

/** Nothing ends by itself on an answer that may be about to be corrected. */
const isHeld = ({ draft }: Ticket, timer: Timer): boolean =>
  draft !== null && (timer === 'auto_confirm' || timer === 'close')

function dueAfterResolution(
  ticket: Ticket,
  timer: 'delivery' | 'follow_up' | 'objection' | 'auto_confirm' | 'close',
  calendar: Calendar,
): Due {
  const { limits, state } = ticket
  const resolved = state === 'resolved'
  switch (timer) {
    case 'delivery':
      return resolved && silentSince(ticket) === null
        ? after(calendar, answeredAt(ticket), limits.delivery)
        : null
    case 'follow_up': {
      const open = resolved || (state === 'confirmed' && ticket.confirmedBy === 'timeout')
      const asked = ticket.followUps > 0 || ticket.rating !== null || ticket.anonymous
      return open && !asked ? afterDays(calendar, answeredAt(ticket), limits.followUp) : null
    }
    case 'objection':
      return afterDays(calendar, ticket.objectedAt, limits.objection)
    case 'auto_confirm':
      return resolved && !ticket.objected
        ? afterDays(calendar, silentSince(ticket), limits.autoConfirm.confirmAfter)
        : null
    case 'close':
      return state === 'confirmed'
        ? afterDays(calendar, ticket.confirmedAt, limits.closeAfter)
        : null
  }
}

/** When what the enterprise is to judge was sent: the result, or its latest correction. */
export const answeredAt = ({ correction, resolvedAt }: Ticket): Instant | null =>
  correction?.at ?? resolvedAt

/** Nobody left a name or a way to be told the answer, neither with us nor with another platform. */
export const isUnreachable = ({ anonymous, source }: Ticket): boolean =>
  anonymous && source !== 'exchange'

/**
 * From when hearing nothing counts as agreement: the answer has arrived, or was given where there is
 * nobody to tell it to. Null while it may still have to be told.
 */
export function silentSince(ticket: Ticket): Instant | null {
  return ticket.deliveredAt ?? (isUnreachable(ticket) ? answeredAt(ticket) : null)
}

/** Whether `now` is still within the limit of `timer`; null where none runs or no calendar covers it. */
export function isTimely(
  ticket: Ticket,
  timer: Timer,
  calendar: Calendar,
  now: Instant,
): boolean | null {
  const due =
    timer === 'handling' ? handlingDue(ticket, calendar, now) : dueOf(ticket, timer, calendar, now)
  return due === null || 'uncoveredYear' in due ? null : now <= due.at
}

/** A result before it is first sent, or one that is to correct it. */
const isInReview = ({ state, draft }: Ticket): boolean =>
  state === 'in_review' || (draft !== null && ANSWERED.some((one) => one === state))

/** Some days before the lead's limit, but never less than a day after the youngest request. */
function coHandlingDue(ticket: Ticket, calendar: Calendar, now: Instant): Due {
  const open = ticket.coHandlers.filter((one) => one.reply === null)
  if (open.length === 0) return null
  const days = handlingDays(ticket) + ticket.extensionDays - ticket.limits.coHandlingBeforeLead
  const newest =
    open
      .map((one) => one.addedAt)
      .sort()
      .at(-1) ?? null
  const early = dueAfterHandling(ticket, calendar, now, Math.max(0, days))
  return earlier(later(early, afterDays(calendar, newest, 1)), handlingDue(ticket, calendar, now))
}

const isInstant = (due: Due): due is Readonly<{ at: Instant }> => due !== null && 'at' in due

/** Of two limits the later; one that cannot be reckoned stands for itself. */
function later(a: Due, b: Due): Due {
  if (!isInstant(a)) return a
  return isInstant(b) && b.at < a.at ? a : b
}

function earlier(a: Due, b: Due): Due {
  if (!isInstant(a)) return a
  return isInstant(b) && b.at > a.at ? a : b
}

function pausedMinutes(ticket: Ticket, calendar: Calendar, now: Instant) {
  let minutes = 0
  for (const pause of ticket.pauses) {
    if (ticket.clockFrom === null || pause.from < ticket.clockFrom) continue
    const between = workingMinutesBetween(calendar, new Date(pause.from), new Date(pause.to ?? now))
    if (!between.ok) return between
    minutes += between.minutes
  }
  return { ok: true, minutes } as const
}

/** When the wait for the enterprise began; null while there is none. */
export function openPause(ticket: Ticket): Instant | null {
  if (ticket.state !== 'waiting_requester') return null
  return ticket.pauses.find((pause) => pause.to === null)?.from ?? null
}

function after(calendar: Calendar, start: Instant | null, span: Span): Due {
  if (start === null) return null
  if (span.unit === 'working_days') return afterDays(calendar, start, span.amount)
  return toDue(addWorkingMinutes(calendar, new Date(start), span.amount * 60))
}

function afterDays(calendar: Calendar, start: Instant | null, days: number): Due {
  const at = daysAfter(calendar, start, days)
  return at === null ? null : toDue(at)
}

/** Null without a start. Counted as `countedDays` does: the day of the start is not. */
export function daysAfter(
  calendar: Calendar,
  start: Instant | null,
  days: number,
): Reckoned | null {
  return start === null ? null : addWorkingDays(calendar, new Date(start), days)
}

function toDue(at: Reckoned): Due {
  return at.ok ? { at: at.at.toISOString() } : { uncoveredYear: at.year }
}
