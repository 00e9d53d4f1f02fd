// So many at a time; LangChain's own limit does not count streams.

/** Waits for a place. @returns what gives it back. Rejects when the signal is aborted or too many wait */
export type Semaphore = (signal: AbortSignal) => Promise<() => void>

/** First come, first served; what gives a place back may be called more than once. */
export function makeSemaphore(places: number, waitingMax: number): Semaphore {
  let free = places
  const waiting: (() => void)[] = []
  const release = () => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
  const once = () => {
    let held = true
    return () => {
      if (held) release()
      held = false
    }
  }
  return async (signal) => {
    signal.throwIfAborted()
    if (free > 0) {
      free--
      return once()
    }
    if (waiting.length >= waitingMax) throw new Error('too many calls are waiting')
    await new Promise<void>((resolve, reject) => {
      const mine = () => {
        signal.removeEventListener('abort', give)
        resolve()
      }
      const give = () => {
        waiting.splice(waiting.indexOf(mine), 1)
        reject(signal.reason)
      }
      waiting.push(mine)
      signal.addEventListener('abort', give, { once: true })
    })
    return once()
  }
}
