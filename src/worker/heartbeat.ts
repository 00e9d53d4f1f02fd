// Keeps the leases of what is being worked on. Leases can then be short, so that what a dead worker
// held is taken over within seconds, however long honest work may take.

export type Heartbeat = Readonly<{
  /** Renews this lease for as long as the work lasts. */
  during: (lease: string, work: () => Promise<void>) => Promise<void>
  stop: () => void
}>

/** @param leaseMs how long a lease lasts; it is renewed three times as often */
export function makeHeartbeat(
  renew: (leases: readonly string[]) => Promise<void>,
  leaseMs: number,
  onProblem: (error: unknown) => void,
): Heartbeat {
  const held = new Set<string>()
  const timer = setInterval(() => {
    if (held.size > 0) renew([...held]).catch(onProblem)
  }, leaseMs / 3).unref()
  return {
    during: async (lease, work) => {
      held.add(lease)
      try {
        await work()
      } finally {
        held.delete(lease)
      }
    },
    stop: () => clearInterval(timer),
  }
}
