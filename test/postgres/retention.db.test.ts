import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { purge } from '../../src/postgres/retention.ts'
import { saveStaff } from '../../src/postgres/staff.ts'
import { local } from '../builders/calendar.ts'
import { aMember, aRoster, aWorld } from '../builders/world.ts'
import { onEachEngine } from '../database.ts'
import { openedTicket } from './opened-ticket.ts'

const LONG_AGO = local('2026-01-05 10:00')
const LATELY = local('2026-11-20 10:00')
const CUTOFFS = {
  logsBefore: local('2026-06-01 00:00'),
  personalBefore: local('2026-03-01 00:00'),
  auditBefore: local('2026-03-01 00:00'),
  looseFilesBefore: local('2026-11-24 00:00'),
}

onEachEngine('what goes when its time is over', (open) => {
  let database: OpenDatabase
  beforeEach(async () => {
    database = await open()
  })
  afterEach(() => database.close())

  const run = (statement: string, values: readonly unknown[] = []) =>
    database.pool.query(statement, [...values])
  const count = async (from: string) =>
    Number((await run(`select count(*) from ${from}`)).rows[0].count)

  async function aTicket(): Promise<string> {
    const id = randomUUID()
    await saveStaff(database.db, aMember(id))
    const ticket = await openedTicket(
      database.db,
      aWorld(aRoster([aMember(id)]), '2026-01-05 10:00'),
    )
    await run(
      `insert into staff_notice (staff_id, ticket_id, message, created_at) values ($1, $2, '{}', $3)`,
      [id, ticket.id, LONG_AGO],
    )
    return ticket.id
  }
  const sent = (at: Date, ticketId: string | null, done: boolean) =>
    run(
      `insert into outbox_entry (channel, key, address, purpose, message, ticket_id, created_at, done_at)
        values ('web', 'web:v', '{}', 'answer', '{"summary": "答复"}', $1, $2, $3)`,
      [ticketId, at, done ? at : null],
    )
  const received = (at: Date, done: boolean) =>
    run(
      `insert into inbox_entry (channel, event_id, key, kind, incoming, received_at, done_at)
        values ('web', $1, 'web:v', 'text', '{"content": {"kind": "text", "text": "旧话"}}', $2, $3)`,
      [randomUUID(), at, done ? at : null],
    )

  test('old words go, young ones and what is not done stay', async () => {
    await received(LONG_AGO, true)
    await received(LONG_AGO, false)
    await received(LATELY, true)
    await sent(LONG_AGO, null, true)
    await sent(LONG_AGO, null, false)
    await sent(LATELY, null, true)
    expect(await purge(database.db, CUTOFFS)).toMatchObject({ inbox: 1, outbox: 1 })
    expect(await count('inbox_entry')).toBe(2)
    expect(await count('outbox_entry')).toBe(2)
    expect(await purge(database.db, CUTOFFS)).toMatchObject({ inbox: 0, outbox: 0 })
  })

  test('what was sent about a ticket stays while the ticket is open', async () => {
    const id = await aTicket()
    await sent(LONG_AGO, id, true)
    await purge(database.db, CUTOFFS)
    expect([await count('outbox_entry'), await count('staff_notice')]).toEqual([1, 1])
    await run('update ticket set ended_at = $1 where id = $2', [LATELY, id])
    await purge(database.db, CUTOFFS)
    expect([await count('outbox_entry'), await count('staff_notice')]).toEqual([0, 0])
  })

  test('a question is forgotten, what was decided about it is not', async () => {
    await run(
      `with p as (insert into contact (channel, external_id, name, created_at)
          values ('web', 'v', '张示例', $1) returning id),
        c as (insert into conversation (key, contact_id, address, dialogue, updated_at)
          select 'web:v', id, '{}', '{"question": "旧问题"}', $1 from p returning id)
        insert into turn (id, conversation_id, asked_at, question, decision, decision_kind, confidence,
          knowledge_version, trace, ms)
        select $2, id, $1, '我公司电话 0580-0000000', '{"kind": "status", "text": "旧话"}', 'status', 1, 1,
          '{"said": "旧话"}', 3 from c`,
      [LONG_AGO, randomUUID()],
    )
    expect(await purge(database.db, CUTOFFS)).toMatchObject({ turns: 1 })
    const turns = await run('select question, decision, decision_kind, trace from turn')
    expect(turns.rows).toEqual([
      {
        question: '（已按规定期限删除）',
        decision: { kind: 'status' },
        decision_kind: 'status',
        trace: {},
      },
    ])
    expect((await run('select dialogue from conversation')).rows).toEqual([{ dialogue: null }])
    expect((await run('select name from contact')).rows).toEqual([{ name: null }])
    expect(await purge(database.db, CUTOFFS)).toMatchObject({ turns: 0 })
  })

  test('a file that no ticket has taken goes after a day, one still to be handled stays', async () => {
    const upload = (key: string, at: Date) =>
      run(
        `insert into attachment (kind, bytes, upload_key, created_at) values ('file', '', $1, $2)`,
        [key, at],
      )
    await upload('v:forgotten', local('2026-11-23 10:00'))
    await upload('v:today', local('2026-11-24 10:00'))
    await upload('v:waiting', local('2026-11-23 10:00'))
    await run(
      `insert into inbox_entry (channel, event_id, key, kind, incoming)
        values ('web', 'v:waiting', 'web:v', 'attachment', '{}')`,
    )
    await purge(database.db, CUTOFFS)
    expect((await run('select upload_key from attachment order by 1')).rows).toEqual([
      { upload_key: 'v:today' },
      { upload_key: 'v:waiting' },
    ])
  })

  test('of the sessions of each person the latest stays, however old it is', async () => {
    const session = (token: string, person: string, from: Date) =>
      run(
        `insert into staff_session (token_sha256, staff_id, created_at, expires_at)
          values ($1, $2, $3, $3::timestamptz + interval '12 hours')`,
        [token, person, from],
      )
    const [one, other] = [randomUUID(), randomUUID()]
    await session('first', one, local('2026-01-04 10:00'))
    await session('last', one, LONG_AGO)
    await session('long ago', other, LONG_AGO)
    await session('lately', other, LATELY)
    expect(await purge(database.db, CUTOFFS)).toMatchObject({ others: 2 })
    expect((await run('select token_sha256 from staff_session order by 1')).rows).toEqual([
      { token_sha256: 'last' },
      { token_sha256: 'lately' },
    ])
  })

  test('a draft that nobody finished goes with its words, one that was published stays', async () => {
    const author = randomUUID()
    await saveStaff(database.db, aMember(author))
    const change = async (code: string, state: string, at: Date) => {
      const { rows } = await run(
        `insert into knowledge_change (code, state, item, base, base_digest, reason, author, updated_at)
          values ($1, $2, '{"faq": [{"q": "旧话"}]}', '{}', '', '', $3, $4) returning id`,
        [code, state, author, at],
      )
      await run(
        `insert into knowledge_change_step (change_id, actor, act, item) values ($1, 'a', 'save', '{}')`,
        [rows[0].id],
      )
    }
    await change('A-1', 'editing', LONG_AGO)
    await change('A-2', 'withdrawn', LONG_AGO)
    await change('A-3', 'editing', LATELY)
    await change('A-4', 'published', LONG_AGO)
    await purge(database.db, CUTOFFS)
    expect((await run('select code from knowledge_change order by 1')).rows).toEqual([
      { code: 'A-3' },
      { code: 'A-4' },
    ])
    expect(await count('knowledge_change_step')).toBe(2)
  })

  test('whoever asked to speak for an enterprise is not waited on for ever', async () => {
    await run(`insert into contact (channel, external_id) values ('web', 'v')`)
    for (const [state, at] of [
      ['asked', LONG_AGO],
      ['confirmed', LONG_AGO],
      ['asked', LATELY],
    ] as const) {
      await run(
        `insert into enterprise_binding (contact_id, credit_code, enterprise_name, person_name, state, asked_at)
          select id, $1, '示例贸易有限公司', '张示例', $2, $3 from contact`,
        [`${state} ${at.getTime()}`, state, at],
      )
    }
    await purge(database.db, CUTOFFS)
    expect((await run('select state, asked_at from enterprise_binding order by 1')).rows).toEqual([
      { state: 'asked', asked_at: LATELY },
      { state: 'confirmed', asked_at: LONG_AGO },
    ])
  })

  test('the audit is kept longer than the rest', async () => {
    for (const at of [LONG_AGO, local('2026-04-01 10:00')]) {
      await run(`insert into audit_entry (at, actor, action, subject) values ($1, 'a', 'b', 'c')`, [
        at,
      ])
    }
    await purge(database.db, CUTOFFS)
    const { rows } = await sql<{ at: Date }>`select at from audit_entry`.execute(database.db)
    expect(rows).toEqual([{ at: local('2026-04-01 10:00') }])
  })
})
