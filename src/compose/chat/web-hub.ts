// Who is looking at which conversation in this process, so that news reaches open pages at once.
import type { ChatNews } from '../../http/transcript-entry.ts'

type Watcher = (news: ChatNews) => void

export type WebHub = Readonly<{
  subscribe: (visitor: string, watcher: Watcher) => () => void
  announce: (outboxKey: string, news: ChatNews) => void
}>

export function makeWebHub(): WebHub {
  const watchers = new Map<string, Set<Watcher>>()
  return {
    subscribe: (visitor, watcher) => {
      const key = `web:${visitor}`
      const set = watchers.get(key) ?? new Set()
      set.add(watcher)
      watchers.set(key, set)
      return () => {
        set.delete(watcher)
        if (set.size === 0) watchers.delete(key)
      }
    },
    announce: (key, news) => {
      for (const watcher of watchers.get(key) ?? []) watcher(news)
    },
  }
}
