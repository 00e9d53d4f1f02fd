import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asId, type ContactId, type TurnId } from '../../src/kernel/ids.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { makeTurnStore } from '../../src/postgres/turns.ts'
import { onEachEngine } from '../database.ts'

onEachEngine('a vote on an answer', (open) => {
  let database: OpenDatabase
  let turn: TurnId
  let contact: ContactId
  beforeEach(async () => {
    database = await open()
    const { rows } = await database.pool.query<{ id: string; contact_id: string }>(
      `with p as (insert into contact (channel, external_id) values ('web', 'v1') returning id)
        insert into conversation (key, contact_id, address, updated_at)
        select 'web:v1', id, '{}', now() from p returning id, contact_id`,
    )
    turn = asId<TurnId>(randomUUID())
    contact = asId<ContactId>(rows[0]!.contact_id)
    await database.pool.query(
      `insert into turn (id, conversation_id, asked_at, question, decision, decision_kind,
        confidence, knowledge_version, trace, ms)
        values ($1, $2, now(), '示例', '{}', 'answer', 1, 1, '{}', 3)`,
      [turn, rows[0]!.id],
    )
  })
  afterEach(() => database.close())

  const vote = (up: boolean, reason: string | null = null) =>
    makeTurnStore(database.db).vote(turn, contact, { up, reason })
  const kept = async () => {
    const { rows } = await database.pool.query(
      'select feedback, feedback_reason as reason from turn where id = $1',
      [turn],
    )
    return rows[0]
  }

  test('keeps its reason when the same button is pressed again', async () => {
    expect(await vote(false)).toBe(true)
    await vote(false, '不是我要问的事项')
    await vote(false)
    expect(await kept()).toEqual({ feedback: -1, reason: '不是我要问的事项' })
    await vote(false, '内容已过期')
    expect(await kept()).toEqual({ feedback: -1, reason: '内容已过期' })
  })

  test('of the other kind takes the reason of the first away', async () => {
    await vote(false, '不是我要问的事项')
    await vote(true)
    expect(await kept()).toEqual({ feedback: 1, reason: null })
  })

  test('is not taken from somebody else', async () => {
    const other = asId<ContactId>(randomUUID())
    expect(await makeTurnStore(database.db).vote(turn, other, { up: true, reason: null })).toBe(
      false,
    )
    expect(await kept()).toEqual({ feedback: null, reason: null })
  })
})
