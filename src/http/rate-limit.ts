// A simple allowance per key: generous for people, a wall for scripts.

const KEYS_MAX = 10_000
const MINUTE_MS = 60_000

/** `windowMs` is a minute unless told. @returns whether `key` may act now; each call is counted */
export function makeRateLimit(
  options: Readonly<{ most: number; windowMs?: number; now: () => number; keysMax?: number }>,
): (key: string) => boolean {
  // In the order in which they began, so that the first is the oldest.
  const windows = new Map<string, { from: number; count: number }>()
  const { most, keysMax = KEYS_MAX, windowMs = MINUTE_MS } = options
  return (key) => {
    const now = options.now()
    const window = windows.get(key)
    if (window && now - window.from < windowMs) {
      window.count++
      return window.count <= most
    }
    windows.delete(key)
    const [oldest] = windows.keys()
    if (windows.size >= keysMax && oldest !== undefined) windows.delete(oldest)
    windows.set(key, { from: now, count: 1 })
    return true
  }
}

/** Who acts: a browser, and the network it is in, which a fresh cookie does not change. */
export type Caller = Readonly<{ visitor: string; address: string }>

/** An allowance for each browser and a larger one for each network. */
export function makeCallerLimit(
  options: Readonly<{
    perVisitor: number
    perAddress: number
    windowMs?: number
    now: () => number
  }>,
): (caller: Caller) => boolean {
  const { perVisitor, perAddress, ...rest } = options
  const byVisitor = makeRateLimit({ ...rest, most: perVisitor })
  const byAddress = makeRateLimit({ ...rest, most: perAddress })
  // The network first: a flood under ever new visitors makes no entries for them.
  return ({ visitor, address }) => byAddress(address) && byVisitor(visitor)
}

/** Takes a place for as long as something lasts. @returns what gives it back, null when all are taken */
export type TakePlace = (caller: Caller) => (() => void) | null

/** So many places for each browser, more for each network, and for all, at the same time. */
export function makePlaces(
  options: Readonly<{ perVisitor: number; perAddress: number; inAll: number }>,
): TakePlace {
  const taken = new Map<string, number>()
  const count = (key: string) => taken.get(key) ?? 0
  const add = (key: string, more: 1 | -1) => {
    const now = count(key) + more
    if (now === 0) taken.delete(key)
    else taken.set(key, now)
  }
  return ({ visitor, address }) => {
    const places = new Map([
      [`visitor ${visitor}`, options.perVisitor],
      [`address ${address}`, options.perAddress],
      ['all', options.inAll],
    ])
    for (const [key, max] of places) if (count(key) >= max) return null
    for (const key of places.keys()) add(key, 1)
    let isGiven = true
    return () => {
      if (isGiven) for (const key of places.keys()) add(key, -1)
      isGiven = false
    }
  }
}
