import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asId, type ContactId, type StaffId, type TicketId } from '../../src/kernel/ids.ts'
import { makeCalendar } from '../../src/kernel/working-time.ts'
import {
  askBinding,
  confirmedBindings,
  creditCodesOf,
  decideBinding,
  endBinding,
  waitingBindings,
} from '../../src/postgres/bindings.ts'
import type { Db } from '../../src/postgres/database.ts'
import { enqueueExchange } from '../../src/postgres/exchange.ts'
import { inTransaction } from '../../src/postgres/in-transaction.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import {
  declareClosedDay,
  endLeave,
  findStaff,
  findStaffByLark,
  readClosedDays,
  readRoster,
  recordLeave,
  saveDuties,
  saveStaff,
} from '../../src/postgres/staff.ts'
import { theirNumberOf } from '../../src/postgres/their-number.ts'
import { readFigureRows } from '../../src/postgres/ticket-figures.ts'
import { anonymiseTickets, readPerson } from '../../src/postgres/ticket-person.ts'
import { makeTicketReads } from '../../src/postgres/ticket-reads.ts'
import { type Deliver, makeNextSequence, makeTicketStore } from '../../src/postgres/tickets.ts'
import { CENTRE } from '../../src/staff/staff.ts'
import type { Activity } from '../../src/ticket/activity.ts'
import { replay } from '../../src/ticket/apply.ts'
import type { Command } from '../../src/ticket/command.ts'
import { decide } from '../../src/ticket/decide.ts'
import { casesOf, figuresOf } from '../../src/ticket/figures.ts'
import { type HandOverDeps, handOverAbsences } from '../../src/ticket/hand-over.ts'
import { verifyLedger } from '../../src/ticket/ledger.ts'
import { type OpenDeps, openTicket } from '../../src/ticket/open.ts'
import type { Opening } from '../../src/ticket/opening.ts'
import { perform } from '../../src/ticket/perform.ts'
import { sceneOf } from '../../src/ticket/record.ts'
import { recalculate, type TickDeps, tick } from '../../src/ticket/tick.ts'
import type { Actor, Ticket } from '../../src/ticket/ticket.ts'
import { verifyTickets } from '../../src/ticket/verify.ts'
import { NOTICE_2026, OFFICE_HOURS } from '../builders/calendar.ts'
import { A_COMMAND } from '../builders/commands.ts'
import { aStaffActor, aSupervisor, someLimits, theSystem } from '../builders/ticket.ts'
import {
  aMember,
  anOpening,
  aRoster,
  aWorld,
  HOUSING,
  sha256,
  type TestWorld,
} from '../builders/world.ts'
import { onEachEngine } from '../database.ts'
import { aCase } from '../exchange/counterpart.ts'
import { until } from '../flow/harness.ts'

const [S1, S2, D1] = [randomUUID(), randomUUID(), randomUUID()]
const first = aMember(S1, { substituteId: asId<StaffId>(S2), larkOpenId: 'ou_first' })
const second = aMember(S2, { districts: ['city'] })
const handler = aStaffActor(S1)
const dispatcher = aStaffActor(D1, ['dispatcher'], { districts: ['city'] })

onEachEngine('tickets', (open, engine) => {
  let database: OpenDatabase
  let world: TestWorld
  let told: string[]
  let failures: unknown[]

  beforeEach(async () => {
    database = await open()
    world = aWorld(aRoster([first, second]))
    told = []
    failures = []
    await saveStaff(database.db, { ...second, substituteId: null })
    await saveStaff(database.db, first)
  })
  afterEach(() => database.close())

  const tell: Deliver = async (_tx, { deliveries }) => {
    for (const { notice } of deliveries) told.push(`${JSON.stringify(notice.to)} ${notice.kind}`)
  }
  const deps = (
    db: Db = database.db,
    deliver: Deliver = tell,
  ): OpenDeps & TickDeps & HandOverDeps => ({
    ...world,
    store: makeTicketStore(db, deliver),
    reads: makeTicketReads(db),
    inOneStep: (work) => inTransaction(db, (tx) => work(deps(tx, deliver))),
    nextSequence: makeNextSequence(db),
    newId: randomUUID,
    limits: () => someLimits(),
    failed: (_id, cause) => failures.push(cause),
  })

  async function opened(overrides: Partial<Opening> = {}): Promise<Ticket> {
    const result = await openTicket(deps(), anOpening(overrides), theSystem)
    if (result.kind !== 'opened') throw new Error(JSON.stringify(result.problems))
    return result.ticket
  }

  async function does(id: TicketId, command: Command, actor: Actor): Promise<Ticket> {
    const performed = await perform(deps(), id, command, actor)
    if (!performed.ok) throw new Error(performed.code)
    return performed.change.ticket
  }

  const merge = (ending: Ticket, into: Ticket) =>
    perform(
      deps(),
      ending.id,
      { kind: 'merge', into: into.id, intoNumber: '', reason: '同一诉求' },
      dispatcher,
    )

  const resolution = { outcome: 'solved', text: '已核发。', basis: null } as const

  test('a ticket is stored with its ledger, its person and its news, and read back the same', async () => {
    const ticket = await opened()
    expect(ticket).toMatchObject({ number: 'ZSQS-20261125-0001', state: 'dispatched', ownerId: S1 })
    const reads = makeTicketReads(database.db)
    expect((await reads.byId(ticket.id))?.ticket).toEqual(ticket)
    expect((await reads.byNumber('ZSQS-20261125-0001'))?.ticket).toEqual(ticket)
    expect(told).toEqual([
      '"requester" registered',
      '"handler" dispatched',
      '"requester" dispatched',
    ])
    const ledger = await reads.ledger(ticket.id)
    expect(ledger.map((one) => one.act?.kind)).toEqual(['register', 'dispatch'])
    expect(verifyLedger(ledger, sha256)).toMatchObject({ ok: true, entries: 2, deleted: 0 })
    expect(replay(ledger as readonly Activity[])).toEqual(ticket)
    expect(await readPerson(database.db, ticket.id, 'staff:s1')).toEqual({
      name: '张示例',
      phone: '13800000000',
    })
    const audit = await sql<{ subject: string }>`select subject from audit_entry`.execute(
      database.db,
    )
    expect(audit.rows).toEqual([{ subject: `ticket:${ticket.id}` }])
  })

  test('numbers run on by day, also when many open at once', async () => {
    const tickets = await Promise.all(Array.from({ length: 8 }, () => opened()))
    expect(tickets.map((one) => one.number).sort()).toEqual(
      Array.from({ length: 8 }, (_, index) => `ZSQS-20261125-000${index + 1}`),
    )
    world.goTo('2026-11-26 09:00')
    expect((await opened()).number).toBe('ZSQS-20261126-0001')
  })

  test('a refused command changes nothing', async () => {
    const ticket = await opened()
    expect(await perform(deps(), ticket.id, { kind: 'confirm' }, handler)).toEqual({
      ok: false,
      code: 'not_allowed',
    })
    const reads = makeTicketReads(database.db)
    expect(await reads.ledger(ticket.id)).toHaveLength(2)
    expect(
      await perform(deps(), asId<TicketId>(randomUUID()), { kind: 'accept' }, handler),
    ).toEqual({
      ok: false,
      code: 'unknown',
    })
  })

  test('of two who act at once, one is first and the other is judged by what it left', async () => {
    const ticket = await opened()
    const results = await Promise.all([
      perform(deps(), ticket.id, { kind: 'accept' }, handler),
      perform(deps(), ticket.id, { kind: 'accept' }, handler),
    ])
    expect(results.map((one) => (one.ok ? 'done' : one.code)).sort()).toEqual([
      'done',
      'wrong_state',
    ])
    expect(await makeTicketReads(database.db).ledger(ticket.id)).toHaveLength(3)
  })

  test('when the news cannot be written, the change is not either', async () => {
    const ticket = await opened()
    const full = deps(database.db, async () => {
      throw new Error('outbox is full')
    })
    await expect(perform(full, ticket.id, { kind: 'accept' }, handler)).rejects.toThrow(
      'outbox is full',
    )
    expect((await makeTicketReads(database.db).byId(ticket.id))?.ticket.state).toBe('dispatched')
  })

  test('a change joins the transaction of its caller and is undone with it', async () => {
    await expect(
      database.db.transaction().execute(async (tx) => {
        const result = await openTicket(deps(tx), anOpening(), theSystem)
        expect(result.kind).toBe('opened')
        throw new Error('the turn failed')
      }),
    ).rejects.toThrow('the turn failed')
    expect(await makeTicketReads(database.db).openAfter(null, 10)).toEqual([])
  })

  test('the database refuses to change or drop a ledger entry, whoever asks', async () => {
    const ticket = await opened()
    const change = sql`update ticket_activity set to_state = 'closed' where ticket_id = ${ticket.id}::uuid`
    await expect(change.execute(database.db)).rejects.toThrow(/append-only/)
    const drop = sql`delete from ticket_activity where ticket_id = ${ticket.id}::uuid`
    await expect(drop.execute(database.db)).rejects.toThrow(/append-only/)
    const skew = sql`update ticket set state = 'closed' where id = ${ticket.id}::uuid`
    await expect(skew.execute(database.db)).rejects.toThrow()
  })

  test('ledgers are verified all together, and a tampered one is found', async () => {
    const [whole, tampered, moved, cut] = [
      await opened(),
      await opened(),
      await opened(),
      await opened(),
    ]
    const verified = () => verifyTickets({ reads: makeTicketReads(database.db), hash: sha256 })
    expect(await verified()).toEqual({ tickets: 4, entries: 8, deleted: 0, faults: [] })
    // As somebody with every right on the database would.
    await sql`alter table ticket_activity disable trigger ticket_activity_append_only`.execute(
      database.db,
    )
    await sql`update ticket_activity set at = at - interval '1 hour'
      where ticket_id = ${tampered.id}::uuid and seq = 2`.execute(database.db)
    await sql`update ticket set ticket = jsonb_set(ticket, '{title}', '"别的"')
      where id = ${moved.id}::uuid`.execute(database.db)
    await sql`delete from ticket_activity where ticket_id = ${cut.id}::uuid and seq = 2`.execute(
      database.db,
    )
    const { faults } = await verified()
    expect(faults.toSorted((a, b) => (a.number < b.number ? -1 : 1))).toEqual([
      { number: tampered.number, seq: 2, fault: 'altered_entry' },
      { number: moved.number, seq: 2, fault: 'other_ticket' },
      { number: cut.number, seq: 2, fault: 'other_end' },
    ])
    expect(faults.map((one) => one.number)).not.toContain(whole.number)
  })

  test('merging ends one, tells the other, and fails for both when it fails for one', async () => {
    const [kept, ended] = [await opened(), await opened()]
    const done = await merge(ended, kept)
    expect(done).toMatchObject({
      ok: true,
      change: { ticket: { state: 'merged', mergedIntoNumber: kept.number } },
    })
    const third = await opened()
    const refused = await merge(third, ended)
    expect(refused).toEqual({ ok: false, code: 'wrong_state' })
    expect((await makeTicketReads(database.db).byId(third.id))?.ticket.state).toBe('dispatched')
  })

  test('two mergers the wrong way round do not wait for each other for ever', async () => {
    const [a, b] = [await opened(), await opened()]
    const results = await Promise.all([merge(a, b), merge(b, a)])
    expect(results.filter((one) => one.ok)).toHaveLength(1)
  })

  test('the resolution of a lead ticket reaches those that follow it', async () => {
    const [lead, follower] = [await opened(), await opened()]
    await does(
      follower.id,
      { kind: 'follow', leadId: lead.id, leadNumber: lead.number },
      dispatcher,
    )
    const chained = { kind: 'follow', leadId: follower.id, leadNumber: follower.number } as const
    expect(await perform(deps(), lead.id, chained, dispatcher)).toEqual({
      ok: false,
      code: 'leads_others',
    })
    await does(lead.id, { kind: 'accept' }, handler)
    told = []
    await does(lead.id, { kind: 'resolve', resolution }, handler)
    expect((await makeTicketReads(database.db).byId(follower.id))?.ticket).toMatchObject({
      state: 'resolved',
      resolution,
    })
    expect(told).toEqual([
      '"requester" resolved',
      '"requester" resolved',
      `{"staffId":"${S1}"} taken_away`,
    ])
  })

  const waitsForLock = async () => {
    const { rowCount } = await database.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    return rowCount !== 0
  }
  const toFollow = (lead: Ticket) =>
    ({ kind: 'follow', leadId: lead.id, leadNumber: lead.number }) as const
  const standing = async (ticket: Ticket) =>
    (await makeTicketReads(database.db).byId(ticket.id))?.ticket

  test('nobody joins a lead that has answered, nor leads others and joins another', async () => {
    const [lead, follower, other] = [await opened(), await opened(), await opened()]
    await does(follower.id, toFollow(lead), dispatcher)
    expect(await perform(deps(), lead.id, toFollow(other), dispatcher)).toEqual({
      ok: false,
      code: 'leads_others',
    })
    await does(lead.id, { kind: 'accept' }, handler)
    await does(lead.id, { kind: 'resolve', resolution }, handler)
    expect(await perform(deps(), other.id, toFollow(lead), dispatcher)).toEqual({
      ok: false,
      code: 'lead_unfit',
    })
  })

  test('who would join while the lead is being answered waits, and is refused', async () => {
    const [lead, late] = [await opened(), await opened()]
    await does(lead.id, { kind: 'accept' }, handler)
    const joining = await database.db.transaction().execute(async (tx) => {
      await perform(deps(tx), lead.id, { kind: 'resolve', resolution }, handler)
      const joins = perform(deps(), late.id, toFollow(lead), dispatcher)
      // The embedded database has one session: there it cannot even ask before this transaction ends.
      if (engine === 'postgres') await until(waitsForLock, 'it waits')
      return { joins }
    })
    expect(await joining.joins).toEqual({ ok: false, code: 'lead_unfit' })
  })

  test('an answer that cannot reach a follower is not given to the lead either', async () => {
    const [lead, follower] = [await opened(), await opened()]
    await does(follower.id, toFollow(lead), dispatcher)
    await does(lead.id, { kind: 'accept' }, handler)
    const full = deps(database.db, async (_tx, { ticket }) => {
      if (ticket.id === follower.id) throw new Error('outbox is full')
    })
    await expect(perform(full, lead.id, { kind: 'resolve', resolution }, handler)).rejects.toThrow(
      'outbox is full',
    )
    expect(await standing(lead)).toMatchObject({ state: 'accepted' })
  })

  test('an answer also reaches whom two who joined at the same moment made a chain of', async () => {
    const [lead, middle, last] = [await opened(), await opened(), await opened()]
    await does(last.id, toFollow(middle), dispatcher)
    const scene = await sceneOf(deps())
    await deps().store.change(middle.id, (locked) =>
      decide(locked, toFollow(lead), dispatcher, scene),
    )
    await does(lead.id, { kind: 'accept' }, handler)
    await does(lead.id, { kind: 'resolve', resolution }, handler)
    expect(await standing(last)).toMatchObject({ state: 'resolved', resolution })
  })

  test.each<readonly [string, Command]>([
    ['declined', A_COMMAND.decline],
    ['transferred to another body', A_COMMAND.transfer_out],
    ['merged into another', A_COMMAND.merge],
    ['found to be a report', { ...A_COMMAND.reclassify, ticketKind: 'report' }],
  ])('of a lead that is %s no answer is awaited, and handlers are told', async (_what, command) => {
    const [lead, follower, other] = [await opened(), await opened(), await opened()]
    await does(follower.id, toFollow(lead), dispatcher)
    told = []
    const into = { into: other.id, intoNumber: other.number }
    await does(
      lead.id,
      { ...command, ...(command.kind === 'merge' ? into : {}) } as Command,
      dispatcher,
    )
    expect(await standing(follower)).toMatchObject({ state: 'dispatched', leadId: null })
    expect(told).toContain('"handler" left_wave')
    expect(
      await verifyTickets({ reads: makeTicketReads(database.db), hash: sha256 }),
    ).toMatchObject({
      faults: [],
    })
  })

  test('the fifth enterprise with one problem is told to the dispatchers, the fifth again and the sixth are not', async () => {
    const found: number[] = []
    const enterprises = [1, 2, 3, 4, 5, 5, 1, 6]
    for (const [place, one] of enterprises.entries()) {
      told = []
      await opened({
        enterpriseName: `示例${one}号有限公司`,
        title: '园区停电，冷库的货要坏',
        item: null,
      })
      const waves = told.filter((line) => line.endsWith('wave_found'))
      if (waves.length === 0) continue
      expect(waves).toEqual(['"dispatchers" wave_found', '"supervisors" wave_found'])
      found.push(place)
    }
    expect(found).toEqual([4])
    const again = await openTicket(
      deps(),
      anOpening({ enterpriseName: '示例1号有限公司', title: '园区停电，冷库的货要坏', item: null }),
      theSystem,
    )
    if (again.kind !== 'opened') throw new Error('not opened')
    expect(again.similar[0]).toMatchObject({ sameRequester: true })
  })

  test('timers find what is due, fire once, and catch up once after a stop', async () => {
    const ticket = await opened()
    told = []
    expect(await tick(deps())).toMatchObject({ tickets: 0, acts: 0 })
    world.goTo('2026-11-27 09:00')
    expect(await tick(deps())).toMatchObject({ tickets: 1, acts: 1 })
    expect(told).toEqual(['"handler" reminder'])
    expect(await tick(deps())).toMatchObject({ acts: 0 })
    world.goTo('2026-12-08 09:00')
    told = []
    expect(await tick(deps())).toMatchObject({ tickets: 1, acts: 2 })
    expect(told.sort()).toEqual([
      '"handler" supervision',
      '"handler" supervision',
      '"supervisors" supervision',
      '"supervisors" supervision',
    ])
    expect(await tick(deps())).toMatchObject({ acts: 0 })
    expect(failures).toEqual([])
    expect(await makeTicketReads(database.db).ledger(ticket.id)).toHaveLength(5)
  })

  /** A row that no code can read as a ticket. */
  const breakTicket = ({ id }: Ticket) =>
    sql`update ticket set ticket = ticket - 'limits' where id = ${id}::uuid`.execute(database.db)

  test('tickets whose timers fail wait a while, and hold up no others', async () => {
    for (let n = 0; n < 2; n++) await breakTicket(await opened())
    const sound = await opened()
    const seqOf = async () => (await makeTicketReads(database.db).byId(sound.id))?.end.seq
    const before = await seqOf()
    world.goTo('2026-11-27 09:00')
    expect(await tick(deps(), 2)).toMatchObject({ tickets: 2, acts: 0, more: true })
    expect(failures).toHaveLength(2)
    expect(await tick(deps(), 2)).toMatchObject({ tickets: 1, acts: 1, more: false })
    expect(await seqOf()).toBe(before! + 1)
    world.goTo('2026-11-27 09:20')
    expect(await tick(deps(), 2)).toMatchObject({ tickets: 2, acts: 0 })
  })

  test('the clocks of all others are reckoned anew beside a broken ticket', async () => {
    const broken = await opened()
    await breakTicket(broken)
    const sound = await opened()
    await sql`update ticket set next_due_at = null`.execute(database.db)
    await recalculate(deps())
    expect(failures).toHaveLength(1)
    const { rows } = await sql`select id from ticket where next_due_at is not null`.execute(
      database.db,
    )
    expect(rows).toEqual([{ id: sound.id }])
  })

  test('an anonymous ticket ends by itself, and nobody is sent to tell anybody', async () => {
    const nobody = { anonymous: true, person: null, enterpriseName: null, consentAt: null }
    const ticket = await opened({ ...nobody, source: 'hotline' })
    await does(ticket.id, { kind: 'accept' }, handler)
    await does(ticket.id, { kind: 'resolve', resolution }, handler)
    told = []
    for (const day of ['11-26', '12-01', '12-03', '12-08', '12-10', '12-14', '12-21']) {
      world.goTo(`2026-${day} 09:00`)
      await tick(deps())
    }
    expect(await standing(ticket)).toMatchObject({
      state: 'closed',
      confirmedBy: 'timeout',
      deliveredAt: null,
    })
    expect(told).toEqual(['"requester" confirmed', '"handler" confirmed', '"requester" closed'])
    const verified = await verifyTickets({ reads: makeTicketReads(database.db), hash: sha256 })
    expect(verified.faults).toEqual([])
  })

  test('a missing calendar year is an alarm, and loading it sets the clocks', async () => {
    world.goTo('2026-12-30 10:00')
    const ticket = await opened()
    const read = () =>
      sql<{ uncovered_year: number | null; due_at: Date | null }>`
        select uncovered_year, due_at from ticket where id = ${ticket.id}::uuid`.execute(
        database.db,
      )
    expect((await read()).rows).toEqual([{ uncovered_year: 2027, due_at: null }])
    const year2027 = {
      year: 2027,
      holidays: [{ from: '2027-01-01', to: '2027-01-03' }],
      workdays: [],
    }
    world.loadCalendar(makeCalendar([NOTICE_2026, year2027], OFFICE_HOURS))
    expect(await recalculate(deps())).toBe(1)
    expect((await read()).rows).toEqual([
      { uncovered_year: null, due_at: new Date('2027-01-07T17:30:00+08:00') },
    ])
  })

  test('who holds what, and how much', async () => {
    const ticket = await opened()
    await does(ticket.id, { kind: 'accept' }, handler)
    const task = {
      kind: 'add_co_handler',
      staffId: asId<StaffId>(S2),
      department: HOUSING,
      task: '核对',
    } as const
    await does(ticket.id, task, handler)
    const reads = makeTicketReads(database.db)
    expect(await reads.loads()).toEqual(new Map([[S1, 1]]))
    expect(await reads.heldBy(asId<StaffId>(S1))).toEqual([ticket.id])
    expect(await reads.heldBy(asId<StaffId>(S2))).toEqual([ticket.id])
    await does(ticket.id, { kind: 'co_reply', text: '无误' }, aStaffActor(S2))
    expect(await reads.heldBy(asId<StaffId>(S2))).toEqual([])
  })

  test('a requester sees their own and their enterprises’ tickets, but no sealed report of a colleague', async () => {
    const [me, colleague] = [asId<ContactId>(randomUUID()), asId<ContactId>(randomUUID())]
    const code = '91330900MA2A00007H'
    const mine = await opened({ contactId: me })
    const theirs = await opened({ contactId: colleague, creditCode: code })
    await opened({ contactId: colleague, creditCode: code, kind: 'report' })
    await opened({ contactId: colleague })
    const reads = makeTicketReads(database.db)
    const ids = async (codes: string[]) =>
      (await reads.ofRequester(me, codes, 10)).map((one) => one.id).sort()
    expect(await ids([])).toEqual([mine.id])
    expect(await ids([code])).toEqual([mine.id, theirs.id].sort())
    expect(await reads.openSince('2026-11-25T00:00:00.000Z', 10)).toHaveLength(4)
  })

  test('after its time personal data goes, and the ledger still verifies', async () => {
    const ticket = await opened()
    await does(
      ticket.id,
      { kind: 'transfer_out', body: '舟山海事局', reason: '海事事项', contact: null },
      aSupervisor,
    )
    expect(await anonymiseTickets(database.db, new Date('2026-11-25T00:00:00Z'))).toBe(0)
    expect(await anonymiseTickets(database.db, new Date('2028-12-01T00:00:00Z'))).toBe(1)
    expect(await anonymiseTickets(database.db, new Date('2028-12-01T00:00:00Z'))).toBe(0)
    const reads = makeTicketReads(database.db)
    expect((await reads.byId(ticket.id))?.ticket).toMatchObject({
      description: '（已匿名化）',
      enterpriseName: null,
    })
    expect(await readPerson(database.db, ticket.id, 'staff:s1')).toBeNull()
    expect(verifyLedger(await reads.ledger(ticket.id), sha256)).toMatchObject({
      ok: true,
      deleted: 3,
    })
  })

  const figuresOf2026 = async () => {
    const year = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z') }
    return figuresOf(await readFigureRows(database.db, year, world.calendar(), world.clock()))
  }

  /** Accepted where it was dispatched to, and at its end. */
  async function endsWellPlaced(): Promise<void> {
    const { id } = await opened()
    await does(id, { kind: 'accept' }, handler)
    await does(id, A_COMMAND.transfer_out, aSupervisor)
  }

  test('figures stay what they were when the personal data has gone', async () => {
    await endsWellPlaced()
    const before = await figuresOf2026()
    expect(before.first_dispatch).toMatchObject({ hit: 1, of: 1 })
    expect(await anonymiseTickets(database.db, new Date('2028-12-01T00:00:00Z'))).toBe(1)
    expect(await figuresOf2026()).toEqual(before)
  })

  const migrates = async (name: string) => {
    const file = `${import.meta.dirname}/../../migrations/${name}`
    await sql.raw(await fs.readFile(file, 'utf8')).execute(database.db)
  }

  test('an older store learns from its ledgers where tickets were put', async () => {
    await endsWellPlaced()
    await sql`alter table ticket_activity drop column department`.execute(database.db)
    await migrates('0019_placement.sql')
    expect((await figuresOf2026()).first_dispatch).toMatchObject({ hit: 1, of: 1 })
    const change = sql`update ticket_activity set department = '别处'`.execute(database.db)
    await expect(change).rejects.toThrow('append-only')
  })

  test('an older store learns the numbers that the platform answered with', async () => {
    const external = { system: '12345', number: 'H-1' }
    const [told, untold] = [await opened({ external }), await opened({ external })]
    for (const [ticket, answered] of [
      [told, 'PT-1'],
      [untold, null],
    ] as const) {
      await enqueueExchange(database.db, ticket, aCase())
      await sql`update outbox_entry set sent_ref = ${answered} where ticket_id = ${ticket.id}::uuid
        and channel = 'exchange'`.execute(database.db)
    }
    await sql`drop index exchange_case_ticket`.execute(database.db)
    await migrates('0020_their_number.sql')
    expect(await theirNumberOf(database.db, told.id)).toBe('PT-1')
    expect(await theirNumberOf(database.db, untold.id)).toBeNull()
  })

  test('what was said of the handling goes too, whatever the ticket is called, in batches', async () => {
    const ticket = await opened({ title: '（已匿名化）' })
    const ended = {
      kind: 'transfer_out',
      body: '舟山海事局',
      reason: '海事',
      contact: null,
    } as const
    await does(ticket.id, ended, aSupervisor)
    const rating = JSON.stringify({ level: 2, solved: 'no', comment: '王示例态度不好' })
    await sql`update ticket set ticket = ticket
      || jsonb_build_object('rating', ${rating}::text::jsonb, 'routing', '["示例贸易有限公司所在地"]'::jsonb)`.execute(
      database.db,
    )
    await sql`
      insert into ticket select (jsonb_populate_record(t, jsonb_build_object(
        'id', md5(n::text)::uuid, 'number', 'ZSQS-20260101-' || n,
        'ticket', t.ticket || jsonb_build_object('id', md5(n::text)::uuid::text)))).*
      from ticket t, generate_series(1000, 1205) n`.execute(database.db)
    expect(await anonymiseTickets(database.db, new Date('2028-12-01T00:00:00Z'))).toBe(207)
    expect(await anonymiseTickets(database.db, new Date('2028-12-01T00:00:00Z'))).toBe(0)
    const { rows } = await sql<{ ticket: Ticket }>`
      select ticket from ticket where id = ${ticket.id}::uuid`.execute(database.db)
    expect(rows[0]?.ticket).toMatchObject({
      rating: { level: 2, solved: 'no', comment: null },
      routing: [],
      enterpriseName: null,
    })
  })

  test('work is given only to a specialist who is there, and what is written is cleaned', async () => {
    const ticket = await opened()
    const transfer = { kind: 'transfer', department: HOUSING, reason: '分工' } as const
    const refused = { ok: false, code: 'unfit_person' }
    const stranger = asId<StaffId>(randomUUID())
    expect(await perform(deps(), ticket.id, { ...transfer, to: stranger }, handler)).toEqual(
      refused,
    )
    const leave = { staffId: second.id, from: '2026-11-25', to: '2026-11-25', substituteId: null }
    world.employ(aRoster([first, second], { leaves: [leave] }))
    expect(await perform(deps(), ticket.id, { ...transfer, to: second.id }, handler)).toEqual(
      refused,
    )
    const other = { ...transfer, to: second.id, department: CENTRE }
    world.employ(aRoster([first, second]))
    expect(await perform(deps(), ticket.id, other, handler)).toEqual({
      ok: false,
      code: 'not_of_department',
    })
    await does(ticket.id, { kind: 'note', text: ' 卡号4111111111111111 ' }, handler)
    const ledger = await makeTicketReads(database.db).ledger(ticket.id)
    expect(ledger.at(-1)?.act).toEqual({ kind: 'note', text: '卡号［银行卡号已隐去，尾号1111］' })
  })

  test('leave hands over what a person has in hand, and tells what is stranded', async () => {
    const ticket = await opened()
    await does(ticket.id, { kind: 'accept' }, handler)
    const away = { staffId: first.id, from: '2026-11-26', to: '2026-11-27', substituteId: null }
    world.employ(aRoster([first, second], { leaves: [away] }))
    expect(await handOverAbsences(deps())).toEqual({ moved: [], stranded: [] })
    world.goTo('2026-11-26 08:30')
    expect(await handOverAbsences(deps())).toEqual({ moved: [ticket.id], stranded: [] })
    expect(await handOverAbsences(deps())).toEqual({ moved: [], stranded: [] })
    const reads = makeTicketReads(database.db)
    expect((await reads.byId(ticket.id))?.ticket).toMatchObject({
      ownerId: S2,
      state: 'dispatched',
    })
    world.employ(aRoster([first, { ...second, active: false }], { leaves: [away] }))
    expect(await handOverAbsences(deps())).toEqual({ moved: [], stranded: [ticket.id] })
  })

  test('what is handed over is said to be with the department of who stands in', async () => {
    const ticket = await opened()
    const today = { staffId: first.id, from: '2026-11-25', to: '2026-11-25', substituteId: null }
    const elsewhere = { ...second, departments: [CENTRE] }
    world.employ(aRoster([first, elsewhere], { leaves: [today] }))
    expect(await handOverAbsences(deps())).toEqual({ moved: [ticket.id], stranded: [] })
    const after = (await makeTicketReads(database.db).byId(ticket.id))?.ticket
    expect(after).toMatchObject({ ownerId: S2, department: CENTRE })
  })

  test('a ticket that cannot be handed over leaves the others to be', async () => {
    const broken = await opened()
    const sound = await opened()
    await sql`update ticket set ticket = ticket - 'coHandlers' where id = ${broken.id}::uuid`.execute(
      database.db,
    )
    const today = { staffId: first.id, from: '2026-11-25', to: '2026-11-25', substituteId: null }
    world.employ(aRoster([first, second], { leaves: [today] }))
    expect(await handOverAbsences(deps())).toEqual({ moved: [sound.id], stranded: [] })
    expect(failures).toHaveLength(1)
  })

  test('a part in somebody else’s ticket is handed over too', async () => {
    const third = aMember(randomUUID())
    await saveStaff(database.db, third)
    const ticket = await opened()
    await does(ticket.id, { kind: 'accept' }, handler)
    const helper = { ...second, substituteId: third.id }
    world.employ(aRoster([first, helper, third]))
    const task = {
      kind: 'add_co_handler',
      staffId: second.id,
      department: HOUSING,
      task: '核对',
    } as const
    await does(ticket.id, task, handler)
    const away = { staffId: second.id, from: '2026-11-25', to: '2026-11-27', substituteId: null }
    world.employ(aRoster([first, helper, third], { leaves: [away] }))
    expect(await handOverAbsences(deps())).toEqual({ moved: [ticket.id], stranded: [] })
    const after = (await makeTicketReads(database.db).byId(ticket.id))?.ticket
    expect(after?.coHandlers).toMatchObject([{ staffId: third.id, task: '核对', reply: null }])
    expect(after?.ownerId).toBe(S1)
  })

  test('what becomes a report is sealed in the store too', async () => {
    const ticket = await opened()
    const report = { ...A_COMMAND.reclassify, ticketKind: 'report' } as const
    await does(ticket.id, report, dispatcher)
    const { rows } = await sql<{ sealed: boolean }>`
      select sealed from ticket where id = ${ticket.id}::uuid`.execute(database.db)
    expect(rows).toEqual([{ sealed: true }])
    const into = await opened()
    expect(await merge(ticket, into)).toEqual({ ok: false, code: 'sealed_report' })
    expect(await merge(into, ticket)).toEqual({ ok: false, code: 'sealed_report' })
    const follow = { kind: 'follow', leadId: ticket.id, leadNumber: ticket.number } as const
    expect(await perform(deps(), into.id, follow, dispatcher)).toEqual({
      ok: false,
      code: 'lead_unfit',
    })
  })

  test('figures are read with the facts of the ledger', async () => {
    const [kept, late] = [await opened(), await opened({ kind: 'consultation' })]
    await does(kept.id, { kind: 'accept' }, handler)
    await does(kept.id, { kind: 'resolve', resolution }, handler)
    await does(late.id, { kind: 'accept' }, handler)
    world.goTo('2026-11-27 09:00')
    const rows = await readFigureRows(
      database.db,
      { from: new Date('2026-11-01T00:00:00+08:00'), to: new Date('2026-12-01T00:00:00+08:00') },
      world.calendar(),
      world.clock(),
    )
    const figures = figuresOf(rows)
    expect(figures.first_dispatch).toMatchObject({ hit: 2, of: 2 })
    expect(figures.resolved_on_time).toMatchObject({ hit: 1, of: 2 })
    expect(casesOf(rows, 'resolved_on_time', 'missed').map((one) => one.number)).toEqual([
      late.number,
    ])
    const none = {
      from: new Date('2026-12-01T00:00:00+08:00'),
      to: new Date('2027-01-01T00:00:00+08:00'),
    }
    expect(await readFigureRows(database.db, none, world.calendar(), world.clock())).toEqual([])
  })

  test('staff, absences, duties and closed days are kept', async () => {
    const { db } = database
    expect(await findStaff(db, first.id)).toEqual(first)
    expect((await findStaffByLark(db, 'ou_first'))?.id).toBe(first.id)
    await saveStaff(db, { ...first, active: false })
    expect(await findStaffByLark(db, 'ou_first')).toBeNull()
    await recordLeave(
      db,
      { staffId: first.id, from: '2026-11-20', to: '2026-11-30', substituteId: second.id },
      'admin',
    )
    await recordLeave(
      db,
      { staffId: first.id, from: '2026-12-05', to: '2026-12-06', substituteId: null },
      'admin',
    )
    await endLeave(db, first.id, '2026-11-26')
    await saveDuties(db, '2026-11-23', '2026-11-29', [
      { staffId: second.id, from: '2026-11-23', to: '2026-11-29', district: null },
    ])
    const roster = await readRoster(db, '2026-11-25')
    expect(roster.leaves).toEqual([
      { staffId: first.id, from: '2026-11-20', to: '2026-11-25', substituteId: second.id },
    ])
    expect(roster.duties).toHaveLength(1)
    expect((await readRoster(db, '2026-12-01')).duties).toEqual([])
    await declareClosedDay(db, '2026-09-15', '台风', 'admin')
    expect(await readClosedDays(db)).toEqual(['2026-09-15'])
    await declareClosedDay(db, '2026-09-15', null, 'admin')
    expect(await readClosedDays(db)).toEqual([])
  })

  test('a contact speaks for an enterprise only once that is confirmed', async () => {
    const { db } = database
    const { rows } = await sql<{ id: string }>`
      insert into contact (channel, external_id, name) values ('lark', 'ou_x', null) returning id`.execute(
      db,
    )
    const contactId = asId<ContactId>(rows[0]!.id)
    const asked = {
      contactId,
      creditCode: '91330900MA2A00007H',
      enterpriseName: '示例贸易有限公司',
      personName: '李示例',
    }
    expect(await askBinding(db, asked)).toEqual(expect.any(String))
    expect(await askBinding(db, asked)).toBeNull()
    expect(await creditCodesOf(db, contactId)).toEqual([])
    const [waiting] = await waitingBindings(db)
    expect(await decideBinding(db, waiting!.id, 'confirmed', 'staff:s1')).toMatchObject({
      state: 'confirmed',
    })
    expect(await decideBinding(db, waiting!.id, 'refused', 'staff:s1')).toBeNull()
    expect(await creditCodesOf(db, contactId)).toEqual([asked.creditCode])
    const found = (text: string) => confirmedBindings(db, text, { page: 1, size: 20 })
    expect(await found('示例贸易')).toMatchObject({ rows: [{ id: waiting!.id }], total: 1 })
    expect(await found('李示例')).toMatchObject({ rows: [{ contactName: '李示例' }] })
    expect(await found('示例海运')).toEqual({ rows: [], total: 0 })
    expect(await endBinding(db, waiting!.id, 'staff:s1')).toMatchObject({ state: 'ended' })
    expect(await endBinding(db, waiting!.id, 'staff:s1')).toBeNull()
    expect(await found('示例贸易')).toEqual({ rows: [], total: 0 })
    expect(await creditCodesOf(db, contactId)).toEqual([])
    expect(await askBinding(db, asked)).toEqual(expect.any(String))
  })
})
