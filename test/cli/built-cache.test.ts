import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PROGRAM } from '../../src/cli/built.ts'
import { openBuiltCache } from '../../src/cli/built-cache.ts'

let root: string
let made: number
let told: string[]
const at = (...names: string[]) => path.join(root, ...names)
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'zhuqi-built-'))
  made = 0
  told = []
  await mkdir(at('knowledge', 'items'), { recursive: true })
  await mkdir(at('program'))
  await writeFile(at('knowledge', 'items', 'a.yaml'), 'name: 甲')
  await writeFile(at('program', 'build.ts'), 'export {}')
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** What a command gets, made now or before. */
async function got({ fresh = false, name = 'snapshot', folder = at('cache') } = {}) {
  const cache = await openBuiltCache({
    folder,
    madeFrom: [at('knowledge'), at('program'), at('missing')],
    fresh,
    progress: (line) => told.push(line),
  })
  const parts = await cache.through(name, async () => {
    made += 1
    return [
      { name: 'meta', bytes: Buffer.from(`第 ${made} 次`) },
      { name: 'nothing', bytes: Buffer.of() },
      { name: 'weights', bytes: new Uint8Array(Float32Array.of(0.5, made).buffer) },
    ]
  })
  return parts.map((part) => [part.name, [...part.bytes]] as const)
}

async function onlyFile(): Promise<string> {
  const files = await readdir(at('cache'))
  expect(files).toHaveLength(1)
  return at('cache', files[0]!)
}

describe('what was built', () => {
  test('is recalled, byte for byte, while nothing has changed', async () => {
    const first = await got()
    expect(await got()).toEqual(first)
    expect(made).toBe(1)
    expect(told).toEqual([])
  })

  test.each([
    ['a file of the knowledge', () => writeFile(at('knowledge', 'items', 'a.yaml'), 'name: 乙')],
    ['a new file', () => writeFile(at('knowledge', 'items', 'b.yaml'), '')],
    ['the name of a file', () => writeFile(at('knowledge', 'a.yaml'), 'name: 甲')],
    ['the program', () => writeFile(at('program', 'build.ts'), 'export const a = 1')],
    ['what was missing', () => writeFile(at('missing'), '')],
  ])('is made again when %s changes', async (_, change) => {
    await got()
    await change()
    await got()
    await got()
    expect(made).toBe(2)
  })

  test('is made again when asked to, and kept anew', async () => {
    await got()
    const fresh = await got({ fresh: true })
    expect(made).toBe(2)
    expect(await got()).toEqual(fresh)
  })

  test('is kept apart by name', async () => {
    await got()
    await got({ name: 'hash-vectors' })
    expect(made).toBe(2)
  })

  test.each([
    ['cut short', (whole: Buffer) => whole.subarray(0, whole.length - 3)],
    ['changed in one bit', (whole: Buffer) => whole.fill(whole.at(-1)! ^ 1, whole.length - 1)],
    ['empty', () => Buffer.of()],
    ['of another kind', () => Buffer.from('{"digest":1}\n')],
  ])('is made again when its file is %s', async (_, spoil) => {
    const first = await got()
    const file = await onlyFile()
    await writeFile(file, spoil(await readFile(file)))
    const second = await got()
    expect(made).toBe(2)
    expect(second).not.toEqual(first)
    expect(await got()).toEqual(second)
  })

  test('serves even where it cannot be kept, and says so', async () => {
    await writeFile(at('taken'), '')
    await got({ folder: at('taken') })
    await got({ folder: at('taken') })
    expect(made).toBe(2)
    expect(told[0]).toContain('未能保存')
  })

  test('is kept for the last two states, and nothing else is left', async () => {
    for (const [n, name] of ['甲', '乙', '丙', '丁'].entries()) {
      await writeFile(at('knowledge', 'items', 'a.yaml'), name)
      await got()
      await got({ name: 'hash-vectors' })
      for (const file of await readdir(at('cache'))) {
        // As if each state were a minute older than the next.
        if ((await readFile(at('cache', file))).includes(`第 ${2 * n + 1} 次`)) {
          await utimes(at('cache', file), 60 * n, 60 * n)
        }
      }
    }
    const files = await readdir(at('cache'))
    expect(files.filter((file) => file.startsWith('snapshot-'))).toHaveLength(2)
    expect(files.filter((file) => file.startsWith('hash-vectors-'))).toHaveLength(2)
    expect(files).toHaveLength(4)
  })

  test('leaves no half-written file of a command that was stopped, but those being written', async () => {
    await mkdir(at('cache'))
    await writeFile(at('cache', 'snapshot-a.bin.1.tmp'), '')
    await utimes(at('cache', 'snapshot-a.bin.1.tmp'), 60, 60)
    await writeFile(at('cache', 'snapshot-b.bin.2.tmp'), '')
    await got()
    const left = (await readdir(at('cache'))).filter((file) => file.endsWith('.tmp'))
    expect(left).toEqual(['snapshot-b.bin.2.tmp'])
  })
})

test('what builds is all that the build is imported from', async () => {
  const built = path.resolve(import.meta.dirname, '../../src/cli/built.ts')
  const imports = [...(await readFile(built, 'utf8')).matchAll(/ from '(\.\.\/.*)'/gu)]
  const files = imports.map(([, file]) => path.resolve(path.dirname(built), file!))
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => !PROGRAM.some((place) => file.startsWith(place)))).toEqual([])
})
