// The assistant as the command line needs it: a knowledge base from files, everything in memory,
// no data directory touched.

import { makeLanguage } from '../chinese/language.ts'
import type { AnswerDeps } from '../conversation/answer-ports.ts'
import { loadKnowledgeFolder } from '../files/knowledge-folder.ts'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import { dictionaryWords } from '../retrieval/dictionary.ts'
import type { Embed } from '../retrieval/ports.ts'
import { buildSnapshot, type Snapshot } from '../retrieval/snapshot.ts'
import { HASH_WEIGHT, hashEmbed, searchInMemory, vectorRows } from '../retrieval/vectors.ts'

export type AssistantOptions = Readonly<{
  dir: string
  embeddings: 'hash' | 'openai'
  /** Told about each step of the build. */
  progress: (line: string) => void
}>

/** Loads, validates and builds; throws with the list of problems when the folder is not valid. */
export async function makeAssistant(options: AssistantOptions): Promise<AnswerDeps> {
  const base = await loadValid(options.dir)
  const language = await makeLanguage(dictionaryWords(base))
  const snapshot = await buildSnapshot(base, {
    language,
    breathe: async () => {},
    progress: (step, share) => options.progress(`${step} ${Math.round(share * 100)}%`),
  })
  if (options.embeddings === 'openai') {
    throw new Error('未配置向量服务：请设置 EMBEDDING_BASE_URL 和 EMBEDDING_MODEL')
  }
  const embed = hashEmbed(snapshot, language)
  return {
    snapshot,
    version: '本地文件',
    language,
    embed,
    searchVectors: searchInMemory(await embedAll(snapshot, embed)),
    vectorWeight: HASH_WEIGHT,
    model: null,
    policy: { targetError: 0.02 },
    now: () => new Date(),
  }
}

async function embedAll(snapshot: Snapshot, embed: Embed) {
  const rows = vectorRows(snapshot)
  const vectors = await embed(
    rows.map((row) => row.text),
    'passage',
  )
  return rows.map((row, n) => ({ code: row.code, vector: vectors[n]! }))
}

async function loadValid(dir: string): Promise<KnowledgeBase> {
  const loaded = await loadKnowledgeFolder(dir)
  if (loaded.kind === 'ok') return loaded.base
  const lines = loaded.problems.map(({ file, path, reason }) => `${file} ${path} ${reason}`)
  throw new Error(`知识库有 ${lines.length} 处错误:\n${lines.join('\n')}`)
}
