// What happens because time passes: ticket alarms, resolutions that arrive, hand-over of absences. Any process that works
// may run it; each act is decided under the ticket's lock, so two at once do nothing twice.
import { causeForLog } from '../kernel/cause.ts'
import type { TicketId } from '../kernel/ids.ts'
import type { Log } from '../kernel/log.ts'
import type { Calendar } from '../kernel/working-time.ts'
import type { Connection } from '../postgres/database.ts'
import { type Arrived, arrivedResolutions } from '../postgres/ticket-delivery.ts'
import { handOverAbsences } from '../ticket/hand-over.ts'
import { perform } from '../ticket/perform.ts'
import { recalculate, type TickDeps, tick } from '../ticket/tick.ts'
import { drain } from '../worker/drain.ts'
import { reissueAged } from './lark/pressable-cards.ts'
import { retain } from './retention.ts'
import { failedTicket } from './tickets/failed-ticket.ts'
import { type TicketWorld, ticketDeps } from './tickets/tickets.ts'

const TICK_MS = 30_000
const HAND_OVER_MS = 15 * 60_000
const RETENTION_MS = 6 * 3_600_000
const ARRIVED_AT_ONCE = 200

export type TimerDeps = Readonly<{ db: Connection; world: TicketWorld; log: Log }>

/** @returns a function that stops and waits for what runs */
export function startTimers({ db, world, log }: TimerDeps): () => Promise<void> {
  const deps = { ...ticketDeps(world, db), failed: failedTicket(log) }
  let reckonedBy: Calendar | null = null
  const stops = [
    every(TICK_MS, log, async () => {
      // After a start, a new year's notice or a declared day off, the stored dates are of another calendar.
      const calendar = world.work.calendar()
      if (calendar !== reckonedBy) await recalculate(deps)
      reckonedBy = calendar
    }),
    every(TICK_MS, log, () => recordArrived(db, deps)),
    every(TICK_MS, log, async () => {
      let more = true
      while (more) more = (await tick(deps)).more
    }),
    every(HAND_OVER_MS, log, async () => {
      const { moved, stranded } = await handOverAbsences(deps)
      if (moved.length > 0) log.info({ count: moved.length }, 'tickets handed over for absence')
      if (stranded.length > 0)
        log.error({ count: stranded.length }, 'tickets of absent staff have nobody to go to')
    }),
    every(HAND_OVER_MS, log, () => reissueAged(db, world, log)),
    every(RETENTION_MS, log, () => retain(db, world, log)),
  ]
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}

/** @param atOnce how many tickets are read with one statement */
export async function recordArrived(
  db: Connection,
  deps: TickDeps,
  atOnce = ARRIVED_AT_ONCE,
): Promise<void> {
  let last: TicketId | null = null
  for (;;) {
    const arrived: readonly Arrived[] = await arrivedResolutions(db, last, atOnce)
    for (const { id, how } of arrived) {
      try {
        await perform(deps, id, { kind: 'record_delivery', how }, { kind: 'system' })
      } catch (cause) {
        deps.failed(id, cause)
      }
    }
    last = arrived.at(-1)?.id ?? null
    if (arrived.length < atOnce) return
  }
}

/** Runs `work` now and then at this pace, never twice at once. */
export function every(ms: number, log: Log, work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  const run = () => {
    running ??= work()
      .catch((error) => log.error({ error: causeForLog(error) }, 'timer failed'))
      .finally(() => {
        running = null
      })
  }
  run()
  const timer = setInterval(run, ms)
  return async () => {
    clearInterval(timer)
    if (running !== null) await drain(running)
  }
}
