// The answer function as the chat uses it: over the snapshot that is loaded now.
import type { AnswerDeps, HandlingDays } from '../../conversation/answer-ports.ts'
import { type Ask, answerTurn, type TurnAnswer } from '../../conversation/answer-turn.ts'
import type { AskedNext } from '../../conversation/asked-next.ts'
import type { AnswerQuestion } from '../../conversation/ports.ts'
import { DomainError } from '../../kernel/errors.ts'
import { localDate } from '../../kernel/working-time.ts'
import type { VersionInfo } from '../../knowledge/ports.ts'
import type { ModelUse } from '../../llm/model.ts'
import type { KnowledgeService, LoadedKnowledge } from '../knowledge/knowledge.ts'
import type { Llm } from './llm.ts'

/** For one question: the version that is loaded now stays the same to its end. */
export function answerDeps(
  loaded: LoadedKnowledge,
  {
    model,
    targetError,
    askedNext,
    now,
    handlingDays,
  }: Pick<AnswerDeps, 'model' | 'askedNext' | 'now' | 'handlingDays'> &
    Readonly<{ targetError: number }>,
): AnswerDeps {
  return {
    snapshot: loaded.snapshot,
    version: shownVersion(loaded.version),
    language: loaded.language,
    embed: loaded.embed,
    searchVectors: loaded.searchVectors,
    vectorWeight: loaded.vectorWeight,
    model,
    policy: { targetError },
    askedNext,
    now,
    handlingDays,
  }
}

/** A source is told with its date; an item that nobody has verified has no other than its version's. */
export const shownVersion = ({ id, createdAt }: VersionInfo): string =>
  `${id}（${localDate(createdAt)} 发布）`

/** What of the answers may change while the process runs. */
export type AnswerSettings = Readonly<{
  targetError: () => number
  askedNext: AskedNext
  now: () => Date
  handlingDays?: (() => HandlingDays) | undefined
}>

/** Rejects with `unavailable` until a version is loaded. */
export function makeAnswerQuestion(
  knowledge: KnowledgeService,
  llm: Llm | null,
  { now, targetError, askedNext, handlingDays }: AnswerSettings,
): AnswerQuestion {
  return async (ask) => {
    const loaded = knowledge.current()
    if (loaded === null) throw new DomainError('unavailable')
    const settings = { targetError: targetError(), askedNext, now, handlingDays }
    const answered = await answerBy(loaded, llm, settings, { ...ask, state: ask.dialogue })
    return { ...answered, knowledgeVersion: loaded.version.id }
  }
}

/** One turn on this knowledge; what the model was used for stands in the trace. */
export async function answerBy(
  loaded: LoadedKnowledge,
  llm: Llm | null,
  settings: Omit<Parameters<typeof answerDeps>[1], 'model'>,
  ask: Ask,
): Promise<TurnAnswer> {
  const uses: ModelUse[] = []
  const model = llm?.forTurn(loaded.snapshot.base, (use) => uses.push(use)) ?? null
  const answered = await answerTurn(answerDeps(loaded, { ...settings, model }), ask)
  return uses.length === 0 ? answered : { ...answered, trace: { ...answered.trace, model: uses } }
}
