import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readAskedNext } from '../../src/postgres/asked-next.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { local } from '../builders/calendar.ts'
import { onEachEngine } from '../database.ts'

type Turn = readonly [
  minute: number,
  item: string | null,
  more?: Readonly<{ question?: string; kind?: 'clarify'; feedback?: -1 }>,
]

const SINCE = local('2026-11-01 00:00')

onEachEngine('what people ask next', (open) => {
  let database: OpenDatabase
  beforeEach(async () => {
    database = await open()
  })
  afterEach(() => database.close())

  /** One person's answered questions: `minute` after nine on a day of November, and the item. */
  async function aVisit(asked: readonly Turn[], day = 20) {
    const id = randomUUID()
    const { rows } = await database.pool.query<{ id: string }>(
      `with p as (insert into contact (channel, external_id) values ('web', $1) returning id)
        insert into conversation (key, contact_id, address, updated_at)
        select 'web:' || $1, id, '{}', now() from p returning id`,
      [id],
    )
    for (const [
      minute,
      item,
      { question = '示例', kind = 'answer', feedback = null } = {},
    ] of asked) {
      const at = new Date(local(`2026-11-${day} 09:00`).getTime() + minute * 60_000)
      await database.pool.query(
        `insert into turn (id, conversation_id, asked_at, question, decision, decision_kind, item_code,
          confidence, knowledge_version, trace, ms, feedback)
          values ($1, $2, $3, $5, '{}', $6, $4, 1, 1, '{}', 3, $7)`,
        [randomUUID(), rows[0]!.id, at, item, question, kind, feedback],
      )
    }
  }
  const read = async () => Object.fromEntries(await readAskedNext(database.db, SINCE))

  test('is what at least three people went on to, what most did first', async () => {
    for (let n = 0; n < 3; n++)
      await aVisit([
        [0, 'A-1'],
        [2, 'A-1'],
        [4, 'B-2'],
        [6, 'C-3'],
      ])
    for (let n = 0; n < 4; n++)
      await aVisit([
        [0, 'A-1'],
        [3, 'C-3'],
      ])
    expect(await read()).toEqual({ 'A-1': ['C-3', 'B-2'], 'B-2': ['C-3'] })
  })

  test('does not tell what one or two asked, however often', async () => {
    await aVisit([
      [0, 'A-1'],
      [1, 'B-2'],
      [2, 'A-1'],
      [3, 'B-2'],
      [4, 'A-1'],
      [5, 'B-2'],
    ])
    await aVisit([
      [0, 'A-1'],
      [1, 'B-2'],
    ])
    expect(await read()).toEqual({})
  })

  test('leaves out what came in another visit, and what is too old', async () => {
    for (let n = 0; n < 3; n++)
      await aVisit([
        [0, 'A-1'],
        [31, 'B-2'],
      ])
    expect(await read()).toEqual({})
    for (let n = 0; n < 3; n++)
      await aVisit([
        [0, 'D-4'],
        [1, 'E-5'],
      ])
    expect(await readAskedNext(database.db, local('2026-11-21 00:00'))).toEqual(new Map())
    expect(await read()).toEqual({ 'D-4': ['E-5'] })
  })

  test('does not learn from the buttons that it made itself, but from options that were asked back', async () => {
    for (let n = 0; n < 3; n++) {
      await aVisit([
        [0, 'A-1'],
        [1, 'B-2', { question: '〔选择〕B-2' }],
        [2, 'C-3'],
      ])
      await aVisit([
        [0, 'D-4'],
        [1, null, { kind: 'clarify' }],
        [2, 'E-5', { question: '〔选择〕E-5' }],
      ])
    }
    expect(await read()).toEqual({ 'B-2': ['C-3'], 'D-4': ['E-5'] })
  })

  test('does not learn from an answer that was voted down', async () => {
    for (let n = 0; n < 3; n++)
      await aVisit([
        [0, 'A-1', { feedback: -1 }],
        [1, 'B-2'],
        [2, 'C-3'],
      ])
    expect(await read()).toEqual({ 'B-2': ['C-3'] })
  })
})
