// The conversation on this screen: fetched once, then after every announcement of the server's
// stream; a poll helps where a proxy swallows streams.
import { useCallback, useEffect, useRef, useState } from 'react'
import { readTranscript, sendSeen, type TranscriptEntry } from './api.ts'

const POLL_MS = 15_000

export type Transcript = Readonly<{
  entries: readonly TranscriptEntry[]
  online: boolean
  /** Nothing can be answered yet. */
  preparing: boolean
  /** The beginning of an answer that is being written; it is nowhere but here. */
  draft: string | null
  refresh: () => Promise<void>
}>

export function useTranscript(): Transcript {
  const [entries, setEntries] = useState<readonly TranscriptEntry[]>([])
  const [online, setOnline] = useState(true)
  const [preparing, setPreparing] = useState(false)
  const [draft, setDraft] = useState<string | null>(null)
  const cursor = useRef<string | null>(null)
  const known = useRef(new Set<string>())
  const fetching = useRef<Promise<void> | null>(null)
  const again = useRef(false)

  const noteShown = useShown()

  const fetchNew = useCallback(async () => {
    try {
      const news = await readTranscript(cursor.current)
      // The latest come again, in case one of them was committed late.
      const fresh = news.entries.filter((entry) => !known.current.has(entry.id))
      setOnline(true)
      setPreparing(news.preparing)
      cursor.current = news.entries.at(-1)?.cursor ?? cursor.current
      noteShown(fresh)
      if (fresh.length === 0) return
      for (const entry of fresh) known.current.add(entry.id)
      setDraft(null)
      setEntries((before) => [...before, ...fresh])
    } catch {
      setOnline(false)
    }
  }, [noteShown])

  // One fetch at a time; what is announced meanwhile makes one more.
  const refresh = useCallback(async () => {
    if (fetching.current !== null) {
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
    source.addEventListener('draft', (event: MessageEvent<string>) => {
      setDraft((JSON.parse(event.data) as { text: string }).text)
    })
    const timer = setInterval(() => void refresh(), POLL_MS)
    return () => {
      source.close()
      clearInterval(timer)
    }
  }, [refresh])

  return { entries, online, preparing, draft, refresh }
}

const SEEN_MAX = 200

/** What has arrived counts as read only while the page is in sight, or once it is again. */
function useShown(): (entries: readonly TranscriptEntry[]) => void {
  const unseen = useRef(new Set<string>())

  const tell = useCallback(() => {
    const ids = [...unseen.current].slice(0, SEEN_MAX)
    if (ids.length === 0 || document.visibilityState !== 'visible') return
    for (const id of ids) unseen.current.delete(id)
    // What could not be told is told with the next.
    sendSeen(ids).catch(() => {
      for (const id of ids) unseen.current.add(id)
    })
  }, [])

  useEffect(() => {
    document.addEventListener('visibilitychange', tell)
    return () => document.removeEventListener('visibilitychange', tell)
  }, [tell])

  return useCallback(
    (entries) => {
      for (const entry of entries) if (entry.from === 'product') unseen.current.add(entry.id)
      tell()
    },
    [tell],
  )
}
