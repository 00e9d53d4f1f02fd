// What was stored before an address said itself that it is a group's is corrected by a migration.
import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Address, IncomingContent } from '../../src/kernel/incoming.ts'
import type { Message } from '../../src/kernel/message.ts'
import { makeConversationStore } from '../../src/postgres/conversations.ts'
import type { OpenDatabase } from '../../src/postgres/open-database.ts'
import { enqueueOwed } from '../../src/postgres/outbox.ts'
import { onEachEngine } from '../database.ts'

const MIGRATION = `${import.meta.dirname}/../../migrations/0014_group_address.sql`

const GREETING: Message = {
  title: '',
  tone: 'info',
  summary: '您好',
  blocks: [{ kind: 'actions', actions: [{ label: '我的诉求', value: { a: 'ask', q: '' } }] }],
}

/** Where the older program answered into a chat, be it a group or not. */
const into = (to: string, replyTo: string | null = null): Address => ({
  channel: 'lark',
  to,
  toKind: 'chat',
  replyTo,
})

onEachEngine('addresses of an older program', (open) => {
  let database: OpenDatabase
  beforeAll(async () => {
    database = await open()
    await spoken('ou_zhang', into('oc_zhang'))
    await spoken('ou_zhang', into('oc_asked', 'om_1'))
    await spoken('ou_li', into('oc_asked'))
    await spoken('ou_wang', into('oc_pressed'))
    await spoken('ou_zhao', into('oc_pressed'))
    await spoken('ou_sun', into('oc_greeted'))
    await database.pool.query(
      `insert into inbox_entry (channel, event_id, key, kind, incoming)
      values ('lark', 'e1', 'k', 'bot_added', $1)`,
      [{ isGroup: true, replyAddress: into('oc_greeted') }],
    )
    await sent(into('oc_greeted'), 'om_greeting')
    await sent(into('oc_zhang'), 'om_private')
    await sent(into('oc_asked', 'om_1'), 'om_answer')
    const migration = await readFile(MIGRATION, 'utf8')
    await database.db.transaction().execute((tx) => sql.raw(migration).execute(tx))
  })
  afterAll(() => database.close())

  async function spoken(senderId: string, replyAddress: Address): Promise<void> {
    await makeConversationStore(database.db).open({
      channel: 'lark',
      eventId: `${senderId}-${replyAddress.to}`,
      messageId: null,
      conversationKey: `lark:${replyAddress.to}:${senderId}`,
      senderId,
      senderName: null,
      replyAddress,
      occurredAt: new Date().toISOString(),
      content: { kind: 'entered' } satisfies IncomingContent,
    })
  }

  async function sent(address: Address, ref: string): Promise<void> {
    const owed = { purpose: 'greeting', message: GREETING, turnId: null, ticketId: null } as const
    await enqueueOwed(database.db, [{ ...owed, address }])
    await database.pool.query(
      'update outbox_entry set done_at = now(), sent_ref = $1 where done_at is null',
      [ref],
    )
  }

  const rows = async (query: string) => (await database.pool.query(query)).rows

  test('a chat is a group where somebody was answered in a thread, several spoke or the assistant was added', async () => {
    expect(
      await rows(`select key, address->>'toKind' as kind from conversation order by key`),
    ).toEqual([
      { key: 'lark:oc_asked:ou_li', kind: 'group' },
      { key: 'lark:oc_asked:ou_zhang', kind: 'group' },
      { key: 'lark:oc_greeted:ou_sun', kind: 'group' },
      { key: 'lark:oc_pressed:ou_wang', kind: 'group' },
      { key: 'lark:oc_pressed:ou_zhao', kind: 'group' },
      { key: 'lark:oc_zhang:ou_zhang', kind: 'chat' },
    ])
    expect(
      await rows(`select incoming->'replyAddress'->>'toKind' as kind from inbox_entry`),
    ).toEqual([{ kind: 'group' }])
  })

  test('only cards that were sent to a group as if to one person are shown anew', async () => {
    expect(
      await rows(`select o.sent_ref as card, u.purpose, u.address from outbox_entry u
        join outbox_entry o on o.id = u.updates_id`),
    ).toEqual([
      {
        card: 'om_greeting',
        purpose: 'card_update',
        address: { ...into('oc_greeted'), toKind: 'group' },
      },
    ])
  })
})
