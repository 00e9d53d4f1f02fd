// Switches that an administrator sets at the console, and the days declared closed with their reasons.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'
import { inTransaction } from '../in-transaction.ts'
import { ofTenant } from './conditions.ts'

/** The value stored under `key`, unchecked; null when it was never set. */
export async function readSetting(db: Db, key: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`
    select value from setting where ${ofTenant} and key = ${key}`.execute(db)
  return rows[0]?.value ?? null
}

/** Stores it and tells every process. */
export async function saveSetting(db: Db, key: string, value: unknown, by: string): Promise<void> {
  await sql`
    insert into setting (key, value, updated_by) values (${key}, ${JSON.stringify(value)}::jsonb, ${by})
    on conflict (tenant_id, key) do update set value = excluded.value, updated_by = excluded.updated_by,
      updated_at = now()`.execute(db)
  await announceSettings(db)
}

/**
 * Makes what is stored under `key` into something else, kept from everybody else meanwhile, and tells
 * every process.
 * @param change given what `readSetting` would say; null leaves it as it is
 * @returns whether it was changed
 */
export function changeSetting(
  db: Db,
  key: string,
  change: (stored: unknown) => unknown,
  by: string,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const next = change(await lockSetting(tx, key, by))
    if (next === null) return false
    await saveSetting(tx, key, next, by)
    return true
  })
}

/** What was never set is stored as null: there is no other row to lock. */
async function lockSetting(tx: Tx, key: string, by: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`
    insert into setting (key, value, updated_by) values (${key}, 'null'::jsonb, ${by})
    on conflict (tenant_id, key) do update set key = excluded.key
    returning value`.execute(tx)
  return rows[0]?.value ?? null
}

/** Tells every process that switches or closed days have changed. */
export async function announceSettings(db: Db): Promise<void> {
  await sql`select pg_notify('settings', '')`.execute(db)
}

/** In order; `day` is a local date, `YYYY-MM-DD`. */
export async function closedDaysWithReasons(
  db: Db,
): Promise<readonly Readonly<{ day: string; reason: string }>[]> {
  const { rows } = await sql<{ day: string; reason: string }>`
    select day::text as day, reason from closed_day where ${ofTenant} order by day`.execute(db)
  return rows
}
