// From the files of `knowledge/` to a version that answers.
import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { makeLanguage } from '../../chinese/language.ts'
import { loadKnowledgeFolder } from '../../files/knowledge-folder.ts'
import { causeForLog } from '../../kernel/cause.ts'
import type { Log } from '../../kernel/log.ts'
import type { KnowledgeBase } from '../../knowledge/knowledge-base.ts'
import {
  type EmbeddingIdentity,
  type KnowledgeStore,
  NotPublished,
  type SnapshotPart,
  type VersionChanges,
  type VersionInfo,
} from '../../knowledge/ports.ts'
import { LlmFault } from '../../llm/fault.ts'
import { dictionaryWords } from '../../retrieval/dictionary.ts'
import {
  deserializeSnapshot,
  SNAPSHOT_FORMAT,
  serializeSnapshot,
} from '../../retrieval/snapshot-codec.ts'
import { HASH_IDENTITY } from '../../retrieval/vectors.ts'
import { buildParts } from './building/build.ts'
import { addCalibratedVectors } from './calibrated-vectors.ts'
import { addBuiltInVectors, type RemoteVectors } from './embedding.ts'

export type PublishDeps = Readonly<{
  progress: (line: string) => void
  log: Log
  /** The embedding server that the settings name; null for the built-in vectors. */
  vectors: RemoteVectors | null
  /** Once it is aborted, what is being built is given up. */
  ending?: AbortSignal | undefined
}>

/** A publish step gives way to other work after so much computing. */
const SLICE_MS = 12

/** @throws NotPublished that lists every problem of the folder */
export async function readFolder(dir: string): Promise<KnowledgeBase> {
  const read = await loadKnowledgeFolder(dir)
  if (read.kind === 'ok') return read.base
  const lines = read.problems.map((one) => `  ${one.file} ${one.path}: ${one.reason}`)
  throw new NotPublished(`knowledge/ 有 ${lines.length} 处错误:\n${lines.join('\n')}`)
}

/** How the checksum begins of every version that this program can load. */
export const FORMAT_MARK = `v${SNAPSHOT_FORMAT}:`

/** Whether what the version answers with is stored, and as this program reads it. */
export const isLoadable = ({ hasSnapshot, checksum }: VersionInfo) =>
  hasSnapshot && checksum.startsWith(FORMAT_MARK)

/** Also changes with the format of snapshots, so that a new program builds anew. */
export function checksumOf(base: KnowledgeBase): string {
  const sha256 = createHash('sha256').update(JSON.stringify(base)).digest('hex')
  return `${FORMAT_MARK}${sha256}`
}

/**
 * Builds and activates a version. Where the embedding server fails, it is published with the built-in
 * vectors for now; any other failure discards what was staged and rejects.
 * @returns its id
 */
export async function publishBase(
  deps: PublishDeps,
  store: KnowledgeStore,
  base: KnowledgeBase,
  who: Readonly<{ by: string; note: string | null; changes?: VersionChanges }>,
): Promise<string> {
  const breathe = makeBreathe(deps.ending)
  const report = makeReport(deps.progress)
  const { vectors, log, ending } = deps
  const progress = (line: string) => deps.progress(stepWords(2, line))
  const parts = await buildParts(base, {
    breathe,
    progress: report,
    onLost: (error) =>
      log.warn(
        { error },
        'a thread that builds the knowledge is lost, and its work done in another',
      ),
    ending,
  })
  const snapshot = await deserializeSnapshot(parts, breathe)
  const language = await makeLanguage(dictionaryWords(base))
  const stageAs = (embedding: EmbeddingIdentity) =>
    store.stage({
      checksum: checksumOf(base),
      embedding,
      items: base.items,
      note: who.note,
      createdBy: who.by,
      ...(who.changes && { changes: who.changes }),
    })
  const fill = async (
    embedding: EmbeddingIdentity,
    addTo: (id: string) => Promise<readonly SnapshotPart[]>,
  ): Promise<string> => {
    const id = await stageAs(embedding)
    try {
      await store.addParts(id, await addTo(id))
      deps.progress(stepWords(3, '启用新版本'))
      await store.activate(id)
    } catch (error) {
      await store.discard(id)
      throw error
    }
    return id
  }
  const builtIn = () =>
    fill(HASH_IDENTITY, async (id) => {
      await addBuiltInVectors(store, id, { snapshot, language, breathe, progress })
      return parts
    })
  if (vectors === null) return builtIn()
  const fromServer = async (id: string) => {
    const { embed, weight } = vectors
    const given = { snapshot, language, breathe, embed, weight, progress }
    return serializeSnapshot(await addCalibratedVectors(store, id, given))
  }
  return fill(vectors.identity, fromServer).catch((error: unknown) => {
    if (!(error instanceof LlmFault)) throw error
    // Knowledge that is right must not wait for a server that is down.
    log.warn({ error: causeForLog(error) }, 'published with the built-in vectors for now')
    progress('向量服务不可用,先以内置向量发布,恢复后自动补做')
    return builtIn()
  })
}

const STEPS = 3

/** What is done now, and how far that is in all: building, vectors, switching over. */
const stepWords = (step: number, words: string) =>
  `发布知识库：第 ${step} 步/共 ${STEPS} 步，${words}`

type Report = (step: string, share: number) => void

/** A line for each new part of the building and each further tenth. */
function makeReport(progress: (line: string) => void): Report {
  let said = ''
  return (step, share) => {
    const line = stepWords(1, `生成检索索引 ${Math.floor(share * 10) * 10}%（${step}）`)
    if (line !== said) progress(line)
    said = line
  }
}

/**
 * Gives the event loop a turn when `SLICE_MS` have passed since the last; until then it resolves at
 * once. Rejects with the reason of `ending` when that was aborted in such a turn.
 */
export function makeBreathe(ending?: AbortSignal): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < SLICE_MS) return
    await nextTurn()
    ending?.throwIfAborted()
    began = performance.now()
  }
}
