import type { AnswerDeps } from '../../src/conversation/answer-ports.ts'
import { nothingAskedNext } from '../../src/conversation/asked-next.ts'
import type { KnowledgeBase } from '../../src/knowledge/knowledge-base.ts'
import { buildSnapshot } from '../../src/retrieval/snapshot.ts'
import { aKnowledgeBase } from './knowledge-base.ts'
import { plainLanguage } from './language.ts'

/** All that answering needs, by words alone and without a model, at ten in the morning in Zhoushan. */
export async function someAnswerDeps(base: KnowledgeBase = aKnowledgeBase()): Promise<AnswerDeps> {
  const snapshot = await buildSnapshot(base, { language: plainLanguage, breathe: async () => {} })
  return {
    snapshot,
    version: '7',
    language: plainLanguage,
    embed: null,
    searchVectors: null,
    vectorWeight: 0,
    model: null,
    policy: { targetError: 0.5 },
    askedNext: nothingAskedNext,
    now: () => new Date('2026-11-25T02:00:00Z'),
  }
}
