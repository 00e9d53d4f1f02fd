// A simple allowance per visitor: generous for people, a wall for scripts.

const KEYS_MAX = 10_000

/** @returns whether `key` may act now; each yes is counted */
export function makeRateLimit(
  options: Readonly<{ perMinute: number; now: () => number }>,
): (key: string) => boolean {
  const windows = new Map<string, { from: number; count: number }>()
  return (key) => {
    const now = options.now()
    const window = windows.get(key)
    if (!window || now - window.from >= 60_000) {
      if (windows.size >= KEYS_MAX) windows.clear()
      windows.set(key, { from: now, count: 1 })
      return true
    }
    window.count++
    return window.count <= options.perMinute
  }
}
