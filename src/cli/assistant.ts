// The assistant as the command line needs it: a knowledge base from files, everything in memory,
// no data directory touched.
import { loadKnowledgeFolder } from '../files/knowledge-folder.ts'
import { makeLanguage } from '../chinese/language.ts'
import type { AnswerDeps } from '../conversation/answer-ports.ts'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import { dictionaryWords } from '../retrieval/dictionary.ts'
import { buildSnapshot } from '../retrieval/snapshot.ts'

export type AssistantOptions = Readonly<{
  dir: string
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
  return {
    snapshot,
    version: '本地文件',
    language,
    embed: null,
    searchVectors: null,
    vectorWeight: 0,
    model: null,
    policy: { targetError: 0.02 },
    now: () => new Date(),
  }
}

async function loadValid(dir: string): Promise<KnowledgeBase> {
  const loaded = await loadKnowledgeFolder(dir)
  if (loaded.kind === 'ok') return loaded.base
  const lines = loaded.problems.map(({ file, path, reason }) => `${file} ${path} ${reason}`)
  throw new Error(`知识库有 ${lines.length} 处错误:\n${lines.join('\n')}`)
}
