// Conditions put together, and the one that every list begins with: whose rows they are.
import { type RawBuilder, sql } from 'kysely'

/** The default of every `tenant_id` in `migrations/`. */
const TENANT = 'zhoushan'

export const ofTenant: RawBuilder<unknown> = sql`tenant_id = ${TENANT}`

/** The same where a statement joins several tables. */
export const rowOfTenant = (alias: string) => sql`${sql.ref(alias)}.tenant_id = ${TENANT}`

export function all(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

/** None of nothing holds: who has no relation sees no row. */
export function any(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`
}
