// What goes when its time is over, by the periods of `limits.yaml`.
import { DAY_MS } from '../kernel/clock.ts'
import type { Log } from '../kernel/log.ts'
import type { Connection } from '../postgres/database.ts'
import { forgetRequests } from '../postgres/desk/requests.ts'
import { forgetNonces } from '../postgres/exchange.ts'
import { forgetOldVersions, forgetUnusedVectors } from '../postgres/knowledge-retention.ts'
import { purge } from '../postgres/retention.ts'
import { anonymiseTickets } from '../postgres/ticket-person.ts'
import { FORMAT_MARK } from './knowledge/publish.ts'
import type { TicketWorld } from './tickets/tickets.ts'

/** How long a file is kept that no ticket has taken. */
const LOOSE_FILE_DAYS = 1

/** Safe to call at any time: nothing goes before its time. */
export async function retain(
  db: Connection,
  world: Pick<TicketWorld, 'work' | 'now'>,
  log: Log,
): Promise<void> {
  const { logDays, personalDataDays } = world.work.rules().retention
  const before = (days: number) => new Date(world.now().getTime() - days * DAY_MS)
  const anonymised = await anonymiseTickets(db, before(personalDataDays))
  const purged = await purge(db, {
    logsBefore: before(logDays),
    personalBefore: before(personalDataDays),
    auditBefore: before(Math.max(logDays, personalDataDays)),
    looseFilesBefore: before(LOOSE_FILE_DAYS),
  })
  await forgetNonces(db, before(1))
  await forgetRequests(db, before(1))
  const versions = await forgetOldVersions(db, FORMAT_MARK)
  const vectors = await forgetUnusedVectors(db)
  const deleted = { anonymised, ...purged, versions, vectors }
  if (Object.values(deleted).some((count) => count > 0))
    log.info(deleted, 'data deleted at the end of its retention')
}
