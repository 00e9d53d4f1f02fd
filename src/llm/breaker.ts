// Protection against a server that is down or drowning: after some failures in a row it is left
// alone for a while, and then tried by one call at a time.

export type Breaker = Readonly<{
  /** False while the server is left alone. */
  mayTry: () => boolean
  succeeded: () => void
  failed: () => void
}>

export type BreakerOptions = Readonly<{
  failuresMax: number
  /** From the last failure on. */
  restMs: number
  /** Milliseconds of a clock that never goes back. */
  clock: () => number
}>

/**
 * Whoever got a true from `mayTry` reports what came of it; a try that was given up without a word is
 * taken over after another rest.
 */
export function makeBreaker({ failuresMax, restMs, clock }: BreakerOptions): Breaker {
  let failures = 0
  let tryAgainAt = 0
  return {
    mayTry: () => {
      if (failures < failuresMax) return true
      if (clock() < tryAgainAt) return false
      tryAgainAt = clock() + restMs // this one goes ahead; the others wait for what it finds
      return true
    },
    succeeded: () => {
      failures = 0
    },
    failed: () => {
      failures++
      tryAgainAt = clock() + restMs
    },
  }
}
