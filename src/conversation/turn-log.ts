// The answer log as staff read it: what was asked, what was decided and why.
import type { Message } from '../kernel/message.ts'
import type { Decision, DecisionKind, Field } from './decision.ts'

export const DECISION_KINDS = [
  'answer',
  'clarify',
  'ticket',
  'status',
  'redirect',
  'refuse',
  'emergency',
  'smalltalk',
] as const satisfies readonly DecisionKind[]

/** Every condition that is not null or empty must hold. */
export type TurnFilter = Readonly<{
  decisionKinds: readonly DecisionKind[]
  feedback: -1 | 1 | null
  itemCode: string | null
  text: string | null
  from: Date | null
  before: Date | null
  confidenceBelow: number | null
}>

export type TurnLine = Readonly<{
  id: string
  askedAt: Date
  question: string
  channel: 'lark' | 'web'
  decisionKind: DecisionKind
  reason: string | null
  itemCode: string | null
  field: Field | null
  confidence: number
  knowledgeVersion: string
  ms: number
  feedback: -1 | 1 | null
  feedbackReason: string | null
}>

export type TurnDetail = TurnLine &
  Readonly<{
    decision: Decision
    trace: unknown
    /** What was said; null when it has been deleted or was answered by a form. */
    message: Message | null
  }>
