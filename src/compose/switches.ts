// Switches as they are now: stored, read again when a process says that they have changed.
import { z } from 'zod'
import type { Pin } from '../conversation/pinned.ts'
import { asId, type ItemCode } from '../kernel/ids.ts'
import type { Db } from '../postgres/database.ts'
import { readSetting, saveSetting } from '../postgres/desk/settings.ts'

export type Switches = Readonly<{
  /** Sections whose answers a second person reads before they go out. */
  reviewedSections: () => ReadonlySet<string>
  reviewSections: (sections: readonly string[], by: string) => Promise<void>
  /** Pinned answers whose time is not over at `now`. */
  pins: (now: Date) => readonly Pin[]
  savePins: (pins: readonly Pin[], by: string) => Promise<void>
  reload: () => Promise<void>
}>

const REVIEWED = 'reviewed_sections'
const PINS = 'pinned_answers'
const codes = z.array(z.string())
const pinsSchema = z.array(
  z.object({
    id: z.string(),
    items: z.array(z.string().transform((code) => asId<ItemCode>(code))),
    text: z.string(),
    until: z.string(),
  }),
)

export async function openSwitches(db: Db): Promise<Switches> {
  let reviewed: ReadonlySet<string> = new Set()
  let pins: readonly Pin[] = []
  const reload = async () => {
    const stored = codes.safeParse(await readSetting(db, REVIEWED))
    reviewed = new Set(stored.success ? stored.data : [])
    const pinned = pinsSchema.safeParse(await readSetting(db, PINS))
    pins = pinned.success ? pinned.data : []
  }
  await reload()
  return {
    reviewedSections: () => reviewed,
    reviewSections: async (sections, by) => {
      await saveSetting(db, REVIEWED, sections, by)
      await reload()
    },
    pins: (now) => pins.filter((pin) => pin.until > now.toISOString()),
    savePins: async (next, by) => {
      await saveSetting(db, PINS, next, by)
      await reload()
    },
    reload,
  }
}
