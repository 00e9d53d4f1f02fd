// The assistant as the command line needs it: a knowledge base from files, everything in memory,
// no data directory touched.

import path from 'node:path'
import { Registry } from 'prom-client'
import { makeLanguage } from '../chinese/language.ts'
import { addCalibratedVectors } from '../compose/calibrated-vectors.ts'
import { addVectors, makeRemoteVectors, REMOTE_WEIGHT } from '../compose/embedding.ts'
import { type Llm, openLlm } from '../compose/llm.ts'
import { makeLog } from '../compose/log.ts'
import { DEFAULT_TARGET_ERROR } from '../compose/switches.ts'
import { readConfig } from '../config/config.ts'
import type { AnswerDeps, Model } from '../conversation/answer-ports.ts'
import { nothingAskedNext } from '../conversation/asked-next.ts'
import { loadKnowledgeFolder } from '../files/knowledge-folder.ts'
import type { ItemCode } from '../kernel/ids.ts'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import type { KnowledgeStore } from '../knowledge/ports.ts'
import { dictionaryWords } from '../retrieval/dictionary.ts'
import type { Language } from '../retrieval/ports.ts'
import { buildSnapshot, type Snapshot } from '../retrieval/snapshot.ts'
import { HASH_WEIGHT, hashEmbed, searchInMemory, vectorRows } from '../retrieval/vectors.ts'
import { fileCache } from './vector-cache.ts'
import { ROOT } from './with-store.ts'

export type AssistantOptions = Readonly<{
  dir: string
  embeddings: 'hash' | 'openai'
  llm: 'off' | 'on'
  /** Told about each step of the build. */
  progress: (line: string) => void
}>

export type Assistant = AnswerDeps &
  Readonly<{
    /** The model for one turn; null when it is off. */
    turnModel: () => Model | null
  }>

/** Loads, validates and builds; throws with the list of problems when the folder is not valid. */
export async function makeAssistant(options: AssistantOptions): Promise<Assistant> {
  const base = await loadValid(options.dir)
  const language = await makeLanguage(dictionaryWords(base))
  const snapshot = await buildSnapshot(base, {
    language,
    breathe: async () => {},
    progress: (step, share) => options.progress(`${step} ${Math.round(share * 100)}%`),
  })
  const filled = await withVectors(snapshot, language, options)
  const llm = options.llm === 'on' ? await openModel() : null
  return {
    ...filled,
    version: '本地文件',
    language,
    model: null,
    policy: { targetError: DEFAULT_TARGET_ERROR },
    askedNext: nothingAskedNext,
    now: () => new Date(),
    turnModel: () => llm?.forTurn(base, () => {}) ?? null,
  }
}

const CACHE = path.join(ROOT, 'node_modules/.cache/zhuqi/vectors.txt')

type Filled = Pick<AnswerDeps, 'snapshot' | 'embed' | 'searchVectors' | 'vectorWeight'>

async function withVectors(
  snapshot: Snapshot,
  language: Language,
  { embeddings, progress }: AssistantOptions,
): Promise<Filled> {
  const rows: { code: ItemCode; vector: Float32Array }[] = []
  const addChunks: KnowledgeStore['addChunks'] = async (_, chunks) => {
    rows.push(...chunks.map(({ code, embedding }) => ({ code, vector: embedding })))
  }
  const searchVectors = searchInMemory(rows)
  if (embeddings === 'hash') {
    const embed = hashEmbed(snapshot, language)
    await addVectors({ addChunks }, '', { rows: vectorRows(snapshot), embed, progress })
    return { snapshot, embed, searchVectors, vectorWeight: HASH_WEIGHT }
  }
  const embed = remoteEmbed()
  const breathe = async () => {}
  const adding = { snapshot, language, breathe, embed, progress }
  const calibrated = await addCalibratedVectors({ addChunks }, '', adding)
  return { snapshot: calibrated, embed, searchVectors, vectorWeight: REMOTE_WEIGHT }
}

function remoteEmbed() {
  const { config, secrets } = readConfig(process.env)
  if (config.embedding === null) {
    throw new Error('未配置向量服务：请设置 EMBEDDING_BASE_URL、EMBEDDING_MODEL 和 EMBEDDING_DIM')
  }
  return makeRemoteVectors(config.embedding, secrets.embeddingApiKey, {
    cache: fileCache(CACHE),
    onQuery: () => {},
  }).embed
}

async function openModel(): Promise<Llm> {
  const { config, secrets } = readConfig(process.env)
  const llm = await openLlm(config, secrets, {
    root: ROOT,
    registry: new Registry(),
    log: makeLog('error'),
  })
  if (llm === null) throw new Error('未配置大模型：请设置 LLM_BASE_URL 和 LLM_MODEL')
  return llm
}

async function loadValid(dir: string): Promise<KnowledgeBase> {
  const loaded = await loadKnowledgeFolder(dir)
  if (loaded.kind === 'ok') return loaded.base
  const lines = loaded.problems.map(({ file, path, reason }) => `${file} ${path} ${reason}`)
  throw new Error(`知识库有 ${lines.length} 处错误:\n${lines.join('\n')}`)
}
