import { setTimeout as sleep } from 'node:timers/promises'
import { makeLanguage } from '../../chinese/language.ts'
import { inTurn } from '../../kernel/in-turn.ts'
import { noteWith } from '../../knowledge/change/lay-over.ts'
import { type KnowledgeStore, NotPublished, type VersionInfo } from '../../knowledge/ports.ts'
import type { Connection } from '../../postgres/database.ts'
import { findVersion, makeKnowledgeStore, makeVectorSearch } from '../../postgres/knowledge.ts'
import { onlyOne } from '../../postgres/only-one.ts'
import { dictionaryWords } from '../../retrieval/dictionary.ts'
import type { Embed, Language, VectorSearch } from '../../retrieval/ports.ts'
import type { Snapshot } from '../../retrieval/snapshot.ts'
import { deserializeSnapshot } from '../../retrieval/snapshot-codec.ts'
import { HASH_IDENTITY, HASH_WEIGHT, hashEmbed } from '../../retrieval/vectors.ts'
import { areComparable, isSameIdentity, wantedIdentity, weightOf } from './embedding.ts'
import { readLaidOver } from './laid-over.ts'
import {
  checksumOf,
  isLoadable,
  makeBreathe,
  type PublishDeps,
  publishBase,
  readFolder,
} from './publish.ts'
import { rebuiltFrom } from './rebuilt.ts'

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
  /** Null until the first version is loaded. */
  current: () => LoadedKnowledge | null
  /**
   * Loads the active version; publishes the folder first when there is none yet, and builds the
   * version anew when another program stored it. Rejects with the reason of `ending` once that is
   * aborted.
   */
  start: () => Promise<LoadedKnowledge>
  /**
   * Loads the version that is active now, if it is not the one in memory and this program can load
   * it; one after the other.
   */
  refresh: () => Promise<void>
  /** @param progress told each step beside whoever the service tells */
  publish: (
    by: string,
    note: string | null,
    progress?: (line: string) => void,
  ) => Promise<VersionInfo>
  store: KnowledgeStore
  /** How the folder's files, with the changes over them, stand to what the active version was built from. */
  folderState: () => Promise<'same' | 'differs' | 'invalid'>
}>

export type KnowledgeServiceDeps = PublishDeps & Readonly<{ db: Connection; dir: string }>

/** How often a start looks whether the process that publishes is done. */
const ANOTHER_PUBLISHES_MS = 500

/**
 * Loads nothing before `start`. `publish` lays the approved changes over the files, and rejects with
 * `NotPublished` when the folder is not valid or a change was taken back meanwhile.
 */
export function makeKnowledgeService(deps: KnowledgeServiceDeps): KnowledgeService {
  const store = makeKnowledgeStore(deps.db)
  let loaded: LoadedKnowledge | null = null

  // In turn: a version takes seconds to load, and another may be active before it is.
  const refresh = inTurn(async () => {
    const active = await store.active()
    if (active === null || active.id === loaded?.version.id) return
    if (!isLoadable(active)) {
      deps.log.warn({ version: active.id }, 'the active version is of another program')
      return
    }
    loaded = await load(deps, store, active)
    deps.log.info({ version: active.id, items: active.itemCount }, 'knowledge version loaded')
  })

  async function publish(
    by: string,
    note: string | null,
    building: PublishDeps = deps,
  ): Promise<VersionInfo> {
    const { base, laid, absorbed } = await readLaidOver(deps)
    const id = await publishBase(building, store, base, {
      by,
      note: noteWith(note, laid),
      changes: { laid, absorbed },
    })
    await refresh()
    return (await findVersion(deps.db, id))!
  }

  /** @returns false when there is no version yet that this program can load */
  async function loadActive(): Promise<boolean> {
    const active = await store.active()
    if (active === null || !isLoadable(active)) return false
    await refresh()
    return true
  }

  /**
   * For a start that finds no version to load. An upgrade is no publish: what was rolled back, or
   * waits to be published, does not answer after it.
   */
  async function build(): Promise<void> {
    const active = await store.active()
    if (active !== null && isLoadable(active)) return
    const note = active === null ? '首次启动时发布' : `程序升级后按版本 ${active.id} 重新生成`
    deps.progress(`${note}知识库,通常需要两三分钟;完成前网页可以打开,提问在完成后答复`)
    // A start does not wait for an embedding server; `startReembedding` follows up.
    const builtIn = { ...deps, vectors: null }
    if (active === null) await publish('system', note, builtIn)
    else await publishBase(builtIn, store, await rebuilt(active), { by: 'system', note })
  }

  const rebuilt = async ({ id }: VersionInfo) =>
    rebuiltFrom(await readFolder(deps.dir), await store.items(id), deps.log)

  return {
    store,
    current: () => loaded,
    start: async () => {
      while (!(await loadActive())) {
        // Processes that start together must not publish the same folder twice.
        const isDone = await onlyOne(deps.db, 'publish', build)
        if (!isDone) await sleep(ANOTHER_PUBLISHES_MS)
        deps.ending?.throwIfAborted()
      }
      if (loaded === null) throw new Error('no knowledge version is active')
      return loaded
    },
    refresh,
    publish: (by, note, told) => {
      const progress = (line: string) => {
        deps.progress(line)
        told?.(line)
      }
      return publish(by, note, { ...deps, progress })
    },
    folderState: async () => {
      const active = await store.active()
      const read = await readLaidOver(deps).catch((error: unknown) => {
        if (error instanceof NotPublished) return null
        throw error
      })
      if (read === null) return 'invalid'
      return active?.checksum === checksumOf(read.base) ? 'same' : 'differs'
    },
  }
}

async function load(
  deps: KnowledgeServiceDeps,
  store: KnowledgeStore,
  version: VersionInfo,
): Promise<LoadedKnowledge> {
  const snapshot = await deserializeSnapshot(
    await store.parts(version.id),
    makeBreathe(deps.ending),
  )
  const language = await makeLanguage(dictionaryWords(snapshot.base))
  return { version, snapshot, language, ...vectorsOf(deps, version, { snapshot, language }) }
}

type Built = Readonly<{ snapshot: Snapshot; language: Language }>

/** A question is compared only with vectors of the model that reads the question. */
function vectorsOf(
  { db, vectors, log }: KnowledgeServiceDeps,
  { id, embedding }: VersionInfo,
  { snapshot, language }: Built,
): Pick<LoadedKnowledge, 'embed' | 'searchVectors' | 'vectorWeight'> {
  const searchVectors = makeVectorSearch(db, id)
  if (vectors !== null && areComparable(embedding, vectors.identity)) {
    // At the weight that how sure it is was learnt at, until a version follows the settings.
    return { embed: vectors.embed, searchVectors, vectorWeight: weightOf(embedding) }
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
