// The active version with the vectors that the settings ask for: after the first start, after another
// model was set, and after a publish that the embedding server missed.
import { setTimeout as sleep } from 'node:timers/promises'
import { causeForLog } from '../../kernel/cause.ts'
import type { Log } from '../../kernel/log.ts'
import type { EmbeddingIdentity } from '../../knowledge/ports.ts'
import type { Connection } from '../../postgres/database.ts'
import { onlyOne } from '../../postgres/only-one.ts'
import type { Snapshot } from '../../retrieval/snapshot.ts'
import { serializeSnapshot } from '../../retrieval/snapshot-codec.ts'
import { addCalibratedVectors } from './calibrated-vectors.ts'
import {
  addBuiltInVectors,
  areComparable,
  identityName,
  isSameIdentity,
  type RemoteVectors,
  wantedIdentity,
  weightOf,
} from './embedding.ts'
import type { KnowledgeService } from './knowledge.ts'
import { makeBreathe } from './publish.ts'
import { keepProblem, vectorProblem } from './vector-state.ts'

type Reembedding = Readonly<{
  knowledge: KnowledgeService
  vectors: RemoteVectors | null
  progress: (line: string) => void
  signal: AbortSignal
}>

/**
 * Gives the active version the vectors that the settings ask for: the same knowledge as a new
 * version. @returns false when there was nothing to do
 */
async function reembed(deps: Reembedding): Promise<boolean> {
  const { knowledge, vectors } = deps
  const { store } = knowledge
  const loaded = knowledge.current()
  const wanted = wantedIdentity(vectors)
  if (loaded === null || isSameIdentity(loaded.version.embedding, wanted)) return false
  const { version } = loaded
  const id = await store.stage({
    checksum: version.checksum,
    embedding: wanted,
    items: await store.items(version.id),
    note: `${version.note ?? ''}（${reasonOf(version.embedding, wanted)}）`,
    createdBy: version.createdBy,
  })
  try {
    const filled = await fill(deps, loaded, id)
    await store.addParts(id, serializeSnapshot(filled))
    await store.activate(id, version.id)
  } catch (error) {
    await store.discard(id)
    throw error
  }
  await knowledge.refresh()
  return true
}

const reasonOf = (stored: EmbeddingIdentity, wanted: EmbeddingIdentity) =>
  areComparable(stored, wanted) ? `向量权重改为 ${weightOf(wanted)}` : `向量改用 ${wanted.model}`

async function fill(
  { knowledge: { store }, vectors, progress, signal }: Reembedding,
  { snapshot, language }: NonNullable<ReturnType<KnowledgeService['current']>>,
  id: string,
): Promise<Snapshot> {
  if (vectors !== null) {
    const { embed, weight } = vectors
    const calibrating = { snapshot, language, breathe: makeBreathe(), embed, weight }
    return addCalibratedVectors(store, id, { ...calibrating, progress, signal })
  }
  const breathe = makeBreathe()
  await addBuiltInVectors(store, id, { snapshot, language, breathe, progress, signal })
  return { ...snapshot, judgementWithVectors: null }
}

type Telling = Readonly<{ db: Connection; vectors: RemoteVectors | null; log: Log }>

/** To the log and, through the store, to the console. @returns whether a setting has to be mended */
async function tellProblem({ db, vectors, log }: Telling, error: unknown): Promise<boolean> {
  const { words, ...problem } = vectorProblem(error)
  const fields = { error: causeForLog(error), ...problem }
  if (problem.setting === null)
    log.warn(fields, 'the vectors could not be made; trying again later')
  else log.error(fields, 'the vectors cannot be made with these settings')
  await keepProblem(db, identityName(wantedIdentity(vectors)), words).catch((fault: unknown) => {
    log.warn({ error: causeForLog(fault) }, 'why the vectors could not be made was not kept')
  })
  return problem.setting !== null
}

const CHECK_MS = 60_000
const WAIT_MS_MAX = 15 * 60_000

/**
 * Keeps the vectors in line with the settings, in the background and patiently: until they are,
 * words alone find the items. @returns a function that stops it
 */
export function startReembedding(
  deps: Omit<Reembedding, 'signal'> & Readonly<{ db: Connection; shared: boolean; log: Log }>,
): () => Promise<void> {
  const stop = new AbortController()
  const { signal } = stop
  const work = async () => {
    if (await reembed({ ...deps, signal })) {
      deps.log.info({}, 'the vectors are those of the settings now')
    }
    await keepProblem(deps.db, identityName(wantedIdentity(deps.vectors)), null)
  }
  const run = async () => {
    for (let wait = CHECK_MS; !signal.aborted; ) {
      try {
        // Several processes of one installation: the others learn of the new version in the end.
        if (deps.shared) await onlyOne(deps.db, 'reembed', work)
        else await work()
        wait = CHECK_MS
      } catch (error) {
        if (signal.aborted) return
        wait = (await tellProblem(deps, error)) ? WAIT_MS_MAX : Math.min(WAIT_MS_MAX, wait * 2)
      }
      await sleep(wait, undefined, { signal, ref: false }).catch(() => {})
    }
  }
  const running = run()
  return async () => {
    stop.abort(new Error('stopped'))
    await running
  }
}
