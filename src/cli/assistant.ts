// The assistant as the command line needs it: a knowledge base from files, everything in memory,
// no data directory touched.

import path from 'node:path'
import { Registry } from 'prom-client'
import { type Llm, openLlm } from '../compose/chat/llm.ts'
import { DEFAULT_TARGET_ERROR } from '../compose/chat/switches.ts'
import { addCalibratedVectors } from '../compose/knowledge/calibrated-vectors.ts'
import {
  identityName,
  makeRemoteVectors,
  type RemoteVectors,
  type VectorCache,
} from '../compose/knowledge/embedding.ts'
import { makeLog } from '../compose/log.ts'
import { readConfig } from '../config/config.ts'
import type { AnswerDeps, Model } from '../conversation/answer-ports.ts'
import { nothingAskedNext } from '../conversation/asked-next.ts'
import type { ItemCode } from '../kernel/ids.ts'
import type { EmbeddingIdentity, KnowledgeStore } from '../knowledge/ports.ts'
import { HASH_IDENTITY, HASH_WEIGHT, hashEmbed, searchInMemory } from '../retrieval/vectors.ts'
import { type Built, recallOrBuild } from './built.ts'
import { vectorFiles } from './vector-cache.ts'
import { ROOT } from './with-store.ts'

export type AssistantOptions = Readonly<{
  dir: string
  embeddings: 'hash' | 'openai'
  llm: 'off' | 'on'
  /** Builds anew what was built before. */
  fresh?: boolean
  /** Where what was built and embedded is kept; among the build's caches unless a test says otherwise. */
  cache?: string
  /** Told about each step of the build. */
  progress: (line: string) => void
}>

export type Assistant = AnswerDeps &
  Readonly<{
    /** The model for one turn; null when it is off. */
    turnModel: () => Model | null
    /** What finds and writes, for the record of an evaluation. */
    models: Readonly<{ embedding: string; chat: string | null }>
  }>

const CACHE = path.join(ROOT, 'node_modules/.cache/zhuqi')

/** Loads, validates and builds; throws with the list of problems when the folder is not valid. */
export async function makeAssistant(options: AssistantOptions): Promise<Assistant> {
  const { dir, fresh = false, cache = CACHE, progress } = options
  const built = await recallOrBuild({ dir, fresh, cache, progress })
  const { embedding, ...filled } = await withVectors(built, options)
  const llm = options.llm === 'on' ? await openModel() : null
  return {
    ...filled,
    version: '本地文件',
    language: built.language,
    model: null,
    policy: { targetError: DEFAULT_TARGET_ERROR },
    askedNext: nothingAskedNext,
    now: () => new Date(),
    turnModel: () => llm?.model.forTurn(filled.snapshot.base, () => {}) ?? null,
    models: { embedding: identityName(embedding), chat: llm?.name ?? null },
  }
}

type Filled = Pick<AnswerDeps, 'snapshot' | 'embed' | 'searchVectors' | 'vectorWeight'> &
  Readonly<{ embedding: EmbeddingIdentity }>

async function withVectors(
  { snapshot, language, hashRows }: Built,
  { embeddings, progress, cache = CACHE }: AssistantOptions,
): Promise<Filled> {
  if (embeddings === 'hash') {
    const embed = hashEmbed(snapshot, language)
    const searchVectors = searchInMemory(await hashRows())
    const embedding = HASH_IDENTITY
    return { snapshot, embed, searchVectors, vectorWeight: HASH_WEIGHT, embedding }
  }
  const rows: { code: ItemCode; vector: Float32Array }[] = []
  const addChunks: KnowledgeStore['addChunks'] = async (_, chunks) => {
    rows.push(...chunks.map(({ code, embedding }) => ({ code, vector: embedding })))
  }
  const kept = vectorFiles({ folder: cache, progress })
  const { embed, identity, weight } = remoteVectors(kept)
  const breathe = async () => {}
  const adding = { snapshot, language, breathe, embed, weight, progress }
  const calibrated = await addCalibratedVectors({ addChunks }, '', adding)
  await kept.forgetUnasked()
  return {
    snapshot: calibrated,
    embed,
    searchVectors: searchInMemory(rows),
    vectorWeight: weight,
    embedding: identity,
  }
}

function remoteVectors(cache: VectorCache): RemoteVectors {
  const { config, secrets } = readConfig()
  if (config.embedding === null) {
    throw new Error('未配置向量服务：请设置 EMBEDDING_BASE_URL、EMBEDDING_MODEL 和 EMBEDDING_DIM')
  }
  return makeRemoteVectors(config.embedding, secrets.embeddingApiKey, {
    cache,
    onQuery: () => {},
  })
}

async function openModel(): Promise<Readonly<{ model: Llm; name: string }>> {
  const { config, secrets } = readConfig()
  const model = await openLlm(config, secrets, {
    root: ROOT,
    registry: new Registry(),
    log: makeLog('error'),
  })
  if (model === null || config.llm === null) {
    throw new Error('未配置大模型：请设置 LLM_BASE_URL 和 LLM_MODEL')
  }
  return { model, name: config.llm.model }
}
