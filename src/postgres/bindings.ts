// Which contact speaks for which enterprise.
import { type RawBuilder, sql } from 'kysely'
import type { ContactId } from '../kernel/ids.ts'
import type { Page, PageAsk } from '../ticket/desk-list.ts'
import type { Db } from './database.ts'
import { readPage } from './page.ts'

export type Binding = Readonly<{
  id: string
  contactId: string
  /** As they named themselves with the ticket. */
  contactName: string | null
  channel: 'lark' | 'web'
  externalId: string
  creditCode: string
  enterpriseName: string
  /** What those confirmed for the same code called it, where that is something else. */
  otherNames: readonly string[]
  state: 'asked' | 'confirmed' | 'refused' | 'ended'
  askedAt: Date
  /** Null while it waits. */
  decidedAt: Date | null
}>

/**
 * Asks to be bound. The first contact of an enterprise still needs confirmation by staff: nobody
 * sees an enterprise's tickets because of a code, which is public.
 * @returns its id, or null when a binding is asked for or confirmed already, or was refused lately
 */
export async function askBinding(
  db: Db,
  asked: Readonly<{
    contactId: ContactId
    creditCode: string
    enterpriseName: string
    personName: string
  }>,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into enterprise_binding (contact_id, credit_code, enterprise_name, person_name, state)
    select ${asked.contactId}::uuid, ${asked.creditCode}, ${asked.enterpriseName},
      ${asked.personName}, 'asked'
    where not exists (
      select 1 from enterprise_binding
      where contact_id = ${asked.contactId}::uuid and credit_code = ${asked.creditCode}
        and state = 'refused' and decided_at > now() - make_interval(days => ${REFUSED_DAYS}))
    on conflict (tenant_id, contact_id, credit_code) where state in ('asked', 'confirmed') do nothing
    returning id`.execute(db)
  return rows[0]?.id ?? null
}

/** Whoever was refused may ask again after so long. */
const REFUSED_DAYS = 30

/** A binding that waits for its decision. */
export async function bindingOf(db: Db, id: string): Promise<Binding | null> {
  const { rows } = await sql<BindingRow>`
    select ${COLUMNS} from enterprise_binding b join contact c on c.id = b.contact_id
    where b.id::text = ${id} and b.state = 'asked'`.execute(db)
  return rows[0] ? toBinding(rows[0]) : null
}

/** Those who speak for an enterprise, without one of them. */
export async function confirmedColleagues(
  db: Db,
  creditCode: string,
  without: ContactId,
): Promise<readonly Pick<Binding, 'contactId' | 'channel' | 'externalId'>[]> {
  const { rows } = await sql<BindingRow>`
    select ${COLUMNS} from enterprise_binding b join contact c on c.id = b.contact_id
    where b.credit_code = ${creditCode} and b.state = 'confirmed' and b.contact_id <> ${without}::uuid
    order by b.decided_at`.execute(db)
  return rows.map(toBinding)
}

/** The enterprises that a contact is confirmed to speak for, by name. */
export async function boundEnterprisesOf(
  db: Db,
  contactId: ContactId,
): Promise<readonly Readonly<{ creditCode: string; enterpriseName: string }>[]> {
  const { rows } = await sql<{ credit_code: string; enterprise_name: string }>`
    select credit_code, enterprise_name from enterprise_binding
    where contact_id = ${contactId}::uuid and state = 'confirmed' order by decided_at`.execute(db)
  return rows.map((row) => ({ creditCode: row.credit_code, enterpriseName: row.enterprise_name }))
}

/** Ends one's own binding. @returns false when there was none */
export async function leaveEnterprise(
  db: Db,
  contactId: ContactId,
  creditCode: string,
): Promise<boolean> {
  const result = await sql`
    update enterprise_binding set state = 'ended', person_name = null,
      decided_by = ${`contact:${contactId}`}, decided_at = now()
    where contact_id = ${contactId}::uuid and credit_code = ${creditCode} and state = 'confirmed'`.execute(
    db,
  )
  return Number(result.numAffectedRows ?? 0) > 0
}

/** The enterprises that a contact once spoke for and no longer does. */
export async function leftCodesOf(db: Db, contactId: ContactId): Promise<readonly string[]> {
  const { rows } = await sql<{ credit_code: string }>`
    select distinct credit_code from enterprise_binding b
    where contact_id = ${contactId}::uuid and state = 'ended' and not exists (
      select 1 from enterprise_binding o where o.contact_id = b.contact_id
        and o.credit_code = b.credit_code and o.state = 'confirmed')`.execute(db)
  return rows.map((row) => row.credit_code)
}

/** Decides a binding that was asked for. @returns the binding, or null when it no longer waits */
export async function decideBinding(
  db: Db,
  id: string,
  decision: 'confirmed' | 'refused',
  decidedBy: string,
): Promise<Binding | null> {
  const { rows } = await sql<BindingRow>`
    update enterprise_binding b set state = ${decision}, decided_by = ${decidedBy}, decided_at = now(),
      person_name = case when ${decision} = 'confirmed' then b.person_name end
    from contact c where b.id = ${id}::uuid and b.state = 'asked' and c.id = b.contact_id
    returning ${COLUMNS}`.execute(db)
  return rows[0] ? toBinding(rows[0]) : null
}

/** Ends what was confirmed, for somebody who does not do it themselves. @returns the binding, or null when it no longer stands */
export async function endBinding(db: Db, id: string, endedBy: string): Promise<Binding | null> {
  const { rows } = await sql<BindingRow>`
    update enterprise_binding b set state = 'ended', decided_by = ${endedBy}, decided_at = now(),
      person_name = null
    from contact c where b.id = ${id}::uuid and b.state = 'confirmed' and c.id = b.contact_id
    returning ${COLUMNS}`.execute(db)
  return rows[0] ? toBinding(rows[0]) : null
}

/** The enterprises a contact is confirmed to speak for. */
export async function creditCodesOf(db: Db, contactId: ContactId): Promise<readonly string[]> {
  const { rows } = await sql<{ credit_code: string }>`
    select credit_code from enterprise_binding
    where contact_id = ${contactId}::uuid and state = 'confirmed' order by credit_code`.execute(db)
  return rows.map((row) => row.credit_code)
}

/** All that wait for their decision, the oldest first. */
export async function waitingBindings(db: Db): Promise<readonly Binding[]> {
  const { rows } = await sql<BindingRow>`
    select ${COLUMNS} from enterprise_binding b join contact c on c.id = b.contact_id
    where b.state = 'asked' order by b.asked_at`.execute(db)
  return rows.map(toBinding)
}

/** Those that stand, by enterprise; `text` is found in its name, its code and the contact's name. */
export function confirmedBindings(
  db: Db,
  text: string | null,
  page: PageAsk,
): Promise<Page<Binding>> {
  const statement = (stretch: RawBuilder<unknown>) => sql<BindingRow & { total: number }>`
    select ${COLUMNS}, count(*) over ()::int as total
    from enterprise_binding b join contact c on c.id = b.contact_id
    where b.state = 'confirmed' and (${text}::text is null
      or strpos(lower(concat_ws(' ', b.enterprise_name, b.credit_code, b.person_name, c.name)), lower(${text})) > 0)
    order by b.enterprise_name, b.credit_code, b.decided_at, b.id ${stretch}`
  return readPage(db, page, statement, toBinding)
}

type BindingRow = {
  id: string
  contact_id: string
  contact_name: string | null
  channel: 'lark' | 'web'
  external_id: string
  credit_code: string
  enterprise_name: string
  confirmed_names: string[]
  state: Binding['state']
  asked_at: Date
  decided_at: Date | null
}

const COLUMNS = sql`
  b.id, b.contact_id, coalesce(b.person_name, c.name) as contact_name, c.channel, c.external_id, b.credit_code, b.enterprise_name, b.state, b.asked_at,
  b.decided_at, array(
    select distinct o.enterprise_name from enterprise_binding o
    where o.credit_code = b.credit_code and o.state = 'confirmed' and o.id <> b.id
    order by o.enterprise_name) as confirmed_names`

const toBinding = (row: BindingRow): Binding => ({
  id: row.id,
  contactId: row.contact_id,
  contactName: row.contact_name,
  channel: row.channel,
  externalId: row.external_id,
  creditCode: row.credit_code,
  enterpriseName: row.enterprise_name,
  otherNames: row.confirmed_names.filter(
    (name) => asCompared(name) !== asCompared(row.enterprise_name),
  ),
  state: row.state,
  askedAt: row.asked_at,
  decidedAt: row.decided_at,
})

/** Brackets of another width and blanks make no other name. */
const asCompared = (name: string) => name.normalize('NFKC').replaceAll(/\s/gu, '')
