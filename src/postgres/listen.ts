// Wake-ups between processes. They only save waiting: every listener also polls.
import type pg from 'pg'

const RECONNECT_MS = 1_000

export type Topic = 'inbox' | 'outbox' | 'sent' | 'draft' | 'knowledge' | 'staff' | 'settings'

/**
 * Calls `onNotice` for every notification on `topics`; reconnects for as long as it is not closed.
 * @returns a function that stops listening
 */
export function listen(
  pool: pg.Pool,
  topics: readonly Topic[],
  onNotice: (topic: Topic, payload: string) => void,
  onProblem: (error: unknown) => void,
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
