// Runs questions and dialogues through the assistant, exactly as the chat does.
import { answerTurn, type TurnAnswer } from '../../conversation/answer-turn.ts'
import { openFields } from '../../conversation/compose/open-fields.ts'
import { itemOf } from '../../conversation/compose/to-compose.ts'
import type { DialogueState } from '../../conversation/dialogue/dialogue-state.ts'
import { asId, type TurnId } from '../../kernel/ids.ts'
import type { Assistant } from '../assistant.ts'
import { messageText } from './message-text.ts'
import { type EvalLine, isDialogue, type LineResult, type TurnResult } from './rows.ts'

/** A dialogue keeps its state from turn to turn; lines know nothing of each other. */
export async function runLine(deps: Assistant, line: EvalLine): Promise<LineResult> {
  if (!isDialogue(line)) {
    const { result } = await runTurn(deps, line.q, null)
    return { id: line.id, ...result }
  }
  const turns: TurnResult[] = []
  let state: DialogueState | null = null
  for (const turn of line.turns) {
    const done = await runTurn(deps, turn.user, state)
    turns.push(done.result)
    state = done.state
  }
  return { id: line.id, turns }
}

/** One message; `ms` is everything from the text to the composed message. */
export async function runTurn(
  deps: Assistant,
  text: string,
  state: DialogueState | null,
): Promise<{ result: TurnResult; state: DialogueState }> {
  const started = performance.now()
  const answer = await answerTurn(
    { ...deps, model: deps.turnModel() },
    {
      turnId: asId<TurnId>('eval'),
      said: { kind: 'text', text },
      state,
    },
  )
  const ms = Math.round((performance.now() - started) * 100) / 100
  return { result: resultOf(answer, deps, ms), state: answer.state }
}

function resultOf(
  answer: TurnAnswer,
  { version, snapshot: { base } }: Assistant,
  ms: number,
): TurnResult {
  const { decision } = answer
  const cited = decision.kind === 'answer' ? openFields(itemOf(base, decision.code), decision) : []
  const hits = answer.hits.map((hit): string => hit.code)
  const options =
    decision.kind === 'clarify' ? decision.options.map((option): string => option.code) : []
  const first =
    decision.kind === 'answer' || decision.kind === 'ticket' ? decision.code : (options[0] ?? null)
  const items = [...new Set([...(first === null ? [] : [first]), ...options, ...hits])].slice(0, 5)
  const field = decision.kind === 'answer' ? decision.field : answer.field
  return {
    decision: decision.kind,
    items,
    field,
    act: decision.kind === 'status' ? decision.act : null,
    text: messageText(answer.message),
    citations: cited.map((name) => ({ code: first ?? '', field: name, version })),
    options,
    confidence: Math.round(answer.confidence * 1000) / 1000,
    ms,
  }
}
