// Checks the ledgers of all tickets: that each chain holds, ends where the ticket says, and, as long
// as no words have been deleted, replays to the ticket that is stored.
import { isSame } from '../kernel/canonical.ts'
import type { TicketId } from '../kernel/ids.ts'
import type { Activity } from './activity.ts'
import { replay } from './apply.ts'
import { type Hash, type SealedActivity, verifyLedger } from './ledger.ts'
import type { Locked, TicketReads } from './ports.ts'

export type VerifyDeps = Readonly<{
  reads: Pick<TicketReads, 'idsAfter' | 'byId' | 'ledger'>
  hash: Hash
}>

export type LedgerFault = Readonly<{
  number: string
  /** The entry at which it shows. */
  seq: number
  fault: 'missing_entry' | 'altered_act' | 'altered_entry' | 'other_end' | 'other_ticket'
}>

export type Verified = Readonly<{
  tickets: number
  entries: number
  deleted: number
  faults: readonly LedgerFault[]
}>

const BATCH_MAX = 200

/** Reads everything once, batch by batch; nothing is changed. */
export async function verifyTickets({ reads, hash }: VerifyDeps): Promise<Verified> {
  const total = { tickets: 0, entries: 0, deleted: 0 }
  const faults: LedgerFault[] = []
  let after: TicketId | null = null
  for (;;) {
    const ids: readonly TicketId[] = await reads.idsAfter(after, BATCH_MAX)
    for (const id of ids) {
      const [locked, ledger] = [await reads.byId(id), await reads.ledger(id)]
      if (locked === null) continue
      const found = verifyOne(locked, ledger, hash)
      total.tickets++
      total.entries += ledger.length
      total.deleted += ledger.filter((entry) => entry.act === null).length
      if (found !== null) faults.push(found)
    }
    after = ids.at(-1) ?? null
    if (after === null) return { ...total, faults }
  }
}

function verifyOne(
  { ticket, end }: Locked,
  ledger: readonly SealedActivity[],
  hash: Hash,
): LedgerFault | null {
  const { number } = ticket
  const verdict = verifyLedger(ledger, hash)
  if (!verdict.ok) return { number, seq: verdict.seq, fault: verdict.fault }
  if (verdict.hash !== end.hash) return { number, seq: end.seq, fault: 'other_end' }
  if (verdict.deleted > 0) return null
  const replayed = replay(ledger as readonly Activity[])
  return isSame(replayed, ticket) ? null : { number, seq: end.seq, fault: 'other_ticket' }
}
