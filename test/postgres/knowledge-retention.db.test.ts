import { afterEach, beforeEach, expect, test } from 'vitest'
import { asId, type ItemCode } from '../../src/kernel/ids.ts'
import {
  cachedEmbeddings,
  cacheEmbeddings,
  makeKnowledgeStore,
} from '../../src/postgres/knowledge.ts'
import { forgetOldVersions, forgetUnusedVectors } from '../../src/postgres/knowledge-retention.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { HASH_IDENTITY } from '../../src/retrieval/vectors.ts'
import { anItem } from '../builders/service-item.ts'
import { onEachEngine } from '../database.ts'

const LOADABLE = 'v2:'

onEachEngine('versions of the knowledge', (open) => {
  let database: OpenDatabase
  beforeEach(async () => {
    database = await open()
  })
  afterEach(() => database.close())

  const store = () => makeKnowledgeStore(database.db)
  async function staged(checksum: string): Promise<string> {
    const { stage, addParts, addChunks } = store()
    const items = [anItem({})]
    const about = { embedding: HASH_IDENTITY, items, note: null, createdBy: 'system' }
    const id = await stage({ checksum, ...about })
    await addParts(id, [{ name: 'meta', bytes: Uint8Array.of(1) }])
    const chunk = { id: 'c', code: asId<ItemCode>('QYKB-002'), kind: 'summary', text: '示例' }
    await addChunks(id, [{ ...chunk, embedding: Float32Array.of(1, 0) }])
    return id
  }
  async function published(checksum: string, times: number): Promise<string[]> {
    const ids: string[] = []
    for (let n = 0; n < times; n++) {
      const id = await staged(checksum)
      await store().activate(id)
      ids.push(id)
    }
    return ids
  }
  const withSnapshot = async () =>
    (await store().versions(100)).filter((one) => one.hasSnapshot).map(({ id }) => id)
  const chunks = async () =>
    (await database.pool.query('select version_id from chunk order by version_id desc')).rows.map(
      ({ version_id }) => version_id,
    )

  test('beyond the latest that can answer lose what they answer with, and nothing else', async () => {
    const ofOldProgram = await published('v1:a', 2)
    const ids = await published(`${LOADABLE}b`, 13)
    await store().activate(ids[0]!)
    expect(await forgetOldVersions(database.db, LOADABLE)).toBe(4)
    const kept = [ids[0]!, ...ids.slice(3)].toReversed()
    expect(await withSnapshot()).toEqual(kept)
    expect(await chunks()).toEqual(kept)
    expect(await store().versions(100)).toHaveLength(15)
    expect(await store().items(ofOldProgram[0]!)).toHaveLength(1)
    expect(await forgetOldVersions(database.db, LOADABLE)).toBe(0)
  })

  test('that were given up before they were finished are gone after a while', async () => {
    const [givenUp, underWay] = [await staged(`${LOADABLE}b`), await staged(`${LOADABLE}b`)]
    await database.pool.query(
      `update knowledge_version set created_at = now() - interval '25 hours' where id = ${givenUp}`,
    )
    await forgetOldVersions(database.db, LOADABLE)
    expect(await chunks()).toEqual([underWay])
  })
})

onEachEngine('vectors kept for the next version', (open) => {
  let database: OpenDatabase
  beforeEach(async () => {
    database = await open()
  })
  afterEach(() => database.close())

  const ofModel = (model: string) => cachedEmbeddings(database.db, model, ['a', 'b'])
  const daysPass = (days: number) =>
    database.pool.query(
      `update embedding_cache set used_at = used_at - make_interval(days => ${days})`,
    )

  test('go when none has asked for them for half a year', async () => {
    const made = new Map([
      ['a', Float32Array.of(1, 0)],
      ['b', Float32Array.of(0, 1)],
    ])
    await cacheEmbeddings(database.db, 'first', made)
    await cacheEmbeddings(database.db, 'second', made)
    await daysPass(179)
    expect(await cachedEmbeddings(database.db, 'second', ['a'])).toEqual(
      new Map([['a', Float32Array.of(1, 0)]]),
    )
    expect(await forgetUnusedVectors(database.db)).toBe(0)
    await daysPass(2)
    expect(await forgetUnusedVectors(database.db)).toBe(3)
    expect([...(await ofModel('first')).keys()]).toEqual([])
    expect([...(await ofModel('second')).keys()]).toEqual(['a'])
  })
})
