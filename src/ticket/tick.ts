// The timers: asks for tickets whose next alarm has come and does, as the system, what the alarm is
// about. After downtime each timer fires once, at its furthest step. Nothing is sent out of hours.
import type { TicketId } from '../kernel/ids.ts'
import { type Calendar, isWorkingInstant } from '../kernel/working-time.ts'
import { clocksOf, dueStages, FIRST_SUPERVISION_STAGE, type Stage } from './alarms.ts'
import type { Command } from './command.ts'
import { type PerformDeps, perform } from './perform.ts'
import type { Locked, ReckonedClocks, TicketReads } from './ports.ts'

export type TickDeps = PerformDeps &
  Readonly<{
    reads: Pick<TicketReads, 'due' | 'openAfter'>
    /** A ticket whose timers failed; the others go on. */
    failed: (id: TicketId, cause: unknown) => void
  }>

export type Ticked = Readonly<{
  tickets: number
  acts: number
  /** More may be due: ask again at once. */
  more: boolean
  /** Out of hours: nothing was looked at. */
  resting: boolean
}>

/** How many tickets one call looks at. */
const BATCH_MAX = 100
/** How long a ticket whose timers failed is left alone, so that it keeps nobody's place. */
const PUT_OFF_MS = 10 * 60_000
/** How many tickets are read and written with one statement each. */
const RECALCULATED_AT_ONCE = 200
/** An alarm at the very end of a working period is still sent; so late at most. */
const GRACE_MS = 30 * 60_000

/** Handles what is due now. Safe to call at any time and from several processes at once. */
export async function tick(deps: TickDeps, atOnce = BATCH_MAX): Promise<Ticked> {
  const now = deps.clock()
  if (!isWithinHours(deps.calendar(), now))
    return { tickets: 0, acts: 0, more: false, resting: true }
  const ids = await deps.reads.due(now, atOnce)
  let acts = 0
  let delayed = 0
  for (const id of ids) {
    try {
      acts += await fire(deps, id)
    } catch (cause) {
      deps.failed(id, cause)
      if (await putOff(deps, id)) delayed++
    }
  }
  return {
    tickets: ids.length,
    acts,
    more: ids.length === atOnce && acts + delayed > 0,
    resting: false,
  }
}

/** @returns false when what hinders the ticket's timers hinders this too: it keeps its place */
async function putOff(deps: TickDeps, id: TicketId): Promise<boolean> {
  try {
    const until = new Date(deps.clock().getTime() + PUT_OFF_MS)
    await deps.store.putOff(id, until.toISOString())
    return true
  } catch (cause) {
    deps.failed(id, cause)
    return false
  }
}

/**
 * Reckons all clocks anew: after a calendar year was loaded, a temporary day off was declared, or
 * working hours changed.
 */
export async function recalculate(deps: TickDeps, atOnce = RECALCULATED_AT_ONCE): Promise<number> {
  let count = 0
  let last: TicketId | null = null
  for (;;) {
    const open: readonly Locked[] = await deps.reads.openAfter(last, atOnce)
    await deps.store.saveClocks(open.flatMap((one) => reckoned(deps, one)))
    count += open.length
    last = open.at(-1)?.ticket.id ?? null
    if (open.length < atOnce) return count
  }
}

/** Nothing of a ticket whose clocks cannot be reckoned. */
function reckoned(deps: TickDeps, locked: Locked): readonly ReckonedClocks[] {
  try {
    return [standingOf(deps, locked)]
  } catch (cause) {
    deps.failed(locked.ticket.id, cause)
    return []
  }
}

async function fire(deps: TickDeps, id: TicketId): Promise<number> {
  const locked = await deps.reads.byId(id)
  if (locked === null) return 0
  let acts = 0
  const now = deps.clock().toISOString()
  for (const stage of dueStages(locked.ticket, deps.calendar(), now)) {
    const performed = await perform(deps, id, commandFor(stage), { kind: 'system' })
    if (performed.ok) acts++
  }
  // A due instant that no longer stands would be found again for ever.
  if (acts === 0) await saveClocks(deps, id)
  return acts
}

async function saveClocks(deps: TickDeps, id: TicketId): Promise<void> {
  const locked = await deps.reads.byId(id)
  if (locked === null) return
  const standing = standingOf(deps, locked)
  await deps.store.saveClocks([standing])
  const { nextDueAt } = standing.clocks
  if (nextDueAt !== null && nextDueAt <= deps.clock().toISOString())
    throw new Error('what an alarm does was refused')
}

function standingOf(deps: TickDeps, { ticket, end }: Locked): ReckonedClocks {
  const clocks = clocksOf(ticket, deps.calendar(), deps.clock().toISOString())
  return { id: ticket.id, seq: end.seq, clocks }
}

function commandFor({ timer, due, stage }: Stage): Command {
  if (stage === 2 && timer === 'waiting') return { kind: 'resume', reason: '企业逾期未补充' }
  if (stage === 2 && timer === 'auto_confirm') return { kind: 'auto_confirm' }
  if (timer === 'close') return { kind: 'close' }
  return stage >= FIRST_SUPERVISION_STAGE
    ? { kind: 'supervise', timer, due, stage, text: null }
    : { kind: 'remind', timer, due, stage }
}

function isWithinHours(calendar: Calendar, now: Date): boolean {
  return (
    isWorkingInstant(calendar, now) ||
    isWorkingInstant(calendar, new Date(now.getTime() - GRACE_MS))
  )
}
