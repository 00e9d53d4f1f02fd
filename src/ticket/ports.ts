// What the ticket feature needs from outside, as narrow functions.

import type { ContactId, StaffId, TicketId } from '../kernel/ids.ts'
import type { Message } from '../kernel/message.ts'
import type { Calendar } from '../kernel/working-time.ts'
import type { Roster } from '../staff/staff.ts'
import type { Activity } from './activity.ts'
import type { Limits } from './limits.ts'
import type { Notice } from './notice.ts'
import type { Instant, Ticket } from './ticket.ts'

/** Digest of a text, lower-case hexadecimal (SHA-256 in production). */
export type Hash = (text: string) => string

/** A notice, worded, for whoever the adapter finds behind its audience. */
export type Delivery = Readonly<{ notice: Notice; message: Message }>

/** The clocks of a ticket as the store keeps them for its queries; all derived. */
export type Clocks = Readonly<{
  nextDueAt: Instant | null
  /** The handling limit with pauses and extension; null while none runs. */
  dueAt: Instant | null
  /** The year whose calendar is missing, if a limit runs into it: an alarm. */
  uncoveredYear: number | null
}>

/** What one act leaves behind, stored together or not at all. */
export type Change = Readonly<{
  ticket: Ticket
  activity: Activity
  deliveries: readonly Delivery[]
  clocks: Clocks
}>

export type Refused<Code extends string = string> = Readonly<{ ok: false; code: Code }>

/** The end of a ticket's ledger, to which the next activity is chained. */
export type LedgerEnd = Readonly<{ seq: number; hash: string }>

export type Locked = Readonly<{ ticket: Ticket; end: LedgerEnd }>

export type TicketStore = Readonly<{
  /** Stores a registered ticket with its first activity. A number that is taken is an error. */
  create(change: Change): Promise<void>
  /**
   * Locks the row, asks `decide`, and if it gives a change stores ticket, activity and deliveries
   * in the same transaction. Null when there is no such ticket.
   */
  change<R extends Refused>(
    id: TicketId,
    decide: (locked: Locked) => Change | R,
  ): Promise<Change | R | null>
  /** The same for two tickets at once, locked in the order of their ids; both change or neither. */
  changeBoth<R extends Refused>(
    first: TicketId,
    second: TicketId,
    decide: (first: Locked, second: Locked) => readonly [Change, Change] | R,
  ): Promise<readonly [Change, Change] | R | null>
}>

export type TicketReads = Readonly<{
  byId(id: TicketId): Promise<Ticket | null>
  byNumber(number: string): Promise<Ticket | null>
  activities(id: TicketId): Promise<readonly (Activity & { readonly hash: string })[]>
  /** Tickets whose timers are due, the longest due first. */
  due(now: Date, limit: number): Promise<readonly TicketId[]>
  /** All that are not at an end, for reckoning the clocks anew when calendar or roster changed. */
  openIds(): Promise<readonly TicketId[]>
  ownedBy(staffId: StaffId): Promise<readonly TicketId[]>
  followersOf(leadId: TicketId): Promise<readonly TicketId[]>
  /** How many open tickets each person has. */
  loads(): Promise<ReadonlyMap<StaffId, number>>
  ofContact(
    contactId: ContactId,
    creditCodes: readonly string[],
    limit: number,
  ): Promise<readonly Ticket[]>
}>

export type RosterReads = Readonly<{ roster(): Promise<Roster> }>

/** The next running number of a local date (`YYYY-MM-DD`), from 1, never given twice. */
export type NextSequence = (date: string) => Promise<number>

export type CalendarNow = () => Calendar
export type LimitsNow = () => Limits

/** Who a requester is, kept apart from the ticket; `phone` is a mainland mobile or fixed number. */
export type Person = Readonly<{ name: string; phone: string }>
