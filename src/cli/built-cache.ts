// What is built from `knowledge/`, kept between two commands: building takes a minute and more, and
// the files and the code that builds are mostly the same as the last time.
import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { SnapshotPart } from '../knowledge/ports.ts'
import { readParts, writeParts } from './parts-file.ts'

export type BuiltCache = Readonly<{
  /** What was made under this name from the same files, or what `make` makes now. */
  through: (
    name: string,
    make: () => Promise<readonly SnapshotPart[]>,
  ) => Promise<readonly SnapshotPart[]>
}>

export type BuiltCacheOptions = Readonly<{
  folder: string
  /** Files and folders: the knowledge and all that takes part in building it. */
  madeFrom: readonly string[]
  /** Makes everything anew, and keeps it. */
  fresh: boolean
  /** Told when something could not be kept. */
  progress: (line: string) => void
}>

/** Of each name; an older one is of knowledge or code that has changed since. */
const KEPT = 2

/**
 * The key is the digest of every byte of `madeFrom`. A kept file that is not whole is made again;
 * where none can be kept, everything works all the same.
 */
export async function openBuiltCache(options: BuiltCacheOptions): Promise<BuiltCache> {
  const { folder, madeFrom, fresh, progress } = options
  const key = await keyOf(madeFrom)
  return {
    through: async (name, make) => {
      const file = path.join(folder, `${name}-${key}.bin`)
      const kept = fresh ? null : await readParts(file)
      if (kept !== null) return kept
      const made = await make()
      try {
        await writeParts(file, made)
        await forgetOld(folder, name)
        await forgetUnfinished(folder)
      } catch (error) {
        // Where nothing can be kept, everything is built each time.
        progress(`未能保存构建结果：${(error as Error).message}`)
      }
      return made
    },
  }
}

/** Changes with every byte and every name. */
async function keyOf(madeFrom: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const place of madeFrom) {
    for (const file of await filesIn(place)) {
      const content = await readFile(file)
      hash.update(`${path.relative(place, file)}\n${content.byteLength}\n`).update(content)
    }
  }
  return hash.digest('hex').slice(0, 32)
}

/** A file is itself; what is missing, such as sources beside a compiled program, has none. */
async function filesIn(place: string): Promise<string[]> {
  const found = await stat(place).catch(() => null)
  if (found === null) return []
  if (found.isFile()) return [place]
  const entries = await readdir(place, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}

async function forgetOld(folder: string, name: string): Promise<void> {
  const files = await datedIn(
    folder,
    (file) => file.startsWith(`${name}-`) && file.endsWith('.bin'),
  )
  const old = files.sort((a, b) => b.at - a.at).slice(KEPT)
  await Promise.all(old.map(({ place }) => rm(place, { force: true })))
}

/** What is older was left by a command that was stopped; none writes so long. */
const WRITING_MS = 10 * 60_000

async function forgetUnfinished(folder: string): Promise<void> {
  const files = await datedIn(folder, (file) => file.endsWith('.tmp'))
  const left = files.filter(({ at }) => Date.now() - at > WRITING_MS)
  await Promise.all(left.map(({ place }) => rm(place, { force: true })))
}

async function datedIn(folder: string, isMeant: (file: string) => boolean) {
  const files = (await readdir(folder)).filter(isMeant)
  const dated = await Promise.all(
    files.map(async (file) => {
      const place = path.join(folder, file)
      // Another command may have moved it into place meanwhile.
      const found = await stat(place).catch(() => null)
      return found === null ? [] : [{ place, at: found.mtimeMs }]
    }),
  )
  return dated.flat()
}
