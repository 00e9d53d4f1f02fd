// Wake-ups between processes. They only save waiting: what is told while nobody listens is lost, so
// whoever acts on one also looks by itself, now and then and whenever it listens anew.
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
  let closed = false
  let client: pg.PoolClient | null = null
  let timer: NodeJS.Timeout | undefined

  function retry(error: unknown): void {
    client?.release(true)
    client = null
    if (closed) return
    onProblem(error)
    timer = setTimeout(() => void connect(), RECONNECT_MS)
  }

  async function connect(): Promise<void> {
    try {
      const connected = await pool.connect()
      client = connected
      connected.on('notification', (note) => onNotice(note.channel as Topic, note.payload ?? ''))
      connected.once('error', retry)
      for (const topic of topics) await connected.query(`listen ${topic}`)
      onListening()
    } catch (error) {
      retry(error)
    }
  }

  const ready = connect()
  return async () => {
    closed = true
    clearTimeout(timer)
    await ready
    client?.removeAllListeners('error')
    client?.release(true)
    client = null
  }
}
