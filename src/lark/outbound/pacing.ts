// Lark counts requests per chat, per second and per minute. Waiting here is cheaper than being
// refused there: a refusal costs an attempt and, in a busy group, everyone's turn.

/** Each window: at most `count` sends in any `ms` milliseconds. Below Lark's 5, 50 and 1000. */
const CHAT_WINDOW = { count: 4, ms: 1000 }
const GLOBAL_WINDOWS = [
  { count: 40, ms: 1000 },
  { count: 900, ms: 60_000 },
]
/** Lark takes 5 updates of one message in a second; nobody reads faster than this. */
const PATCH_GAP_MS = 300

export type PacingDeps = Readonly<{
  nowMs: () => number
  sleep: (ms: number) => Promise<void>
}>

export type Pacer = Readonly<{
  /** Resolves when a send to that chat may start. First come, first served within a chat. */
  turn: (chat: string) => Promise<void>
}>

/** One for each process and app: it counts what went through it, not what other processes send. */
export function createPacer(deps: PacingDeps): Pacer {
  const waiting: { chat: string; go: () => void }[] = []
  const sends: number[] = []
  const perChat = new Map<string, number[]>()
  let wakeAtMs = Number.POSITIVE_INFINITY

  function dispatch(): void {
    const nowMs = deps.nowMs()
    let nextMs = Number.POSITIVE_INFINITY
    for (let i = 0; i < waiting.length; ) {
      const entry = waiting[i] as (typeof waiting)[number]
      const mine = perChat.get(entry.chat) ?? []
      const freeMs = Math.max(
        freeAt(mine, CHAT_WINDOW),
        ...GLOBAL_WINDOWS.map((w) => freeAt(sends, w)),
      )
      if (freeMs <= nowMs) {
        waiting.splice(i, 1)
        sends.push(nowMs)
        perChat.set(entry.chat, [...mine.slice(1 - CHAT_WINDOW.count), nowMs])
        entry.go()
      } else {
        nextMs = Math.min(nextMs, freeMs)
        i += 1
      }
    }
    forget(nowMs)
    wakeBy(nextMs, nowMs)
  }

  function forget(nowMs: number): void {
    sends.splice(0, Math.max(0, sends.length - 900))
    for (const [chat, times] of perChat) {
      if ((times.at(-1) ?? 0) + CHAT_WINDOW.ms <= nowMs) perChat.delete(chat)
    }
  }

  function wakeBy(atMs: number, nowMs: number): void {
    if (atMs >= wakeAtMs) return
    wakeAtMs = atMs
    void deps.sleep(Math.max(1, atMs - nowMs)).then(() => {
      if (wakeAtMs === atMs) wakeAtMs = Number.POSITIVE_INFINITY
      dispatch()
    })
  }

  return {
    turn: (chat) =>
      new Promise((resolve) => {
        waiting.push({ chat, go: resolve })
        dispatch()
      }),
  }
}

function freeAt(times: readonly number[], window: { count: number; ms: number }): number {
  const oldest = times[times.length - window.count]
  return oldest === undefined ? 0 : oldest + window.ms
}

export type Coalescer = Readonly<{
  /**
   * Runs `update` for that message when its turn comes. When a newer one arrives meanwhile, the
   * older is not run and resolves with null: only the last state of a card matters.
   */
  submit: <T>(messageId: string, update: () => Promise<T>) => Promise<T | null>
}>

/**
 * One update of a message at a time, then a pause; an update that rejects does not hold up the next.
 */
export function createCoalescer(deps: PacingDeps): Coalescer {
  const lanes = new Map<string, Lane>()

  async function drain(messageId: string, lane: Lane): Promise<void> {
    for (let job = lane.next; job !== null; job = lane.next) {
      lane.next = null
      await job.run()
      await deps.sleep(PATCH_GAP_MS)
    }
    lanes.delete(messageId)
  }

  return {
    submit: (messageId, update) =>
      new Promise((resolve, reject) => {
        const job = { run: () => update().then(resolve, reject), skip: () => resolve(null) }
        const lane = lanes.get(messageId)
        if (lane === undefined) {
          const created: Lane = { next: job }
          lanes.set(messageId, created)
          void drain(messageId, created)
          return
        }
        lane.next?.skip()
        lane.next = job
      }),
  }
}

type Job = Readonly<{ run: () => Promise<void>; skip: () => void }>
type Lane = { next: Job | null }
