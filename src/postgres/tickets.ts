// Tickets and their ledger: locked, decided and written in one transaction, and nowhere else.
import { sql } from 'kysely'
import type { TicketId } from '../kernel/ids.ts'
import { placedWith } from '../ticket/activity.ts'
import type { Clocks } from '../ticket/alarms.ts'
import type {
  Locked,
  NextSequence,
  Person,
  ReckonedClocks,
  TicketChange,
  TicketStore,
} from '../ticket/ports.ts'
import type { Ticket } from '../ticket/ticket.ts'
import type { Db, Tx } from './database.ts'
import { inTransaction } from './in-transaction.ts'
import { jsonText } from './json.ts'

/** Writes what a change tells to whom into the outbox, in the transaction of the change. */
export type Deliver = (tx: Tx, change: TicketChange) => Promise<void>

/**
 * `deliver` writes the news of each change in its transaction: where it rejects, the change is not
 * stored either.
 */
export function makeTicketStore(db: Db, deliver: Deliver): TicketStore {
  return {
    create: (changes, person) =>
      inTransaction(db, async (tx) => {
        const [first, ...rest] = changes
        if (first === undefined) throw new Error('a ticket begins with its registration')
        await insertTicket(tx, first)
        await appendActivity(tx, first)
        if (person !== null) await insertPerson(tx, first.ticket.id, person)
        await deliver(tx, first)
        for (const change of rest) await save(tx, change, deliver)
      }),
    change: (id, decide) =>
      inTransaction(db, async (tx) => {
        const locked = await lock(tx, id)
        if (locked === null) return null
        const decided = decide(locked)
        if (decided.ok) await save(tx, decided.change, deliver)
        return decided
      }),
    changeBoth: (first, second, decide) =>
      inTransaction(db, async (tx) => {
        const both = await lockBoth(tx, first, second)
        if (both === null) return null
        const decided = decide(...both)
        if ('ok' in decided) return decided
        for (const { change } of decided) await save(tx, change, deliver)
        return decided
      }),
    saveClocks: async (reckoned) => {
      const column = <T>(of: (one: ReckonedClocks) => T) => reckoned.map(of)
      await sql`
        update ticket set due_at = r.due_at, next_due_at = r.next_due_at,
          uncovered_year = r.uncovered_year
        from unnest(${column((one) => one.id)}::uuid[], ${column((one) => one.seq)}::int[],
          ${column((one) => one.clocks.dueAt)}::timestamptz[],
          ${column((one) => one.clocks.nextDueAt)}::timestamptz[],
          ${column((one) => one.clocks.uncoveredYear)}::int[])
          as r (id, seq, due_at, next_due_at, uncovered_year)
        where ticket.id = r.id and ticket.seq = r.seq`.execute(db)
    },
    putOff: async (id, until) => {
      await sql`
        update ticket set next_due_at = ${until} where id = ${id}::uuid and next_due_at < ${until}`.execute(
        db,
      )
    },
  }
}

/** Numbers the tickets of a day; a number whose ticket was not stored stays unused. */
export function makeNextSequence(db: Db): NextSequence {
  return async (date) => {
    const { rows } = await sql<{ last: number }>`
      insert into ticket_sequence (day, last) values (${date}::date, 1)
      on conflict (tenant_id, day) do update set last = ticket_sequence.last + 1
      returning last`.execute(db)
    return rows[0]!.last
  }
}

async function lock(tx: Tx, id: TicketId): Promise<Locked | null> {
  const { rows } = await sql<{ ticket: Ticket; seq: number; ledger_hash: string }>`
    select ticket, seq, ledger_hash from ticket where id = ${id}::uuid for update`.execute(tx)
  const [row] = rows
  return row ? { ticket: row.ticket, end: { seq: row.seq, hash: row.ledger_hash } } : null
}

/** In the order of the ids, whichever is asked for first, so that two mergers never wait for each other. */
async function lockBoth(tx: Tx, first: TicketId, second: TicketId) {
  const swapped = second < first
  const one = await lock(tx, swapped ? second : first)
  const other = await lock(tx, swapped ? first : second)
  if (one === null || other === null) return null
  return swapped ? ([other, one] as const) : ([one, other] as const)
}

async function save(tx: Tx, change: TicketChange, deliver: Deliver): Promise<void> {
  await updateTicket(tx, change)
  await appendActivity(tx, change)
  await deliver(tx, change)
}

/** The columns beside the JSON, by name, as they follow from the ticket. */
function columnsOf({ ticket, activity, clocks }: TicketChange) {
  return {
    ...identityOf(ticket),
    ...progressOf(ticket),
    ...clockColumns(clocks),
    seq: activity.seq,
    ledger_hash: activity.hash,
    ticket,
  }
}

const identityOf = (ticket: Ticket) => ({
  id: ticket.id,
  number: ticket.number,
  source: ticket.source,
  title: ticket.title,
  enterprise_name: ticket.enterpriseName,
  credit_code: ticket.creditCode,
  contact_id: ticket.contactId,
  sealed: ticket.sealed,
  district: ticket.district,
  registered_at: ticket.registeredAt,
})

const progressOf = (ticket: Ticket) => ({
  state: ticket.state,
  kind: ticket.kind,
  urgency: ticket.urgency,
  item_code: ticket.itemCode,
  section: ticket.section,
  department: ticket.department,
  owner_id: ticket.ownerId,
  lead_id: ticket.leadId,
  external_number: ticket.external?.number ?? null,
  outcome: ticket.outcome,
  accepted_at: ticket.acceptedAt,
  resolved_at: ticket.resolvedAt,
  ended_at: ticket.endedAt,
  last_act_at: ticket.lastActAt,
})

const clockColumns = (clocks: Clocks) => ({
  due_at: clocks.dueAt,
  next_due_at: clocks.nextDueAt,
  uncovered_year: clocks.uncoveredYear,
})

/** A row given as JSON takes its types from the table. */
async function insertTicket(tx: Tx, change: TicketChange): Promise<void> {
  await sql`
    insert into ticket (id, number, state, kind, urgency, source, title, enterprise_name, credit_code,
      contact_id, sealed, item_code, section, district, department, owner_id, lead_id, external_number,
      outcome, registered_at, accepted_at, resolved_at, ended_at, last_act_at, due_at, next_due_at,
      uncovered_year, seq, ledger_hash, ticket)
    select id, number, state, kind, urgency, source, title, enterprise_name, credit_code,
      contact_id, sealed, item_code, section, district, department, owner_id, lead_id, external_number,
      outcome, registered_at, accepted_at, resolved_at, ended_at, last_act_at, due_at, next_due_at,
      uncovered_year, seq, ledger_hash, ticket
    from jsonb_populate_record(null::ticket, ${jsonText(columnsOf(change))}::jsonb)`.execute(tx)
}

async function updateTicket(tx: Tx, change: TicketChange): Promise<void> {
  const result = await sql`
    update ticket t set state = r.state, kind = r.kind, urgency = r.urgency, sealed = r.sealed, item_code = r.item_code,
      section = r.section, department = r.department, owner_id = r.owner_id, lead_id = r.lead_id,
      external_number = r.external_number, outcome = r.outcome, accepted_at = r.accepted_at,
      resolved_at = r.resolved_at, ended_at = r.ended_at, last_act_at = r.last_act_at, due_at = r.due_at,
      next_due_at = r.next_due_at, uncovered_year = r.uncovered_year, seq = r.seq,
      ledger_hash = r.ledger_hash, ticket = r.ticket
    from jsonb_populate_record(null::ticket, ${jsonText(columnsOf(change))}::jsonb) r
    where t.id = r.id and t.seq = r.seq - 1`.execute(tx)
  if (Number(result.numAffectedRows ?? 0) !== 1)
    throw new Error('the ticket changed under its lock')
}

async function appendActivity(tx: Tx, { activity }: TicketChange): Promise<void> {
  const row = {
    ticket_id: activity.ticketId,
    seq: activity.seq,
    at: activity.at,
    actor: activity.actor,
    kind: activity.act.kind,
    from_state: activity.from,
    to_state: activity.to,
    timely: activity.timely,
    department: placedWith(activity.act),
    act: activity.act,
    act_digest: activity.actDigest,
    hash: activity.hash,
  }
  await sql`
    insert into ticket_activity
      (ticket_id, seq, at, actor, kind, from_state, to_state, timely, department, act, act_digest, hash)
    select ticket_id, seq, at, actor, kind, from_state, to_state, timely, department, act, act_digest, hash
    from jsonb_populate_record(null::ticket_activity, ${jsonText(row)}::jsonb)`.execute(tx)
}

async function insertPerson(tx: Tx, id: TicketId, { name, phone }: Person): Promise<void> {
  await sql`insert into ticket_person (ticket_id, name, phone) values (${id}::uuid, ${name}, ${phone})`.execute(
    tx,
  )
}
