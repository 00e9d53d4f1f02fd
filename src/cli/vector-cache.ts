// Vectors kept between two evaluations among the build's caches: making all of them takes minutes, and
// an evaluation touches no data directory. A model has a file of its own; a line is a vector, so that
// what was made is kept when the rest fails.
import { appendFile, mkdir, open, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { VectorCache } from '../compose/knowledge/embedding.ts'
import { replaceFile } from './replace-file.ts'

export type VectorFiles = VectorCache &
  Readonly<{
    /** Drops what was not asked for since the start from files that have grown large. */
    forgetUnasked: () => Promise<void>
  }>

export type VectorFilesOptions = Readonly<{
  folder: string
  /** Told when a file could not be read to its end. */
  progress: (line: string) => void
  /** A file may be so large before anything is dropped. */
  bytesMax?: number
}>

type Vectors = ReadonlyMap<string, Float32Array>
type Kept = Readonly<{ file: string; vectors: Map<string, Float32Array>; asked: Set<string> }>

/** Two knowledge bases of a large model have room, so that reading another folder costs no vectors. */
const BYTES_MAX = 512 * 1024 * 1024

export function vectorFiles({ folder, progress, bytesMax }: VectorFilesOptions): VectorFiles {
  const opened = new Map<string, Promise<Kept>>()
  const keptOf = (model: string): Promise<Kept> => {
    const known = opened.get(model) ?? openFile(fileOf(folder, model), progress)
    opened.set(model, known)
    return known
  }
  return {
    read: async (model, hashes) => {
      const { vectors, asked } = await keptOf(model)
      for (const hash of hashes) asked.add(hash)
      return only(vectors, hashes)
    },
    write: async (model, made) => {
      const { file, vectors } = await keptOf(model)
      for (const [hash, vector] of made) vectors.set(hash, vector)
      await mkdir(folder, { recursive: true })
      await appendFile(file, [...made].map(lineOf).join(''))
    },
    forgetUnasked: async () => {
      for (const { file, vectors, asked } of await Promise.all(opened.values())) {
        if (vectors.size > asked.size && (await sizeOf(file)) > (bytesMax ?? BYTES_MAX)) {
          await rewrite(file, only(vectors, asked))
        }
      }
    },
  }
}

/** No two models share one. */
const fileOf = (folder: string, model: string) =>
  path.join(folder, `vectors-${encodeURIComponent(model)}.txt`)

const only = (vectors: Vectors, hashes: Iterable<string>): Vectors =>
  new Map(
    [...hashes].flatMap((hash) => {
      const vector = vectors.get(hash)
      return vector === undefined ? [] : [[hash, vector] as const]
    }),
  )

async function openFile(file: string, progress: (line: string) => void): Promise<Kept> {
  const { vectors, broken } = await readVectors(file)
  if (broken > 0) {
    progress(`${file} 有 ${broken} 行无法识别，其余已保留，缺少的向量重新生成`)
    await rewrite(file, vectors)
  }
  return { file, vectors, asked: new Set() }
}

async function readVectors(file: string) {
  const vectors = new Map<string, Float32Array>()
  let broken = 0
  const handle = await open(file).catch(nullWhenMissing)
  if (handle === null) return { vectors, broken }
  // Line by line: the whole may be longer than a string can be.
  for await (const line of handle.readLines()) {
    const [hash = '', dim, base64 = ''] = line.split(' ')
    const bytes = Buffer.from(base64, 'base64')
    if (/^[0-9a-f]{64}$/u.test(hash) && bytes.length === Number(dim) * BYTES_EACH) {
      vectors.set(hash, new Float32Array(Uint8Array.from(bytes).buffer))
    } else broken++
  }
  return { vectors, broken }
}

const BYTES_EACH = Float32Array.BYTES_PER_ELEMENT

/** The number of dimensions tells a whole line from one that was cut off. */
function lineOf([hash, vector]: readonly [string, Float32Array]): string {
  const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)
  return `${hash} ${vector.length} ${bytes.toString('base64')}\n`
}

const rewrite = (file: string, vectors: Vectors): Promise<void> =>
  replaceFile(file, (beside) => writeFile(beside, linesOf(vectors)))

function* linesOf(vectors: Vectors): Generator<string> {
  for (const entry of vectors) yield lineOf(entry)
}

const sizeOf = async (file: string): Promise<number> =>
  (await stat(file).catch(nullWhenMissing))?.size ?? 0

function nullWhenMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
  throw error
}
