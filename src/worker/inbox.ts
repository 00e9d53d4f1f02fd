// Takes incoming events: one conversation at a time, several conversations in parallel. What is
// decided is written in one transaction with the end of the entry, so a crash at any moment
// answers either once or, by the next worker, once.

import { causeForLog } from '../kernel/cause.ts'
import type { Incoming } from '../kernel/incoming.ts'
import type { Log } from '../kernel/log.ts'
import { makeHeartbeat } from './heartbeat.ts'
import { type Loop, makeLoop } from './loop.ts'

/** A claimed entry, or several texts of one person taken together; `ids` are all under `lease`. */
export type InboxWork = Readonly<{
  ids: readonly [string, ...string[]]
  /** The conversation; one entry of it is handled at a time. */
  key: string
  lease: string
  attempts: number
  events: readonly [Incoming, ...Incoming[]]
}>

/** Writes the outcome inside the given transaction. */
type Commit<Stores, Reply> = (stores: Stores) => Promise<Reply | null>

export type InboxDeps<Stores, Reply> = Readonly<{
  claim: (limit: number) => Promise<readonly InboxWork[]>
  /** Later texts of the same person, taken under the same lease. */
  adoptBurst: (work: InboxWork) => Promise<InboxWork>
  /** Thinks, without a transaction; what it returns writes. */
  prepare: (events: readonly [Incoming, ...Incoming[]]) => Promise<Commit<Stores, Reply>>
  /** Runs `commit` and ends the entries together. @throws LeaseLost */
  commit: (work: InboxWork, commit: Commit<Stores, Reply>) => Promise<void>
  renew: (leases: readonly string[]) => Promise<void>
  /** @returns true when any of its entries is dead now */
  fail: (work: InboxWork, error: unknown, final: boolean) => Promise<boolean>
  /**
   * Gives the entry back until so long after it was received, by the clock of the store.
   * @returns false when that is over: it is still the caller's
   */
  postpone: (work: InboxWork, ms: number) => Promise<boolean>
  /** Whether a text only opens a conversation (「我想问一下」), so that the rest is waited for. */
  isBareOpener: (text: string) => boolean
  now: () => Date
  log: Log
  leaseMs: number
  /** An entry taken more often has ended its worker each time; it must not end the next one. */
  attemptsMax: number
}>

/** Another worker has taken the entry over; what this one prepared must not be written. */
export class LeaseLost extends Error {}

/** Several workers took the entry and none was heard of again. */
class AbandonedTooOften extends Error {
  override readonly name = 'AbandonedTooOften'
}

const CONCURRENCY = 5
const POLL_MS = 1_000
/** The longest that a bare opener waits for what follows it. */
const OPENER_WAIT_MS = 1_500

/** Failures are recorded with the entry; what the loop itself meets is logged, and it goes on. */
export function makeInboxLoop<Stores, Reply>(deps: InboxDeps<Stores, Reply>): Loop<InboxWork> {
  const onProblem = (error: unknown) => report(deps.log, error)
  const heartbeat = makeHeartbeat(deps.renew, deps.leaseMs, onProblem)
  const loop = makeLoop<InboxWork>({
    claim: deps.claim,
    handle: (work) => heartbeat.during(work.lease, () => handleInbox(deps, work)),
    concurrency: CONCURRENCY,
    pollMs: POLL_MS,
    onProblem,
    now: deps.now,
  })
  return {
    ...loop,
    stop: async () => {
      await loop.stop()
      heartbeat.stop()
    },
  }
}

/** Handles one claimed entry to its end: written, postponed, tried again later, or dead. */
async function handleInbox<Stores, Reply>(
  deps: InboxDeps<Stores, Reply>,
  claimed: InboxWork,
): Promise<void> {
  let work = claimed
  try {
    if (work.attempts > deps.attemptsMax) throw new AbandonedTooOften()
    const head = work.events[0].content
    if (head.kind === 'text') {
      work = await deps.adoptBurst(work)
      const mayGoOn = work.events.length === 1 && deps.isBareOpener(head.text)
      if (mayGoOn && (await deps.postpone(work, OPENER_WAIT_MS))) return
    }
    const commit = await deps.prepare(work.events)
    await deps.commit(work, commit)
  } catch (error) {
    if (error instanceof LeaseLost) {
      deps.log.warn({ entry: work.ids[0] }, 'inbox entry was taken over by another worker')
      return
    }
    const dead = await deps.fail(work, error, error instanceof AbandonedTooOften)
    deps.log[dead ? 'error' : 'warn'](
      { entry: work.ids[0], attempts: work.attempts, dead, error: causeForLog(error) },
      'inbox entry failed',
    )
  }
}

function report(log: Log, error: unknown): void {
  log.error({ error: causeForLog(error) }, 'inbox loop failed')
}
