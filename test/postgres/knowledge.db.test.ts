import { afterEach, beforeEach, expect, test } from 'vitest'
import type { KnowledgeStore } from '../../src/knowledge/ports.ts'
import { makeKnowledgeStore } from '../../src/postgres/knowledge.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { HASH_IDENTITY } from '../../src/retrieval/vectors.ts'
import { onEachEngine } from '../database.ts'

onEachEngine('switching to a version', (open) => {
  let database: OpenDatabase
  let store: KnowledgeStore
  beforeEach(async () => {
    database = await open()
    store = makeKnowledgeStore(database.db)
  })
  afterEach(() => database.close())

  const staged = (createdBy = 'system') =>
    store.stage({
      checksum: 'v1:a',
      embedding: HASH_IDENTITY,
      items: [],
      note: null,
      createdBy,
    })

  test('in the place of one that does not answer any more is refused', async () => {
    const [before, published, sameAsBefore] = [await staged(), await staged(), await staged()]
    await store.activate(before)
    await store.activate(published)
    await expect(store.activate(sameAsBefore, before)).rejects.toThrow('another version')
    expect((await store.active())?.id).toBe(published)
    await store.activate(sameAsBefore, published)
    expect((await store.active())?.id).toBe(sameAsBefore)
  })

  test('by several at once is done by one after the other', async () => {
    await store.activate(await staged())
    const others = [await staged(), await staged(), await staged()]
    await Promise.all(others.map((id) => store.activate(id)))
    expect(others).toContain((await store.active())?.id)
  })

  const audited = async () =>
    (await database.pool.query('select actor, action, subject from audit_entry')).rows

  test('that somebody publishes is in the audit, or it does not answer', async () => {
    const [first, refused] = [await staged('staff:1'), await staged('staff:2')]
    await store.activate(first)
    const entry = { actor: 'staff:1', action: 'knowledge.publish', subject: `version:${first}` }
    expect(await audited()).toEqual([entry])
    await database.pool.query("alter table audit_entry add check (actor <> 'staff:2')")
    await expect(store.activate(refused)).rejects.toThrow('check constraint')
    expect((await store.active())?.id).toBe(first)
  })

  test('by the program itself, or to what answered before, is no publish', async () => {
    const published = await staged('staff:1')
    await store.activate(published)
    await store.activate(await staged('staff:1'), published)
    await store.activate(await staged())
    await store.activate(published)
    expect(await audited()).toHaveLength(1)
  })
})
