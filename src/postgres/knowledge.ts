// Published knowledge. A version is staged, filled in batches, and switched to in one transaction;
// readers hold on to the version they began with.
import { sql } from 'kysely'
import type { ItemCode } from '../kernel/ids.ts'
import { type KnowledgeStore, NotPublished, type VersionInfo } from '../knowledge/ports.ts'
import type { VectorSearch } from '../retrieval/ports.ts'
import type { Db } from './database.ts'
import { waitForTurn } from './only-one.ts'

/** A WASM database does a batch in one go; larger ones would hold up everything else. */
const CHUNK_BATCH = 200
/** The passages of an item whose mean similarity is the item's. */
const PASSAGES_PER_ITEM = 3

type VersionRow = {
  id: string
  state: VersionInfo['state']
  checksum: string
  embedding_provider: string
  embedding_model: string
  embedding_dim: number
  item_count: number
  note: string | null
  created_by: string
  created_at: Date
  activated_at: Date | null
  has_snapshot: boolean
}

const HAS_SNAPSHOT = sql`
  exists (select 1 from snapshot_part p where p.version_id = knowledge_version.id) as has_snapshot`

const toVersion = (row: VersionRow): VersionInfo => ({
  id: row.id,
  state: row.state,
  checksum: row.checksum,
  embedding: {
    provider: row.embedding_provider,
    model: row.embedding_model,
    dim: row.embedding_dim,
  },
  itemCount: row.item_count,
  note: row.note,
  createdBy: row.created_by,
  createdAt: row.created_at,
  activatedAt: row.activated_at,
  hasSnapshot: row.has_snapshot,
})

/** On a transaction only to `activate`, which else takes its own: a version is staged in many statements. */
export function makeKnowledgeStore(db: Db): KnowledgeStore {
  return {
    stage: async (version) => {
      const { id } = await db
        .insertInto('knowledge_version')
        .values({
          state: 'staged',
          checksum: version.checksum,
          embedding_provider: version.embedding.provider,
          embedding_model: version.embedding.model,
          embedding_dim: version.embedding.dim,
          item_count: version.items.length,
          note: version.note,
          created_by: version.createdBy,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await sql`
        insert into knowledge_item (version_id, code, section, name, item)
        select ${id}::bigint, r.item->>'code', r.item->>'section', r.item->>'name', r.item
        from jsonb_array_elements(${JSON.stringify(version.items)}::jsonb) as r(item)`.execute(db)
      for (const effect of ['laid', 'absorbed'] as const) {
        const changes = version.changes?.[effect] ?? []
        await sql`
          insert into knowledge_version_change (version_id, change_id, revision, effect)
          select ${id}::bigint, c.id, c.revision, ${effect}
          from unnest(${changes.map((c) => c.id)}::bigint[],
            ${changes.map((c) => c.revision)}::integer[]) as c(id, revision)`.execute(db)
      }
      return id
    },
    addChunks: async (versionId, chunks) => {
      for (let i = 0; i < chunks.length; i += CHUNK_BATCH) {
        const batch = chunks.slice(i, i + CHUNK_BATCH)
        await sql`
          insert into chunk (version_id, id, code, kind, text, embedding)
          select ${versionId}::bigint, id, code, kind, text, embedding::vector
          from unnest(${batch.map((c) => c.id)}::text[], ${batch.map((c) => c.code)}::text[],
            ${batch.map((c) => c.kind)}::text[], ${batch.map((c) => c.text)}::text[],
            ${batch.map((c) => vectorText(c.embedding))}::text[]) as r(id, code, kind, text, embedding)`.execute(
          db,
        )
      }
    },
    addParts: async (versionId, parts) => {
      for (const part of parts) {
        await db
          .insertInto('snapshot_part')
          .values({ version_id: versionId, name: part.name, bytes: Buffer.from(part.bytes) })
          .execute()
      }
    },
    activate: (versionId, instead) => activate(db, versionId, instead),
    discard: async (versionId) => {
      await sql`delete from knowledge_version where id = ${versionId}::bigint and state = 'staged'`.execute(
        db,
      )
    },
    active: async () => {
      const { rows } = await sql<VersionRow>`
        select *, ${HAS_SNAPSHOT} from knowledge_version where state = 'active'`.execute(db)
      return rows[0] ? toVersion(rows[0]) : null
    },
    versions: async (limit) => {
      const { rows } = await sql<VersionRow>`
        select *, ${HAS_SNAPSHOT} from knowledge_version where state <> 'staged' order by id desc limit ${limit}`.execute(
        db,
      )
      return rows.map(toVersion)
    },
    items: async (versionId) => {
      const { rows } = await sql<{ item: never }>`
        select item from knowledge_item where version_id = ${versionId}::bigint order by code`.execute(
        db,
      )
      return rows.map((row) => row.item)
    },
    parts: async (versionId) => {
      const { rows } = await sql<{ name: string; bytes: Buffer }>`
        select name, bytes from snapshot_part where version_id = ${versionId}::bigint`.execute(db)
      return rows
    },
  }
}

async function activate(db: Db, versionId: string, instead: string | undefined): Promise<void> {
  const switchOver = async (tx: Db) => {
    await waitForTurn(tx, 'switchOver')
    await settleChanges(tx, versionId)
    if (instead === undefined) await auditPublish(tx, versionId)
    const { rows } = await sql<{ id: string }>`
      update knowledge_version set state = 'retired' where state = 'active' returning id`.execute(
      tx,
    )
    if (instead !== undefined && rows[0]?.id !== instead)
      throw new Error('another version is active now')
    const result = await sql`
      update knowledge_version set state = 'active', activated_at = now(),
        chunk_count = (select count(*) from chunk where version_id = ${versionId}::bigint)
      where id = ${versionId}::bigint`.execute(tx)
    if (Number(result.numAffectedRows ?? 0) !== 1)
      throw new Error(`no knowledge version ${versionId}`)
    await sql`select pg_notify('knowledge', ${versionId})`.execute(tx)
  }
  if (db.isTransaction) await switchOver(db)
  else await db.transaction().execute(switchOver)
}

/** Who publishes is in the audit; what the program publishes by itself is nobody's act. */
async function auditPublish(tx: Db, versionId: string): Promise<void> {
  await sql`
    insert into audit_entry (actor, action, subject)
    select created_by, 'knowledge.publish', 'version:' || id from knowledge_version
    where id = ${versionId}::bigint and state = 'staged' and created_by <> 'system'`.execute(tx)
}

/** A version that answers or has answered. */
export async function findVersion(db: Db, id: string): Promise<VersionInfo | null> {
  const { rows } = await sql<VersionRow>`
    select *, ${HAS_SNAPSHOT} from knowledge_version where id = ${id}::bigint and state <> 'staged'`.execute(
    db,
  )
  return rows[0] ? toVersion(rows[0]) : null
}

/** The changes of a version become published, or are laid over the files no longer, as it takes over. */
async function settleChanges(tx: Db, versionId: string): Promise<void> {
  const { rows } = await sql<{ code: string }>`
    with laid as (
      select c.code, c.state, v.state as version, c.revision = l.revision as is_same
      from knowledge_version v
      join knowledge_version_change l on l.version_id = v.id and l.effect = 'laid'
      join knowledge_change c on c.id = l.change_id
      where v.id = ${versionId}::bigint order by c.id for update of c)
    select code from laid
    where version = 'staged' and state not in ('published', 'absorbed')
      and not (state = 'approved' and is_same)`.execute(tx)
  if (rows.length > 0) {
    const codes = rows.map(({ code }) => code).join('、')
    throw new NotPublished(`发布期间 ${codes} 的改动被退回、撤回或修改，请重新发布`)
  }
  await sql`
    with settled as (
      update knowledge_change c
      set state = case l.effect when 'laid' then 'published' else 'absorbed' end,
        revision = c.revision + 1, updated_at = now()
      from knowledge_version_change l
      where l.version_id = ${versionId}::bigint and l.change_id = c.id
        and ((c.state = 'approved' and c.revision = l.revision)
          or (c.state = 'published' and l.effect = 'absorbed'))
      returning c.id, c.state)
    insert into knowledge_change_step (change_id, actor, act, note)
    select s.id, v.created_by, case s.state when 'published' then 'publish' else 'absorb' end, 'version:' || v.id
    from settled s, knowledge_version v where v.id = ${versionId}::bigint`.execute(tx)
}

/** Cosine search over one version's passages by an exact scan: nothing is missed. */
export function makeVectorSearch(db: Db, versionId: string): VectorSearch {
  return async (query, codes) => {
    const wanted = codes === null ? sql`` : sql`and code = any(${codes}::text[])`
    const { rows } = await sql<{ code: ItemCode; score: number }>`
      select code, avg(similarity)::float8 as score from (
        select code, similarity, row_number() over (partition by code order by similarity desc) as place
        from (
          select code, 1 - (embedding <=> ${vectorText(query)}::vector) as similarity
          from chunk where version_id = ${versionId}::bigint ${wanted}) near) ranked
      where place <= ${PASSAGES_PER_ITEM}
      group by code`.execute(db)
    return new Map(rows.map((row) => [row.code, row.score]))
  }
}

/**
 * Vectors that this model made before of the texts with these hashes. Their use is noted once a day,
 * past rows that another publish is noting: the two would wait for each other.
 */
export async function cachedEmbeddings(
  db: Db,
  model: string,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Float32Array>> {
  const { rows } = await sql<{ text_sha256: string; embedding: string }>`
    with unnoted as (
      select text_sha256 from embedding_cache
      where model = ${model} and text_sha256 = any(${hashes}::text[])
        and used_at < now() - interval '1 day' for update skip locked),
    noted as (
      update embedding_cache set used_at = now()
      where model = ${model} and text_sha256 in (select text_sha256 from unnoted))
    select text_sha256, embedding::text as embedding from embedding_cache
    where model = ${model} and text_sha256 = any(${hashes}::text[])`.execute(db)
  return new Map(
    rows.map((row) => [row.text_sha256, Float32Array.from(JSON.parse(row.embedding) as number[])]),
  )
}

/** By the SHA-256 of the text; a vector that is kept already stays. */
export async function cacheEmbeddings(
  db: Db,
  model: string,
  made: ReadonlyMap<string, Float32Array>,
): Promise<void> {
  await sql`
    insert into embedding_cache (model, text_sha256, embedding)
    select ${model}, hash, embedding::vector
    from unnest(${[...made.keys()]}::text[], ${[...made.values()].map(vectorText)}::text[]) as r(hash, embedding)
    on conflict do nothing`.execute(db)
}

function vectorText(vector: Float32Array): string {
  return `[${vector.join(',')}]`
}
