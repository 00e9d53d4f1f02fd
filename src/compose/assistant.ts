// The answer function as the chat uses it: over the snapshot that is loaded now.
import type { AnswerDeps } from '../conversation/answer-ports.ts'
import { answerTurn } from '../conversation/answer-turn.ts'
import type { AnswerQuestion } from '../conversation/ports.ts'
import { DomainError } from '../kernel/errors.ts'
import type { KnowledgeService, LoadedKnowledge } from './knowledge.ts'

/** Fitted on the development questions: `npm run -s cli -- eval --fit`. */
const HASH_WEIGHT = 0.2
const TARGET_ERROR = 0.02

export function answerDeps(loaded: LoadedKnowledge, now: () => Date): AnswerDeps {
  return {
    snapshot: loaded.snapshot,
    version: loaded.version.id,
    language: loaded.language,
    embed: loaded.embed,
    searchVectors: loaded.searchVectors,
    vectorWeight: HASH_WEIGHT,
    model: null,
    policy: { targetError: TARGET_ERROR },
    now,
  }
}

export function makeAnswerQuestion(knowledge: KnowledgeService, now: () => Date): AnswerQuestion {
  return async (ask) => {
    const loaded = knowledge.current()
    if (loaded === null) throw new DomainError('unavailable')
    const answered = await answerTurn(answerDeps(loaded, now), {
      turnId: ask.turnId,
      said: ask.said,
      state: ask.dialogue,
      isGroup: ask.isGroup,
    })
    return { ...answered, knowledgeVersion: loaded.version.id }
  }
}
