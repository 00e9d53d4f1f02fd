// The SDK's token cache, with the one thing its own lacks: forgetting a token that Lark refused.

type CacheKey = Readonly<{ toString: () => string }>
type Entry = Readonly<{ value: unknown; expiresAtMs: number }>

export type TokenCache = Readonly<{
  get: (key: CacheKey, options?: { namespace?: string }) => Promise<unknown>
  set: (
    key: CacheKey,
    value: unknown,
    expiresAtMs?: number,
    options?: { namespace?: string },
  ) => Promise<boolean>
  dropTokens: () => void
}>

/** `expiresAtMs` is on the clock of `nowMs`; a token without one is kept until it is dropped. */
export function createTokenCache(nowMs: () => number): TokenCache {
  const entries = new Map<string, Entry>()
  const keyOf = (key: CacheKey, namespace = '') => `${namespace}|${key.toString()}`
  return {
    get: async (key, options) => {
      const entry = entries.get(keyOf(key, options?.namespace))
      return entry !== undefined && entry.expiresAtMs > nowMs() ? entry.value : undefined
    },
    set: async (key, value, expiresAtMs = Number.POSITIVE_INFINITY, options) => {
      entries.set(keyOf(key, options?.namespace), { value, expiresAtMs })
      return true
    },
    dropTokens: () => entries.clear(),
  }
}
