// The first page: what is mine, what is late, what needs somebody. It is everybody's, and shows each
// what the permission table lets them see.
import { Hono } from 'hono'
import { may } from '../../staff/permissions.ts'
import type { StaffMember } from '../../staff/staff.ts'
import type { StaffNoticeLine } from '../../ticket/desk-detail.ts'
import {
  ALL_TICKETS,
  type Page,
  type PageAsk,
  type Reach,
  reachOf,
  type TicketFilter,
  type TicketLine,
} from '../../ticket/desk-list.ts'
import type { StaffEnv } from '../session.ts'
import { actorOf, need, SOON_MS } from './parts.ts'
import { type LineWords, lineWire } from './ticket-lines.ts'
import type { AlarmWire, OptionsWire, OverviewWire } from './wire.ts'

export type OverviewDeps = Readonly<{
  list: (reach: Reach, filter: TicketFilter, page: PageAsk) => Promise<Page<TicketLine>>
  count: (reach: Reach, filter: TicketFilter) => Promise<number>
  lineWords: () => Promise<LineWords>
  alarms: (staff: StaffMember) => Promise<readonly AlarmWire[]>
  notices: (staff: StaffMember) => Promise<readonly StaffNoticeLine[]>
  markRead: (staff: StaffMember) => Promise<void>
  options: () => Promise<OptionsWire>
}>

const MINE_SHOWN = 10

export function overviewApi(deps: OverviewDeps): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()

  app.get('/overview', async (c) => {
    const staff = c.get('staff')
    const words = await deps.lineWords()
    const [counts, mine, alarms, notices] = await Promise.all([
      countsFor(deps, staff, words.now),
      mineOf(deps, staff),
      deps.alarms(staff),
      deps.notices(staff),
    ])
    const body: OverviewWire = {
      counts,
      mine: mine.map((line) => lineWire(line, staff, words)),
      alarms,
      notices: notices.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
      unreadNotices: notices.filter((one) => !one.read).length,
    }
    return c.json(body)
  })

  app.post('/notices/read', async (c) => {
    await deps.markRead(c.get('staff'))
    return c.json({ ok: true })
  })

  app.get('/options', async (c) => {
    const me = need(c, 'knowledge.read')
    const options = await deps.options()
    const body: OptionsWire = may(me.roles, 'staff.read') ? options : { ...options, staff: [] }
    return c.json(body)
  })
  return app
}

async function countsFor(
  { count }: OverviewDeps,
  staff: StaffMember,
  now: Date,
): Promise<OverviewWire['counts']> {
  const reach = reachOf(actorOf(staff), 'ticket.read')
  const open = { ...ALL_TICKETS, stage: 'open' } as const
  const soon = new Date(now.getTime() + SOON_MS)
  const [mine, toAccept, dueSoon, overdue, unowned, allOpen] = await Promise.all([
    count(reach, { ...open, heldBy: staff.id }),
    count(reach, { ...open, owner: staff.id, states: ['dispatched'] }),
    count(reach, { ...open, dueBefore: soon }),
    count(reach, { ...open, dueBefore: now }),
    count(reach, { ...open, states: ['created', 'returned', 'reopened'] }),
    count(reach, open),
  ])
  return { mine, toAccept, dueSoon: dueSoon - overdue, overdue, unowned, allOpen }
}

async function mineOf(deps: OverviewDeps, staff: StaffMember): Promise<readonly TicketLine[]> {
  const reach = reachOf(actorOf(staff), 'ticket.read')
  const filter: TicketFilter = { ...ALL_TICKETS, stage: 'open', heldBy: staff.id, order: 'due' }
  return (await deps.list(reach, filter, { page: 1, size: MINE_SHOWN })).rows
}
