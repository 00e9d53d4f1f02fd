// The knowledge that answers: one snapshot in memory per process, loaded from the active version,
// swapped as a whole when another version is activated here or elsewhere.
import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { makeLanguage } from '../chinese/language.ts'
import { loadKnowledgeFolder } from '../files/knowledge-folder.ts'
import type { Log } from '../kernel/log.ts'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import type { KnowledgeStore, VersionInfo } from '../knowledge/ports.ts'
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
import { HASH_IDENTITY, hashEmbed, vectorRows } from '../retrieval/vectors.ts'

export type LoadedKnowledge = Readonly<{
  version: VersionInfo
  snapshot: Snapshot
  language: Language
  embed: Embed
  searchVectors: VectorSearch
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
}>

/** A publish step gives way to other work after so much computing. */
const SLICE_MS = 12
/** The part of the whole that is building; the rest is storing vectors. */
const BUILD_SHARE = 0.8
/** Passages embedded and stored at a time. */
const CHUNK_BATCH = 400

export function makeKnowledgeService(deps: KnowledgeDeps): KnowledgeService {
  const store = makeKnowledgeStore(deps.db)
  let loaded: LoadedKnowledge | null = null

  async function use(version: VersionInfo): Promise<LoadedKnowledge> {
    if (loaded?.version.id === version.id) return loaded
    loaded = await load(deps, store, version)
    deps.log.info({ version: version.id, items: version.itemCount }, 'knowledge version loaded')
    return loaded
  }

  async function publish(by: string, note: string | null): Promise<VersionInfo> {
    const base = await readFolder(deps.dir)
    const id = await publishBase(deps, store, base, { by, note })
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
      if (active === null || !active.checksum.startsWith(`v${SNAPSHOT_FORMAT}:`)) {
        await publish('system', active === null ? '首次启动时发布' : '程序升级后重新发布')
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
    publish,
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

function checksumOf(base: KnowledgeBase): string {
  const sha256 = createHash('sha256').update(JSON.stringify(base)).digest('hex')
  return `v${SNAPSHOT_FORMAT}:${sha256}`
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
  const snapshot = await buildSnapshot(base, {
    language,
    breathe,
    progress: (step, share) => report(step, share * BUILD_SHARE),
  })
  const id = await store.stage({
    checksum: checksumOf(base),
    embedding: HASH_IDENTITY,
    items: base.items,
    note: who.note,
    createdBy: who.by,
  })
  try {
    await fill(store, id, { snapshot, language }, { report, breathe })
    await store.activate(id)
  } catch (error) {
    await store.discard(id)
    throw error
  }
  report('完成', 1)
  return id
}

type Built = Readonly<{ snapshot: Snapshot; language: Language }>

async function fill(
  store: KnowledgeStore,
  id: string,
  { snapshot, language }: Built,
  { report, breathe }: Readonly<{ report: Report; breathe: () => Promise<void> }>,
): Promise<void> {
  const embed = hashEmbed(snapshot, language)
  const rows = vectorRows(snapshot)
  for (let start = 0; start < rows.length; start += CHUNK_BATCH) {
    const batch = rows.slice(start, start + CHUNK_BATCH)
    const vectors = await embed(
      batch.map((row) => row.text),
      'passage',
    )
    await store.addChunks(
      id,
      batch.map((row, n) => ({ ...row, embedding: vectors[n] ?? new Float32Array() })),
    )
    report('写入向量', BUILD_SHARE + (start / rows.length) * (1 - BUILD_SHARE))
    await breathe()
  }
  await store.addParts(id, serializeSnapshot(snapshot))
}

async function load(
  deps: KnowledgeDeps,
  store: KnowledgeStore,
  version: VersionInfo,
): Promise<LoadedKnowledge> {
  const snapshot = deserializeSnapshot(await store.parts(version.id))
  const language = await makeLanguage(dictionaryWords(snapshot.base))
  return {
    version,
    snapshot,
    language,
    embed: hashEmbed(snapshot, language),
    searchVectors: makeVectorSearch(deps.db, version.id),
  }
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
