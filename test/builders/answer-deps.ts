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

/** As if nothing that was learnt ever sufficed for an answer. */
export function neverSureOf({ snapshot }: AnswerDeps): Partial<AnswerDeps> {
  const levels = [[0.1, 2]] as const
  const { judgement } = snapshot
  const confidence = { ...judgement.confidence, levels: { plain: levels, careful: levels } }
  return {
    snapshot: { ...snapshot, judgement: { ...judgement, confidence } },
    policy: { targetError: 0 },
  }
}
