// The answer log as staff read it: what was asked, what was decided and why.
import type { Message } from '../kernel/message.ts'
import type { Hit, Retrieved } from '../retrieval/retrieve.ts'
import type { Decision, DecisionKind, Field } from './decision.ts'
import type { Dependence } from './dialogue/follow-up.ts'

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

/** Why a turn was decided as it was. What comes after `dependence` is there where it was retrieved for. */
export type TurnTrace = Readonly<{
  decided: DecisionKind
  by: 'guard' | 'retrieval'
  /** Which rule decided, or had the last word on what was retrieved. */
  rule?: string | null
  dependence: Dependence
  reading?: Retrieved['reading']
  /** What the message does besides asking: names of `speech-acts`. */
  acts?: readonly string[]
  /** Those that are not quite unlikely. */
  intents?: Readonly<Record<string, number>>
  routes?: Readonly<Record<string, number>>
  /** How sure the first hit was, and how sure it had to be for the accepted share of wrong answers. */
  confidence?: number
  bar?: number
  targetError?: number
  care?: number
  doubt?: Retrieved['doubt']
  hits?: readonly Hit[]
  withVectors?: boolean
  /** What a model was used for. */
  model?: readonly ModelTrace[]
}>

type ModelTrace = Readonly<{
  use: string
  outcome: string
  prompt: string
  ms: number
  /** What it wrote and was not used; older entries have none. */
  refused?: readonly string[]
}>

/** Every condition that is not null or empty must hold. */
export type TurnFilter = Readonly<{
  decisionKinds: readonly DecisionKind[]
  feedback: -1 | 1 | null
  /** Only votes whose reason was told. */
  withReason: boolean
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
    trace: TurnTrace
    /** What was said; null when it has been deleted or was answered by a form. */
    message: Message | null
  }>
