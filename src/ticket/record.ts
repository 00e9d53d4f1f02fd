// From a decided act to what is stored: sealed into the ledger, worded for its readers, with the
// clocks as they run from now on.
import type { StaffId } from '../kernel/ids.ts'
import type { Calendar } from '../kernel/working-time.ts'
import type { Roster } from '../staff/staff.ts'
import type { Activity } from './activity.ts'
import { clocksOf } from './alarms.ts'
import { type Hash, type LedgerEnd, seal } from './ledger.ts'
import type { Notice } from './notice.ts'
import { wordNotice } from './notices.ts'
import type { ReadCalendar, ReadRoster, TicketChange } from './ports.ts'
import type { Instant, Ticket } from './ticket.ts'

/** What every use case on tickets needs to know of the world. */
export type World = Readonly<{
  clock: () => Date
  calendar: ReadCalendar
  roster: ReadRoster
  districtName: (code: string) => string
  /** Whom to call at any hour, with what it is for; null where no such number is known. */
  hotlineAlwaysOpen: () => string | null
  hash: Hash
}>

/** The world at one moment; what a decision inside a lock may look at. */
export type Scene = Readonly<{
  now: Instant
  calendar: Calendar
  hash: Hash
  roster: Roster
  districtName: (code: string) => string
  hotlineAlwaysOpen: () => string | null
}>

/** Reads clock and roster once, so that everything in a decision sees the same moment. */
export async function sceneOf(world: World): Promise<Scene> {
  const roster = await world.roster()
  return {
    now: world.clock().toISOString(),
    calendar: world.calendar(),
    hash: world.hash,
    roster,
    districtName: world.districtName,
    hotlineAlwaysOpen: world.hotlineAlwaysOpen,
  }
}

export type Decided = Readonly<{
  ticket: Ticket
  activity: Omit<Activity, 'seq'>
  notices: readonly Notice[]
}>

export function record(
  { ticket, activity, notices }: Decided,
  end: LedgerEnd,
  scene: Scene,
): TicketChange {
  const { now, calendar, hash, roster, districtName, hotlineAlwaysOpen } = scene
  const staffName = (id: StaffId) => roster.staff.find((one) => one.id === id)?.name ?? '服务专员'
  const wording = { calendar, now, staffName, districtName, hotlineAlwaysOpen }
  return {
    ticket,
    activity: seal(activity, end, hash),
    deliveries: notices.map((notice) => ({ notice, message: wordNotice(notice, ticket, wording) })),
    clocks: clocksOf(ticket, calendar, now),
  }
}
