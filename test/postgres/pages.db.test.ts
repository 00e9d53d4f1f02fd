// Every list of the console that comes in pages: what is beyond the last one is counted all the same.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listAudit, writeAudit } from '../../src/postgres/desk/audit.ts'
import { listDeadLetters } from '../../src/postgres/desk/dead-letters.ts'
import { listTickets } from '../../src/postgres/desk/ticket-list.ts'
import { listTurns } from '../../src/postgres/desk/turn-log.ts'
import { pendingExchanges } from '../../src/postgres/exchange.ts'
import { listChanges } from '../../src/postgres/knowledge-changes.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { saveStaff } from '../../src/postgres/staff.ts'
import { ALL_TICKETS, type PageAsk } from '../../src/ticket/desk-list.ts'
import { aMember, aRoster, aWorld } from '../builders/world.ts'
import { onEachEngine } from '../database.ts'
import { openedTicket } from './opened-ticket.ts'

const EVERYWHERE = {
  everywhere: true,
  owner: null,
  coHandler: null,
  departments: [],
  districts: [],
}
const EVERY_TURN = {
  decisionKinds: [],
  feedback: null,
  withReason: false,
  itemCode: null,
  text: null,
  from: null,
  before: null,
  confidenceBelow: null,
}

onEachEngine('a list in pages', (open) => {
  let database: OpenDatabase
  const member = aMember(randomUUID())
  beforeAll(async () => {
    database = await open()
    await saveStaff(database.db, member)
    for (const subject of ['a', 'b', 'c']) {
      await writeAudit(database.db, { actor: `staff:${member.id}`, action: 'test', subject })
      await openedTicket(database.db, aWorld(aRoster([member])))
      await aDeadLetter(subject)
      await aPendingExchange()
      await aTurn(subject)
      await aChange(subject)
    }
  })
  afterAll(() => database.close())

  const run = (statement: string, values: readonly unknown[] = []) =>
    database.pool.query(statement, [...values])
  const aDeadLetter = (id: string) =>
    run(
      `insert into inbox_entry (channel, event_id, key, kind, incoming, dead_at)
        values ('web', $1, 'web:v', 'text', '{}', now())`,
      [id],
    )
  const aPendingExchange = () =>
    run(
      `insert into outbox_entry (channel, key, address, purpose, message)
        values ('exchange', 'exchange:t', '{}', 'exchange_create', '{"summary": "登记工单"}')`,
    )
  const aTurn = (name: string) =>
    run(
      `with p as (insert into contact (channel, external_id) values ('web', $2) returning id),
        c as (insert into conversation (key, contact_id, address)
          select 'web:' || $2, id, '{}' from p returning id)
        insert into turn (id, conversation_id, asked_at, question, decision, decision_kind, confidence,
          knowledge_version, trace, ms)
        select $1, id, now(), '要几天', '{"kind": "status"}', 'status', 1, 1, '{}', 3 from c`,
      [randomUUID(), name],
    )
  const aChange = (code: string) =>
    run(
      `insert into knowledge_change (code, state, item, base, base_digest, reason, author)
        values ($1, 'editing', '{}', '{}', '', '更正', $2)`,
      [code, member.id],
    )

  const lists = {
    tickets: (page: PageAsk) => listTickets(database.db, EVERYWHERE, ALL_TICKETS, page),
    'dead letters': (page: PageAsk) => listDeadLetters(database.db, null, page),
    turns: (page: PageAsk) => listTurns(database.db, EVERY_TURN, page),
    'what the other platform is owed': (page: PageAsk) => pendingExchanges(database.db, page),
    audit: (page: PageAsk) => listAudit(database.db, null, page),
    changes: (page: PageAsk) =>
      listChanges(database.db, { states: [], code: null, author: null }, page),
  }

  test.each(Object.entries(lists))(
    '%s: the total is the same on every page and beyond',
    async (_, list) => {
      for (const [page, length] of [
        [1, 2],
        [2, 1],
        [3, 0],
        [9, 0],
      ] as const) {
        const { rows, total } = await list({ page, size: 2 })
        expect({ page, length: rows.length, total }).toEqual({ page, length, total: 3 })
      }
    },
  )

  test('nothing found is nothing on every page', async () => {
    for (const page of [1, 2]) {
      expect(await listAudit(database.db, '查无此事', { page, size: 2 })).toEqual({
        rows: [],
        total: 0,
      })
    }
  })
})
