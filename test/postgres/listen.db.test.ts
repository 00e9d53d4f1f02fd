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
    // While others have all connections it cannot listen again.
    const others = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
    await others[0]?.query(`select pg_notify('settings', 'lost')`)
    for (const client of others) client.release()
    await until(() => told.length === 2, 'it listens again')
    await pool.query(`select pg_notify('settings', 'heard')`)
    await until(() => told.length === 3, 'a notice')
    expect(told).toEqual(['listening', 'listening', 'settings heard'])
    await stop()
  })

  /** Clients that somebody holds. */
  const heldOf = ({ totalCount, idleCount }: pg.Pool) => totalCount - idleCount

  test('a break while it begins is told once, and leaves no connection behind', async () => {
    const { pool } = database
    pool.once('acquire', (client) => queueMicrotask(() => breakOff(client)))
    const told: string[] = []
    const stop = listen(pool, ['settings', 'staff'], {
      onNotice: (_topic, payload) => told.push(payload),
      onListening: () => told.push('listening'),
      onProblem: () => told.push('problem'),
    })
    await until(() => told.includes('listening'), 'it listens')
    expect(heldOf(pool)).toBe(1)
    await pool.query(`select pg_notify('settings', 'heard')`)
    await until(() => told.includes('heard'), 'a notice')
    expect(told).toEqual(['problem', 'listening', 'heard'])
    await stop()
    expect(heldOf(pool)).toBe(0)
  })

  test('stopped while it connects anew, it keeps no connection', async () => {
    const { pool } = database
    const clients: pg.PoolClient[] = []
    pool.on('acquire', (client) => clients.push(client))
    const told: string[] = []
    const stop = listen(pool, ['settings'], {
      onNotice: () => {},
      onListening: () => told.push('listening'),
      onProblem: () => told.push('problem'),
    })
    await until(() => told.length === 1, 'it listens')
    breakOff(clients[0]!)
    await until(() => told.length === 2, 'the connection is missed')
    const others = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
    await until(() => pool.waitingCount === 1, 'it waits for a connection')
    const stopped = stop()
    for (const client of others) client.release()
    await stopped
    expect(heldOf(pool)).toBe(0)
    expect(told).toEqual(['listening', 'problem'])
  })
})
