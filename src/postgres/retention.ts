// What is deleted when its time is over: the words of what came in, went out and was asked. Figures,
// decisions and the ledger's chain stay. Logs are kept at least six months (网络安全法 23 条); nothing
// about a ticket that is still open goes.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './database.ts'

/** So much at a time, so that no statement holds the tables for long. */
const BATCH_MAX = 2_000

export type Cutoffs = Readonly<{
  logsBefore: Date
  personalBefore: Date
  auditBefore: Date
  /** Files that no ticket has taken are of no use to anybody after a while. */
  looseFilesBefore: Date
}>
export type Purged = Readonly<Record<'inbox' | 'outbox' | 'turns' | 'others', number>>

/** Safe to stop at any point and to run again. */
export async function purge(
  db: Db,
  { logsBefore, personalBefore, auditBefore, looseFilesBefore }: Cutoffs,
): Promise<Purged> {
  const ended = (column: RawBuilder<unknown>) =>
    sql`not exists (select 1 from ticket t where t.id = ${column} and t.ended_at is null)`
  const old = (table: string, id: string, where: RawBuilder<unknown>) =>
    deleteBatches(db, table, id, where)
  const inbox = await old(
    'inbox_entry',
    'id',
    sql`received_at < ${logsBefore} and coalesce(done_at, dead_at) is not null`,
  )
  const outbox = await old(
    'outbox_entry',
    'id',
    sql`created_at < ${logsBefore} and coalesce(done_at, dead_at) is not null
      and (ticket_id is null or ${ended(sql.ref('outbox_entry.ticket_id'))})`,
  )
  const turns = await forgetTurns(db, logsBefore)
  const others = [
    await old(
      'staff_notice',
      'id',
      sql`created_at < ${logsBefore} and ${ended(sql.ref('staff_notice.ticket_id'))}`,
    ),
    await old(
      'attachment',
      'id',
      sql`created_at < ${looseFilesBefore} and ticket_id is null and not exists (
        select 1 from inbox_entry i where i.event_id = attachment.upload_key and i.done_at is null)`,
    ),
    await old('live_card', 'turn_id', sql`created_at < ${logsBefore}`),
    await old('sign_in_link', 'token_sha256', sql`expires_at < ${logsBefore}`),
    // The latest of each person stays: by it `hasAdministratorSignedIn` knows that they have been here.
    await old(
      'staff_session',
      'token_sha256',
      sql`expires_at < ${logsBefore} and exists (
        select 1 from staff_session later
        where later.staff_id = staff_session.staff_id
          and later.created_at > staff_session.created_at)`,
    ),
    await old(
      'exchange_received',
      'message_id',
      sql`received_at < ${logsBefore} and ${ended(sql.ref('exchange_received.ticket_id'))}`,
    ),
    await old('audit_entry', 'id', sql`at < ${auditBefore}`),
    // Who asked to speak for an enterprise, by name, and was never answered.
    await old('enterprise_binding', 'id', sql`state = 'asked' and asked_at < ${personalBefore}`),
    await forgetDrafts(db, personalBefore),
  ].reduce((sum, count) => sum + count, 0)
  await forgetDialogues(db, logsBefore)
  return { inbox, outbox, turns, others }
}

/** Some are made from what an enterprise wrote; what was published has been read by two people. */
async function forgetDrafts(db: Db, before: Date): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id::text from knowledge_change c
    where updated_at < ${before} and state in ('editing', 'submitted', 'sent_back', 'withdrawn')
      and not exists (select 1 from knowledge_version_change v where v.change_id = c.id)
    limit ${BATCH_MAX}`.execute(db)
  const ids = rows.map((row) => row.id)
  await sql`
    with steps as (delete from knowledge_change_step where change_id = any(${ids}::bigint[]))
    delete from knowledge_change where id = any(${ids}::bigint[])`.execute(db)
  return ids.length
}

async function deleteBatches(
  db: Db,
  table: string,
  id: string,
  where: RawBuilder<unknown>,
): Promise<number> {
  return inBatches(() =>
    sql`
      delete from ${sql.table(table)} where ${sql.ref(id)} in (
        select ${sql.ref(id)} from ${sql.table(table)} where ${where} limit ${BATCH_MAX})`.execute(
      db,
    ),
  )
}

const FORGOTTEN = '（已按规定期限删除）'

/** The question goes, what was decided about it stays for the figures. */
function forgetTurns(db: Db, before: Date): Promise<number> {
  return inBatches(() =>
    sql`
      update turn set question = ${FORGOTTEN}, trace = '{}', decision = decision - 'text',
        feedback_reason = null
      where id in (select id from turn
        where asked_at < ${before} and question <> ${FORGOTTEN} limit ${BATCH_MAX})`.execute(db),
  )
}

/** What a conversation was about, and the name of a person who has not been here since. */
async function forgetDialogues(db: Db, before: Date): Promise<void> {
  await sql`
    update conversation set dialogue = null
    where updated_at < ${before} and dialogue is not null`.execute(db)
  await sql`
    update contact c set name = null
    where c.name is not null and c.created_at < ${before}
      and not exists (
        select 1 from conversation v where v.contact_id = c.id and v.updated_at >= ${before})
      and not exists (
        select 1 from ticket t where t.contact_id = c.id and t.ended_at is null)
      and not exists (
        select 1 from enterprise_binding b
        where b.contact_id = c.id and b.state in ('asked', 'confirmed'))`.execute(db)
}

async function inBatches(
  step: () => Promise<Readonly<{ numAffectedRows?: bigint }>>,
): Promise<number> {
  let total = 0
  for (;;) {
    const count = Number((await step()).numAffectedRows ?? 0)
    total += count
    if (count < BATCH_MAX) return total
  }
}
