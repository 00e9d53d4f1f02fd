// The limits and counts of ticket handling: the file `limits.yaml` as a type. Days are working days.
import type { Complexity, TicketKind, Urgency } from './kinds.ts'

export type Span = Readonly<{ amount: number; unit: 'working_hours' | 'working_days' }>

export type Limits = Readonly<{
  /** To give an unowned ticket an owner. */
  dispatch: Readonly<Record<Urgency, Span>>
  /** To sign for a dispatched ticket. */
  signFor: Readonly<Record<Urgency, Span>>
  /** To resolve, in days from dispatch: by kind, or by complexity where that is longer. */
  handling: Readonly<Record<TicketKind | Exclude<Complexity, 'simple'>, number>>
  /** Co-handlers answer this many days before the lead's limit. */
  coHandlingBeforeLead: number
  review: number
  /** A specialist may return a ticket within this many days of its dispatch. */
  returnWithin: number
  returnsBeforeDispute: number
  extension: Readonly<{ askBefore: number; decideWithin: number; times: number; daysMax: number }>
  /** To call back after a resolution. */
  followUp: number
  /** For the supervisor to decide on an objection. */
  objection: number
  reopen: Readonly<{ times: number; factor: number; daysMin: number }>
  /** Counted from the day the resolution is known to have arrived. */
  autoConfirm: Readonly<{ remindAfter: number; confirmAfter: number }>
  /** While the enterprise owes material: remind it, then give the ticket back to the specialist. */
  waiting: Readonly<{ remindAfter: number; resumeAfter: number }>
  /** Unread so long, a resolution becomes a phone task. */
  delivery: Span
  /** From confirmed to archived. */
  closeAfter: number
  /** So many enterprises with one problem within so many days (of the calendar) are a wave. */
  wave: Readonly<{ enterprises: number; days: number }>
  urge: Readonly<{ perDay: number; inAll: number }>
  warnBefore: Readonly<{ handling: Span; coHandling: Span; signForShare: number }>
  /** Days over the limit at which supervision reaches level 1, 2, 3 …; rising. */
  superviseAfter: readonly number[]
}>
