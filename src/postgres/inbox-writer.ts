// Group commit for what comes in: events that arrive while an insert is under way share the next
// one. The caller is told only after its row is committed, so an acknowledged event is stored.
import { setImmediate as afterThisTurn } from 'node:timers/promises'
import type { Incoming } from '../kernel/incoming.ts'
import type { Db } from './database.ts'
import { insertInbox, type StoredEntry } from './inbox.ts'

const BATCH_MAX = 200

/**
 * Stores an event.
 * @param held the caller will handle it itself, at once
 * @returns what was stored, or null when it was there already
 */
export type StoreIncoming = (event: Incoming, held?: boolean) => Promise<StoredEntry | null>

export type InboxWriterOptions = Readonly<{
  /** Statements under way at a time; more than one pays only where the store is another process. */
  inFlightMax: number
  onStored: () => void
}>

type Waiting = Readonly<{
  event: Incoming
  held: boolean
  resolve: (stored: StoredEntry | null) => void
  reject: (error: unknown) => void
}>

export function makeInboxWriter(
  db: Db,
  { inFlightMax, onStored }: InboxWriterOptions,
): StoreIncoming {
  let waiting: Waiting[] = []
  let inFlight = 0
  let gathering = false
  /** Conversations with a statement under way: their later events wait, or they might overtake. */
  const busy = new Set<string>()

  function take(): Waiting[] {
    if (busy.size === 0 && waiting.length <= BATCH_MAX) return waiting.splice(0)
    const batch: Waiting[] = []
    const rest: Waiting[] = []
    for (const one of waiting) {
      const fits = batch.length < BATCH_MAX && !busy.has(one.event.conversationKey)
      ;(fits ? batch : rest).push(one)
    }
    waiting = rest
    return batch
  }

  /** What arrives in the same turn of the event loop goes into the same statement. */
  async function gather(): Promise<void> {
    if (gathering || inFlight >= inFlightMax || waiting.length === 0) return
    gathering = true
    await afterThisTurn()
    gathering = false
    const batch = take()
    if (batch.length > 0) void write(batch)
  }

  async function write(batch: readonly Waiting[]): Promise<void> {
    const keys = new Set(batch.map((one) => one.event.conversationKey))
    for (const key of keys) busy.add(key)
    inFlight++
    void gather()
    await insert(batch)
    inFlight--
    for (const key of keys) busy.delete(key)
    void gather()
  }

  async function insert(batch: readonly Waiting[]): Promise<void> {
    try {
      const held = new Set(batch.filter((one) => one.held).map((one) => one.event))
      const stored = new Map(
        await insertInbox(
          db,
          batch.map((one) => one.event),
          held,
        ),
      )
      const some = stored.size > held.size
      for (const one of batch) {
        // The same event twice in one batch is stored once: only the first is told so.
        one.resolve(stored.get(one.event.eventId) ?? null)
        stored.delete(one.event.eventId)
      }
      if (some) onStored()
    } catch (error) {
      for (const one of batch) one.reject(error)
    }
  }

  return (event, held = false) =>
    new Promise((resolve, reject) => {
      waiting.push({ event, held, resolve, reject })
      void gather()
    })
}
