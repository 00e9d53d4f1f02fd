// The answer function as the chat uses it: over the snapshot that is loaded now.
import type { AnswerDeps } from '../conversation/answer-ports.ts'
import { answerTurn } from '../conversation/answer-turn.ts'
import type { AskedNext } from '../conversation/asked-next.ts'
import type { AnswerQuestion } from '../conversation/ports.ts'
import { DomainError } from '../kernel/errors.ts'
import type { ModelUse } from '../llm/model.ts'
import type { KnowledgeService, LoadedKnowledge } from './knowledge.ts'
import type { Llm } from './llm.ts'

export function answerDeps(
  loaded: LoadedKnowledge,
  {
    model,
    targetError,
    askedNext,
    now,
  }: Pick<AnswerDeps, 'model' | 'askedNext' | 'now'> & Readonly<{ targetError: number }>,
): AnswerDeps {
  return {
    snapshot: loaded.snapshot,
    version: loaded.version.id,
    language: loaded.language,
    embed: loaded.embed,
    searchVectors: loaded.searchVectors,
    vectorWeight: loaded.vectorWeight,
    model,
    policy: { targetError },
    askedNext,
    now,
  }
}

/** What of the answers may change while the process runs. */
export type AnswerSettings = Readonly<{
  targetError: () => number
  askedNext: AskedNext
  now: () => Date
}>

export function makeAnswerQuestion(
  knowledge: KnowledgeService,
  llm: Llm | null,
  { now, targetError, askedNext }: AnswerSettings,
): AnswerQuestion {
  return async (ask) => {
    const loaded = knowledge.current()
    if (loaded === null) throw new DomainError('unavailable')
    const uses: ModelUse[] = []
    const model = llm?.forTurn(loaded.snapshot.base, (use) => uses.push(use)) ?? null
    const answered = await answerTurn(
      answerDeps(loaded, { model, targetError: targetError(), askedNext, now }),
      {
        turnId: ask.turnId,
        said: ask.said,
        state: ask.dialogue,
        isGroup: ask.isGroup,
        showDraft: ask.showDraft,
      },
    )
    const trace = uses.length === 0 ? answered.trace : { ...answered.trace, model: uses }
    return { ...answered, trace, knowledgeVersion: loaded.version.id }
  }
}
