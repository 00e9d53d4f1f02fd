// Reading tickets: one statement per question.
import { sql } from 'kysely'
import { asId, type StaffId, type TicketId } from '../kernel/ids.ts'
import type { ActorMark } from '../ticket/activity.ts'
import type { SealedActivity } from '../ticket/ledger.ts'
import type { Locked, TicketReads } from '../ticket/ports.ts'
import type { Ticket, TicketState } from '../ticket/ticket.ts'
import type { Db } from './database.ts'
import { ofTenant } from './desk/conditions.ts'

type Where = ReturnType<typeof sql>

export function makeTicketReads(db: Db): TicketReads {
  const locked = async (rest: Where): Promise<readonly Locked[]> => {
    const { rows } = await sql<{ ticket: Ticket; seq: number; ledger_hash: string }>`
      select ticket, seq, ledger_hash from ticket where ${rest}`.execute(db)
    return rows.map((row) => ({ ticket: row.ticket, end: { seq: row.seq, hash: row.ledger_hash } }))
  }
  const one = async (where: Where): Promise<Locked | null> => (await locked(where))[0] ?? null
  const ids = async (rest: Where): Promise<readonly TicketId[]> => {
    const { rows } = await sql<{ id: string }>`select id from ticket where ${rest}`.execute(db)
    return rows.map((row) => asId<TicketId>(row.id))
  }
  const tickets = async (rest: Where): Promise<readonly Ticket[]> => {
    const { rows } = await sql<{ ticket: Ticket }>`select ticket from ticket where ${rest}`.execute(
      db,
    )
    return rows.map((row) => row.ticket)
  }
  return {
    byId: (id) => one(sql`id = ${id}::uuid`),
    byNumber: (number) => one(sql`${ofTenant} and number = ${number}`),
    ledger: (id) => readLedger(db, id),
    due: (now, limit) => ids(sql`next_due_at <= ${now} order by next_due_at limit ${limit}`),
    idsAfter: (after, limit) =>
      ids(sql`(${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`),
    openAfter: (after, limit) =>
      locked(sql`ended_at is null and (${after}::uuid is null or id > ${after}::uuid)
        order by id limit ${limit}`),
    heldBy: (staffId) =>
      ids(sql`ended_at is null and (owner_id = ${staffId}::uuid
        or ticket -> 'coHandlers' @> ${JSON.stringify([{ staffId, reply: null }])}::jsonb)
        order by registered_at`),
    followersOf: (leadId) =>
      ids(sql`lead_id = ${leadId}::uuid and ended_at is null and resolved_at is null order by id`),
    answeredFollowersOf: (leadId) =>
      ids(
        sql`lead_id = ${leadId}::uuid and ended_at is null and resolved_at is not null order by id`,
      ),
    loads: () => readLoads(db),
    ofRequester: (contactId, creditCodes, limit) =>
      tickets(sql`(contact_id = ${contactId}::uuid
          or (credit_code = any(${[...creditCodes]}::text[]) and not sealed))
        order by registered_at desc, number desc limit ${limit}`),
    openSince: (since, limit) =>
      tickets(sql`ended_at is null and registered_at >= ${since}
        order by registered_at desc limit ${limit}`),
  }
}

type LedgerRow = {
  seq: number
  at: Date
  actor: ActorMark
  from_state: TicketState | null
  to_state: TicketState
  timely: boolean | null
  act: SealedActivity['act']
  act_digest: string
  hash: string
}

async function readLedger(db: Db, id: TicketId): Promise<readonly SealedActivity[]> {
  const { rows } = await sql<LedgerRow>`
    select seq, at, actor, from_state, to_state, timely, act, act_digest, hash
    from ticket_activity where ticket_id = ${id}::uuid order by seq`.execute(db)
  return rows.map((row) => ({
    ticketId: id,
    seq: row.seq,
    at: row.at.toISOString(),
    actor: row.actor,
    from: row.from_state,
    to: row.to_state,
    timely: row.timely,
    act: row.act,
    actDigest: row.act_digest,
    hash: row.hash,
  }))
}

async function readLoads(db: Db): Promise<ReadonlyMap<StaffId, number>> {
  const { rows } = await sql<{ owner_id: string; count: number }>`
    select owner_id, count(*)::int as count from ticket
    where ended_at is null and owner_id is not null
      and state in ('dispatched', 'accepted', 'in_progress', 'waiting_requester', 'in_review')
    group by owner_id`.execute(db)
  return new Map(rows.map((row) => [asId<StaffId>(row.owner_id), row.count]))
}
