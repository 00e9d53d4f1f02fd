import { randomUUID } from 'node:crypto'
import type { Db } from '../../src/postgres/database.ts'
import { makeNextSequence, makeTicketStore } from '../../src/postgres/tickets.ts'
import { openTicket } from '../../src/ticket/open.ts'
import type { Opening } from '../../src/ticket/opening.ts'
import type { Ticket } from '../../src/ticket/ticket.ts'
import { someLimits, theSystem } from '../builders/ticket.ts'
import { anOpening, type TestWorld } from '../builders/world.ts'

/** A ticket that stands in the store, and of which nobody is told. */
export async function openedTicket(
  db: Db,
  world: TestWorld,
  overrides: Partial<Opening> = {},
): Promise<Ticket> {
  const deps = {
    ...world,
    store: makeTicketStore(db, async () => {}),
    reads: { loads: async () => new Map(), openSince: async () => [] },
    nextSequence: makeNextSequence(db),
    newId: randomUUID,
    limits: () => someLimits(),
  }
  const opened = await openTicket(deps, anOpening(overrides), theSystem)
  if (opened.kind !== 'opened') throw new Error('not opened')
  return opened.ticket
}
