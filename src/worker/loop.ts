// Takes work as it comes, up to a fixed number of pieces at a time, and stops cleanly: after
// `stop` nothing new is taken and what runs is waited for, within reason.
import { drain } from './drain.ts'

export type Loop<Piece = never> = Readonly<{
  start: () => void
  /** There may be work now; saves waiting for the next poll. */
  poke: () => void
  /**
   * Handles a piece that the caller has taken itself, at once, since somebody waits for it; the loop
   * takes one less meanwhile, and a stop waits for it. Rejects as the handling does.
   */
  handle: (piece: Piece) => Promise<void>
  /** Works until nothing is ready; for tests and scripts, which must not sleep. */
  processAll: () => Promise<void>
  stop: () => Promise<void>
  /** When the loop last looked for work; readiness is judged by it. */
  lastSeen: () => Date
}>

export type LoopOptions<Piece> = Readonly<{
  /** Takes at most `limit` pieces of work. */
  claim: (limit: number) => Promise<readonly Piece[]>
  /** Handles one piece; a failure is its own to record, so a throw here is a bug and is reported. */
  handle: (piece: Piece) => Promise<void>
  concurrency: number
  pollMs: number
  onProblem: (error: unknown) => void
  now: () => Date
}>

/**
 * Does not begin before `start`. A claim that fails is reported and tried again at the next poll. Once
 * stopped it cannot be started again.
 */
export function makeLoop<Piece>(options: LoopOptions<Piece>): Loop<Piece> {
  const running = new Set<Promise<void>>()
  let stopping = false
  let poked = false
  let wake = () => {}
  let looping: Promise<void> | null = null
  let seen = options.now()

  function track(work: Promise<void>): void {
    const tracked = work.finally(() => {
      running.delete(tracked)
      // What it freed, a claim that is under way may have been too early to see.
      poke()
    })
    running.add(tracked)
  }

  async function takeOnce(): Promise<number> {
    seen = options.now()
    const free = options.concurrency - running.size
    if (free <= 0) return 0
    const pieces = await options.claim(free)
    for (const piece of pieces) track(options.handle(piece).catch(options.onProblem))
    return pieces.length
  }

  function poke(): void {
    poked = true
    wake()
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, options.pollMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (poked || stopping) wake()
    })
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      poked = false
      const taken = await takeOnce().catch((error) => {
        options.onProblem(error)
        return 0
      })
      if (taken === 0 || running.size >= options.concurrency) await pause()
    }
  }

  return {
    start: () => {
      looping ??= loop()
    },
    poke,
    handle: (piece) => {
      const handled = options.handle(piece)
      track(handled.catch(() => {}))
      return handled
    },
    processAll: async () => {
      for (;;) {
        const taken = await takeOnce()
        if (taken === 0 && running.size === 0) return
        await Promise.race(running)
      }
    },
    stop: async () => {
      stopping = true
      wake()
      await looping
      await drain(Promise.all(running))
    },
    lastSeen: () => seen,
  }
}
