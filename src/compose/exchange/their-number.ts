// What becomes of a number that the platform has given to a ticket of ours.
import type { Tx } from '../../postgres/database.ts'
import { keepCase } from '../../postgres/exchange.ts'
import { PLATFORM } from '../../ticket/exchange.ts'
import { type PerformDeps, perform } from '../../ticket/perform.ts'
import type { Ticket } from '../../ticket/ticket.ts'

/** It is shown with the ticket unless that shows another system's. */
export async function keepTheirNumber(
  tx: Tx,
  deps: PerformDeps,
  { ticket, number }: Readonly<{ ticket: Ticket; number: string }>,
): Promise<void> {
  await keepCase(tx, number, ticket.id)
  if (ticket.external !== null) return
  const link = { kind: 'link_external', system: PLATFORM, number } as const
  await perform(deps, ticket.id, link, { kind: 'system' })
}
