import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { makeMetrics } from '../../src/compose/metrics.ts'
import type { Database } from '../../src/postgres/database.ts'

test('a store that does not answer is itself a figure; what only it knows is absent, the rest is there', async () => {
  const pool = new pg.Pool()
  await pool.end()
  const { registry, stored } = makeMetrics(
    new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
    () => new Date(),
  )
  stored.inc({ channel: 'web' })
  const lines = (await registry.metrics()).split('\n')
  expect(lines).toContain('zhuqi_store_up 0')
  expect(lines).toContain('zhuqi_incoming_total{channel="web"} 1')
  expect(lines.filter((line) => /^zhuqi_(?:inbox|outbox|tickets)_/.test(line))).toEqual([])
})
