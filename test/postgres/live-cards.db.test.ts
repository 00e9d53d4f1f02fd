import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Address } from '../../src/kernel/incoming.ts'
import { plainMessage } from '../../src/kernel/message.ts'
import { makeLiveCardStore } from '../../src/postgres/live-cards.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { enqueueOwed } from '../../src/postgres/outbox.ts'
import { purge } from '../../src/postgres/retention.ts'
import { onEachEngine } from '../database.ts'

onEachEngine('cards that grow', (open) => {
  let database: OpenDatabase
  let store: ReturnType<typeof makeLiveCardStore>
  beforeAll(async () => {
    database = await open()
    store = makeLiveCardStore(database.db, { areBegun: true })
  })
  afterAll(() => database.close())

  let chats = 0
  const aTurn = () => {
    const to = `oc_${++chats}`
    const address: Address = { channel: 'lark', to, toKind: 'chat', replyTo: null }
    return { turnId: randomUUID(), address }
  }
  const owe = (address: Address, turnId: string | null) =>
    enqueueOwed(database.db, [
      { address, purpose: 'answer', message: plainMessage('示例'), turnId, ticketId: null },
    ])
  async function answer(turnId: string): Promise<void> {
    const { db } = database
    const person = sql`(insert into contact (channel, external_id)
      values ('lark', ${randomUUID()}) returning id)`
    await sql`
      with c as ${person},
        v as (insert into conversation (key, contact_id, address)
          select ${randomUUID()}, id, '{}' from c returning id)
      insert into turn (id, conversation_id, asked_at, question, decision, decision_kind,
        confidence, knowledge_version, trace, ms)
      select ${turnId}::uuid, id, now(), '示例', '{}', 'answer', 1, 1, '{}', 1 from v`.execute(db)
  }

  test('every process that goes on with a card is ahead of the one before', async () => {
    const turn = aTurn()
    expect(await store.resume(turn.turnId)).toBeNull()
    expect(await store.keep(turn, 'card1')).toMatchObject({ cardId: 'card1', sequence: 0 })
    await store.noteSent(turn.turnId, 'om_1')
    expect(await store.resume(turn.turnId)).toMatchObject({ messageId: 'om_1', sequence: 1_000 })
    expect(await store.take(turn, randomUUID())).toMatchObject({ sequence: 2_000, givenUp: false })
  })

  test('two that begin at once begin one card', async () => {
    const turn = aTurn()
    const kept = await Promise.all(['a', 'b', 'c'].map((id) => store.keep(turn, id)))
    expect(kept.filter((one) => one !== null)).toHaveLength(1)
  })

  test('none is begun once the turn is answered, or while the chat is owed something earlier', async () => {
    const late = aTurn()
    await answer(late.turnId)
    expect(await store.keep(late, 'card')).toBeNull()
    const queued = aTurn()
    await owe(queued.address, null)
    expect(await store.keep(queued, 'card')).toBeNull()
  })

  test('one owed message takes its place, in its own chat; nobody writes a draft on it after', async () => {
    const turn = aTurn()
    await store.keep(turn, 'card')
    const [first, second] = [randomUUID(), randomUUID()]
    expect(await store.take({ ...turn, address: aTurn().address }, first)).toBeNull()
    expect(await store.take(turn, first)).not.toBeNull()
    expect(await store.take(turn, second)).toBeNull()
    expect(await store.take(turn, first)).not.toBeNull()
    expect(await store.resume(turn.turnId)).toBe('over')
  })

  test('what is given up stays given up', async () => {
    const turn = aTurn()
    await store.keep(turn, 'card')
    await store.giveUp(turn.turnId)
    expect(await store.take(turn, randomUUID())).toMatchObject({ givenUp: true })
  })

  test('where none is begun, one left over is found without a transaction', async () => {
    const turn = aTurn()
    await store.keep(turn, 'card')
    const transaction = vi.spyOn(database.db, 'transaction')
    const idle = makeLiveCardStore(database.db, { areBegun: false })
    expect(await idle.take(turn, randomUUID())).toMatchObject({ cardId: 'card' })
    expect(transaction).not.toHaveBeenCalled()
    transaction.mockRestore()
  })

  test('it goes with the logs', async () => {
    const turn = aTurn()
    await store.keep(turn, 'card')
    const cutoff = (at: Date) => ({
      logsBefore: at,
      personalBefore: at,
      auditBefore: at,
      looseFilesBefore: at,
    })
    await purge(database.db, cutoff(new Date(Date.now() - 60_000)))
    expect(await store.resume(turn.turnId)).not.toBeNull()
    await purge(database.db, cutoff(new Date(Date.now() + 60_000)))
    expect(await store.resume(turn.turnId)).toBeNull()
  })
})
