// Cards about tickets that people can still press: taken back when the ticket moves on, and sent anew
// before the channel stops taking their clicks and updates.
import { sql } from 'kysely'
import { asId, type TicketId } from '../kernel/ids.ts'
import type { Address } from '../kernel/incoming.ts'
import type { Message } from '../kernel/message.ts'
import type { Purpose } from '../kernel/outgoing.ts'
import type { CardSide } from '../ticket/settled-card.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Db, Tx } from './database.ts'
import { jsonText } from './json.ts'

/** Something on it does more than show the ticket. */
const CAN_BE_PRESSED = sql`(
  jsonb_path_exists(message, '$.blocks[*] ? (@.kind == "form")')
  or jsonb_path_exists(message, '$.blocks[*].actions[*].value.act ? (@ != "open" && @ != "progress")'))`

const PRESSABLE = sql`settled_at is null and updates_id is null and dead_at is null and ${CAN_BE_PRESSED}`

const PURPOSES: Readonly<Record<CardSide, readonly Purpose[]>> = {
  requester: ['ticket_notice', 'answer'],
  staff: ['ticket_card'],
}

export type PressableCard = Readonly<{
  id: string
  /** The order in which cards were owed. */
  seq: string
  ticketId: TicketId
  address: Address
  purpose: Purpose
  message: Message
}>

/**
 * Takes back what can be pressed on the cards of one side about a ticket; call it in the transaction
 * of the change, before its own news is owed.
 */
export async function settleCards(
  tx: Tx,
  ticketId: TicketId,
  side: CardSide,
  settled: (message: Message) => Message,
): Promise<void> {
  const { rows } = await sql<Row>`
    update outbox_entry set settled_at = now()
    where ticket_id = ${ticketId}::uuid and purpose = any(${[...PURPOSES[side]]}::text[]) and ${PRESSABLE}
    returning id, seq, ticket_id, address, purpose, message`.execute(tx)
  for (const row of rows) await showSettled(tx, toCard(row), settled(row.message))
}

/** On the web the shown message is the stored one; elsewhere the sent card is updated. */
async function showSettled(tx: Tx, card: PressableCard, message: Message): Promise<void> {
  if (card.address.channel === 'web') {
    await sql`
      update outbox_entry set message = ${jsonText(message)}::jsonb
      where id = ${card.id}::uuid`.execute(tx)
    return
  }
  await sql`
    with owed as (
      insert into outbox_entry (channel, key, address, purpose, message, ticket_id, updates_id)
      values (${card.address.channel}, ${`card:${card.id}`}, ${jsonText(card.address)}::jsonb,
        'card_update', ${jsonText(message)}::jsonb, ${card.ticketId}::uuid, ${card.id}::uuid)
      returning 1)
    select pg_notify('outbox', '') from owed`.execute(tx)
}

/**
 * Cards of open tickets that were sent more than `days` ago and can still be pressed, the eldest
 * first; those after `last`.
 */
export async function agedCards(
  db: Db,
  days: number,
  last: PressableCard | null,
  limit: number,
): Promise<readonly PressableCard[]> {
  const { rows } = await sql<Row>`
    select id, seq, ticket_id, address, purpose, message from outbox_entry o
    where channel = 'lark' and purpose in ('ticket_card', 'ticket_notice') and done_at < now() - make_interval(days => ${days})
      and ticket_id is not null and seq > ${last?.seq ?? 0} and ${PRESSABLE}
      and exists (select 1 from ticket t where t.id = o.ticket_id and t.ended_at is null)
    order by seq limit ${limit}`.execute(db)
  return rows.map(toCard)
}

/** Sends a card anew and takes the old one back. @returns false when it was taken back meanwhile */
export async function reissue(
  tx: Tx,
  card: PressableCard,
  settled: (message: Message) => Message,
): Promise<boolean> {
  const { rows } = await sql<Row>`
    update outbox_entry set settled_at = now() where id = ${card.id}::uuid and ${PRESSABLE}
    returning id, seq, ticket_id, address, purpose, message`.execute(tx)
  const [row] = rows
  if (row === undefined) return false
  await showSettled(tx, card, settled(row.message))
  await sql`
    with owed as (
      insert into outbox_entry (channel, key, address, purpose, message, ticket_id)
      select channel, key, address, purpose, message, ticket_id from outbox_entry
      where id = ${card.id}::uuid returning 1)
    select pg_notify('outbox', '') from owed`.execute(tx)
  return true
}

/** The channel's id of a card that an entry updates; null when it never arrived. */
export async function sentCard(db: Db, id: string): Promise<string | null> {
  const { rows } = await sql<{ ref: string | null }>`
    select sent_ref as ref from outbox_entry where id = ${id}::uuid`.execute(db)
  return rows[0]?.ref ?? null
}

/** A ticket as it stands, for what a card says of it. */
export async function standingOf(db: Db, id: TicketId): Promise<Pick<Ticket, 'number' | 'state'>> {
  const { rows } = await sql<Pick<Ticket, 'number' | 'state'>>`
    select number, state from ticket where id = ${id}::uuid`.execute(db)
  return rows[0]!
}

type Row = {
  id: string
  seq: string
  ticket_id: string
  address: Address
  purpose: Purpose
  message: Message
}

const toCard = (row: Row): PressableCard => ({
  id: row.id,
  seq: row.seq,
  ticketId: asId<TicketId>(row.ticket_id),
  address: row.address,
  purpose: row.purpose,
  message: row.message,
})
