// Switches as they are now: stored, read again when a process says that they have changed.
import { z } from 'zod'
import type { Pin } from '../../conversation/incoming/pinned.ts'
import { asId, type ItemCode } from '../../kernel/ids.ts'
import { inTurn } from '../../kernel/in-turn.ts'
import type { Db } from '../../postgres/database.ts'
import { changeSetting, readSetting, saveSetting } from '../../postgres/desk/settings.ts'

export type Switches = Readonly<{
  /** Sections whose answers a second person reads before they go out. */
  reviewedSections: () => ReadonlySet<string>
  /** Pinned answers whose time is not over at `now`. */
  pins: (now: Date) => readonly Pin[]
  /** The share of direct answers that may name a wrong item; above it the assistant asks back. */
  targetError: () => number
  /** Reads again what is stored. */
  reload: () => Promise<void>
}>

const REVIEWED = 'reviewed_sections'
const PINS = 'pinned_answers'
const TARGET_ERROR = 'target_error'
const codes = z.array(z.string())
const pinsSchema = z.array(
  z.object({
    id: z.string(),
    items: z.array(z.string().transform((code) => asId<ItemCode>(code))),
    text: z.string(),
    until: z.string(),
  }),
)

/** Stricter than the first the assistant would ask about everything, laxer than the last it would guess. */
const TARGET_ERROR_RANGE = { min: 0.005, max: 0.1 } as const
export const DEFAULT_TARGET_ERROR = 0.02
const target = z.number().min(TARGET_ERROR_RANGE.min).max(TARGET_ERROR_RANGE.max)

/** What is stored in another form counts as not set. Rejects only when the store cannot be read. */
export async function openSwitches(db: Db): Promise<Switches> {
  let reviewed: ReadonlySet<string> = new Set()
  let pins: readonly Pin[] = []
  let targetError = DEFAULT_TARGET_ERROR
  const reload = inTurn(async () => {
    const stored = codes.safeParse(await readSetting(db, REVIEWED))
    reviewed = new Set(stored.success ? stored.data : [])
    pins = pinsOf(await readSetting(db, PINS))
    targetError = target.catch(DEFAULT_TARGET_ERROR).parse(await readSetting(db, TARGET_ERROR))
  })
  await reload()
  return {
    reviewedSections: () => reviewed,
    pins: (now) => current(pins, now),
    targetError: () => targetError,
    reload,
  }
}

export const reviewSections = (db: Db, sections: readonly string[], by: string): Promise<void> =>
  saveSetting(db, REVIEWED, sections, by)

export const aimAt = (db: Db, targetError: number, by: string): Promise<void> =>
  saveSetting(db, TARGET_ERROR, target.parse(targetError), by)

/** Given the pins whose time is not over; null changes nothing. */
export type PinChange = (pins: readonly Pin[]) => readonly Pin[] | null

/**
 * Changes what is stored, whatever this process has heard of it.
 * @returns whether anything was changed
 */
export function changePins(
  db: Db,
  change: PinChange,
  { now, by }: Readonly<{ now: Date; by: string }>,
): Promise<boolean> {
  return changeSetting(db, PINS, (stored) => change(current(pinsOf(stored), now)), by)
}

function pinsOf(stored: unknown): readonly Pin[] {
  const pins = pinsSchema.safeParse(stored)
  return pins.success ? pins.data : []
}

function current(pins: readonly Pin[], now: Date): readonly Pin[] {
  return pins.filter((pin) => pin.until > now.toISOString())
}
