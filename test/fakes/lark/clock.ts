// Time for the stand-in: real, or moved by the test.

export type FakeClock = Readonly<{
  nowMs: () => number
  /** Runs `task` once after so many milliseconds of this clock. */
  after: (ms: number, task: () => void | Promise<void>) => void
  stop: () => void
}>

export function realClock(): FakeClock {
  const timers = new Set<NodeJS.Timeout>()
  return {
    nowMs: () => Date.now(),
    after: (ms, task) => {
      const timer = setTimeout(() => {
        timers.delete(timer)
        void task()
      }, ms)
      timers.add(timer)
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

export type ManualClock = FakeClock &
  Readonly<{
    /** Moves time on, running what falls due on the way, each task to its end. */
    advance: (ms: number) => Promise<void>
    /** A `sleep` for the product: it returns when the clock has been moved past it. */
    sleep: (ms: number) => Promise<void>
    pending: () => number
  }>

export function manualClock(startMs = 1_790_000_000_000): ManualClock {
  let nowMs = startMs
  let due: { atMs: number; task: () => void | Promise<void> }[] = []
  const after = (ms: number, task: () => void | Promise<void>) => {
    due.push({ atMs: nowMs + ms, task })
  }
  return {
    nowMs: () => nowMs,
    after,
    stop: () => {
      due = []
    },
    sleep: (ms) => new Promise((resolve) => after(ms, resolve)),
    pending: () => due.length,
    advance: async (ms) => {
      const untilMs = nowMs + ms
      for (;;) {
        await settled()
        const next = due.filter((d) => d.atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0]
        if (next === undefined) break
        due = due.filter((d) => d !== next)
        nowMs = Math.max(nowMs, next.atMs)
        await next.task()
      }
      nowMs = untilMs
    },
  }
}

/** Lets promises that are ready run their continuations before time moves. */
async function settled(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve))
}
