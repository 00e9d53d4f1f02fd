// Cards that grow while their answer is written. Whoever begins one and whoever owes its answer meet
// here under one lock per turn: either the card is found, or it is too late to begin one.
import { sql } from 'kysely'
import type { Address } from '../kernel/incoming.ts'
import type { Connection, Db, Tx } from './database.ts'
import { outboxKey } from './outbox.ts'

/** So many operations on a card at once are one process's. */
const BLOCK = 1_000

type LiveCard = Readonly<{
  cardId: string
  messageId: string | null
  sequence: number
  ageMs: number
  givenUp: boolean
}>

type Turn = Readonly<{ turnId: string; address: Address }>

const CARD = sql`card_id as "cardId", message_id as "messageId", sequence - ${BLOCK} as sequence,
  given_up_at is not null as "givenUp",
  (extract(epoch from now() - created_at) * 1000)::float8 as "ageMs"`

/**
 * @param areBegun whether cards are begun at all, as they are with a model; where none is, one that
 *   was left over is found without waiting for anybody
 */
export function makeLiveCardStore(db: Connection, { areBegun }: Readonly<{ areBegun: boolean }>) {
  return {
    resume: async (turnId: string): Promise<LiveCard | 'over' | null> => {
      const { rows } = await sql<LiveCard>`
        update live_card set sequence = sequence + ${BLOCK}
        where turn_id = ${turnId}::uuid and finished_by is null
        returning ${CARD}`.execute(db)
      if (rows[0] !== undefined) return rows[0]
      const { rows: others } = await sql`
        select 1 from live_card where turn_id = ${turnId}::uuid`.execute(db)
      return others.length > 0 ? 'over' : null
    },

    keep: ({ turnId, address }: Turn, cardId: string): Promise<LiveCard | null> =>
      underLock(db, turnId, async (tx) => {
        const key = outboxKey(address)
        const { rows } = await sql<LiveCard>`
          insert into live_card (turn_id, card_id, key, sequence)
          select ${turnId}::uuid, ${cardId}, ${key}, ${BLOCK}
          where not exists (select 1 from turn where id = ${turnId}::uuid)
            and not exists (
              select 1 from outbox_entry
              where key = ${key} and done_at is null and dead_at is null)
          on conflict do nothing
          returning ${CARD}`.execute(tx)
        return rows[0] ?? null
      }),

    noteSent: async (turnId: string, messageId: string): Promise<void> => {
      await sql`
        update live_card set message_id = ${messageId} where turn_id = ${turnId}::uuid`.execute(db)
    },

    take: ({ turnId, address }: Turn, owedId: string): Promise<LiveCard | null> => {
      const takeIn = async (within: Db) => {
        const { rows } = await sql<LiveCard>`
          update live_card set sequence = sequence + ${BLOCK}, finished_by = ${owedId}::uuid
          where turn_id = ${turnId}::uuid and key = ${outboxKey(address)}
            and coalesce(finished_by, ${owedId}::uuid) = ${owedId}::uuid
          returning ${CARD}`.execute(within)
        return rows[0] ?? null
      }
      return areBegun ? underLock(db, turnId, takeIn) : takeIn(db)
    },

    giveUp: async (turnId: string): Promise<void> => {
      await sql`
        update live_card set given_up_at = coalesce(given_up_at, now())
        where turn_id = ${turnId}::uuid`.execute(db)
    },
  }
}

function underLock<T>(db: Connection, turnId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`turn:${turnId}`}, 0))`.execute(tx)
    return work(tx)
  })
}
