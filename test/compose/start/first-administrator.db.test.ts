import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  consoleAddress,
  type Installation,
} from '../../../src/compose/start/first-administrator.ts'
import type { OpenDatabase } from '../../../src/postgres/open-database.ts'
import { purge } from '../../../src/postgres/retention.ts'
import { beginSession, redeemSignInLink } from '../../../src/postgres/sessions.ts'
import { readRoster, saveStaff } from '../../../src/postgres/staff.ts'
import { aMember } from '../../builders/world.ts'
import { openEmbeddedDatabase } from '../../database.ts'

const ANOTHER = '00000000-0000-4000-8000-000000000001'
const SHARED = { shared: true, larkSignIn: true, sections: ['open', 'project'] }

let database: OpenDatabase
beforeEach(async () => {
  database = await openEmbeddedDatabase()
})
afterEach(() => database.close())

const printed = (installation: Installation = SHARED) =>
  consoleAddress('https://zhuqi.example', database.db, installation)
const withLink = expect.stringMatching(/^https:\/\/zhuqi\.example\/console\/enter#token=[\w-]{40,}/)

const staff = async () => (await readRoster(database.db, '2026-11-25')).staff

/** Somebody follows the printed link. */
async function entersBy(address: string): Promise<void> {
  const token = /token=([\w-]+)/.exec(address)?.[1] ?? ''
  const who = await redeemSignInLink(database.db, token)
  if (who === null) throw new Error('the link is no good')
  await beginSession(database.db, who)
}

test('a fresh installation prints a way in, also with PostgreSQL and Lark', async () => {
  expect(await printed()).toEqual(withLink)
  expect(await printed(), 'until it has been used').toEqual(withLink)
})

test('once an administrator has signed in, a server prints no link any more', async () => {
  await entersBy(await printed())
  expect(await printed()).toBe('https://zhuqi.example/console')
  expect(await printed({ ...SHARED, larkSignIn: false })).toBe('https://zhuqi.example/console')
})

test('nor when that was so long ago that the sessions of that time are deleted', async () => {
  await entersBy(await printed())
  await entersBy(await printed({ ...SHARED, shared: false }))
  await sql`update staff_session set created_at = created_at - interval '2 years',
    expires_at = expires_at - interval '2 years'`.execute(database.db)
  const yearAgo = new Date(Date.now() - 365 * 24 * 3_600_000)
  await purge(database.db, {
    logsBefore: yearAgo,
    personalBefore: yearAgo,
    auditBefore: yearAgo,
    looseFilesBefore: yearAgo,
  })
  expect(await printed()).toBe('https://zhuqi.example/console')
})

test('on a machine of one’s own every start prints one', async () => {
  const own = { ...SHARED, shared: false, larkSignIn: false }
  await entersBy(await printed(own))
  expect(await printed(own)).toEqual(withLink)
})

test('an administrator who cannot sign in through Lark does not count where Lark is the way in', async () => {
  await printed()
  await saveStaff(database.db, aMember(ANOTHER, { roles: ['administrator'] }))
  expect(await printed()).toEqual(withLink)
  const known = { roles: ['administrator' as const], larkOpenId: 'ou_1' }
  await saveStaff(database.db, aMember(ANOTHER, known))
  expect(await printed()).toBe('https://zhuqi.example/console')
})

test('the first member of staff is responsible for every section, so that a ticket finds its way', async () => {
  await printed()
  expect(await staff()).toMatchObject([{ sections: ['open', 'project'] }])
})
