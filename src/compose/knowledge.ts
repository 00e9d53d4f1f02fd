// The knowledge that answers: one snapshot in memory per process, loaded from the active version,
// swapped as a whole when another version is activated here or elsewhere.
import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { makeLanguage } from '../chinese/language.ts'
import { loadKnowledgeFolder } from '../files/knowledge-folder.ts'
import type { Log } from '../kernel/log.ts'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import type { EmbeddingIdentity, KnowledgeStore, VersionInfo } from '../knowledge/ports.ts'
import { LlmFault } from '../llm/fault.ts'
import type { Connection } from '../postgres/database.ts'
import { makeKnowledgeStore, makeVectorSearch } from '../postgres/knowledge.ts'
import { dictionaryWords } from '../retrieval/dictionary.ts'
import type { Embed, Language, VectorSearch } from '../retrieval/ports.ts'
import { buildSnapshot, type Snapshot } from '../retrieval/snapshot.ts'
import {
  deserializeSnapshot,
  SNAPSHOT_FORMAT,
  serializeSnapshot,
} from '../retrieval/snapshot-codec.ts'
import { HASH_IDENTITY, HASH_WEIGHT, hashEmbed, vectorRows } from '../retrieval/vectors.ts'
import {
  addVectors,
  isSameIdentity,
  REMOTE_WEIGHT,
  type RemoteVectors,
  wantedIdentity,
} from './embedding.ts'

export type LoadedKnowledge = Readonly<{
  version: VersionInfo
  snapshot: Snapshot
  language: Language
  /** Null when the version's vectors are of a model that is not at hand: words find alone. */
  embed: Embed | null
  searchVectors: VectorSearch | null
  vectorWeight: number
}>

export type KnowledgeService = Readonly<{
  current: () => LoadedKnowledge | null
  /** Loads the active version; publishes the folder first when there is none yet. */
  start: () => Promise<LoadedKnowledge>
  /** Loads the version that is active now, if it is not the one in memory. */
  refresh: () => Promise<void>
  publish: (by: string, note: string | null) => Promise<VersionInfo>
  store: KnowledgeStore
  /** How the folder's files stand to what the active version was built from. */
  folderState: () => Promise<'same' | 'differs' | 'invalid'>
}>

export type KnowledgeDeps = Readonly<{
  db: Connection
  dir: string
  progress: (line: string) => void
  log: Log
  /** The embedding server that the settings name; null for the built-in vectors. */
  vectors: RemoteVectors | null
}>

/** A publish step gives way to other work after so much computing. */
const SLICE_MS = 12

export function makeKnowledgeService(deps: KnowledgeDeps): KnowledgeService {
  const store = makeKnowledgeStore(deps.db)
  let loaded: LoadedKnowledge | null = null

  async function use(version: VersionInfo): Promise<LoadedKnowledge> {
    if (loaded?.version.id === version.id) return loaded
    loaded = await load(deps, store, version)
    deps.log.info({ version: version.id, items: version.itemCount }, 'knowledge version loaded')
    return loaded
  }

  async function publish(
    by: string,
    note: string | null,
    vectors: RemoteVectors | null = deps.vectors,
  ): Promise<VersionInfo> {
    const base = await readFolder(deps.dir)
    const id = await publishBase({ ...deps, vectors }, store, base, { by, note })
    const active = await store.active()
    if (active?.id !== id) throw new Error('another version was activated meanwhile')
    await use(active)
    return active
  }

  return {
    store,
    current: () => loaded,
    start: async () => {
      const active = await store.active()
      if (active === null || !isLoadable(active)) {
        // A start does not wait for an embedding server; `startReembedding` follows up.
        await publish('system', active === null ? '首次启动时发布' : '程序升级后重新发布', null)
      } else {
        await use(active)
      }
      if (loaded === null) throw new Error('no knowledge version is active')
      return loaded
    },
    refresh: async () => {
      const active = await store.active()
      if (active !== null) await use(active)
    },
    publish: (by, note) => publish(by, note),
    folderState: async () => {
      const active = await store.active()
      const base = await readFolder(deps.dir).catch(() => null)
      if (base === null) return 'invalid'
      return active?.checksum === checksumOf(base) ? 'same' : 'differs'
    },
  }
}

/** @throws Error that lists every problem of the folder */
async function readFolder(dir: string): Promise<KnowledgeBase> {
  const read = await loadKnowledgeFolder(dir)
  if (read.kind === 'ok') return read.base
  const lines = read.problems.map((one) => `  ${one.file} ${one.path}: ${one.reason}`)
  throw new Error(`knowledge/ 有 ${lines.length} 处错误:\n${lines.join('\n')}`)
}

const FORMAT_MARK = `v${SNAPSHOT_FORMAT}:`

/** Whether this program can read what the version was stored as. */
export const isLoadable = (version: VersionInfo) => version.checksum.startsWith(FORMAT_MARK)

function checksumOf(base: KnowledgeBase): string {
  const sha256 = createHash('sha256').update(JSON.stringify(base)).digest('hex')
  return `${FORMAT_MARK}${sha256}`
}

async function publishBase(
  deps: KnowledgeDeps,
  store: KnowledgeStore,
  base: KnowledgeBase,
  who: Readonly<{ by: string; note: string | null }>,
): Promise<string> {
  const breathe = makeBreathe()
  const report = makeReport(deps.progress)
  const language = await makeLanguage(dictionaryWords(base))
  const snapshot = await buildSnapshot(base, { language, breathe, progress: report })
  const rows = vectorRows(snapshot)
  const stageAs = (embedding: EmbeddingIdentity) =>
    store.stage({
      checksum: checksumOf(base),
      embedding,
      items: base.items,
      note: who.note,
      createdBy: who.by,
    })
  const fill = async (embedding: EmbeddingIdentity, embed: Embed): Promise<string> => {
    const id = await stageAs(embedding)
    try {
      const breathing: Embed = async (texts, kind) => {
        await breathe()
        return embed(texts, kind)
      }
      await addVectors(store, id, { rows, embed: breathing, progress: deps.progress })
      await store.addParts(id, serializeSnapshot(snapshot))
      await store.activate(id)
    } catch (error) {
      await store.discard(id)
      throw error
    }
    return id
  }
  const builtIn = () => fill(HASH_IDENTITY, hashEmbed(snapshot, language))
  const { vectors } = deps
  if (vectors === null) return builtIn()
  return fill(vectors.identity, vectors.embed).catch((error: unknown) => {
    if (!(error instanceof LlmFault)) throw error
    // Knowledge that is right must not wait for a server that is down.
    deps.log.warn({ error: error.message }, 'published with the built-in vectors for now')
    deps.progress('向量服务不可用,先以内置向量发布,恢复后自动补做')
    return builtIn()
  })
}

async function load(
  deps: KnowledgeDeps,
  store: KnowledgeStore,
  version: VersionInfo,
): Promise<LoadedKnowledge> {
  const snapshot = deserializeSnapshot(await store.parts(version.id))
  const language = await makeLanguage(dictionaryWords(snapshot.base))
  return { version, snapshot, language, ...vectorsOf(deps, version, { snapshot, language }) }
}

type Built = Readonly<{ snapshot: Snapshot; language: Language }>

/** A question is compared only with vectors of the model that reads the question. */
function vectorsOf(
  { db, vectors, log }: KnowledgeDeps,
  { id, embedding }: VersionInfo,
  { snapshot, language }: Built,
): Pick<LoadedKnowledge, 'embed' | 'searchVectors' | 'vectorWeight'> {
  const searchVectors = makeVectorSearch(db, id)
  if (vectors !== null && isSameIdentity(embedding, vectors.identity)) {
    return { embed: vectors.embed, searchVectors, vectorWeight: REMOTE_WEIGHT }
  }
  if (isSameIdentity(embedding, HASH_IDENTITY)) {
    return { embed: hashEmbed(snapshot, language), searchVectors, vectorWeight: HASH_WEIGHT }
  }
  log.error(
    { version: id, stored: embedding, configured: wantedIdentity(vectors) },
    'the vectors of this version are of another model and are not used',
  )
  return { embed: null, searchVectors: null, vectorWeight: 0 }
}

type Report = (step: string, share: number) => void

/** A line for each new step and each further tenth. */
function makeReport(progress: (line: string) => void): Report {
  let said = ''
  return (step, share) => {
    const line = `发布知识库:${step} ${Math.floor(share * 10) * 10}%`
    if (line !== said) progress(line)
    said = line
  }
}

function makeBreathe(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began < SLICE_MS) return
    await nextTurn()
    began = performance.now()
  }
}
