import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { vectorFiles } from '../../src/cli/vector-cache.ts'

const MODEL = 'openai/e5/3'
let folder: string
let told: string[]
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'zhuqi-vectors-')), 'cache')
  told = []
})
afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }))

/** As a new run opens it. */
const opened = (bytesMax?: number) =>
  vectorFiles({
    folder,
    progress: (line) => told.push(line),
    ...(bytesMax === undefined ? {} : { bytesMax }),
  })
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const vectorOf = (text: string) => Float32Array.of(text.length, 0.1, -2)
const made = (...texts: string[]) =>
  new Map(texts.map((text) => [hash(text), vectorOf(text)] as const))
const known = async (files: ReturnType<typeof opened>, ...texts: string[]) =>
  new Map(await files.read(MODEL, texts.map(hash)))

async function onlyFile(): Promise<string> {
  const files = await readdir(folder)
  expect(files).toHaveLength(1)
  return path.join(folder, files[0]!)
}

test('what one run made the next one finds, bit for bit', async () => {
  const first = opened()
  expect(await known(first, '甲')).toEqual(new Map())
  await first.write(MODEL, made('甲'))
  await first.write(MODEL, made('乙乙'))
  expect(await known(first, '甲', '乙乙')).toEqual(made('甲', '乙乙'))
  expect(await known(opened(), '甲', '丙', '乙乙')).toEqual(made('甲', '乙乙'))
})

test('each model has a file of its own, whatever its name', async () => {
  const files = opened()
  const models = ['openai/e5/3', 'openai/e5/3/question', 'openai-e5-3', '../e5']
  for (const model of models) await files.write(model, made(model))
  expect(await readdir(folder)).toHaveLength(4)
  for (const model of models) {
    const found = await opened().read(model, models.map(hash))
    expect([...found.keys()]).toEqual([hash(model)])
  }
})

test('a line that was cut off is told and left out; the rest stays and is added to', async () => {
  await opened().write(MODEL, made('甲', '乙乙'))
  const file = await onlyFile()
  await writeFile(file, (await readFile(file, 'utf8')).slice(0, -6))
  const files = opened()
  expect(await known(files, '甲', '乙乙')).toEqual(made('甲'))
  expect(told).toEqual([expect.stringContaining('1 行无法识别')])
  await files.write(MODEL, made('丙'))
  expect(await known(opened(), '甲', '丙')).toEqual(made('甲', '丙'))
  expect(told).toHaveLength(1)
})

test('what cannot be read is no empty file', async () => {
  await opened().write(MODEL, made('甲'))
  const file = await onlyFile()
  await rm(file)
  await mkdir(file)
  await expect(known(opened(), '甲')).rejects.toThrow('EISDIR')
})

test('a file that has grown large keeps what a run asks for', async () => {
  await opened().write(MODEL, made('甲', '乙乙', '丙丙丙'))
  const small = opened()
  await known(small, '甲')
  await small.forgetUnasked()
  expect(await known(opened(), '甲', '乙乙')).toEqual(made('甲', '乙乙'))
  const large = opened(100)
  await known(large, '甲', '丁')
  await large.write(MODEL, made('丁'))
  await large.forgetUnasked()
  expect(await known(opened(), '甲', '乙乙', '丙丙丙', '丁')).toEqual(made('甲', '丁'))
  await onlyFile()
})
