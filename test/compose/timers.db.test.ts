import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reissueAged } from '../../src/compose/lark/pressable-cards.ts'
import { makeMetrics } from '../../src/compose/metrics.ts'
import { type TicketWorld, ticketDeps } from '../../src/compose/tickets/tickets.ts'
import { recordArrived, startTimers } from '../../src/compose/timers.ts'
import { asId, type StaffId } from '../../src/kernel/ids.ts'
import type { Address } from '../../src/kernel/incoming.ts'
import type { Log } from '../../src/kernel/log.ts'
import type { Message } from '../../src/kernel/message.ts'
import { makeCalendar } from '../../src/kernel/working-time.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { enqueueOwed } from '../../src/postgres/outbox.ts'
import { readRoster, recordLeave, saveStaff } from '../../src/postgres/staff.ts'
import { waitingTickets } from '../../src/postgres/status.ts'
import { noteShown, readTranscript } from '../../src/postgres/transcript.ts'
import { openTicket } from '../../src/ticket/open.ts'
import { perform } from '../../src/ticket/perform.ts'
import { recalculate } from '../../src/ticket/tick.ts'
import { unattended } from '../../src/ticket/unattended.ts'
import { aCalendar, local, NOTICE_2026, OFFICE_HOURS } from '../builders/calendar.ts'
import { aStaffActor, aSupervisor, someLimits, theSystem } from '../builders/ticket.ts'
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
  errors.length = 0
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

test('the clocks of many tickets are reckoned in portions, none left out', async () => {
  for (let n = 0; n < 5; n++) await aTicketOpened()
  await sql`update ticket set due_at = null, next_due_at = null`.execute(database.db)
  let statements = 0
  const deps = ticketDeps(world, database.db)
  const counted = {
    ...deps,
    failed: () => {},
    store: {
      ...deps.store,
      saveClocks: (reckoned: Parameters<typeof deps.store.saveClocks>[0]) => {
        statements++
        return deps.store.saveClocks(reckoned)
      },
    },
  }
  expect(await recalculate(counted, 2)).toBe(5)
  expect(statements).toBe(3)
  const left = await sql`select 1 from ticket where next_due_at is null`.execute(database.db)
  expect(left.rows).toEqual([])
})

test('a ticket whose owner has left is counted as one that nobody attends to', async () => {
  const { number } = await aTicketOpened()
  const found = async () => {
    const roster = await readRoster(database.db, '2026-12-30')
    return unattended(await waitingTickets(database.db), roster, '2026-12-30')
  }
  const gauge = async () =>
    (await makeMetrics(database.db, () => now).registry.metrics()).split('\n')
  expect(await found()).toEqual([])
  expect(await gauge()).toContain('zhuqi_tickets_unattended 0')
  const owner = '00000000-0000-4000-8000-000000000001'
  await saveStaff(database.db, aMember(owner, { active: false }))
  expect(await found()).toMatchObject([
    { why: 'owner_absent', waiting: { count: 1, firstNumber: number, ownerId: owner } },
  ])
  expect(await gauge()).toContain('zhuqi_tickets_unattended 1')
})

test('who is away is known by the clock of the tickets', async () => {
  await aTicketOpened()
  const staffId = asId<StaffId>('00000000-0000-4000-8000-000000000001')
  const leave = { staffId, from: '2026-12-30', to: '2026-12-30', substituteId: null }
  await recordLeave(database.db, leave, 'system')
  const { registry } = makeMetrics(database.db, () => now)
  expect((await registry.metrics()).split('\n')).toContain('zhuqi_tickets_unattended 1')
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

/** Resolves a new ticket and owes its message to `address`, not yet sent. */
async function aResolutionOwedTo(address: Address) {
  now = local('2026-11-25 10:00')
  const ticket = await aTicketOpened()
  const deps = ticketDeps(world, database.db)
  const owner = aStaffActor('00000000-0000-4000-8000-000000000001')
  await perform(deps, ticket.id, { kind: 'accept' }, owner)
  const resolution = { outcome: 'solved', text: '已核发。', basis: null } as const
  const done = await perform(deps, ticket.id, { kind: 'resolve', resolution }, owner)
  if (!done.ok) throw new Error(done.code)
  const message = done.change.deliveries[0]!.message
  await enqueueOwed(database.db, [
    { address, purpose: 'ticket_notice', message, turnId: null, ticketId: ticket.id },
  ])
  return async () => (await deps.reads.byId(ticket.id))?.ticket.deliveredAt
}

const send = () => sql`update outbox_entry set done_at = now()`.execute(database.db)

test('a resolution counts as delivered once it was read, not when it was sent', async () => {
  const deliveredAt = await aResolutionOwedTo({
    channel: 'web',
    to: 'v1',
    toKind: 'person',
    replyTo: null,
  })
  await send()
  await runOnce()
  expect(await deliveredAt()).toBeNull()
  const shown = await readTranscript(database.db, 'web:v1', null)
  await noteShown(
    database.db,
    'web:v1',
    shown.map((one) => one.id),
  )
  await runOnce()
  expect(await deliveredAt()).toBe(now.toISOString())
  expect(errors).toEqual([])
})

test('in a group it is delivered when it was sent', async () => {
  const deliveredAt = await aResolutionOwedTo({
    channel: 'lark',
    to: 'oc_1',
    toKind: 'group',
    replyTo: 'om_1',
  })
  await runOnce()
  expect(await deliveredAt()).toBeNull()
  await send()
  await runOnce()
  expect(await deliveredAt()).toBe(now.toISOString())
})

/** A row that no code can read as a ticket. */
const breakTicket = (id: string) =>
  sql`update ticket set ticket = ticket - 'limits' where id = ${id}::uuid`.execute(database.db)

test('a broken ticket is told of, and keeps no other from its timers', async () => {
  const group = { channel: 'lark', to: 'oc_1', toKind: 'group', replyTo: 'om_1' } as const
  const first = await aResolutionOwedTo(group)
  const second = await aResolutionOwedTo(group)
  await send()
  const { rows } = await sql<{ id: string }>`select id from ticket order by id`.execute(database.db)
  await breakTicket(rows[0]!.id)
  await runOnce()
  expect([await first(), await second()].filter(Boolean)).toEqual([now.toISOString()])
  expect(new Set(errors)).toEqual(new Set(['a ticket was passed over']))
})

test('all that has arrived is recorded, also beyond broken tickets that fill a portion', async () => {
  const group = { channel: 'lark', to: 'oc_1', toKind: 'group', replyTo: 'om_1' } as const
  const resolutions = []
  for (let n = 0; n < 4; n++) resolutions.push(await aResolutionOwedTo(group))
  await send()
  const { rows } = await sql<{ id: string }>`select id from ticket order by id`.execute(database.db)
  for (const { id } of rows.slice(0, 2)) await breakTicket(id)
  const failed: string[] = []
  const deps = { ...ticketDeps(world, database.db), failed: (id: string) => failed.push(id) }
  await recordArrived(database.db, deps, 2)
  const recorded = await Promise.all(resolutions.map((deliveredAt) => deliveredAt()))
  expect(recorded.filter(Boolean)).toHaveLength(2)
  expect(failed).toEqual(rows.slice(0, 2).map(({ id }) => id))
})

test('a card that cannot be sent anew keeps no other from being', async () => {
  now = local('2026-11-25 10:00')
  const ticket = await aTicketOpened()
  const address = { channel: 'lark', to: 'oc_1', toKind: 'group', replyTo: null } as const
  const actions = [{ label: '确认办结', value: { a: 'own_ticket', act: 'confirm' } }] as const
  const card = { title: '', tone: 'info', summary: '', blocks: [{ kind: 'actions', actions }] }
  const owed = { address, purpose: 'ticket_notice', turnId: null, ticketId: ticket.id } as const
  const message = card as unknown as Message
  await enqueueOwed(database.db, [
    { ...owed, message: { ...message, blocks: [null as never, ...message.blocks] } },
    { ...owed, message },
  ])
  await sql`update outbox_entry set done_at = now() - interval '14 days'`.execute(database.db)
  await reissueAged(database.db, world, log)
  const anew =
    await sql`select message from outbox_entry where done_at is null and updates_id is null`.execute(
      database.db,
    )
  expect(anew.rows).toEqual([{ message }])
  expect(errors).toEqual(['a ticket was passed over'])
})
