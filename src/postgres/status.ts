// Facts about the store that operations ask for.
import { sql } from 'kysely'
import { asId, type StaffId } from '../kernel/ids.ts'
import type { WaitingTickets } from '../ticket/unattended.ts'
import type { Db } from './database.ts'

/** Whether the database answers. */
export async function isUp(db: Db): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}

/** How many tickets are not at an end, by state; and how many of them nobody owns. */
export async function openTicketCounts(
  db: Db,
): Promise<Readonly<{ byState: ReadonlyMap<string, number>; unowned: number }>> {
  const { rows } = await sql<{ state: string; count: string; unowned: string }>`
    select state, count(*) as count, count(*) filter (where owner_id is null) as unowned
    from ticket where ended_at is null group by state`.execute(db)
  return {
    byState: new Map(rows.map((row) => [row.state, Number(row.count)])),
    unowned: rows.reduce((sum, row) => sum + Number(row.unowned), 0),
  }
}

/** The open tickets by whom they wait for. */
export async function waitingTickets(db: Db): Promise<readonly WaitingTickets[]> {
  const { rows } = await sql<Omit<WaitingTickets, 'count'> & { count: string }>`
    select state, district, department, owner_id as "ownerId",
      coalesce((ticket ->> 'objected')::boolean, false) as objected,
      count(*) as count, min(number) as "firstNumber"
    from ticket where ended_at is null group by 1, 2, 3, 4, 5 order by min(number)`.execute(db)
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

export type ActiveStaff = Readonly<{
  id: StaffId
  name: string
  administrator: boolean
  hasLark: boolean
}>

/** Everybody who may work now. */
export async function activeStaff(db: Db): Promise<readonly ActiveStaff[]> {
  const { rows } = await sql<Omit<ActiveStaff, 'id'> & { id: string }>`
    select id, name, 'administrator' = any(roles) as administrator,
      lark_open_id is not null as "hasLark"
    from staff where active`.execute(db)
  return rows.map((row) => ({ ...row, id: asId<StaffId>(row.id) }))
}

/** However long ago: the latest session of each person is never deleted (`purge`). */
export async function hasAdministratorSignedIn(db: Db): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select 1 from staff_session join staff on staff.id = staff_session.staff_id
      where 'administrator' = any(staff.roles)) as found`.execute(db)
  return rows[0]?.found ?? false
}
