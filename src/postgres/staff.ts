// Staff, their absences and duties.
import { sql } from 'kysely'
import { asId, type ItemCode, type StaffId } from '../kernel/ids.ts'
import type { StaffRole } from '../staff/permissions.ts'
import type { Duty, Leave, Roster, StaffMember } from '../staff/staff.ts'
import type { Db } from './database.ts'

type StaffRow = {
  id: string
  name: string
  roles: StaffRole[]
  districts: string[]
  departments: string[]
  sections: string[]
  items: { code: ItemCode; part: 'A' | 'B' }[]
  substitute_id: string | null
  lark_open_id: string | null
  active: boolean
}

/** Everybody, with absences and duties that are not over before `today` (local date). */
export async function readRoster(db: Db, today: string): Promise<Roster> {
  const staff = await sql<StaffRow>`select * from staff order by name, id`.execute(db)
  const leaves = await sql<{
    staff_id: string
    from: string
    to: string
    substitute_id: string | null
  }>`
    select staff_id, from_date::text as from, to_date::text as to, substitute_id
    from staff_leave where to_date >= ${today}::date order by from_date`.execute(db)
  const duties = await sql<{ staff_id: string; from: string; to: string; district: string | null }>`
    select staff_id, from_date::text as from, to_date::text as to, district
    from staff_duty where to_date >= ${today}::date order by from_date`.execute(db)
  return {
    staff: staff.rows.map(toMember),
    leaves: leaves.rows.map((row) => ({
      staffId: asId<StaffId>(row.staff_id),
      from: row.from,
      to: row.to,
      substituteId: row.substitute_id === null ? null : asId<StaffId>(row.substitute_id),
    })),
    duties: duties.rows.map((row) => ({
      staffId: asId<StaffId>(row.staff_id),
      from: row.from,
      to: row.to,
      district: row.district,
    })),
  }
}

/** Also one who is no longer active. */
export async function findStaff(db: Db, id: StaffId): Promise<StaffMember | null> {
  const { rows } = await sql<StaffRow>`select * from staff where id = ${id}::uuid`.execute(db)
  return rows[0] ? toMember(rows[0]) : null
}

/** The active member of staff with this Lark account. */
export async function findStaffByLark(db: Db, openId: string): Promise<StaffMember | null> {
  const { rows } = await sql<StaffRow>`
    select * from staff where lark_open_id = ${openId} and active`.execute(db)
  return rows[0] ? toMember(rows[0]) : null
}

/** Adds a member or replaces all that is known of one. */
export async function saveStaff(db: Db, member: StaffMember): Promise<void> {
  await sql`
    insert into staff (id, name, roles, districts, departments, sections, items, substitute_id,
      lark_open_id, active)
    values (${member.id}::uuid, ${member.name}, ${[...member.roles]}::text[],
      ${[...member.districts]}::text[], ${[...member.departments]}::text[],
      ${[...member.sections]}::text[], ${JSON.stringify(member.items)}::jsonb,
      ${member.substituteId}::uuid, ${member.larkOpenId}, ${member.active})
    on conflict (id) do update set name = excluded.name, roles = excluded.roles,
      districts = excluded.districts, departments = excluded.departments, sections = excluded.sections,
      items = excluded.items, substitute_id = excluded.substitute_id,
      lark_open_id = excluded.lark_open_id, active = excluded.active, updated_at = now()`.execute(
    db,
  )
}

/**
 * Beside earlier leaves, even where they overlap; what the person has in hand is moved by
 * `handOverAbsences`. `recordedBy` is as in the audit.
 */
export async function recordLeave(db: Db, leave: Leave, recordedBy: string): Promise<void> {
  await sql`
    insert into staff_leave (staff_id, from_date, to_date, substitute_id, recorded_by)
    values (${leave.staffId}::uuid, ${leave.from}::date, ${leave.to}::date,
      ${leave.substituteId}::uuid, ${recordedBy})`.execute(db)
}

/** Ends every leave of a person that would still run on `date`; the person is back on that day. */
export async function endLeave(db: Db, staffId: StaffId, date: string): Promise<void> {
  await sql`
    delete from staff_leave where staff_id = ${staffId}::uuid and from_date >= ${date}::date`.execute(
    db,
  )
  await sql`
    update staff_leave set to_date = ${date}::date - 1
    where staff_id = ${staffId}::uuid and to_date >= ${date}::date`.execute(db)
}

/** Sets who is on duty in a stretch of days, in place of who was in exactly that stretch. */
export async function saveDuties(
  db: Db,
  from: string,
  to: string,
  duties: readonly Duty[],
): Promise<void> {
  await sql`delete from staff_duty where from_date = ${from}::date and to_date = ${to}::date`.execute(
    db,
  )
  for (const duty of duties) {
    await sql`
      insert into staff_duty (staff_id, from_date, to_date, district)
      values (${duty.staffId}::uuid, ${duty.from}::date, ${duty.to}::date, ${duty.district})`.execute(
      db,
    )
  }
}

/** Declares a working day to be none, or takes that back. */
export async function declareClosedDay(
  db: Db,
  day: string,
  reason: string | null,
  declaredBy: string,
): Promise<void> {
  if (reason === null) await sql`delete from closed_day where day = ${day}::date`.execute(db)
  else
    await sql`
      insert into closed_day (day, reason, declared_by) values (${day}::date, ${reason}, ${declaredBy})
      on conflict (tenant_id, day) do update set reason = excluded.reason,
        declared_by = excluded.declared_by, declared_at = now()`.execute(db)
}

/** The days declared closed, as local dates. */
export async function readClosedDays(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ day: string }>`
    select day::text as day from closed_day order by day`.execute(db)
  return rows.map((row) => row.day)
}

function toMember(row: StaffRow): StaffMember {
  return {
    id: asId<StaffId>(row.id),
    name: row.name,
    roles: row.roles,
    districts: row.districts,
    departments: row.departments,
    sections: row.sections,
    items: row.items,
    substituteId: row.substitute_id === null ? null : asId<StaffId>(row.substitute_id),
    larkOpenId: row.lark_open_id,
    active: row.active,
  }
}
