// Contacts and their conversations.
import { sql } from 'kysely'
import type { Contact, Conversation, Flow } from '../conversation/conversation.ts'
import { NO_FLOW } from '../conversation/conversation.ts'
import type { DialogueState } from '../conversation/dialogue/dialogue-state.ts'
import type { ConversationStore } from '../conversation/ports.ts'
import { asId, type ContactId, type ConversationId } from '../kernel/ids.ts'
import type { Address, Incoming } from '../kernel/incoming.ts'
import type { Db } from './database.ts'
import { jsonText } from './json.ts'

type Row = {
  id: string
  key: string
  address: Address
  dialogue: DialogueState | null
  flow: Partial<Flow>
  contact_id: string
  channel: 'lark' | 'web'
  external_id: string
  name: string | null
  greeted_at: Date | null
  consented_at: Date | null
}

const COLUMNS = sql`
  c.id, c.key, c.address, c.dialogue, c.flow, p.id as contact_id, p.channel, p.external_id, p.name,
  p.greeted_at, p.consented_at`

export function makeConversationStore(db: Db): ConversationStore {
  const one = async (where: ReturnType<typeof sql>): Promise<Conversation | null> => {
    const { rows } = await sql<Row>`
      select ${COLUMNS} from conversation c join contact p on p.id = c.contact_id
      where ${where} limit 1`.execute(db)
    return rows[0] ? toConversation(rows[0]) : null
  }
  return {
    open: (event) => open(db, event),
    find: (id) => one(sql`c.id = ${id}::uuid`),
    latestOf: (contact) =>
      one(sql`c.id = (select id from conversation where contact_id = ${contact}::uuid
        order by address ->> 'toKind' = 'group', address ->> 'toKind' = 'person',
          updated_at desc limit 1)`),
    save: (id, change) => save(db, id, change),
    claimGreeting: async (contact) => {
      const result = await sql`
        update contact set greeted_at = now() where id = ${contact}::uuid and greeted_at is null`.execute(
        db,
      )
      return Number(result.numAffectedRows ?? 0) === 1
    },
    recordConsent: async (contact) => {
      await sql`update contact set consented_at = coalesce(consented_at, now())
        where id = ${contact}::uuid`.execute(db)
    },
  }
}

/** Whether somebody has spoken under this key. */
export async function hasConversation(db: Db, key: string): Promise<boolean> {
  const found = await db
    .selectFrom('conversation')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirst()
  return found !== undefined
}

async function open(db: Db, event: Incoming): Promise<Conversation> {
  const { rows } = await sql<Row>`
    with p as (
      insert into contact (channel, external_id, name)
      values (${event.channel}, ${event.senderId}, ${event.senderName})
      on conflict (tenant_id, channel, external_id)
      do update set name = coalesce(excluded.name, contact.name)
      returning *),
    c as (
      insert into conversation (key, contact_id, address)
      select ${event.conversationKey}, p.id, ${jsonText(event.replyAddress)}::jsonb from p
      on conflict (tenant_id, key)
      do update set address = excluded.address, updated_at = now()
      returning *)
    select ${COLUMNS} from c cross join p`.execute(db)
  return toConversation(rows[0]!)
}

async function save(
  db: Db,
  id: ConversationId,
  change: Parameters<ConversationStore['save']>[1],
): Promise<void> {
  const json = (value: unknown) => (value === null ? null : jsonText(value))
  await db
    .updateTable('conversation')
    .set({
      updated_at: sql<Date>`now()`,
      ...(change.dialogue === undefined ? {} : { dialogue: json(change.dialogue) }),
      ...(change.flow === undefined
        ? {}
        : { flow: sql<string>`flow || ${jsonText(change.flow)}::jsonb` }),
      ...(change.address === undefined ? {} : { address: jsonText(change.address) }),
    })
    .where('id', '=', id)
    .execute()
}

function toConversation(row: Row): Conversation {
  return {
    id: asId<ConversationId>(row.id),
    key: row.key,
    contact: toContact(row),
    address: row.address,
    dialogue: row.dialogue,
    flow: { ...NO_FLOW, ...row.flow },
  }
}

function toContact(row: Row): Contact {
  return {
    id: asId<ContactId>(row.contact_id),
    channel: row.channel,
    externalId: row.external_id,
    name: row.name,
    greetedAt: row.greeted_at,
    consentedAt: row.consented_at,
  }
}
