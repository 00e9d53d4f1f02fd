import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  adoptBurst,
  claimInbox,
  INBOX_POLICY,
  insertInbox,
  keepHeld,
  postpone,
} from '../../src/postgres/inbox.ts'
import { makeInboxWriter } from '../../src/postgres/inbox-writer.ts'
import { backlog, complete, fail, revive } from '../../src/postgres/lease.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { anIncoming } from '../builders/incoming.ts'
import { onEachEngine } from '../database.ts'

onEachEngine('the inbox', (open) => {
  let database: OpenDatabase
  beforeEach(async () => {
    database = await open()
  })
  afterEach(() => database.close())

  const textOf = (row: { incoming: { content: unknown } }) =>
    (row.incoming.content as { text: string }).text

  test('stores an event once, however often it is delivered', async () => {
    const event = anIncoming()
    const first = await insertInbox(database.db, [event, event], { announce: true })
    const second = await insertInbox(database.db, [event], { announce: true })
    expect(first.size).toBe(1)
    expect(second.size).toBe(0)
  })

  test('takes the same message under another event id for a duplicate', async () => {
    await insertInbox(database.db, [anIncoming({ messageId: 'om_same' })], { announce: true })
    const again = await insertInbox(database.db, [anIncoming({ messageId: 'om_same' })], {
      announce: true,
    })
    expect(again.size).toBe(0)
  })

  test('hands out one conversation in order and several in parallel', async () => {
    const a1 = anIncoming({ conversationKey: 'a', text: 'a1' })
    const a2 = anIncoming({ conversationKey: 'a', text: 'a2' })
    const b1 = anIncoming({ conversationKey: 'b', text: 'b1' })
    await insertInbox(database.db, [a1, a2, b1], { announce: true })
    const taken = await claimInbox(database.db, 10)
    expect(taken.map(textOf).sort()).toEqual(['a1', 'b1'])
    expect(await claimInbox(database.db, 10)).toEqual([])

    const head = taken.find((row) => textOf(row) === 'a1')!
    await complete(database.db, 'inbox_entry', [head.id], head.lease)
    expect((await claimInbox(database.db, 10)).map(textOf)).toEqual(['a2'])
  })

  test('gives what one person said meanwhile to the same worker, up to the next action', async () => {
    const texts = ['我想问一下', '公司注册', '要几天'].map((text) => anIncoming({ text }))
    const click = anIncoming({
      content: { kind: 'action', action: { a: 'person' }, form: {}, messageRef: null },
    })
    await insertInbox(database.db, [...texts, click, anIncoming({ text: '后来的' })], {
      announce: true,
    })
    const [head] = await claimInbox(database.db, 10)
    const rest = await adoptBurst(database.db, head!)
    expect([head!, ...rest].map(textOf)).toEqual(['我想问一下', '公司注册', '要几天'])
    expect(
      await complete(
        database.db,
        'inbox_entry',
        [head!, ...rest].map((r) => r.id),
        head!.lease,
      ),
    ).toBe(true)
  })

  test('a worker that lost its lease can neither complete nor fail the entry', async () => {
    await insertInbox(database.db, [anIncoming()], { announce: true })
    const [slow] = await claimInbox(database.db, 1)
    await sql`update inbox_entry set lease_until = now() - interval '1 second'`.execute(database.db)
    const [quick] = await claimInbox(database.db, 1)
    expect(quick!.id).toBe(slow!.id)
    expect(await complete(database.db, 'inbox_entry', [slow!.id], slow!.lease)).toBe(false)
    const late = { id: slow!.id, lease: slow!.lease, error: 'late', final: false }
    expect(await fail(database.db, 'inbox_entry', late, INBOX_POLICY)).toBeNull()
    expect(await complete(database.db, 'inbox_entry', [quick!.id], quick!.lease)).toBe(true)
  })

  test('an entry that fails for good is dead, frees its conversation and can be revived', async () => {
    await insertInbox(database.db, [anIncoming({ text: 'broken' }), anIncoming({ text: 'next' })], {
      announce: true,
    })
    const [broken] = await claimInbox(database.db, 1)
    const entry = { id: broken!.id, lease: broken!.lease, error: 'no', final: true }
    expect(await fail(database.db, 'inbox_entry', entry, INBOX_POLICY)).toBe(true)
    expect((await claimInbox(database.db, 5)).map(textOf)).toEqual(['next'])
    expect(await backlog(database.db, 'inbox_entry')).toMatchObject({ waiting: 1, dead: 1 })
    expect(await revive(database.db, 'inbox_entry', broken!.id)).toBe(true)
    expect(await backlog(database.db, 'inbox_entry')).toMatchObject({ dead: 0 })
  })

  test('a failed entry waits before it is tried again, and its conversation waits with it', async () => {
    await insertInbox(
      database.db,
      [anIncoming({ text: 'first' }), anIncoming({ text: 'second' })],
      { announce: true },
    )
    const [first] = await claimInbox(database.db, 1)
    const entry = {
      id: first!.id,
      lease: first!.lease,
      error: 'later',
      final: false,
      waitMs: 60_000,
    }
    expect(await fail(database.db, 'inbox_entry', entry, INBOX_POLICY)).toBe(false)
    expect(await claimInbox(database.db, 5)).toEqual([])
  })

  test('a postponed entry does not spend an attempt', async () => {
    await insertInbox(database.db, [anIncoming()], { announce: true })
    const [row] = await claimInbox(database.db, 1)
    expect(await postpone(database.db, row!, 60_000)).toBeGreaterThan(0)
    expect(await claimInbox(database.db, 1)).toEqual([])
    await sql`update inbox_entry set run_at = now()`.execute(database.db)
    const [again] = await claimInbox(database.db, 1)
    expect(again!.attempts).toBe(1)
  })

  test('an entry that has waited long enough by the store’s clock is not postponed', async () => {
    await insertInbox(database.db, [anIncoming()], { announce: true })
    const [row] = await claimInbox(database.db, 1)
    await sql`update inbox_entry set received_at = now() - interval '2 seconds'`.execute(
      database.db,
    )
    expect(await postpone(database.db, row!, 1_500)).toBeNull()
    expect(await complete(database.db, 'inbox_entry', [row!.id], row!.lease)).toBe(true)
  })

  test('the group commit tells every caller about its own event only after it is stored', async () => {
    let pokes = 0
    const store = makeInboxWriter(database.db, {
      announce: false,
      onStored: () => pokes++,
    })
    const events = Array.from({ length: 50 }, (_, i) => anIncoming({ conversationKey: `c${i}` }))
    const ids = await Promise.all([...events, events[0]!].map((event) => store(event)))
    expect(new Set(ids.slice(0, 50).map((one) => one?.id)).size).toBe(50)
    expect(ids[50]).toBeNull()
    expect(await backlog(database.db, 'inbox_entry')).toMatchObject({ waiting: 50 })
    expect(pokes).toBeGreaterThan(0)
  })

  test('a new event wakes the workers also beside a held one that comes again', async () => {
    let pokes = 0
    const store = makeInboxWriter(database.db, {
      announce: false,
      onStored: () => pokes++,
    })
    const held = anIncoming()
    await store(held, { held: true })
    expect(pokes, 'nobody but the caller has anything to do').toBe(0)
    expect(await Promise.all([store(held, { held: true }), store(anIncoming())])).toEqual([
      null,
      expect.objectContaining({ held: null }),
    ])
    expect(pokes).toBe(1)
  })

  test('what one person sends keeps its order, whatever is under way for others', async () => {
    const store = makeInboxWriter(database.db, {
      announce: false,
      onStored: () => {},
    })
    const sent: Promise<unknown>[] = []
    for (let n = 0; n < 300; n++) {
      sent.push(store(anIncoming({ conversationKey: `c${n % 3}`, text: String(n) })))
      if (n % 7 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(sent)
    const { rows } = await database.pool.query(
      `select key, incoming->'content'->>'text' as text from inbox_entry order by id`,
    )
    for (const key of ['c0', 'c1', 'c2']) {
      const texts = rows.filter((row) => row.key === key).map((row) => Number(row.text))
      expect(texts).toEqual([...texts].sort((a, b) => a - b))
      expect(texts).toHaveLength(100)
    }
  })

  test('an entry held since it was stored is taken by no worker, and given back when not its turn', async () => {
    const store = makeInboxWriter(database.db, {
      announce: false,
      onStored: () => {},
    })
    const alone = await store(anIncoming({ conversationKey: 'a' }), { held: true })
    expect(await claimInbox(database.db, 10)).toEqual([])
    expect(await keepHeld(database.db, alone!.id, alone!.held!.lease)).toBe(true)

    const before = await store(anIncoming({ conversationKey: 'b' }))
    const after = await store(anIncoming({ conversationKey: 'b' }), { held: true })
    expect(await keepHeld(database.db, after!.id, after!.held!.lease)).toBe(false)
    const [first] = await claimInbox(database.db, 10)
    expect(first?.id).toBe(before!.id)
    await complete(database.db, 'inbox_entry', [first!.id], first!.lease)
    expect((await claimInbox(database.db, 10)).map((row) => row.id)).toEqual([after!.id])
  })

  test('a store that fails is told to the caller, and the next event is stored', async () => {
    const store = makeInboxWriter(database.db, {
      announce: false,
      onStored: () => {},
    })
    const broken = { ...anIncoming(), conversationKey: null as unknown as string }
    await expect(store(broken)).rejects.toThrow()
    expect(await store(anIncoming())).not.toBeNull()
  })
})
