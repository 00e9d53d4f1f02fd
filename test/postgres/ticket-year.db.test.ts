// A year of tickets in small: people who act, forget, return, wait and are away, timers that run a
// few times a day, and a stop of a week in spring. What must hold, holds.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asId, type ContactId, type StaffId, type TicketId } from '../../src/kernel/ids.ts'
import { isWorkingInstant, localDate, nextWorkingInstant } from '../../src/kernel/working-time.ts'
import type { Db } from '../../src/postgres/database.ts'
import { inTransaction } from '../../src/postgres/in-transaction.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { saveStaff } from '../../src/postgres/staff.ts'
import { readFigureRows } from '../../src/postgres/ticket-figures.ts'
import { makeTicketReads } from '../../src/postgres/ticket-reads.ts'
import { makeNextSequence, makeTicketStore } from '../../src/postgres/tickets.ts'
import type { Activity } from '../../src/ticket/activity.ts'
import { replay } from '../../src/ticket/apply.ts'
import type { Command, CommandKind } from '../../src/ticket/command.ts'
import { figuresBy, figuresOf } from '../../src/ticket/figures.ts'
import { handOverAbsences } from '../../src/ticket/hand-over.ts'
import { verifyLedger } from '../../src/ticket/ledger.ts'
import { openTicket } from '../../src/ticket/open.ts'
import { perform } from '../../src/ticket/perform.ts'
import type { TicketChange } from '../../src/ticket/ports.ts'
import { type TickDeps, tick } from '../../src/ticket/tick.ts'
import type { Actor, Ticket } from '../../src/ticket/ticket.ts'
import { commandsFor } from '../../src/ticket/transitions.ts'
import { A_COMMAND } from '../builders/commands.ts'
import { aReviewer, aStaffActor, aSupervisor, someLimits, theSystem } from '../builders/ticket.ts'
import {
  aMember,
  anOpening,
  aRoster,
  aWorld,
  HOUSING,
  sha256,
  type TestWorld,
} from '../builders/world.ts'
import { openEmbeddedDatabase } from '../database.ts'

const TICKETS = 80
const HOUR_MS = 3_600_000
/** Timers rest in this week; when they start again they catch up once. */
const STOPPED = { from: '2026-04-13', to: '2026-04-19' }

let made = 0
const nextId = () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`
const ids = Array.from({ length: 4 }, () => nextId())
const members = ids.map((id, index) =>
  aMember(id, { substituteId: asId<StaffId>(ids[(index + 1) % ids.length]!) }),
)
const specialist = (id: string) => aStaffActor(id, ['specialist'], { departments: [HOUSING] })
const dispatcher = aStaffActor(nextId(), ['dispatcher'], { districts: ['city'] })
const requester = {
  kind: 'requester',
  contactId: asId<ContactId>(nextId()),
  creditCodes: [],
} as const satisfies Actor

/** A small generator with a seed, so that a failure can be played again. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** What brings a ticket to its end. */
const ONWARD: readonly CommandKind[] = [
  'dispatch',
  'accept',
  'start',
  'submit_review',
  'approve_review',
  'resolve',
  'decide_objection',
]

type Told = Readonly<{ at: Date; change: TicketChange }>

describe('a year of tickets', () => {
  let database: OpenDatabase
  let world: TestWorld
  const told: Told[] = []
  const failures: unknown[] = []
  const opened: TicketId[] = []
  const random = seeded(20_260_101)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!

  const deps = (
    db: Db = database.db,
  ): TickDeps &
    Parameters<typeof openTicket>[0] &
    Parameters<typeof handOverAbsences>[0] & { reads: ReturnType<typeof makeTicketReads> } => ({
    ...world,
    store: makeTicketStore(db, async (_tx, change) => {
      told.push({ at: world.clock(), change })
    }),
    reads: makeTicketReads(db),
    inOneStep: (work) => inTransaction(db, (tx) => work(deps(tx))),
    nextSequence: makeNextSequence(db),
    newId: nextId,
    limits: () => someLimits(),
    failed: (_id, cause) => failures.push(cause),
  })

  /** What a person does with a ticket when they get to it: mostly the right thing, now and then another. */
  async function handle(ticket: Ticket): Promise<void> {
    // An enterprise that has its answer is in no hurry.
    if (['resolved', 'confirmed'].includes(ticket.state) && random() < 0.85) {
      if (ticket.state === 'resolved' && random() < 0.5) {
        await perform(deps(), ticket.id, { kind: 'record_delivery', how: 'read' }, theSystem)
      }
      return
    }
    if (ticket.state === 'resolved' && random() < 0.5) {
      const answer = pick(['confirm', 'dissatisfied'] as const)
      await perform(deps(), ticket.id, A_COMMAND[answer], requester)
      return
    }
    const actors = [
      ...(ticket.ownerId === null ? [] : [specialist(ticket.ownerId)]),
      ...ticket.coHandlers.map((one) => specialist(one.staffId)),
      dispatcher,
      requester,
      aSupervisor,
      { ...aReviewer, departments: [HOUSING] } as Actor,
    ]
    const actor = pick(actors)
    const rare = [
      'withdraw',
      'merge',
      'decline',
      'transfer_out',
      'follow',
      'close',
      'supervise',
      'note',
      'link_external',
    ]
    const kinds = commandsFor(ticket, actor).filter(
      (kind) => !rare.includes(kind) || random() < 0.02,
    )
    if (kinds.length === 0) return
    const onward = kinds.filter((kind) => ONWARD.includes(kind))
    const kind = pick(onward.length > 0 && random() < 0.5 ? onward : kinds)
    const others = ids.filter(
      (id) => id !== ticket.ownerId && !ticket.barredIds.includes(asId<StaffId>(id)),
    )
    const to = asId<StaffId>(pick(others))
    const into = pick(opened)
    const person = { to, staffId: to, department: HOUSING, into, leadId: into }
    await perform(deps(), ticket.id, { ...A_COMMAND[kind], ...person } as Command, actor)
  }

  beforeAll(async () => {
    database = await openEmbeddedDatabase()
    world = aWorld(aRoster(members), '2026-01-04 08:30')
    for (const member of members) await saveStaff(database.db, { ...member, substituteId: null })
    const end = Date.parse('2026-12-18T17:30:00+08:00')
    const step = (end - world.clock().getTime()) / (TICKETS * 12)
    for (let at = world.clock().getTime(); at < end; at += step) {
      const working = nextWorkingInstant(world.calendar(), new Date(at))
      if (!working.ok) break
      const people = random() < 0.5 ? new Date(at) : working.at
      await during(people)
      await timers(working.at)
    }
  }, 600_000)

  async function during(at: Date): Promise<void> {
    world.goTo(localText(at))
    if (opened.length < TICKETS && random() < 0.09) {
      const kind = pick(['consultation', 'help', 'complaint', 'suggestion'] as const)
      const urgency = pick(['normal', 'normal', 'normal', 'urgent', 'urgent_now'] as const)
      const result = await openTicket(
        deps(),
        anOpening({ kind, urgency, contactId: requester.contactId }),
        theSystem,
      )
      if (result.kind === 'opened') opened.push(result.ticket.id)
    }
    const { rows } = await sql<{ id: TicketId }>`
      select id from ticket where ended_at is null order by registered_at`.execute(database.db)
    const open = rows.map((row) => row.id)
    for (let acts = 0; acts < 2 && open.length > 0; acts++) {
      const locked = await deps().reads.byId(pick(open))
      if (locked) await handle(locked.ticket)
    }
  }

  async function timers(at: Date): Promise<void> {
    const today = localDate(at)
    if (today >= STOPPED.from && today <= STOPPED.to) return
    world.goTo(localText(at))
    const away = {
      staffId: asId<StaffId>(ids[0]!),
      from: '2026-06-01',
      to: '2026-06-12',
      substituteId: null,
    }
    world.employ(
      aRoster(members, { leaves: today >= '2026-06-01' && today <= '2026-06-12' ? [away] : [] }),
    )
    await handOverAbsences(deps())
    await tick(deps())
  }

  afterAll(() => database.close())

  const localText = (at: Date) =>
    new Date(at.getTime() + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ')
  const tickets = async () => {
    const found = await Promise.all(opened.map((id) => deps().reads.byId(id)))
    return found.map((one) => one!.ticket)
  }

  test('happened: many tickets in many states, and nothing failed', async () => {
    expect(failures).toEqual([])
    expect(opened.length).toBeGreaterThan(50)
    const kinds = new Set(told.map(({ change }) => change.activity.act.kind))
    for (const kind of [
      'accept',
      'return',
      'resolve',
      'dissatisfied',
      'remind',
      'supervise',
      'auto_confirm',
      'close',
      'transfer',
    ] as const) {
      expect(kinds).toContain(kind)
    }
  })

  test('every ledger verifies and replays to the ticket that is stored', async () => {
    for (const ticket of await tickets()) {
      const ledger = await deps().reads.ledger(ticket.id)
      expect(verifyLedger(ledger, sha256)).toMatchObject({ ok: true, deleted: 0 })
      expect(replay(ledger as readonly Activity[])).toEqual(ticket)
    }
  })

  test('every state that was ever written has its activity', async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ticket t
      left join ticket_activity a on a.ticket_id = t.id and a.seq = t.seq
      where a.to_state is distinct from t.state or a.hash is distinct from t.ledger_hash`.execute(
      database.db,
    )
    expect(rows).toEqual([{ count: 0 }])
  })

  test('timers spoke only while people were at work', () => {
    const byTimer = told.filter(
      ({ change }) =>
        ['remind', 'supervise', 'auto_confirm', 'close'].includes(change.activity.act.kind) &&
        change.activity.actor.kind === 'system',
    )
    expect(byTimer.length).toBeGreaterThan(50)
    for (const { at } of byTimer) expect(isWorkingInstant(world.calendar(), at)).toBe(true)
  })

  test('no alarm was given twice', async () => {
    for (const id of opened) {
      const alarms = told.flatMap(({ change: { activity } }) =>
        activity.ticketId === id && activity.actor.kind === 'system' && 'timer' in activity.act
          ? [`${activity.act.timer} ${activity.act.due} ${activity.act.stage}`]
          : [],
      )
      expect(new Set(alarms).size).toBe(alarms.length)
    }
  })

  test('nothing that is overdue was passed over', async () => {
    const { rows } = await sql<{ number: string }>`
      select number from ticket where next_due_at < ${new Date(world.clock().getTime() - 24 * HOUR_MS)}
      and ended_at is null`.execute(database.db)
    expect(rows).toEqual([])
  })

  test('after somebody’s leave began, nothing stayed in their hands', () => {
    const absent = told.filter(
      ({ at, change }) =>
        localDate(at) >= '2026-06-02' &&
        localDate(at) <= '2026-06-12' &&
        change.ticket.ownerId === ids[0],
    )
    expect(absent).toEqual([])
  })

  test('the figures of the months add up to the year, and no rate exceeds its base', async () => {
    const year = {
      from: new Date('2026-01-01T00:00:00+08:00'),
      to: new Date('2027-01-01T00:00:00+08:00'),
    }
    const rows = await readFigureRows(database.db, year, world.calendar(), world.clock())
    expect(rows).toHaveLength(opened.length)
    const { registered, ...rates } = figuresOf(rows)
    const months = figuresBy(rows, 'month')
    expect(months.reduce((sum, { figures }) => sum + figures.registered, 0)).toBe(registered)
    for (const [name, { hit, of }] of Object.entries(rates)) {
      const sum = months.reduce(
        (total, { figures }) => total + figures[name as keyof typeof rates].hit,
        0,
      )
      expect(sum).toBe(hit)
      expect(hit).toBeLessThanOrEqual(of)
    }
  })
})
