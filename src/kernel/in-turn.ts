/**
 * Runs one at a time, in the order of the calls, however the one before ended: what is read last is
 * then what stays.
 */
export function inTurn<T>(work: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    const next = last.then(work, work)
    last = next
    return next
  }
}
