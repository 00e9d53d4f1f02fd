// Every request to Lark goes through here. The SDK retries nothing, resolves on business errors and
// keeps a refused token; this wrapper retries what passes, with the same arguments each time (so
// with the same uuid), renews the token once, and turns every failure into a `LarkError`.
import { LarkError, toLarkError } from './errors.ts'

const ATTEMPTS_MAX = 4
const BACKOFF_MS = 300
const BACKOFF_MS_MAX = 8000
/** A longer wait belongs to the outbox, which can do something else meanwhile. */
const WAIT_MS_MAX = 15_000

export type CallDeps = Readonly<{
  dropTokens: () => void
  sleep: (ms: number) => Promise<void>
  /** In [0, 1): spreads retries of several senders. */
  random: () => number
}>

export type Call = <T>(request: () => Promise<T>) => Promise<T>

/** Resolves with the SDK's answer when its `code` is 0 or absent; rejects only with `LarkError`. */
export function createCall(deps: CallDeps): Call {
  return async (request) => {
    let renewed = false
    const failures: LarkError[] = []
    for (let attempt = 1; ; attempt++) {
      const outcome = await attemptOnce(request)
      if (outcome.ok) return outcome.answer
      const { error } = outcome
      failures.push(error)
      if (error.reaction === 'new_token' && !renewed) {
        renewed = true
        deps.dropTokens()
        continue
      }
      const waitMs = waitBefore(attempt, error, deps.random)
      const giveUp = error.reaction !== 'retry' || attempt >= ATTEMPTS_MAX || waitMs > WAIT_MS_MAX
      if (giveUp) throw lasting(failures, error)
      await deps.sleep(waitMs)
    }
  }
}

/** What one attempt left open, a later one that failed for certain does not settle. */
function lasting(failures: readonly LarkError[], last: LarkError): LarkError {
  return last.reaction === 'retry' ? (failures.find((one) => one.maybeDone) ?? last) : last
}

type Outcome<T> = { ok: true; answer: T } | { ok: false; error: LarkError }

async function attemptOnce<T>(request: () => Promise<T>): Promise<Outcome<T>> {
  try {
    const answer = await request()
    if (typeof answer !== 'object' || answer === null) {
      // A page of some proxy, with a good status: nobody knows whether Lark saw the request.
      return { ok: false, error: new LarkError({ http: 0, code: -1, msg: 'unreadable answer' }) }
    }
    const { code, msg } = answer as { code?: unknown; msg?: unknown }
    if (typeof code !== 'number' || code === 0) return { ok: true, answer }
    return { ok: false, error: new LarkError({ http: 200, code, msg: String(msg ?? '') }) }
  } catch (error) {
    return { ok: false, error: toLarkError(error) }
  }
}

function waitBefore(attempt: number, error: LarkError, random: () => number): number {
  const backoffMs = Math.min(BACKOFF_MS_MAX, BACKOFF_MS * 2 ** attempt) * (0.5 + random() / 2)
  const lockedMs = error.innerCode === null ? 0 : 1000
  return Math.max(error.retryAfterMs, backoffMs, lockedMs)
}
