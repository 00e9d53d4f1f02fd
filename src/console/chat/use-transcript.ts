// The conversation on this screen: fetched once, then after every announcement of the server's
// stream; a poll helps where a proxy swallows streams.
import { useCallback, useEffect, useRef, useState } from 'react'
import { readTranscript, type TranscriptEntry } from './api.ts'

const POLL_MS = 15_000

export type Transcript = Readonly<{
  entries: readonly TranscriptEntry[]
  online: boolean
  refresh: () => Promise<void>
}>

export function useTranscript(): Transcript {
  const [entries, setEntries] = useState<readonly TranscriptEntry[]>([])
  const [online, setOnline] = useState(true)
  const cursor = useRef<string | null>(null)
  const fetching = useRef<Promise<void> | null>(null)
  const again = useRef(false)

  const fetchNew = useCallback(async () => {
    try {
      const fresh = await readTranscript(cursor.current)
      setOnline(true)
      if (fresh.length === 0) return
      cursor.current = fresh.at(-1)?.cursor ?? cursor.current
      setEntries((known) => {
        const seen = new Set(known.map((entry) => entry.id))
        return [...known, ...fresh.filter((entry) => !seen.has(entry.id))]
      })
    } catch {
      setOnline(false)
    }
  }, [])

  // One fetch at a time; what is announced meanwhile makes one more.
  const refresh = useCallback(async () => {
    if (fetching.current) {
      again.current = true
      return fetching.current
    }
    const run = (async () => {
      do {
        again.current = false
        await fetchNew()
      } while (again.current)
    })().finally(() => {
      fetching.current = null
    })
    fetching.current = run
    return run
  }, [fetchNew])

  useEffect(() => {
    void refresh()
    const source = new EventSource('/api/chat/stream')
    source.addEventListener('news', () => void refresh())
    source.addEventListener('ready', () => void refresh())
    const timer = setInterval(() => void refresh(), POLL_MS)
    return () => {
      source.close()
      clearInterval(timer)
    }
  }, [refresh])

  return { entries, online, refresh }
}
