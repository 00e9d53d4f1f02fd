// Lists of tickets for the console: one statement, paged, and never beyond the reader's reach.
import { type RawBuilder, sql } from 'kysely'
import { asId, type ItemCode, type StaffId } from '../../kernel/ids.ts'
import type {
  Page,
  PageAsk,
  Reach,
  TicketFilter,
  TicketLine,
  TicketOrder,
} from '../../ticket/desk-list.ts'
import type { Db } from '../database.ts'
import { readPage } from '../page.ts'
import { all, any, ofTenant } from './conditions.ts'

type Row = Readonly<{
  id: string
  number: string
  title: string
  state: TicketLine['state']
  kind: TicketLine['kind']
  urgency: TicketLine['urgency']
  source: TicketLine['source']
  enterprise_name: string | null
  sealed: boolean
  item_code: string | null
  section: string | null
  district: string
  department: string | null
  owner_id: string | null
  external_number: string | null
  registered_at: Date
  due_at: Date | null
  last_act_at: Date
  ended_at: Date | null
  uncovered_year: number | null
  total: number
}>

const ORDERS: Readonly<Record<TicketOrder, RawBuilder<unknown>>> = {
  registered: sql`registered_at desc, number desc`,
  due: sql`due_at asc nulls last, registered_at, number`,
  acted: sql`last_act_at desc, number desc`,
}

export function listTickets(
  db: Db,
  reach: Reach,
  filter: TicketFilter,
  page: PageAsk,
): Promise<Page<TicketLine>> {
  const where = all([within(reach), ...conditions(filter)])
  const statement = (stretch: RawBuilder<unknown>) => sql<Row>`
    select id, number, title, state, kind, urgency, source, enterprise_name, sealed, item_code, section,
      district, department, owner_id, external_number, registered_at, due_at, last_act_at, ended_at,
      uncovered_year, count(*) over ()::int as total
    from ticket where ${where}
    order by ${ORDERS[filter.order]}
    ${stretch}`
  return readPage(db, page, statement, toLine)
}

export async function countTickets(db: Db, reach: Reach, filter: TicketFilter): Promise<number> {
  const where = all([within(reach), ...conditions(filter)])
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ticket where ${where}`.execute(db)
  return rows[0]?.count ?? 0
}

function within(reach: Reach): RawBuilder<unknown> {
  if (reach.everywhere) return ofTenant
  return all([
    ofTenant,
    any([
      ...(reach.owner === null ? [] : [sql`owner_id = ${reach.owner}::uuid`]),
      ...(reach.coHandler === null ? [] : [coHandles(reach.coHandler)]),
      ...oneOf(sql`department`, reach.departments),
      ...oneOf(sql`district`, reach.districts),
    ]),
  ])
}

const coHandles = (id: StaffId) =>
  sql`ticket -> 'coHandlers' @> ${JSON.stringify([{ staffId: id }])}::jsonb`

const oneOf = (column: RawBuilder<unknown>, values: readonly string[]) =>
  values.length === 0 ? [] : [sql`${column} = any(${[...values]}::text[])`]

function conditions(filter: TicketFilter): RawBuilder<unknown>[] {
  const { stage, owner, heldBy, dueBefore, text, registeredFrom, registeredBefore } = filter
  const equal = (column: RawBuilder<unknown>, value: string | null) =>
    value === null ? [] : [sql`${column} = ${value}`]
  return [
    ...(stage === null
      ? []
      : [stage === 'open' ? sql`ended_at is null` : sql`ended_at is not null`]),
    ...oneOf(sql`state`, filter.states),
    ...oneOf(sql`kind`, filter.kinds),
    ...oneOf(sql`urgency`, filter.urgencies),
    ...equal(sql`district`, filter.district),
    ...equal(sql`department`, filter.department),
    ...equal(sql`section`, filter.section),
    ...equal(sql`item_code`, filter.itemCode),
    ...(owner === null
      ? []
      : [owner === 'none' ? sql`owner_id is null` : sql`owner_id = ${owner}::uuid`]),
    ...(heldBy === null ? [] : [any([sql`owner_id = ${heldBy}::uuid`, coHandles(heldBy)])]),
    ...(dueBefore === null ? [] : [sql`due_at < ${dueBefore}`]),
    ...(registeredFrom === null ? [] : [sql`registered_at >= ${registeredFrom}`]),
    ...(registeredBefore === null ? [] : [sql`registered_at < ${registeredBefore}`]),
    ...(text === null ? [] : [contains(text)]),
  ]
}

/** A sealed report is found neither by what it says nor by whom it comes from. */
const contains = (text: string) => sql`
  strpos(lower(concat_ws(' ', number, external_number, case when not sealed then title end,
    case when not sealed then enterprise_name end, case when not sealed then credit_code end)),
    lower(${text})) > 0`

function toLine(row: Row): TicketLine {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state,
    kind: row.kind,
    urgency: row.urgency,
    source: row.source,
    enterpriseName: row.enterprise_name,
    sealed: row.sealed,
    itemCode: row.item_code === null ? null : asId<ItemCode>(row.item_code),
    section: row.section,
    district: row.district,
    department: row.department,
    ownerId: row.owner_id === null ? null : asId<StaffId>(row.owner_id),
    externalNumber: row.external_number,
    registeredAt: row.registered_at,
    dueAt: row.due_at,
    lastActAt: row.last_act_at,
    endedAt: row.ended_at,
    uncoveredYear: row.uncovered_year,
  }
}
