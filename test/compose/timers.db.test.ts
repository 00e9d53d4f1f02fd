import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type TicketWorld, ticketDeps } from '../../src/compose/tickets.ts'
import { startTimers } from '../../src/compose/timers.ts'
import type { Log } from '../../src/kernel/log.ts'
import { makeCalendar } from '../../src/kernel/working-time.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { saveStaff } from '../../src/postgres/staff.ts'
import { openTicket } from '../../src/ticket/open.ts'
import { perform } from '../../src/ticket/perform.ts'
import { aCalendar, local, NOTICE_2026, OFFICE_HOURS } from '../builders/calendar.ts'
import { aSupervisor, someLimits, theSystem } from '../builders/ticket.ts'
import { aMember, anOpening } from '../builders/world.ts'
import { openEmbeddedDatabase } from '../database.ts'

const year2027 = { year: 2027, holidays: [{ from: '2027-01-01', to: '2027-01-03' }], workdays: [] }

let database: OpenDatabase
let calendar = aCalendar()
let now = local('2026-12-30 10:00')
const errors: string[] = []
const log: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: (_fields, text) => errors.push(text),
}
const world = {
  base: () => ({ districts: [] }),
  work: {
    rules: () => ({
      limits: someLimits(),
      periods: OFFICE_HOURS,
      retention: { logDays: 180, personalDataDays: 730 },
    }),
    calendar: () => calendar,
    coveredYears: () => [2026],
    reload: async () => {},
  },
  deliver: async () => {},
  now: () => now,
  reviewedSections: () => new Set<string>(),
} as unknown as TicketWorld

beforeEach(async () => {
  database = await openEmbeddedDatabase()
  await saveStaff(database.db, aMember('00000000-0000-4000-8000-000000000001'))
})
afterEach(() => database.close())

async function aTicketOpened() {
  const opened = await openTicket(ticketDeps(world, database.db), anOpening(), theSystem)
  if (opened.kind !== 'opened') throw new Error('not opened')
  return opened.ticket
}

async function runOnce() {
  const stop = startTimers({ db: database.db, world, log })
  await stop()
}

test('a start reckons the clocks by the calendar that is loaded now', async () => {
  await aTicketOpened()
  const due = () => sql<{ due_at: Date | null }>`select due_at from ticket`.execute(database.db)
  expect((await due()).rows).toEqual([{ due_at: null }])
  calendar = makeCalendar([NOTICE_2026, year2027], OFFICE_HOURS)
  await runOnce()
  expect((await due()).rows).toEqual([{ due_at: local('2027-01-07 17:30') }])
  expect(errors).toEqual([])
})

test('personal data goes when its time is over', async () => {
  const ticket = await aTicketOpened()
  const out = {
    kind: 'transfer_out',
    body: '舟山海事局',
    reason: '海事事项',
    contact: null,
  } as const
  await perform(ticketDeps(world, database.db), ticket.id, out, aSupervisor)
  const people = () => sql<{ name: string }>`select name from ticket_person`.execute(database.db)
  await runOnce()
  expect((await people()).rows).toHaveLength(1)
  now = local('2029-01-02 10:00')
  await runOnce()
  expect((await people()).rows).toEqual([])
})
