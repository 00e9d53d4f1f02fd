// Old versions of the knowledge, and vectors kept for the next one. What a version answers with, its
// snapshot and its vectors, takes more than a hundred megabytes; its row and its items, which are
// compared and referred to, stay.
import { sql } from 'kysely'
import type { Db } from './database.ts'

/** So many versions back one can go. */
const SNAPSHOTS_KEPT = 10

/** After which a version that is not finished never will be; a publish takes minutes. */
const STAGED_HOURS_MAX = 24

/** A vector that no publish has asked for is by then of a text or a model that has gone. */
const UNUSED_VECTOR_DAYS = 180

/** @returns how many kept vectors have gone; a text that comes back is embedded once more */
export async function forgetUnusedVectors(db: Db): Promise<number> {
  const result = await sql`
    delete from embedding_cache
    where used_at < now() - make_interval(days => ${UNUSED_VECTOR_DAYS})`.execute(db)
  return Number(result.numAffectedRows ?? 0)
}

/**
 * Safe to stop at any point and to run again.
 * @param loadable how the checksum begins of every version that this program can load
 * @returns how many versions cannot answer any more
 */
export async function forgetOldVersions(db: Db, loadable: string): Promise<number> {
  await sql`
    delete from knowledge_version where state = 'staged'
      and created_at < now() - make_interval(hours => ${STAGED_HOURS_MAX})`.execute(db)
  for (let count = 0; ; count++) if (!(await forgetOldest(db, loadable))) return count
}

/** One at a time, so that no statement takes long. @returns false when there was none */
async function forgetOldest(db: Db, loadable: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with oldest as (
      select v.id from knowledge_version v
      where v.state = 'retired'
        and v.id not in (
          select id from knowledge_version
          where state <> 'staged' and starts_with(checksum, ${loadable})
          order by id desc limit ${SNAPSHOTS_KEPT})
        and (exists (select 1 from snapshot_part p where p.version_id = v.id)
          or exists (select 1 from chunk c where c.version_id = v.id))
      order by v.id limit 1 for update),
    parts as (delete from snapshot_part where version_id in (select id from oldest)),
    chunks as (delete from chunk where version_id in (select id from oldest))
    select id from oldest`.execute(db)
  return rows.length > 0
}
