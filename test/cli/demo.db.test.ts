// The demonstration, and the way of its tickets into another system by hand and back.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoClock, type Seeded, seedDemo } from '../../src/cli/demo/seed.ts'
import { sha256, type TicketWorld, ticketDeps } from '../../src/compose/tickets/tickets.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { ticketsToTranscribe } from '../../src/postgres/ticket-export.ts'
import { readFigureRows } from '../../src/postgres/ticket-figures.ts'
import { figuresOf } from '../../src/ticket/figures.ts'
import { perform } from '../../src/ticket/perform.ts'
import { verifyTickets } from '../../src/ticket/verify.ts'
import { local } from '../builders/calendar.ts'
import { aTicketWorld } from '../builders/ticket-world.ts'
import { openEmbeddedDatabase } from '../database.ts'

const NOW = local('2026-11-25 15:00')

let database: OpenDatabase
let world: TicketWorld
let seeded: Seeded

beforeAll(async () => {
  database = await openEmbeddedDatabase()
  const clock: DemoClock = { at: NOW }
  world = await aTicketWorld(database.db, () => clock.at)
  seeded = await seedDemo({ database, world }, clock, NOW)
  clock.at = NOW
})
afterAll(() => database.close())

test('tickets of many kinds stand in many places, and every ledger holds', async () => {
  expect(seeded.tickets).toBeGreaterThan(70)
  const { rows } = await sql<{ state: string }>`select distinct state from ticket`.execute(
    database.db,
  )
  const states = rows.map((row) => row.state)
  expect(states).toEqual(expect.arrayContaining(['closed', 'withdrawn', 'resolved']))
  expect(states.length).toBeGreaterThan(4)
  const { reads } = ticketDeps(world, database.db)
  expect((await verifyTickets({ reads, hash: sha256 })).faults).toEqual([])
})

test('nothing of it happened after now, nor out of hours by itself', async () => {
  const { rows } = await sql<{ late: number }>`
    select count(*)::int as late from ticket_activity where at > ${NOW}`.execute(database.db)
  expect(rows).toEqual([{ late: 0 }])
})

test('its figures are those of a centre that works, with faults to look at', async () => {
  const period = { from: local('2026-09-01 00:00'), to: local('2026-12-01 00:00') }
  const figures = figuresOf(await readFigureRows(database.db, period, world.work.calendar(), NOW))
  expect(figures.registered).toBe(seeded.tickets)
  for (const [name, { hit, of }] of Object.entries(figures)
    .filter(([key]) => key !== 'registered')
    .map(([key, value]) => [key, value as { hit: number; of: number }] as const)) {
    expect(hit, name).toBeLessThanOrEqual(of)
  }
})

test('its people, enterprises and numbers are plainly none that exist', async () => {
  const { rows } = await sql<{ name: string; phone: string; enterprise: string }>`
    select p.name, p.phone, t.enterprise_name as enterprise
    from ticket_person p join ticket t on t.id = p.ticket_id`.execute(database.db)
  expect(rows.length).toBe(seeded.tickets)
  expect(new Set(rows.map((row) => row.name))).toEqual(new Set(['张示例']))
  expect(new Set(rows.map((row) => row.phone))).toEqual(new Set(['13800000000']))
  for (const { enterprise } of rows) expect(enterprise).toMatch(/^示例/)
  for (const { name } of seeded.staff) expect(name).toMatch(/^示例/)
})

test('what has a number elsewhere need not be written off again', async () => {
  const waiting = await ticketsToTranscribe(database.db, 'unlinked')
  expect(waiting.length).toBe(seeded.tickets)
  const open = waiting.find((one) => one.endedAt === null)
  const link = { kind: 'link_external', system: '12345', number: 'X-1' } as const
  const done =
    open && (await perform(ticketDeps(world, database.db), open.id, link, { kind: 'system' }))
  expect(done).toMatchObject({ ok: true })
  expect(await ticketsToTranscribe(database.db, 'unlinked')).toHaveLength(seeded.tickets - 1)
  expect(await ticketsToTranscribe(database.db, 'all')).toHaveLength(seeded.tickets)
})
