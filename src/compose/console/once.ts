// What is handed in at the console is done once, however often a browser that is unsure repeats it.

import type { DeskRequest } from '../../http/console-api/request.ts'
import { canonical } from '../../kernel/canonical.ts'
import { DomainError } from '../../kernel/errors.ts'
import type { Connection, Tx } from '../../postgres/database.ts'
import { claimRequest, freeRequest, keepOutcome } from '../../postgres/desk/requests.ts'
import { sha256 } from '../tickets/tickets.ts'

/**
 * Does `act` and keeps its outcome, in one transaction; a repeat is given the outcome of the first.
 * What was not `ok` is not kept. Rejects with `already_done` when something else was done under the id.
 */
export function oncePerRequest<T extends Readonly<{ ok: boolean }>>(
  db: Connection,
  { id, content }: DeskRequest,
  act: (tx: Tx) => Promise<T>,
): Promise<T> {
  const digest = sha256(canonical(content))
  return db.transaction().execute(async (tx) => {
    const first = await claimRequest(tx, id, digest)
    if (first !== null && first.digest !== digest) throw new DomainError('already_done')
    if (first !== null) return first.outcome as T
    const outcome = await act(tx)
    if (outcome.ok) await keepOutcome(tx, id, outcome)
    else await freeRequest(tx, id)
    return outcome
  })
}
