import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { readTranscript } from '../../src/postgres/transcript.ts'
import { onEachEngine } from '../database.ts'

const KEY = 'web:v1'

onEachEngine('the transcript of a web chat', (open) => {
  let database: OpenDatabase
  beforeEach(async () => {
    database = await open()
  })
  afterEach(() => database.close())

  /** Times are of when the transaction of an entry began. */
  const answered = (summary: string, at: string) =>
    database.pool.query(
      `insert into outbox_entry (channel, key, address, purpose, message, done_at)
        values ('web', $1, '{}', 'answer', $2, $3)`,
      [KEY, JSON.stringify({ summary }), at],
    )
  const read = async (cursor: string | null) => {
    const rows = await readTranscript(database.db, KEY, cursor)
    return { said: rows.map((row) => row.message?.summary), cursor: rows.at(-1)?.cursor ?? null }
  }

  test('what began earlier and was committed later is not passed over', async () => {
    await answered('先问', '2026-11-25T10:00:00.000Z')
    await answered('后答', '2026-11-25T10:01:00.400Z')
    const { cursor } = await read(null)
    await answered('先答', '2026-11-25T10:01:00.300Z')
    expect((await read(cursor)).said).toEqual(['先答', '后答'])
  })

  test('a cursor goes on, also across a midnight', async () => {
    await answered('昨天', '2026-12-31T23:59:30.000Z')
    await answered('夜里', '2026-12-31T23:59:59.000Z')
    await answered('早上', '2027-01-01T00:00:05.000Z')
    const { cursor } = await read(null)
    expect((await read(cursor)).said).toEqual(['夜里', '早上'])
    await answered('稍后', '2027-01-01T00:00:30.000Z')
    const later = await read(cursor)
    expect(later.said).toEqual(['夜里', '早上', '稍后'])
    expect((await read(later.cursor)).said).toEqual(['稍后'])
  })
})
