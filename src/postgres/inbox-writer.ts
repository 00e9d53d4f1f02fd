// Group commit for what comes in: events that arrive while an insert is under way share the next
// one. The caller is told only after its row is committed, so an acknowledged event is stored. One
// statement at a time: that keeps everybody's order, and larger batches were faster than two lanes.
import { setImmediate as afterThisTurn } from 'node:timers/promises'
import type { Incoming } from '../kernel/incoming.ts'
import type { Db } from './database.ts'
import { insertInbox, type StoredEntry } from './inbox.ts'

const BATCH_MAX = 200

/** @returns what was stored, or null when it was there already */
export type StoreIncoming = (event: Incoming, how?: Held) => Promise<StoredEntry | null>

/** Whether the caller will handle it itself, at once; otherwise it is for the workers. */
type Held = Readonly<{ held: boolean }>

export type InboxWriterOptions = Readonly<{
  /** Whether workers of other processes are to be woken. */
  announce: boolean
  /** Called when something is stored that no caller holds. */
  onStored: () => void
}>

type Waiting = Readonly<{
  event: Incoming
  held: boolean
  resolve: (stored: StoredEntry | null) => void
  reject: (error: unknown) => void
}>

/** One for each process. When a statement fails, everyone whose event was in it is told. */
export function makeInboxWriter(db: Db, options: InboxWriterOptions): StoreIncoming {
  const waiting: Waiting[] = []
  let writing = false

  async function drain(): Promise<void> {
    writing = true
    while (waiting.length > 0) {
      // What arrives in the same turn of the event loop goes into the same statement.
      await afterThisTurn()
      await write(db, options, waiting.splice(0, BATCH_MAX))
    }
    writing = false
  }

  return (event, { held } = { held: false }) =>
    new Promise((resolve, reject) => {
      waiting.push({ event, held, resolve, reject })
      if (!writing) void drain()
    })
}

async function write(
  db: Db,
  { announce, onStored }: InboxWriterOptions,
  batch: readonly Waiting[],
): Promise<void> {
  try {
    const held = new Set(batch.filter((one) => one.held).map((one) => one.event))
    const events = batch.map((one) => one.event)
    const stored = await insertInbox(db, events, { held, announce })
    const anyForWorkers = [...stored.values()].some((entry) => entry.held === null)
    for (const one of batch) {
      // The same event twice in one batch is stored once: only the first is told so.
      one.resolve(stored.get(one.event.eventId) ?? null)
      stored.delete(one.event.eventId)
    }
    if (anyForWorkers) onStored()
  } catch (error) {
    for (const one of batch) one.reject(error)
  }
}
