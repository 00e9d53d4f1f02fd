import type pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listen } from '../../src/postgres/listen.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { breakOff, onEachEngine } from '../database.ts'
import { until } from '../flow/harness.ts'

onEachEngine('listening', (open) => {
  let database: OpenDatabase
  beforeEach(async () => {
    database = await open()
  })
  afterEach(() => database.close())

  test('says when it begins anew, since what was told in between is lost', async () => {
    const { pool } = database
    const connections: pg.PoolClient[] = []
    pool.on('acquire', (client) => connections.push(client))
    const told: string[] = []
    const problems: unknown[] = []
    const stop = listen(pool, ['settings'], {
      onNotice: (topic, payload) => told.push(`${topic} ${payload}`),
      onListening: () => told.push('listening'),
      onProblem: (error) => problems.push(error),
    })
    await until(() => told.length === 1, 'it listens')
    breakOff(connections[0]!)
    await until(() => problems.length === 1, 'the connection is missed')
    await pool.query(`select pg_notify('settings', 'lost')`)
    await until(() => told.length === 2, 'it listens again')
    await pool.query(`select pg_notify('settings', 'heard')`)
    await until(() => told.length === 3, 'a notice')
    expect(told).toEqual(['listening', 'listening', 'settings heard'])
    await stop()
  })
})
