// Changes to items, from the first draft to what answers. A step locks every change of the items
// that it is about, so that two approvals of one item see each other.
import { type RawBuilder, sql } from 'kysely'
import { asId, type StaffId } from '../kernel/ids.ts'
import type { Change, ChangeAct, ChangeState } from '../knowledge/change/change.ts'
import type { ItemDraft } from '../knowledge/change/fields.ts'
import type { Settled, Switched } from '../knowledge/change/switched.ts'
import { auditName } from '../staff/staff.ts'
import type { Page, PageAsk } from '../ticket/desk-list.ts'
import type { Db, Tx } from './database.ts'
import { all, ofTenant } from './desk/conditions.ts'
import { jsonText } from './json.ts'
import { readPage } from './page.ts'

type Row = Readonly<{
  id: string
  code: string
  state: ChangeState
  item: ItemDraft
  base: ItemDraft
  base_digest: string
  reason: string
  author: string
  revision: number
  created_at: Date
  updated_at: Date
}>

const toChange = (row: Row): Change => ({
  id: row.id,
  code: row.code,
  state: row.state,
  item: row.item,
  base: row.base,
  baseDigest: row.base_digest,
  reason: row.reason,
  author: asId<StaffId>(row.author),
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

export type NewChange = Pick<Change, 'code' | 'item' | 'base' | 'baseDigest' | 'reason' | 'author'>

/** @returns its id */
export async function addChange(db: Db, change: NewChange, note = ''): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with added as (
      insert into knowledge_change (code, state, item, base, base_digest, reason, author)
      values (${change.code}, 'editing', ${jsonText(change.item)}::jsonb, ${jsonText(change.base)}::jsonb,
        ${change.baseDigest}, ${change.reason}, ${change.author}::uuid)
      returning id)
    insert into knowledge_change_step (change_id, actor, act, note)
    select id, ${auditName(change.author)}, 'create', ${note} from added
    returning change_id::text as id`.execute(db)
  return rows[0]!.id
}

/** Rejects when `id` is no number. */
export async function findChange(db: Db, id: string): Promise<Change | null> {
  const { rows } = await sql<Row>`
    select * from knowledge_change where ${ofTenant} and id = ${id}::bigint`.execute(db)
  return rows[0] ? toChange(rows[0]) : null
}

export type ChangeFilter = Readonly<{
  states: readonly ChangeState[]
  code: string | null
  author: StaffId | null
}>

/** The latest first. */
export function listChanges(
  db: Db,
  { states, code, author }: ChangeFilter,
  page: PageAsk,
): Promise<Page<Change>> {
  const where = all([
    ofTenant,
    ...(states.length === 0 ? [] : [sql`state = any(${[...states]}::text[])`]),
    ...(code === null ? [] : [sql`code = ${code}`]),
    ...(author === null ? [] : [sql`author = ${author}::uuid`]),
  ])
  const statement = (stretch: RawBuilder<unknown>) => sql<Row & { total: number }>`
    select *, count(*) over ()::int as total from knowledge_change where ${where}
    order by updated_at desc, id desc ${stretch}`
  return readPage(db, page, statement, toChange)
}

/** Approved and published changes, in the order in which they were approved. */
export const changesInForce = (db: Db): Promise<readonly Change[]> => inForce(db, sql`true`)

/** The latest of them for one item. */
export async function changeInForceOf(db: Db, code: string): Promise<Change | null> {
  return (await inForce(db, sql`code = ${code}`)).at(-1) ?? null
}

async function inForce(db: Db, where: RawBuilder<unknown>): Promise<readonly Change[]> {
  const { rows } = await sql<Row>`
    select * from knowledge_change
    where ${all([ofTenant, sql`state in ('approved', 'published')`, where])}
    order by approved_at, id`.execute(db)
  return rows.map(toChange)
}

/** The digests of all that changes of these items were ever made from, by the items' codes. */
export async function baseDigests(
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ code: string; digests: string[] }>`
    select code, array_agg(distinct base_digest) as digests from knowledge_change
    where ${ofTenant} and code = any(${[...codes]}::text[]) group by code`.execute(db)
  return new Map(rows.map(({ code, digests }) => [code, digests]))
}

export type ChangeStep = Readonly<{ at: Date; actor: string; act: string; note: string }>

/** The oldest first; none for a change that does not exist. */
export async function stepsOf(db: Db, id: string): Promise<readonly ChangeStep[]> {
  const { rows } = await sql<ChangeStep>`
    select at, actor, act, note from knowledge_change_step
    where change_id = ${id}::bigint order by id`.execute(db)
  return rows
}

/** Those of the given ones that exist, kept from everybody else until the transaction ends. */
export async function lockChanges(tx: Db, ids: readonly string[]): Promise<readonly Change[]> {
  const { rows } = await sql<Row>`
    select * from knowledge_change
    where code in (select code from knowledge_change where ${ofTenant} and id = any(${[...ids]}::bigint[]))
    order by id for update`.execute(tx)
  return rows.filter(({ id }) => ids.includes(id)).map(toChange)
}

type Step = Readonly<{
  act: ChangeAct
  state: ChangeState
  actor: string
  note: string
  item: ItemDraft
  reason: string
  /** Where it is made anew from what stands now. */
  base: Readonly<{ item: ItemDraft; digest: string }> | null
}>

/** @returns the new revision */
export async function writeStep(tx: Db, id: string, step: Step): Promise<number> {
  const { act, state, item, base } = step
  const { rows } = await sql<{ revision: number }>`
    update knowledge_change set state = ${state}, item = ${jsonText(item)}::jsonb, reason = ${step.reason},
      base = coalesce(${base === null ? null : jsonText(base.item)}::jsonb, base),
      base_digest = coalesce(${base?.digest ?? null}::text, base_digest),
      approved_at = ${state === 'approved' ? sql`clock_timestamp()` : sql`null`},
      revision = revision + 1, updated_at = now()
    where id = ${id}::bigint returning revision`.execute(tx)
  // What is typed between two steps that others see leaves no trace of its own.
  if (act !== 'save') {
    const handedIn = act === 'submit' ? sql`${jsonText(item)}::jsonb` : sql`null`
    await sql`
      insert into knowledge_change_step (change_id, actor, act, note, item)
      values (${id}::bigint, ${step.actor}, ${act}, ${step.note}, ${handedIn})`.execute(tx)
  }
  return rows[0]!.revision
}

/**
 * Those that have been approved, in that order, locked until the transaction ends. Whom a person sends
 * back loses the time of the approval; whom a switch of versions sends back keeps it.
 */
export async function lockSettledChanges(
  tx: Tx,
): Promise<readonly (Pick<Change, 'id' | 'code' | 'item'> & Pick<Settled, 'state'>)[]> {
  const { rows } = await sql<Pick<Change, 'id' | 'code' | 'item'> & Pick<Settled, 'state'>>`
    select id, code, state, item from knowledge_change
    where ${ofTenant} and (state in ('approved', 'published', 'absorbed')
      or (state = 'sent_back' and approved_at is not null))
    order by approved_at, id for update`.execute(tx)
  return rows
}

const SWITCHED = {
  takenBack: { state: 'sent_back', act: 'take_back' },
  restored: { state: 'published', act: 'restore' },
  absorbed: { state: 'absorbed', act: 'absorb' },
} as const satisfies Record<keyof Switched, Readonly<{ state: ChangeState; act: string }>>

export async function writeSwitch(
  tx: Tx,
  switched: Switched,
  { version, by }: Readonly<{ version: string; by: string }>,
): Promise<void> {
  for (const [how, { state, act }] of Object.entries(SWITCHED)) {
    await sql`
      with moved as (
        update knowledge_change set state = ${state}, revision = revision + 1, updated_at = now()
        where id = any(${[...switched[how as keyof Switched]]}::bigint[]) returning id)
      insert into knowledge_change_step (change_id, actor, act, note)
      select id, ${by}, ${act}, ${`version:${version}`} from moved`.execute(tx)
  }
}
