// Tickets exchanged with another platform, over HTTP both ways, through failures and repeats.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ticketDeps } from '../../src/compose/tickets/tickets.ts'
import { asId, type StaffId } from '../../src/kernel/ids.ts'
import { reviveDeadLetter } from '../../src/postgres/desk/dead-letters.ts'
import { pendingExchanges } from '../../src/postgres/exchange.ts'
import type { StaffMember } from '../../src/staff/staff.ts'
import { departmentOf } from '../../src/staff/staff.ts'
import { actorOf } from '../../src/ticket/actor.ts'
import type { Command } from '../../src/ticket/command.ts'
import { PLATFORM } from '../../src/ticket/exchange.ts'
import { openTicket } from '../../src/ticket/open.ts'
import { perform } from '../../src/ticket/perform.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import { A_COMMAND } from '../builders/commands.ts'
import { aMember, anOpening } from '../builders/world.ts'
import {
  aCase,
  aMessage,
  type Counterpart,
  SECRET,
  startCounterpart,
} from '../exchange/counterpart.ts'
import { type Flow, onEachEngine, startFlow, until } from './harness.ts'

const OPENING = anOpening({ item: null, section: null, kind: 'help' })
const officer: StaffMember = aMember(randomUUID(), {
  roles: ['specialist', 'dispatcher', 'supervisor'],
  districts: ['city'],
})

const REPORTED: Command = { ...A_COMMAND.reclassify, ticketKind: 'report' }

onEachEngine('tickets exchanged with another platform', (engine) => {
  let flow: Flow
  let other: Counterpart

  beforeAll(async () => {
    other = await startCounterpart()
    const env = { EXCHANGE_URL: other.url, EXCHANGE_SECRET: SECRET }
    flow = await startFlow(engine, { env })
    await flow.employ(officer)
  })
  afterAll(async () => {
    await flow.stop()
    await other.close()
  })

  const deps = () => ticketDeps(flow.app.parts.world, flow.database.db)
  const ticketOf = async (number: string) => (await deps().reads.byNumber(number))?.ticket as Ticket
  const does = async ({ id }: Ticket, command: Command) => {
    const done = await perform(deps(), id, command, actorOf(officer))
    if (!done.ok) throw new Error(`${command.kind}: ${done.code}`)
    return done.change.ticket
  }
  async function opens(overrides: Partial<typeof OPENING> = {}): Promise<Ticket> {
    const opened = await openTicket(deps(), { ...OPENING, ...overrides }, { kind: 'system' })
    if (opened.kind !== 'opened') throw new Error(JSON.stringify(opened.problems))
    return opened.ticket
  }
  const works = async (ticket: Ticket) => {
    const to = asId<StaffId>(officer.id)
    const given = {
      to,
      department: departmentOf(officer, null),
      section: null,
      reviewRequired: false,
    } as const
    await does(ticket, { kind: 'dispatch', ...given, by: 'person', explanation: [] })
    await does(ticket, { kind: 'accept' })
  }
  const takenOf = ({ number }: Ticket) =>
    other.taken.filter((one) => one.senderNumber === number).map(({ body }) => body)
  /** Of this ticket alone: what was told of another one before may not be noted as told yet. */
  const pendingOf = async ({ number }: Ticket) =>
    (await pendingExchanges(flow.database.db, { page: 1, size: 50 })).rows.filter(
      (one) => one.ticketNumber === number,
    )

  test('a ticket of ours is registered there, gets its number, and its course is told in order', async () => {
    const ticket = await opens()
    await works(ticket)
    const resolution = { outcome: 'solved', text: '已与供电部门对接。', basis: null } as const
    await does(ticket, { kind: 'resolve', resolution })
    await until(() => takenOf(ticket).length === 4, 'all is told')
    expect(takenOf(ticket).map((body) => ('event' in body ? body.event : body.kind))).toEqual([
      'create',
      'dispatched',
      'accepted',
      'resolution',
    ])
    expect(JSON.stringify(takenOf(ticket))).not.toMatch(/13800000000|张示例/)
    const { external } = await ticketOf(ticket.number)
    expect(external).toMatchObject({ system: PLATFORM, number: expect.stringMatching(/^PT-/) })
    const last = other.taken.at(-1)
    expect(last?.receiverNumber).toBe(external?.number)
    expect(other.unsigned).toEqual([])
  })

  test('through timeouts, faults, lost answers and nonsense everything arrives, once', async () => {
    other.failNext('timeout', 'error', 'garbage', 'busy', 'lost_answer')
    const ticket = await opens()
    // The pauses between tries grow; here they are cut short.
    await until(async () => {
      await flow.database.pool.query(
        'update outbox_entry set run_at = now() where done_at is null and attempts > 0',
      )
      return (await ticketOf(ticket.number)).external !== null
    }, 'it arrives')
    await until(async () => (await pendingOf(ticket)).length === 0, 'nothing hangs')
    expect(takenOf(ticket).map((one) => one.kind)).toEqual(['create'])
    expect(
      (await deps().reads.ledger(ticket.id)).filter((one) => one.act?.kind === 'link_external'),
    ).toHaveLength(1)
  })

  test('what is refused for good is shown with its cause, and goes when a person tries again', async () => {
    other.failNext('unprocessable')
    const ticket = await opens()
    await until(async () => (await pendingOf(ticket)).some((one) => one.dead), 'it is given up')
    const [hung] = await pendingOf(ticket)
    expect(hung).toMatchObject({ ticketNumber: ticket.number, externalNumber: null, dead: true })
    expect(hung?.cause).toMatch(/对方平台拒绝（HTTP 422，invalid）/)
    await flow.database.pool.query(
      'update outbox_entry set dead_at = null, attempts = 0, run_at = now() where id = $1',
      [hung?.id],
    )
    await until(async () => (await ticketOf(ticket.number)).external !== null, 'it arrives')
  })

  test('what follows a refused registration waits for it, and goes after it', async () => {
    other.failNext('unprocessable')
    const ticket = await opens()
    await until(async () => (await pendingOf(ticket)).some((one) => one.dead), 'it is given up')
    await works(ticket)
    const [hung, ...held] = await pendingOf(ticket)
    expect(held.map((one) => [one.dead, one.attempts])).toEqual([
      [false, 0],
      [false, 0],
    ])
    expect(held[0]?.cause).toContain('等待处理「登记工单」')
    const before = other.requests()
    const later = await opens()
    await until(() => takenOf(later).length === 1, 'one that waits for nothing is told')
    expect(other.requests(), 'nothing else is tried meanwhile').toBe(before + 1)
    await reviveDeadLetter(flow.database.db, 'outbox', hung?.id ?? '')
    await until(() => takenOf(ticket).length === 3, 'all is told')
    expect(takenOf(ticket).map((body) => ('event' in body ? body.event : body.kind))).toEqual([
      'create',
      'dispatched',
      'accepted',
    ])
  })

  test('their number is kept even when our ticket has ended before they answered', async () => {
    other.failNext('busy')
    const ticket = await opens()
    await does(ticket, {
      kind: 'transfer_out',
      body: '示例单位',
      reason: '不属于受理范围，由该单位负责。',
      contact: null,
    })
    await until(async () => {
      await flow.database.pool.query(
        'update outbox_entry set run_at = now() where done_at is null and attempts > 0',
      )
      return (await ticketOf(ticket.number)).external !== null
    }, 'their number is kept')
    const { external, state } = await ticketOf(ticket.number)
    expect(state).toBe('transferred_out')
    expect(external?.number).toMatch(/^PT-/)
    await until(() => takenOf(ticket).length === 2, 'the end is told')
    const [message] = other.taken.filter(
      (one) => one.senderNumber === ticket.number && one.body.kind === 'return',
    )
    expect(message?.receiverNumber).toBe(external?.number)
  })

  test('a report under seal is not passed on', async () => {
    const sealed = await opens({ kind: 'report' })
    const plain = await opens()
    await until(() => takenOf(plain).length > 0, 'the later one is told')
    expect(takenOf(sealed)).toEqual([])
  })

  test('what is still owed of a ticket is taken back when it turns out to be a report', async () => {
    other.failNext('unprocessable')
    const ticket = await opens({ kind: 'complaint' })
    await until(async () => (await pendingOf(ticket)).some((one) => one.dead), 'it is given up')
    await works(ticket)
    expect(await pendingOf(ticket)).toHaveLength(3)
    await does(ticket, REPORTED)
    expect(await pendingOf(ticket)).toEqual([])
  })

  test('what was left owed of a report while no platform was connected is not sent', async () => {
    other.failNext('unprocessable')
    const ticket = await opens({ kind: 'complaint' })
    await until(async () => (await pendingOf(ticket)).some((one) => one.dead), 'it is given up')
    const unconnected = { ...flow.app.parts.world, deliver: async () => {} }
    const { db } = flow.database
    await perform(ticketDeps(unconnected, db), ticket.id, REPORTED, actorOf(officer))
    const [hung] = await pendingOf(ticket)
    await reviveDeadLetter(db, 'outbox', hung?.id ?? '')
    await until(
      async () => (await pendingOf(ticket)).every((one) => one.dead),
      'it is given up again',
    )
    expect((await pendingOf(ticket)).map((one) => one.cause)).toEqual(['举报件不向外同步'])
    expect(takenOf(ticket)).toEqual([])
  })

  test('a ticket of theirs is registered once, handled here, and its end is theirs to say', async () => {
    const senderNumber = 'PT-IN-1'
    const create = aMessage(aCase(), { senderNumber })
    const first = await other.tells(flow.url, create)
    expect(first.status).toBe(200)
    const { number } = (await first.json()) as { number: string }
    const again = await other.tells(flow.url, create)
    expect(await again.json()).toEqual({ number, repeated: true })
    const anew = await other.tells(flow.url, aMessage(aCase(), { senderNumber }))
    expect(await anew.json()).toEqual({ number, repeated: true })

    const ticket = await ticketOf(number)
    expect(ticket).toMatchObject({ source: 'exchange', enterpriseName: '示例船舶修造有限公司' })
    await works(ticket)
    const supplement = aMessage({ kind: 'supplement', text: '增容 200 千伏安' }, { senderNumber })
    expect((await other.tells(flow.url, supplement)).status).toBe(200)
    const early = aMessage(
      { kind: 'status', event: 'confirmed', text: '已解决', dueAt: null },
      { senderNumber },
    )
    const refused = await other.tells(flow.url, early)
    expect(refused.status).toBe(409)
    expect(await refused.json()).toMatchObject({ error: { code: 'refused' } })
    const resolution = { outcome: 'solved', text: '已送电。', basis: null } as const
    await does(ticket, { kind: 'resolve', resolution })
    await until(async () => (await ticketOf(number)).deliveredAt !== null, 'the answer is there')
    expect((await other.tells(flow.url, early)).status).toBe(200)
    const confirmed = await ticketOf(number)
    expect(confirmed).toMatchObject({ state: 'confirmed', confirmedBy: 'requester' })
    expect(takenOf(ticket).map((body) => body.kind)).not.toContain('create')
    const ledger = await deps().reads.ledger(ticket.id)
    expect(ledger.at(-1)?.actor).toEqual({ kind: 'exchange', system: PLATFORM })
  })

  test('a case of theirs may be of a person without an enterprise', async () => {
    const contact = { name: '张示例', phone: '13800000000' }
    const given = { enterpriseName: null, contact, consentAt: '2026-11-25T01:00:00.000Z' }
    const told = await other.tells(
      flow.url,
      aMessage(aCase(given), { senderNumber: 'PT-IN-PERSON' }),
    )
    expect(told.status).toBe(200)
    const { number } = (await told.json()) as { number: string }
    expect(await ticketOf(number)).toMatchObject({ enterpriseName: null, anonymous: false })
  })

  test('their answer to a ticket of ours is news for the handler, not an answer to the enterprise', async () => {
    const ticket = await opens()
    await works(ticket)
    await until(async () => (await ticketOf(ticket.number)).external !== null, 'it is known there')
    const { external } = await ticketOf(ticket.number)
    const ids = { senderNumber: external?.number ?? '', receiverNumber: ticket.number }
    const answer = { outcome: 'solved', text: '已由供电部门送电。', basis: null } as const
    const told = await other.tells(flow.url, aMessage({ kind: 'resolution', ...answer }, ids))
    expect(told.status).toBe(200)
    expect(await ticketOf(ticket.number)).toMatchObject({ state: 'accepted', resolution: null })
    const { rows } = await flow.database.pool.query(
      `select message ->> 'summary' as summary from staff_notice where staff_id = $1
        order by created_at desc limit 1`,
      [officer.id],
    )
    expect(rows[0].summary).toContain(`${PLATFORM}反馈办理结果`)
    const withdrawn = { kind: 'status', event: 'withdrawn', text: '对方撤销', dueAt: null } as const
    expect((await other.tells(flow.url, aMessage(withdrawn, ids))).status).toBe(200)
    expect((await ticketOf(ticket.number)).state).toBe('accepted')
  })

  const HOTLINE = {
    source: 'hotline',
    external: { system: '12345', number: 'H-1' },
  } as const

  test('a call with its 12345 number is known there too, and their answer finds it', async () => {
    const ticket = await opens(HOTLINE)
    await until(async () => (await pendingOf(ticket)).length === 0, 'it is registered there')
    await works(ticket)
    await until(() => takenOf(ticket).length === 3, 'its course is told')
    const last = other.taken.filter((one) => one.senderNumber === ticket.number).at(-1)
    expect(last?.receiverNumber).toMatch(/^PT-/)
    const senderNumber = last?.receiverNumber ?? ''
    const answer = { outcome: 'solved', text: '已送电。', basis: null } as const
    for (const receiverNumber of [ticket.number, null]) {
      const message = aMessage({ kind: 'resolution', ...answer }, { senderNumber, receiverNumber })
      expect((await other.tells(flow.url, message)).status).toBe(200)
    }
    expect((await ticketOf(ticket.number)).external).toEqual(HOTLINE.external)
  })

  test('what follows a refused registration of such a call waits for it as well', async () => {
    other.failNext('unprocessable')
    const ticket = await opens(HOTLINE)
    await until(async () => (await pendingOf(ticket)).some((one) => one.dead), 'it is given up')
    await works(ticket)
    const [hung, ...held] = await pendingOf(ticket)
    expect(hung?.externalNumber, 'theirs, not that of 12345').toBeNull()
    expect(held.map((one) => one.cause)).toEqual(Array(2).fill(expect.stringContaining('等待处理')))
    await reviveDeadLetter(flow.database.db, 'outbox', hung?.id ?? '')
    await until(() => takenOf(ticket).length === 3, 'all is told')
  })

  test('a ticket of theirs stays theirs when a 12345 number is entered', async () => {
    const senderNumber = 'PT-IN-2'
    const told = await other.tells(flow.url, aMessage(aCase(), { senderNumber }))
    const { number } = (await told.json()) as { number: string }
    const ticket = await ticketOf(number)
    await does(ticket, { kind: 'link_external', system: '12345', number: 'H-2' })
    await works(ticket)
    const supplement = aMessage({ kind: 'supplement', text: '增容 200 千伏安' }, { senderNumber })
    expect((await other.tells(flow.url, supplement)).status).toBe(200)
    const resolution = { outcome: 'solved', text: '已送电。', basis: null } as const
    await does(ticket, { kind: 'resolve', resolution })
    await until(async () => (await ticketOf(number)).deliveredAt !== null, 'the answer is there')
    expect(takenOf(ticket).map((body) => ('event' in body ? body.event : body.kind))).toEqual([
      'dispatched',
      'accepted',
      'resolution',
    ])
    const last = other.taken.filter((one) => one.senderNumber === number).at(-1)
    expect(last?.receiverNumber).toBe(senderNumber)
  })

  test('their number of a ticket of ours outlasts a 12345 number', async () => {
    const ticket = await opens()
    await until(async () => (await ticketOf(ticket.number)).external !== null, 'it is known there')
    const { external } = await ticketOf(ticket.number)
    await does(ticket, { kind: 'link_external', system: '12345', number: 'H-3' })
    const senderNumber = external?.number ?? ''
    const answer = { kind: 'status', event: 'accepted', text: '已受理', dueAt: null } as const
    expect((await other.tells(flow.url, aMessage(answer, { senderNumber }))).status).toBe(200)
    await works(ticket)
    await until(() => takenOf(ticket).length === 3, 'its course is told')
    const last = other.taken.filter((one) => one.senderNumber === ticket.number).at(-1)
    expect(last?.receiverNumber).toBe(senderNumber)
  })

  test('forged, stale, replayed, reflected and malformed requests do nothing', async () => {
    const count = async () =>
      Number((await flow.database.pool.query('select count(*) from ticket')).rows[0].count)
    const before = await count()
    const create = aMessage(aCase(), { senderNumber: 'PT-BAD-1' })
    const status = async (how: Parameters<Counterpart['tells']>[2], message = create) =>
      (await other.tells(flow.url, message, how)).status
    expect(await status({ secret: 'not-the-secret-of-ours' })).toBe(401)
    expect(await status({ timestamp: Date.now() - 6 * 60_000 })).toBe(401)
    expect(await status({ timestamp: Date.now() + 6 * 60_000 })).toBe(401)
    expect(await status({ from: 'zhuqi' })).toBe(401)
    expect(await status({ body: JSON.stringify(aMessage(aCase({ title: '改过' }))) })).toBe(401)
    expect(await status({}, { ...create, id: 'no-uuid' })).toBe(422)
    const coded = aMessage(aCase({ creditCode: '91330900MA00000000' }), {
      senderNumber: 'PT-BAD-2',
    })
    expect(await status({}, coded)).toBe(422)
    expect(
      await status({}, aMessage({ kind: 'supplement', text: '无主' }, { senderNumber: 'PT-NONE' })),
    ).toBe(404)
    expect(await count()).toBe(before)
    const nonce = randomUUID()
    expect(await status({ nonce })).toBe(200)
    expect(await status({ nonce }, aMessage(aCase(), { senderNumber: 'PT-BAD-3' }))).toBe(409)
    expect(await count()).toBe(before + 1)
  })

  test('the contract is served', async () => {
    const response = await fetch(`${flow.url}/exchange/openapi.json`)
    expect(await response.json()).toMatchObject({ openapi: '3.1.0' })
  })
})

test('while no platform is connected the contract is served and nothing is owed or taken', async () => {
  const flow = await startFlow('embedded')
  const other = await startCounterpart()
  expect((await fetch(`${flow.url}/exchange/openapi.json`)).status).toBe(200)
  expect((await other.tells(flow.url, aMessage(aCase()))).status).toBe(503)
  const deps = ticketDeps(flow.app.parts.world, flow.database.db)
  await openTicket(deps, OPENING, { kind: 'system' })
  expect((await pendingExchanges(flow.database.db, { page: 1, size: 5 })).total).toBe(0)
  await flow.stop()
  await other.close()
})
