// What the ticket feature needs from outside, as narrow functions.
import type { ContactId, StaffId, TicketId } from '../kernel/ids.ts'
import type { Message } from '../kernel/message.ts'
import type { Calendar } from '../kernel/working-time.ts'
import type { Roster } from '../staff/staff.ts'
import type { Activity } from './activity.ts'
import type { Clocks } from './alarms.ts'
import type { LedgerEnd, SealedActivity } from './ledger.ts'
import type { Notice } from './notice.ts'
import type { Instant, Ticket } from './ticket.ts'

/** A notice, worded, for whoever the adapter finds behind its audience. */
export type Delivery = Readonly<{ notice: Notice; message: Message }>

/** What one act leaves behind, stored together or not at all. */
export type TicketChange = Readonly<{
  ticket: Ticket
  activity: SealedActivity & Activity
  deliveries: readonly Delivery[]
  clocks: Clocks
}>

type Refused<Code extends string = string> = Readonly<{ ok: false; code: Code }>
export type Accepted = Readonly<{ ok: true; change: TicketChange }>
/** Stored in one transaction; the first is of the ticket that was acted on. */
export type AcceptedTogether = readonly [Accepted, ...Accepted[]]

/** Who a requester is, kept apart from the ticket. */
export type Person = Readonly<{ name: string; phone: string }>

export type Locked = Readonly<{ ticket: Ticket; end: LedgerEnd }>

/** Called inside a transaction of the caller, all of these join it; outside one, each is its own. */
export type TicketStore = Readonly<{
  /**
   * Stores a new ticket with its first activities in order; the last change is how it stands.
   * Rejects when the number is taken.
   */
  create(changes: readonly TicketChange[], person: Person | null): Promise<void>
  /**
   * Locks the row, asks `decide`, and if it accepts stores ticket, activity and deliveries in the
   * same transaction. Null when there is no such ticket.
   */
  change<R extends Refused>(
    id: TicketId,
    decide: (locked: Locked) => Accepted | R,
  ): Promise<Accepted | R | null>
  /**
   * The same for two tickets, locked in the order of their ids; `decide` says whether the first or
   * both of them change, and what it says is stored together.
   */
  changeBoth<R extends Refused>(
    first: TicketId,
    second: TicketId,
    decide: (first: Locked, second: Locked) => AcceptedTogether | R,
  ): Promise<AcceptedTogether | R | null>
  /** Stores clocks that were reckoned anew, of each ticket that has not changed since `seq`. */
  saveClocks(reckoned: readonly ReckonedClocks[]): Promise<void>
  /** Until then the ticket's alarms are not due, whatever its clocks say; a change sets them anew. */
  putOff(id: TicketId, until: Instant): Promise<void>
}>

export type ReckonedClocks = Readonly<{ id: TicketId; seq: number; clocks: Clocks }>

export type TicketReads = Readonly<{
  byId(id: TicketId): Promise<Locked | null>
  byNumber(number: string): Promise<Locked | null>
  ledger(id: TicketId): Promise<readonly SealedActivity[]>
  /** Tickets for which an alarm is due, the longest due first. */
  due(now: Date, limit: number): Promise<readonly TicketId[]>
  /** All tickets in the order of their ids, those after `after`. */
  idsAfter(after: TicketId | null, limit: number): Promise<readonly TicketId[]>
  /** Those that are not at an end, in the order of their ids, those after `after`. */
  openAfter(after: TicketId | null, limit: number): Promise<readonly Locked[]>
  /** Open tickets that this person handles or co-handles. */
  heldBy(staffId: StaffId): Promise<readonly TicketId[]>
  /** Open tickets that wait for the answer of this lead ticket. */
  followersOf(leadId: TicketId): Promise<readonly TicketId[]>
  /** Those that have been answered since they followed it, and are not at an end. */
  answeredFollowersOf(leadId: TicketId): Promise<readonly TicketId[]>
  /** How many tickets each person has in hand. */
  loads(): Promise<ReadonlyMap<StaffId, number>>
  /** 「我的诉求」: the contact's own and those of the enterprises, newest first; sealed ones only the contact's own. */
  ofRequester(
    contactId: ContactId,
    creditCodes: readonly string[],
    limit: number,
  ): Promise<readonly Ticket[]>
  /** Open tickets registered since, to find the same matter again. */
  openSince(since: Instant, limit: number): Promise<readonly Ticket[]>
}>

/** The next running number of a local date (`YYYY-MM-DD`), from 1, never given twice. */
export type NextSequence = (date: string) => Promise<number>
export type ReadRoster = () => Promise<Roster>
export type ReadCalendar = () => Calendar
