// What goes on in a conversation beside question and answer is changed from two sides: by what its
// person does, and by what becomes of their tickets.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Handling } from '../../src/conversation/incoming/handling.ts'
import { startRelay } from '../../src/conversation/incoming/relay.ts'
import { submitTicket } from '../../src/conversation/incoming/submit-ticket.ts'
import type { TurnStores } from '../../src/conversation/ports.ts'
import { asId, type TicketId } from '../../src/kernel/ids.ts'
import { makeConversationStore } from '../../src/postgres/conversations.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { anIncoming } from '../builders/incoming.ts'
import { onEachEngine } from '../database.ts'

const MIGRATION = `${import.meta.dirname}/../../migrations/0015_submissions.sql`

onEachEngine('a conversation', (open) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await open()
  })
  afterAll(() => database.close())

  const opened = { ok: true, ticket: { id: 't2', number: 'ZSQS-2' }, similar: [] }
  const told = { now: () => new Date(), nameOf: (code: string) => code }

  test('keeps both when a specialist asks for more while another form is handed in', async () => {
    const conversations = makeConversationStore(database.db)
    const event = anIncoming()
    const conversation = await conversations.open(event)
    const commit = await submitTicket({ deps: told, event, conversation } as unknown as Handling, {
      reason: 'person_wanted',
      code: '',
      from: '',
      values: {},
      messageRef: 'form-2',
    })
    const asked = { id: asId<TicketId>(randomUUID()), number: 'ZSQS-1' }
    const now = new Date('2026-11-25T10:00:00Z')
    await startRelay({ conversations }, conversation, asked, now)
    await commit({
      conversations,
      turns: { recent: async () => [] },
      tickets: { list: async () => [], open: async () => opened },
      enqueue: async () => {},
    } as unknown as TurnStores)
    expect((await conversations.find(conversation.id))?.flow).toEqual({
      relay: { ticketId: asked.id, ticketNumber: 'ZSQS-1', since: now.toISOString() },
      submissions: [{ messageRef: 'form-2', ticketNumber: 'ZSQS-2' }],
    })
  })

  test('of an older program keeps the form that was handed in last', async () => {
    const last = { messageRef: 'form-1', ticketNumber: 'ZSQS-1' }
    const conversations = makeConversationStore(database.db)
    const store = async (senderId: string, flow: unknown) => {
      const event = anIncoming({ senderId, conversationKey: `web:${senderId}` })
      const { id } = await conversations.open(event)
      await database.pool.query('update conversation set flow = $2 where id = $1', [id, flow])
      return id
    }
    const ids = [
      await store('v-1', { relay: null, submitted: last }),
      await store('v-2', { relay: null, submitted: null }),
      await store('v-3', {}),
    ]
    await database.pool.query(await readFile(MIGRATION, 'utf8'))
    const kept = ids.map(async (id) => (await conversations.find(id))?.flow)
    expect(await Promise.all(kept)).toEqual([
      { relay: null, submissions: [last] },
      { relay: null, submissions: [] },
      { relay: null, submissions: [] },
    ])
  })
})
