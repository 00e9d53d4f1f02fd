// Who is looking at which conversation in this process, so that news reaches open pages at once.
export type WebHub = Readonly<{
  subscribe: (visitor: string, onNews: () => void) => () => void
  announce: (outboxKey: string) => void
}>

export function makeWebHub(): WebHub {
  const watchers = new Map<string, Set<() => void>>()
  return {
    subscribe: (visitor, onNews) => {
      const key = `web:${visitor}`
      const set = watchers.get(key) ?? new Set()
      set.add(onNews)
      watchers.set(key, set)
      return () => {
        set.delete(onNews)
        if (set.size === 0) watchers.delete(key)
      }
    },
    announce: (key) => {
      for (const onNews of watchers.get(key) ?? []) onNews()
    },
  }
}
