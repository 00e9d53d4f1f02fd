// What was handed in at the console with an id, and what became of it.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'
import { jsonText } from '../json.ts'

export type First = Readonly<{ digest: string; outcome: unknown }>

/**
 * Claims the id until the transaction ends; another that claims it meanwhile waits.
 * @returns what was done under it before, null when it is new
 */
export async function claimRequest(tx: Tx, id: string, digest: string): Promise<First | null> {
  const claimed = await sql`
    insert into desk_request (id, digest) values (${id}, ${digest}) on conflict (id) do nothing`.execute(
    tx,
  )
  if (Number(claimed.numAffectedRows ?? 0) > 0) return null
  const { rows } = await sql<First>`
    select digest, outcome from desk_request where id = ${id}`.execute(tx)
  return rows[0] ?? null
}

export async function keepOutcome(tx: Tx, id: string, outcome: unknown): Promise<void> {
  await sql`update desk_request set outcome = ${jsonText(outcome)}::jsonb where id = ${id}`.execute(
    tx,
  )
}

/** What was refused may be handed in again, corrected, under the same id. */
export async function freeRequest(tx: Tx, id: string): Promise<void> {
  await sql`delete from desk_request where id = ${id}`.execute(tx)
}

export async function forgetRequests(db: Db, before: Date): Promise<void> {
  await sql`delete from desk_request where at < ${before}`.execute(db)
}
