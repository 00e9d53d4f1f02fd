// What is done at the command line stands in the audit, or is not done.
import { access, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cliActor } from '../../src/cli/actor.ts'
import { addMember, linkMember } from '../../src/cli/staff.ts'
import { exportTickets, linkTickets } from '../../src/cli/ticket-export.ts'
import type { CliWorld } from '../../src/cli/with-world.ts'
import { ticketDeps } from '../../src/compose/tickets/tickets.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { saveStaff } from '../../src/postgres/staff.ts'
import { openTicket } from '../../src/ticket/open.ts'
import { local } from '../builders/calendar.ts'
import { theSystem } from '../builders/ticket.ts'
import { aTicketWorld } from '../builders/ticket-world.ts'
import { aMember, anOpening } from '../builders/world.ts'
import { openEmbeddedDatabase } from '../database.ts'

const TABLES = ['staff', 'sign_in_link', 'ticket', 'ticket_activity', 'outbox_entry']
const HOLDER = '00000000-0000-4000-8000-000000000001'

let database: OpenDatabase
let opened: CliWorld
let number: string
let folder: string

beforeAll(async () => {
  database = await openEmbeddedDatabase()
  folder = await mkdtemp(path.join(os.tmpdir(), 'zhuqi-cli-'))
  const world = await aTicketWorld(database.db, () => local('2026-11-25 15:00'))
  opened = { database, world }
  await saveStaff(database.db, aMember(HOLDER))
  const deps = ticketDeps(world, database.db)
  const ticket = await openTicket(deps, anOpening(), theSystem)
  if (ticket.kind !== 'opened') throw new Error('not opened')
  number = ticket.ticket.number
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

/** Does it while no row can be added to the audit. */
async function unaudited(act: () => Promise<unknown>): Promise<void> {
  const change = (how: string) => database.pool.query(`alter table audit_entry ${how}`)
  await change('add constraint no_more check (false) not valid')
  await expect(act()).rejects.toThrow('no_more')
  await change('drop constraint no_more')
}

const stored = () =>
  Promise.all(
    TABLES.map(async (table) => {
      const query = `select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`
      return [table, (await database.pool.query(query)).rows]
    }),
  )

const entries = async () =>
  (await database.pool.query('select actor, action from audit_entry order by id')).rows

const anAddition = (lark?: string) => ({
  roles: ['specialist'] as const,
  districts: ['city'],
  departments: [],
  sections: [],
  ...(lark === undefined ? {} : { lark }),
})

test.each([
  ['staff.add', () => addMember(opened, '张示例', anAddition())],
  ['staff.link', () => linkMember(opened, HOLDER)],
  [
    'ticket.link_external',
    () => linkTickets(opened, [{ row: 2, number, external: '12345-1' }], '12345'),
  ],
])('%s is done with its entry, or neither', async (action, act) => {
  const [before, noted] = [await stored(), await entries()]
  await unaudited(act)
  expect(await stored()).toEqual(before)
  await act()
  expect(await stored()).not.toEqual(before)
  expect(await entries()).toEqual([...noted, { actor: cliActor(), action }])
})

test('what is refused is not in the audit', async () => {
  await addMember(opened, '李示例', anAddition('ou_1'))
  const [before, noted] = [await stored(), await entries()]
  const taken = addMember(opened, '王示例', anAddition('ou_1'))
  await expect(taken).rejects.toThrow('已登记在其他人员名下')
  await expect(linkMember(opened, '查无此人')).rejects.toThrow('没有在岗的人员')
  const known = [{ row: 2, number, external: '12345-1' }]
  expect(await linkTickets(opened, known, '12345')).toBe(0)
  expect([await stored(), await entries()]).toEqual([before, noted])
})

test('no workbook of tickets is written without its entry', async () => {
  const out = path.join(folder, 'out.xlsx')
  const exporting = () => exportTickets(opened, out, true)
  await unaudited(exporting)
  await expect(access(out)).rejects.toThrow('ENOENT')
  expect(await exporting()).toBe(1)
  await access(out)
  expect((await entries()).at(-1)).toEqual({ actor: cliActor(), action: 'ticket.export' })
})
