// Switches as they are now: stored, read again when a process says that they have changed.
import { z } from 'zod'
import type { Db } from '../postgres/database.ts'
import { readSetting, saveSetting } from '../postgres/desk/settings.ts'

export type Switches = Readonly<{
  /** Sections whose answers a second person reads before they go out. */
  reviewedSections: () => ReadonlySet<string>
  reviewSections: (sections: readonly string[], by: string) => Promise<void>
  reload: () => Promise<void>
}>

const REVIEWED = 'reviewed_sections'
const codes = z.array(z.string())

export async function openSwitches(db: Db): Promise<Switches> {
  let reviewed: ReadonlySet<string> = new Set()
  const reload = async () => {
    const stored = codes.safeParse(await readSetting(db, REVIEWED))
    reviewed = new Set(stored.success ? stored.data : [])
  }
  await reload()
  return {
    reviewedSections: () => reviewed,
    reviewSections: async (sections, by) => {
      await saveSetting(db, REVIEWED, sections, by)
      await reload()
    },
    reload,
  }
}
