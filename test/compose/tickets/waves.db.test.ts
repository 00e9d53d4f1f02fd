import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DeskStores, makeHandleDesk } from '../../../src/compose/tickets/desk.ts'
import { type TicketWorld, ticketDeps } from '../../../src/compose/tickets/tickets.ts'
import type { Message } from '../../../src/kernel/message.ts'
import type { OpenDatabase } from '../../../src/postgres/open-database.ts'
import { saveStaff } from '../../../src/postgres/staff.ts'
import type { Deliver } from '../../../src/postgres/tickets.ts'
import { deskActs } from '../../../src/ticket/desk-acts.ts'
import { openTicket } from '../../../src/ticket/open.ts'
import { perform } from '../../../src/ticket/perform.ts'
import type { Ticket } from '../../../src/ticket/ticket.ts'
import { aCalendar, local } from '../../builders/calendar.ts'
import { anIncoming } from '../../builders/incoming.ts'
import { aStaffActor, someLimits, theSystem } from '../../builders/ticket.ts'
import { aMember, anOpening } from '../../builders/world.ts'
import { openEmbeddedDatabase } from '../../database.ts'

const OWNER = '00000000-0000-4000-8000-000000000001'
const DISPATCHER = '00000000-0000-4000-8000-000000000002'
let now = local('2026-11-25 10:00')
const told: { kind: string; message: Message }[] = []
const world = {
  base: () => ({ districts: [], departments: [], items: [] }),
  work: { rules: () => ({ limits: someLimits() }), calendar: () => aCalendar() },
  deliver: (async (_tx, { deliveries }) => {
    told.push(...deliveries.map(({ notice, message }) => ({ kind: notice.kind, message })))
  }) satisfies Deliver,
  now: () => now,
  reviewedSections: () => new Set<string>(),
} as unknown as TicketWorld

let database: OpenDatabase
beforeEach(async () => {
  told.length = 0
  database = await openEmbeddedDatabase()
  await saveStaff(database.db, aMember(OWNER, { larkOpenId: 'ou_owner' }))
  const dispatcher = { roles: ['dispatcher' as const], larkOpenId: 'ou_dispatcher' }
  await saveStaff(database.db, aMember(DISPATCHER, dispatcher))
})
afterEach(() => database.close())

/** So many enterprises with one problem; the eldest first. */
async function aWave(size: number): Promise<Ticket[]> {
  const tickets: Ticket[] = []
  for (let n = 1; n <= size; n++) {
    const opening = anOpening({ enterpriseName: `示例${n}有限公司`, creditCode: null })
    const opened = await openTicket(ticketDeps(world, database.db), opening, theSystem)
    if (opened.kind !== 'opened') throw new Error('not opened')
    tickets.push(opened.ticket)
    now = new Date(now.getTime() + 60_000)
  }
  return tickets
}

function joinButton() {
  const wave = told.find((one) => one.kind === 'wave_found')
  const actions = wave?.message.blocks.flatMap((block) =>
    block.kind === 'actions' ? block.actions : [],
  )
  const button = actions?.find((one) => one.label === '全部加入牵头件')
  if (!button) throw new Error('no button')
  return button
}

async function presses(senderId: string) {
  const content = { kind: 'action', action: joinButton().value, form: null } as const
  const event = anIncoming({
    channel: 'lark',
    senderId,
    content: { ...content, messageRef: null } as never,
  })
  const commit = await makeHandleDesk(world, database.db)(event)
  if (!commit) throw new Error('not for the desk')
  return database.db.transaction().execute((tx) => commit({ db: tx } as unknown as DeskStores))
}

const standing = async () =>
  (
    await sql<{ state: string; follows: boolean }>`
      select state, lead_id is not null as follows from ticket order by number`.execute(database.db)
  ).rows

test('one click under the notice joins the wave to its lead, whose resolution goes to all', async () => {
  const size = someLimits().wave.enterprises
  const [lead] = await aWave(size)
  if (!lead) throw new Error('no lead')
  expect(joinButton().confirm).toContain('原文发给')
  expect(await presses('ou_dispatcher')).toEqual({
    text: `已将 ${size - 1} 件加入牵头件 ${lead.number}`,
    tone: 'success',
  })
  expect((await standing()).map((one) => one.follows)).toEqual([
    false,
    ...Array(size - 1).fill(true),
  ])

  const deps = ticketDeps(world, database.db)
  const owner = aStaffActor(OWNER)
  await perform(deps, lead.id, { kind: 'accept' }, owner)
  const resolution = { outcome: 'solved', text: '已统一处理。', basis: null } as const
  const done = await perform(deps, lead.id, { kind: 'resolve', resolution }, owner)
  expect(done.ok).toBe(true)
  expect((await standing()).map((one) => one.state)).toEqual(Array(size).fill('resolved'))
})

test('a correction of the lead goes to those who got its answer, and to nobody else', async () => {
  const size = someLimits().wave.enterprises
  const [lead, other] = await aWave(size)
  if (!lead || !other) throw new Error('no lead')
  await presses('ou_dispatcher')
  const deps = ticketDeps(world, database.db)
  const owner = aStaffActor(OWNER)
  for (const { id } of [lead, other]) await perform(deps, id, { kind: 'accept' }, owner)
  const resolution = { outcome: 'solved', text: '已统一处理。', basis: null } as const
  const own = { ...resolution, text: '已单独处理。' }
  await perform(deps, other.id, { kind: 'resolve', resolution: own }, owner)
  await perform(deps, lead.id, { kind: 'resolve', resolution }, owner)
  const right = { ...resolution, text: '下周统一处理。' }
  const correct = { kind: 'correct', resolution: right, reason: '日期有误' } as const
  const done = await perform(deps, lead.id, { ...correct, instead: resolution }, owner)
  expect(done.ok).toBe(true)
  const { rows } = await sql<{ text: string }>`
    select ticket -> 'resolution' ->> 'text' as text from ticket order by number`.execute(
    database.db,
  )
  expect(rows.map((one) => one.text)).toEqual([
    right.text,
    own.text,
    ...Array(size - 2).fill(right.text),
  ])
  expect(told.filter((one) => one.kind === 'corrected')).toHaveLength(size - 1)
})

test('who may not join tickets joins none, and is told why', async () => {
  await aWave(someLimits().wave.enterprises)
  expect(await presses('ou_owner')).toMatchObject({ tone: 'error' })
  expect(await presses('ou_nobody')).toMatchObject({ tone: 'error' })
  expect((await standing()).some((one) => one.follows)).toBe(false)
})

test('who answers a lead ticket is warned that the answer goes to other enterprises', () => {
  const lists = { staff: [], departments: [], items: [] }
  const confirmOf = (followers: number) => deskActs(['resolve'], lists, followers)[0]?.confirm
  expect(confirmOf(0)).toBeNull()
  expect(confirmOf(3)).toMatch(/有 3 件诉求以本件为牵头件.*原文发给/)
})
