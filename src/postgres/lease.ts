// One way to take work from a table, for inbox and outbox alike.
//
// A row is ready when it is not done, not dead, due, not leased, and the oldest open row of its
// key: strictly first in, first out per key, across keys in parallel. A claim is a lease with an
// end; its id fences every later statement, so that a worker whose lease ran out cannot complete
// what another has taken over. A dead row frees its key.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './database.ts'

export type LeasedTable = 'inbox_entry' | 'outbox_entry'

export type LeasePolicy = Readonly<{
  leaseSeconds: number
  attemptsMax: number
  backoffMaxSeconds: number
}>

/** The column that orders a table's rows. */
const ORDER: Record<LeasedTable, string> = { inbox_entry: 'id', outbox_entry: 'seq' }
/** The type of a table's ids: compared as text they would miss the index. */
const ID = { inbox_entry: sql.raw('bigint'), outbox_entry: sql.raw('uuid') } as const

/**
 * Claims up to `limit` ready rows. `only` narrows them (for instance to one channel).
 * @returns whole rows with their lease
 */
export async function claim<Row>(
  db: Db,
  table: LeasedTable,
  options: Readonly<{ limit: number; leaseSeconds: number; only?: RawBuilder<unknown> }>,
): Promise<Row[]> {
  const order = sql.ref(ORDER[table])
  const rows = await sql<Row>`
    update ${sql.table(table)} set
      lease = gen_random_uuid(),
      lease_until = now() + make_interval(secs => ${options.leaseSeconds}),
      attempts = attempts + 1
    where id in (
      select j.id from ${sql.table(table)} j
      where j.done_at is null and j.dead_at is null and j.run_at <= now()
        and (j.lease_until is null or j.lease_until < now())
        and not exists (
          select 1 from ${sql.table(table)} p
          where p.key = j.key and p.done_at is null and p.dead_at is null and p.${order} < j.${order})
        and ${options.only ?? sql`true`}
      order by j.run_at, j.${order}
      limit ${options.limit}
      for update skip locked)
    returning *`.execute(db)
  return rows.rows
}

/** Extends the leases that are still ours. */
export async function renew(
  db: Db,
  table: LeasedTable,
  leases: readonly string[],
  leaseSeconds: number,
): Promise<void> {
  await sql`
    update ${sql.table(table)} set lease_until = now() + make_interval(secs => ${leaseSeconds})
    where lease = any(${leases}::uuid[]) and done_at is null`.execute(db)
}

/**
 * Ends every lease. Only for a process that owns the store alone: whoever held one is dead, and
 * nobody need wait for its lease to run out.
 */
export async function endLeases(db: Db): Promise<void> {
  for (const table of ['inbox_entry', 'outbox_entry']) {
    await sql`
      update ${sql.table(table)} set lease = null, lease_until = null
      where lease is not null and done_at is null`.execute(db)
  }
}

/**
 * Marks rows as done under their lease.
 * @returns false when the lease has been lost: the caller must roll back
 */
export async function complete(
  db: Db,
  table: LeasedTable,
  ids: readonly string[],
  lease: string,
): Promise<boolean> {
  // A form has become a ticket or was refused; who filled it in is kept there and only there.
  const forgotten =
    table === 'inbox_entry'
      ? sql`, incoming = case when kind = 'action'
          then jsonb_set(incoming, '{content,form}', '{}') else incoming end`
      : sql``
  const result = await sql`
    update ${sql.table(table)} set done_at = now(), lease = null, lease_until = null, last_error = null
      ${forgotten}
    where id = any(${ids}::${ID[table]}[]) and lease = ${lease}::uuid and done_at is null`.execute(
    db,
  )
  return Number(result.numAffectedRows ?? 0) === ids.length
}

type Failure = Readonly<{
  id: string
  lease: string
  error: string
  final: boolean
  /** The pause before the next try; left out for a growing one. */
  waitMs?: number
  /** Of the outbox: the message is known not to have gone out, so that repeating it is safe: its tries are forgotten. */
  forgetTries?: boolean
}>

/**
 * Gives a row back after a failure: later again with growing pauses, or dead at the limit.
 * @returns whether the row is dead now; null when the lease had been lost and nothing was written
 */
export async function fail(
  db: Db,
  table: LeasedTable,
  entry: Failure,
  policy: LeasePolicy,
): Promise<boolean | null> {
  const pause =
    entry.waitMs === undefined
      ? sql`least(${policy.backoffMaxSeconds}, power(2, attempts) * (0.5 + random() * 0.5))`
      : sql`${entry.waitMs / 1000}`
  const tries = entry.forgetTries ? sql`, first_tried_at = null` : sql``
  const { rows } = await sql<{ dead: boolean }>`
    update ${sql.table(table)} set
      lease = null, lease_until = null, last_error = ${entry.error},
      dead_at = case when ${entry.final} or attempts >= ${policy.attemptsMax} then now() end,
      run_at = now() + make_interval(secs => (${pause})::float8) ${tries}
    where id = ${entry.id}::${ID[table]} and lease = ${entry.lease}::uuid
    returning dead_at is not null as dead`.execute(db)
  return rows[0]?.dead ?? null
}

/**
 * Puts a dead row back to work, at a person's request; who asks for it has made sure that an
 * uncertain message did not arrive.
 */
export async function revive(db: Db, table: LeasedTable, id: string): Promise<boolean> {
  const untried = table === 'outbox_entry' ? sql`, first_tried_at = null` : sql``
  const result = await sql`
    update ${sql.table(table)} set dead_at = null, attempts = 0, run_at = now(), lease = null,
      lease_until = null ${untried}
    where id::text = ${id} and dead_at is not null and done_at is null`.execute(db)
  return Number(result.numAffectedRows ?? 0) === 1
}

/** How many rows wait, how old the oldest of them is, and how many are dead. */
export async function backlog(
  db: Db,
  table: LeasedTable,
): Promise<{ waiting: number; oldestSeconds: number; dead: number }> {
  const received = sql.ref(table === 'inbox_entry' ? 'received_at' : 'created_at')
  const { rows } = await sql<{ waiting: string; oldest: number | null; dead: string }>`
    select count(*) filter (where dead_at is null) as waiting,
      (extract(epoch from now() - min(${received}) filter (where dead_at is null)))::float8 as oldest,
      count(*) filter (where dead_at is not null) as dead
    from ${sql.table(table)} where done_at is null`.execute(db)
  const row = rows[0]
  return {
    waiting: Number(row?.waiting ?? 0),
    oldestSeconds: row?.oldest ?? 0,
    dead: Number(row?.dead ?? 0),
  }
}
