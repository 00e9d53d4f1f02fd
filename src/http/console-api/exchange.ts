// What is owed to the other platform and has not arrived. Trying again is on the dead letters' page.
import { Hono } from 'hono'
import { z } from 'zod'
import type { PendingExchange } from '../../ticket/exchange.ts'
import { queryOf } from '../parse.ts'
import type { StaffEnv } from '../session.ts'
import { need, paging } from './parts.ts'
import type { ExchangeWire } from './wire.ts'

export type ExchangePageDeps = Readonly<{
  connected: boolean
  pending: (
    page: Readonly<{ page: number; size: number }>,
  ) => Promise<Readonly<{ rows: readonly PendingExchange[]; total: number }>>
}>

export function exchangePageApi(deps: ExchangePageDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.get('/', async (c) => {
    need(c, 'dead_letter.read')
    const { rows, total } = await deps.pending(queryOf(c, z.object(paging)))
    const body: ExchangeWire = {
      connected: deps.connected,
      rows: rows.map(({ ticketId: _id, createdAt, nextTryAt, ...row }) => ({
        ...row,
        createdAt: createdAt.toISOString(),
        nextTryAt: nextTryAt.toISOString(),
      })),
      total,
    }
    return c.json(body)
  })
  return app
}
