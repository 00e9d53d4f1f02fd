// A stream that falls silent midway is ended; no timeout of the libraries covers that.
import { LlmFault } from './fault.ts'

/**
 * Passes a stream on; when it has begun and nothing comes for `idleMs`, the upstream is aborted and
 * this rejects. The time until it begins, retries included, is bounded by `outer` alone.
 */
export async function* withIdle<T>(
  open: (signal: AbortSignal) => Promise<AsyncIterable<T>>,
  idleMs: number,
  outer: AbortSignal,
): AsyncGenerator<T> {
  const silence = new AbortController()
  const signal = AbortSignal.any([silence.signal, outer])
  let timer: NodeJS.Timeout | undefined
  const arm = () => {
    clearTimeout(timer)
    timer = setTimeout(
      () => silence.abort(new LlmFault('stalled', `no data for ${idleMs} ms`)),
      idleMs,
    )
  }
  try {
    const parts = await open(signal)
    arm()
    for await (const part of parts) {
      arm()
      yield part
    }
  } catch (error) {
    throw silence.signal.aborted ? silence.signal.reason : error
  } finally {
    clearTimeout(timer)
    silence.abort()
  }
}

/** Settles as `promise` does, or rejects when the signal is aborted, even if the promise never settles. */
export async function within<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    promise.catch(() => {}) // nobody waits for it any more
    throw signal.reason
  }
  let give = () => {}
  const aborted = new Promise<never>((_, reject) => {
    give = () => reject(signal.reason)
    signal.addEventListener('abort', give, { once: true })
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', give)
  }
}
