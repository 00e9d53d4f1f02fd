// Wake-ups between processes. They only save waiting: what is told while nobody listens is lost, so
// whoever acts on one also looks by itself, now and then and whenever it listens anew.
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'

const RECONNECT_MS = 1_000

export type Topic = 'inbox' | 'outbox' | 'sent' | 'draft' | 'knowledge' | 'staff' | 'settings'

type Listener = Readonly<{
  onNotice: (topic: Topic, payload: string) => void
  /** Each time that it listens anew, the first included: what was told before may have been missed. */
  onListening: () => void
  onProblem: (error: unknown) => void
}>

/**
 * Tells every notification on `topics`; reconnects for as long as it is not closed.
 * @returns a function that stops listening
 */
export function listen(
  pool: pg.Pool,
  topics: readonly Topic[],
  { onNotice, onListening, onProblem }: Listener,
): () => Promise<void> {
  const ending = new AbortController()
  const ended = once(ending.signal, 'abort')

  /** Ends when listening is over; rejects when the connection is. */
  async function listenOnce(): Promise<void> {
    const client = await pool.connect()
    const broken = new Promise<never>((_, reject) => client.on('error', reject))
    const over = Promise.race([ended, broken])
    client.on('notification', (note) => onNotice(note.channel as Topic, note.payload ?? ''))
    try {
      await Promise.race([over, subscribe(client, topics)])
      if (!ending.signal.aborted) onListening()
      await over
    } finally {
      client.release(true)
    }
  }

  async function listenOn(): Promise<void> {
    while (!ending.signal.aborted) {
      await listenOnce().catch(onProblem)
      await Promise.race([ended, setTimeout(RECONNECT_MS, null, { ref: false })])
    }
  }

  const listening = listenOn()
  return async () => {
    ending.abort()
    await listening
  }
}

async function subscribe(client: pg.PoolClient, topics: readonly Topic[]): Promise<void> {
  for (const topic of topics) await client.query(`listen ${topic}`)
}
