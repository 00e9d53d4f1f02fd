// The knowledge base of a folder ready to answer: recalled when it was built before, or built.
import path from 'node:path'
import { makeLanguage } from '../chinese/language.ts'
import { buildParts } from '../compose/knowledge/building/build.ts'
import { addBuiltInVectors } from '../compose/knowledge/embedding.ts'
import { readFolder } from '../compose/knowledge/publish.ts'
import type { ItemCode } from '../kernel/ids.ts'
import type { KnowledgeStore, SnapshotPart } from '../knowledge/ports.ts'
import { dictionaryWords } from '../retrieval/dictionary.ts'
import type { Language } from '../retrieval/ports.ts'
import type { Snapshot } from '../retrieval/snapshot.ts'
import { deserializeSnapshot } from '../retrieval/snapshot-codec.ts'
import { HASH_IDENTITY } from '../retrieval/vectors.ts'
import { openBuiltCache } from './built-cache.ts'
import { ROOT } from './with-store.ts'

type Row = Readonly<{ code: ItemCode; vector: Float32Array }>

export type Built = Readonly<{
  snapshot: Snapshot
  language: Language
  /** The built-in vectors of all passages. */
  hashRows: () => Promise<readonly Row[]>
}>

export type BuildOptions = Readonly<{
  dir: string
  fresh: boolean
  /** Where what was built is kept. */
  cache: string
  /** Told about each step of the build. */
  progress: (line: string) => void
}>

/** All that takes part in building: these features, what joins them, and the packages' versions. */
const BUILDERS = [
  ...['kernel', 'knowledge', 'files', 'chinese', 'retrieval'],
  ...['building', 'embedding.ts', 'publish.ts'].map((one) => `compose/knowledge/${one}`),
]
export const PROGRAM: readonly string[] = [
  ...BUILDERS.map((place) => path.resolve(import.meta.dirname, '..', place)),
  path.join(ROOT, 'package.json'),
]

/** Nobody else waits. */
const breathe = async () => {}

/** @throws Error that lists every problem of the folder */
export async function recallOrBuild(options: BuildOptions): Promise<Built> {
  const { dir, fresh, progress } = options
  const madeFrom = [dir, ...PROGRAM, import.meta.filename]
  const cache = await openBuiltCache({ folder: options.cache, madeFrom, fresh, progress })
  const snapshot = await deserializeSnapshot(
    await cache.through('snapshot', () => builtParts(dir, progress)),
    breathe,
  )
  const language = await makeLanguage(dictionaryWords(snapshot.base))
  const hashParts = () => hashVectorParts(snapshot, language, progress)
  return {
    snapshot,
    language,
    hashRows: async () => rowsOf(await cache.through('hash-vectors', hashParts)),
  }
}

async function builtParts(
  dir: string,
  progress: BuildOptions['progress'],
): Promise<readonly SnapshotPart[]> {
  const base = await readFolder(dir)
  return buildParts(base, {
    breathe,
    progress: (step, share) => progress(`${step} ${Math.round(share * 100)}%`),
    onLost: ({ code }) => progress(`线程不可用（${code}），改用较少的线程`),
  })
}

async function hashVectorParts(
  snapshot: Snapshot,
  language: Language,
  progress: BuildOptions['progress'],
): Promise<readonly SnapshotPart[]> {
  const codes: ItemCode[] = []
  const vectors: Float32Array[] = []
  const addChunks: KnowledgeStore['addChunks'] = async (_, chunks) => {
    codes.push(...chunks.map(({ code }) => code))
    vectors.push(...chunks.map(({ embedding }) => embedding))
  }
  await addBuiltInVectors({ addChunks }, '', { snapshot, language, breathe, progress })
  return [
    { name: 'codes', bytes: Buffer.from(codes.join('\n')) },
    {
      name: 'vectors',
      bytes: Buffer.concat(
        vectors.map(
          (vector) => new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength),
        ),
      ),
    },
  ]
}

function rowsOf(parts: readonly SnapshotPart[]): readonly Row[] {
  const bytesOf = (name: string) => parts.find((part) => part.name === name)?.bytes ?? Buffer.of()
  const codes = Buffer.from(bytesOf('codes')).toString('utf8').split('\n') as ItemCode[]
  // A copy: within the file they lie unaligned.
  const all = new Float32Array(Uint8Array.from(bytesOf('vectors')).buffer)
  const { dim } = HASH_IDENTITY
  return codes.map((code, n) => ({ code, vector: all.subarray(n * dim, (n + 1) * dim) }))
}
