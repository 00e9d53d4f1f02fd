// Whether the ledger of a ticket is as it was written.
import { Hono } from 'hono'
import { DomainError } from '../../kernel/errors.ts'
import type { LedgerVerdict } from '../../ticket/ledger.ts'
import { mayOn } from '../../ticket/relation.ts'
import type { Ticket } from '../../ticket/ticket.ts'
import type { StaffEnv } from '../session.ts'
import { actorOf, need } from './parts.ts'
import type { LedgerWire } from './wire.ts'

export type LedgersDeps = Readonly<{
  byNumber: (number: string) => Promise<Ticket | null>
  verify: (ticket: Ticket) => Promise<LedgerVerdict>
}>

export function ledgersApi(deps: LedgersDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.get('/:number', async (c) => {
    const staff = need(c, 'ledger.verify')
    const ticket = await deps.byNumber(c.req.param('number'))
    if (ticket === null || !mayOn(ticket, actorOf(staff), 'ticket.read')) {
      throw new DomainError('not_found')
    }
    const body: LedgerWire = await deps.verify(ticket)
    return c.json(body)
  })
  return app
}
