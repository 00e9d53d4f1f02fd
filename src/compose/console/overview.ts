// The first page of the console.
import type { OverviewDeps } from '../../http/console-api/overview.ts'
import type { OptionsWire } from '../../http/console-api/wire.ts'
import { staffNoticesOf } from '../../postgres/desk/notices.ts'
import { countTickets, listTickets } from '../../postgres/desk/ticket-list.ts'
import { markStaffNoticesRead } from '../../postgres/staff-notices.ts'
import { deskLists } from '../tickets/desk.ts'
import { alarmsFor } from './alarms.ts'
import type { ConsoleParts } from './parts.ts'
import { lineWordsOf } from './tickets.ts'

const NOTICES_SHOWN = 20

export function composeOverview(parts: ConsoleParts): OverviewDeps {
  const { db, world } = parts
  return {
    list: (reach, filter, page) => listTickets(db, reach, filter, page),
    count: (reach, filter) => countTickets(db, reach, filter),
    lineWords: () => lineWordsOf(world, db),
    alarms: (staff) => alarmsFor(parts, staff),
    notices: (staff) => staffNoticesOf(db, staff.id, NOTICES_SHOWN),
    markRead: (staff) => markStaffNoticesRead(db, staff.id),
    options: () => optionsOf(parts),
  }
}

async function optionsOf({ db, world }: ConsoleParts): Promise<OptionsWire> {
  const base = world.base()
  const lists = await deskLists(world, db)
  return {
    districts: base.districts
      .filter((one) => one.enabled)
      .map((one) => ({ value: one.code, label: one.name })),
    sections: base.sections.map((one) => ({ value: one.code, label: one.name })),
    departments: lists.departments,
    staff: lists.staff,
  }
}
