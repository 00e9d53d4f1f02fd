// What stands between the product and a model server: few calls at once, and none while it fails.
import { type BreakerOptions, makeBreaker } from './breaker.ts'
import { faultOf, LlmFault } from './fault.ts'
import { within } from './idle.ts'
import { makeSemaphore } from './semaphore.ts'

export type GuardOptions = Readonly<{
  callsMax: number
  /** Beyond so many that wait for a place, a call is refused. */
  waitingMax: number
  breaker: BreakerOptions | undefined
  /** Whether the fault counts against the server. */
  isFailure: (fault: LlmFault) => boolean
}>

/** Runs one call; `signal` bounds it, waiting included. Rejects with `LlmFault`. */
export type CallGuard = <T>(call: () => Promise<T>, signal: AbortSignal) => Promise<T>

const BREAKER = { failuresMax: 3, restMs: 30_000, clock: () => performance.now() } as const

/**
 * Faults: `busy` without a place, `resting` while the server is left alone, `late` when the signal's
 * time is over, else what the call met.
 */
export function makeGuard(options: GuardOptions): CallGuard {
  const breaker = makeBreaker(options.breaker ?? BREAKER)
  const enter = makeSemaphore(options.callsMax, options.waitingMax)
  return async (call, signal) => {
    const leave = await enter(signal).catch((error: unknown) => {
      throw new LlmFault(signal.aborted ? 'late' : 'busy', 'no free place', error)
    })
    try {
      if (!breaker.mayTry()) throw new LlmFault('resting', 'the server failed too often just now')
      const result = await within(call(), signal)
      breaker.succeeded()
      return result
    } catch (error) {
      const fault = faultOf(error, signal)
      if (options.isFailure(fault)) breaker.failed()
      throw fault
    } finally {
      leave()
    }
  }
}
