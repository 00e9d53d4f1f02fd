import { Kysely, type KyselyPlugin, PostgresDialect } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { makeMetrics } from '../../src/compose/metrics.ts'
import type { Database } from '../../src/postgres/database.ts'

/** A store that does not answer. */
async function noStore(): Promise<Kysely<Database>> {
  const pool = new pg.Pool()
  await pool.end()
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

test('a scrape asks the store for each thing once', async () => {
  const asked: string[] = []
  const listening: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked.push(JSON.stringify(node))
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const { registry } = makeMetrics((await noStore()).withPlugin(listening), () => new Date())
  await registry.metrics()
  const once = asked.length
  expect(new Set(asked).size).toBe(once)
  await registry.metrics()
  expect(asked).toHaveLength(2 * once)
})

test('a store that does not answer is itself a figure; what only it knows is absent, the rest is there', async () => {
  const { registry, stored } = makeMetrics(await noStore(), () => new Date())
  stored.inc({ channel: 'web' })
  const lines = (await registry.metrics()).split('\n')
  expect(lines).toContain('zhuqi_store_up 0')
  expect(lines).toContain('zhuqi_incoming_total{channel="web"} 1')
  expect(lines.filter((line) => /^zhuqi_(?:inbox|outbox|tickets)_/.test(line))).toEqual([])
})
