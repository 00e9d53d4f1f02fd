import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeOutbox } from '../../src/compose/outbox.ts'
import type { Log } from '../../src/kernel/log.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { claimOutbox, enqueueOwed, noteTry } from '../../src/postgres/outbox.ts'
import type { SendResult } from '../../src/worker/outbox.ts'
import { openEmbeddedDatabase } from '../database.ts'

const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const NOT_SENT: SendResult = { kind: 'retry', reason: '限流', maybeSent: false, waitMs: 60_000 }

let database: OpenDatabase
beforeEach(async () => {
  database = await openEmbeddedDatabase()
  await enqueueOwed(database.db, [
    {
      address: { channel: 'lark', to: 'oc_1', toKind: 'group', replyTo: null },
      purpose: 'answer',
      message: { title: '', tone: 'info', summary: '', blocks: [] },
      turnId: null,
      ticketId: null,
    },
  ])
})
afterEach(() => database.close())

/** Works off the outbox once. @returns whether a send is noted as tried after it */
async function isTriedAfter(send: () => Promise<SendResult>): Promise<boolean> {
  await makeOutbox({ db: database.db, channel: 'lark', send, log }).processAll()
  const { rows } = await sql<{ tried: boolean }>`
    select first_tried_at is not null as tried from outbox_entry`.execute(database.db)
  return rows[0]!.tried
}

test('a message that is known not to have gone out counts as untried', async () => {
  expect(await isTriedAfter(async () => NOT_SENT)).toBe(false)
})

test('whoever lost the lease does not undo what the next one noted', async () => {
  const taken = isTriedAfter(async () => {
    await sql`update outbox_entry set lease_until = now() - interval '1 second'`.execute(
      database.db,
    )
    const [row] = await claimOutbox(database.db, 'lark', 1)
    await noteTry(database.db, row!.id, row!.lease)
    return NOT_SENT
  })
  expect(await taken).toBe(true)
})
