import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { PgliteHub } from '../../src/postgres/pglite-hub.ts'
import { openEmbeddedDatabase } from '../database.ts'
import { until } from '../flow/harness.ts'

// What pg's pool must be able to rely on although there is only one session behind it.
let database: OpenDatabase
beforeAll(async () => {
  database = await openEmbeddedDatabase()
  await database.pool.query('create table counter (id int primary key, n int not null)')
  await database.pool.query('insert into counter values (1, 0)')
})
afterAll(() => database.close())

test('parallel queries of very different size each get their own answer', async () => {
  const big = 'x'.repeat(300_000)
  const jobs = Array.from({ length: 100 }, async (_, i) => {
    const text = i % 3 === 0 ? big : `small ${i}`
    const { rows } = await database.pool.query('select $1::text as text, $2::int as i', [text, i])
    return rows[0].i === i && rows[0].text === text
  })
  expect((await Promise.all(jobs)).every(Boolean)).toBe(true)
})

test('an error stays with the query that caused it', async () => {
  const jobs = Array.from({ length: 60 }, (_, i) =>
    i % 2 === 0
      ? database.pool.query('select 1/0').then(
          () => 'answered',
          (error: { code: string }) => error.code,
        )
      : database.pool.query('select $1::int as i', [i]).then(({ rows }) => rows[0].i),
  )
  const results = await Promise.all(jobs)
  expect(results.every((result, i) => result === (i % 2 === 0 ? '22012' : i))).toBe(true)
})

test('read-modify-write transactions never interleave', async () => {
  const add = async () => {
    const client = await database.pool.connect()
    try {
      await client.query('begin')
      const { rows } = await client.query('select n from counter where id = 1')
      await client.query('update counter set n = $1 where id = 1', [rows[0].n + 1])
      await client.query('commit')
    } finally {
      client.release()
    }
  }
  await Promise.all(Array.from({ length: 100 }, add))
  const { rows } = await database.pool.query('select n from counter where id = 1')
  expect(rows[0].n).toBe(100)
})

test('a client that disappears inside a transaction is rolled back and blocks nobody', async () => {
  const client = await database.pool.connect()
  await client.query('begin')
  await client.query('update counter set n = -1 where id = 1')
  client.release(true)
  const { rows } = await database.pool.query('select n from counter where id = 1')
  expect(rows[0].n).toBeGreaterThanOrEqual(0)
})

test('a notification reaches a client that listens on another connection', async () => {
  const listener = await database.pool.connect()
  const heard = new Promise<string>((resolve) => {
    listener.on('notification', (note: pg.Notification) =>
      resolve(`${note.channel}:${note.payload}`),
    )
  })
  await listener.query('listen news')
  await database.pool.query(`select pg_notify('news', 'here')`)
  expect(await heard).toBe('news:here')
  listener.release()
})

test('a rollback that fails ends no process, and the session is lent to nobody before it succeeds', async () => {
  const lite = await PGlite.create({ dataDir: 'memory://' })
  const pool = new pg.Pool({ ...new PgliteHub(lite).config, max: 5 })
  const rollBack = lite.exec.bind(lite)
  let failed = 0
  lite.exec = async (...args) => {
    if (failed++ === 0) throw new Error('no memory left')
    return rollBack(...args)
  }
  const client = await pool.connect()
  await client.query('create table kept (id int)')
  await client.query('begin')
  await client.query('insert into kept values (1)')
  client.release(true)
  await until(() => failed === 1, 'it is rolled back')
  const { rows } = await pool.query('select count(*)::int as count from kept')
  expect(rows).toEqual([{ count: 0 }])
  await pool.end()
  await lite.close()
})
