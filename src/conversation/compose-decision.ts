// Renders a decision as a neutral message.
import type { TurnId } from '../kernel/ids.ts'
import { type Message, plainMessage } from '../kernel/message.ts'
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts'
import type { Hit } from '../retrieval/retrieve.ts'
import type { Decision } from './decision.ts'
import type { DialogueState } from './dialogue-state.ts'

export type ToCompose = Readonly<{
  decision: Decision
  hits: readonly Hit[]
  base: KnowledgeBase
  version: string
  turnId: TurnId
  state: DialogueState
}>

export function composeDecision({ decision }: ToCompose): Message {
  return plainMessage(decision.kind)
}
