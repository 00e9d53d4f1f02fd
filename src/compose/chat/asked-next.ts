// What people usually ask next, read again every hour from the answer log.
import type { AskedNext } from '../../conversation/asked-next.ts'
import { DAY_MS } from '../../kernel/clock.ts'
import type { ItemCode } from '../../kernel/ids.ts'
import type { Log } from '../../kernel/log.ts'
import { readAskedNext } from '../../postgres/asked-next.ts'
import type { Connection } from '../../postgres/database.ts'
import { every } from '../timers.ts'

const RELOAD_MS = 3_600_000
/** Older habits say little: items, seasons and people change. */
const HABIT_MS = 180 * DAY_MS

export type KeptAskedNext = Readonly<{
  of: AskedNext
  /** Begins to read; nothing waits for it. @returns a function that stops */
  start: (log: Log) => () => Promise<void>
}>

export function keepAskedNext(db: Connection, now: () => Date): KeptAskedNext {
  let next: ReadonlyMap<ItemCode, readonly ItemCode[]> = new Map()
  const reload = async () => {
    next = await readAskedNext(db, new Date(now().getTime() - HABIT_MS))
  }
  return {
    of: (code) => next.get(code) ?? [],
    start: (log) => every(RELOAD_MS, log, reload),
  }
}
