// Group commit for the webhook: events that arrive while an insert is under way share the next
// one. The caller is told only after its row is committed, so an acknowledged event is stored.
import type { Incoming } from '../kernel/incoming.ts'
import type { Db } from './database.ts'
import { insertInbox } from './inbox.ts'

const BATCH_MAX = 200

/** Stores an event. @returns its inbox id, or null when it was there already */
export type StoreIncoming = (event: Incoming) => Promise<string | null>

type Waiting = {
  event: Incoming
  resolve: (id: string | null) => void
  reject: (error: unknown) => void
}

export function makeInboxWriter(db: Db, onStored: () => void): StoreIncoming {
  let waiting: Waiting[] = []
  let writing = false

  async function drain(): Promise<void> {
    writing = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH_MAX)
      waiting = waiting.slice(BATCH_MAX)
      await writeBatch(batch)
    }
    writing = false
  }

  async function writeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const stored = await insertInbox(
        db,
        batch.map((one) => one.event),
      )
      // The same event twice in one batch is stored once: only the first is told its id.
      const untold = new Map(stored)
      for (const one of batch) {
        one.resolve(untold.get(one.event.eventId) ?? null)
        untold.delete(one.event.eventId)
      }
      if (stored.size > 0) onStored()
    } catch (error) {
      for (const one of batch) one.reject(error)
    }
  }

  return (event) =>
    new Promise((resolve, reject) => {
      waiting.push({ event, resolve, reject })
      if (!writing) void drain()
    })
}
