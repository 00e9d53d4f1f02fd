import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fetchAttachments } from '../../../src/compose/lark/attachments.ts'
import { type TicketWorld, ticketDeps } from '../../../src/compose/tickets/tickets.ts'
import { asId, type ConversationId, type TicketId } from '../../../src/kernel/ids.ts'
import type { Log } from '../../../src/kernel/log.ts'
import type { Downloaded } from '../../../src/lark/outbound/downloads.ts'
import { makeAttachmentStore } from '../../../src/postgres/attachments.ts'
import { makeConversationStore } from '../../../src/postgres/conversations.ts'
import type { OpenDatabase } from '../../../src/postgres/open-database.ts'
import { openTicket } from '../../../src/ticket/open.ts'
import { aCalendar, local } from '../../builders/calendar.ts'
import { anIncoming } from '../../builders/incoming.ts'
import { someLimits, theSystem } from '../../builders/ticket.ts'
import { anOpening } from '../../builders/world.ts'
import { openEmbeddedDatabase } from '../../database.ts'

const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const world = {
  base: () => ({ districts: [] }),
  work: { rules: () => ({ limits: someLimits() }), calendar: () => aCalendar() },
  deliver: async () => {},
  now: () => local('2026-11-25 10:00'),
  reviewedSections: () => new Set<string>(),
} as unknown as TicketWorld

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])
const MP4 = new Uint8Array([0, 0, 0, 0x20, ...Buffer.from('ftypisom'), 1, 2, 3])

let database: OpenDatabase
let ticket: { id: TicketId; number: string }
let conversationId: ConversationId
beforeEach(async () => {
  database = await openEmbeddedDatabase()
  const opened = await openTicket(ticketDeps(world, database.db), anOpening(), theSystem)
  if (opened.kind !== 'opened') throw new Error('not opened')
  ticket = opened.ticket
  conversationId = (await makeConversationStore(database.db).open(anIncoming())).id
})
afterEach(() => database.close())

const sent = (channelRef: string, name: string | null = null) =>
  makeAttachmentStore(database.db).add({
    conversationId: asId(conversationId),
    ticketId: ticket.id,
    kind: 'file',
    name,
    channelRef,
    messageRef: 'om_1',
  })

/** One round with a Lark that answers so. @returns what was asked for */
async function fetches(answer: (ref: string) => Downloaded | Error): Promise<string[]> {
  const asked: string[] = []
  const download = async (ref: string) => {
    asked.push(ref)
    const got = answer(ref)
    if (got instanceof Error) throw got
    return got
  }
  await fetchAttachments({ db: database.db, download, log })
  return asked
}

const bytesOf = (bytes: Uint8Array): Downloaded => ({ kind: 'bytes', bytes, contentType: null })

async function kept() {
  const { rows } = await sql<{ ref: string; media: string | null; failed: string | null }>`
    select channel_ref as ref, media_type as media, failed_reason as failed from attachment
    order by channel_ref`.execute(database.db)
  return rows
}

async function told(): Promise<string> {
  const { rows } = await sql<{ message: unknown }>`select message from outbox_entry`.execute(
    database.db,
  )
  return JSON.stringify(rows)
}

test('a file that cannot be fetched yet keeps no other waiting, and is tried again later', async () => {
  for (let n = 1; n <= 6; n++) await sent(`ref-${n}`)
  const refused = new Error('no permission')
  const answer = (ref: string) => (ref === 'ref-6' ? bytesOf(PNG) : refused)
  await fetches(answer)
  expect(await fetches(answer), 'not the same five again').toEqual(['ref-6'])
  expect((await kept()).at(-1)).toMatchObject({ media: 'image/png' })
  expect(await fetches(answer)).toEqual([])

  await sql`update attachment set fetch_at = now()`.execute(database.db)
  expect(await fetches(() => bytesOf(PNG))).toHaveLength(5)
  expect((await kept()).map((one) => one.failed)).toEqual(Array(6).fill(null))
})

test.each([
  ['文件已失效', { kind: 'gone', code: 234003 }],
  ['文件过大', { kind: 'too_large', bytesMax: 1 }],
  ['不支持的文件类型', bytesOf(new Uint8Array([0x4d, 0x5a, 0, 0]))],
] as const)('the enterprise is told when its file is not kept: %s', async (why, answer) => {
  await sent('ref-1', '用电申请.exe')
  await fetches(() => answer)
  expect(await kept()).toMatchObject([{ failed: `${why}，未保存` }])
  expect(await told()).toContain(
    `您补充到诉求 ${ticket.number} 的附件「用电申请.exe」未能保存：${why}`,
  )
  expect(await fetches(() => answer)).toEqual([])
})

test('what was filmed or spoken is kept', async () => {
  await sent('ref-1', '现场.mp4')
  await sent('ref-2')
  await fetches((ref) => bytesOf(ref === 'ref-1' ? MP4 : Buffer.from('OggS and more')))
  expect((await kept()).map((one) => one.media)).toEqual(['video/mp4', 'audio/ogg'])
})
