// The one function that chat, hit test and evaluation call: a message and what was said before it
// in, a decision and its message out. It writes nothing.

import type { TurnId } from '../kernel/ids.ts'
import type { Message } from '../kernel/message.ts'
import { localDate } from '../kernel/working-time.ts'
import { actsIn } from '../retrieval/acts/speech-acts.ts'
import type { Hit } from '../retrieval/retrieve.ts'
import { type AnswerDeps, NO_TICKETS, type OwnTickets, type ShowDraft } from './answer-ports.ts'
import { composeDecision } from './compose/compose-decision.ts'
import { headFor, headKey } from './compose/head.ts'
import { answerBar } from './decide.ts'
import type { Decision, Field } from './decision.ts'
import { advance } from './dialogue/advance.ts'
import { afterDanger } from './dialogue/after-danger.ts'
import { type DialogueState, freshState, recallState } from './dialogue/dialogue-state.ts'
import { withMattersLeft } from './dialogue/matters-left.ts'
import { withPatience } from './dialogue/patience.ts'
import { itemIn, type Turn } from './dialogue/read-in-dialogue.ts'
import { asTicketReply } from './intent/own-ticket.ts'
import type { Outcome } from './outcome.ts'
import type { TurnTrace } from './turn-log.ts'
import { type Said, understand } from './understand.ts'
import { proseFromModel, surerWithModel } from './with-model.ts'

export type Ask = Readonly<{
  turnId: TurnId
  said: Said
  /** As stored after the last turn, or null. */
  state: unknown
  /** None where nobody asks for themselves. */
  tickets?: OwnTickets | undefined
  /** Shown while the answer is still being written. */
  showDraft?: ShowDraft | undefined
}>

export type TurnAnswer = Readonly<{
  decision: Decision
  /** The part of the record that was asked for; null when none was. */
  field: Field | null
  hits: readonly Hit[]
  /** That the first hit is the right one, 0 to 1. */
  confidence: number
  state: DialogueState
  /** Why: for the answer log. */
  trace: TurnTrace
  message: Message
}>

/**
 * The whole of one turn: `ask.state` is recalled, or begun anew where it is too old or of another
 * form, and comes back as `state`, to be stored by the caller. Where nothing was looked up, `hits` is
 * empty and `confidence` is 1. Where a model or the vectors fail, the turn is decided without them.
 */
export async function answerTurn(deps: AnswerDeps, ask: Ask): Promise<TurnAnswer> {
  const now = deps.now()
  const state = recallState(ask.state, now)
  const { said, tickets = NO_TICKETS } = ask
  const turn = { deps, state, tickets, today: localDate(now), found: new Map() }
  const { uncovered } = deps.snapshot.base
  const understood = afterDanger(await understandBest(turn, said), state, uncovered)
  const patient = withPatience(understood, state)
  const read =
    said.kind === 'text' ? asTicketReply(patient, { text: said.text, tickets, state }) : patient
  const outcome = withMattersLeft(read, state)
  const prose =
    deps.model === null ? null : await proseFromModel(outcome, deps.model, ask.showDraft)
  const asking = {
    base: deps.snapshot.base,
    question: outcome.question,
    before: askedBefore(outcome.decision, state),
    shown: asksAnew(outcome) ? state.shown : [],
  }
  const { decision } = outcome
  const answer = decision.kind === 'answer' ? decision : null
  const head = answer && headFor(answer, asking)
  const key = answer && head && headKey(answer, head)
  const next = advance(state, outcome, { turnId: ask.turnId, now, head: key })
  return {
    decision,
    field: outcome.field,
    hits: outcome.retrieved?.hits ?? [],
    confidence: outcome.retrieved?.confidence ?? 1,
    state: next,
    trace: traceOf(deps, outcome),
    message: composeDecision(
      {
        decision,
        ...asking,
        version: deps.version,
        turnId: ask.turnId,
        askedNext: deps.askedNext,
        isToldInEnglish: state.toldInEnglish === true,
        prose,
        handlingDays: deps.handlingDays?.(),
      },
      head,
    ),
  }
}

/** The last question, if it was about the item that is answered now. */
const askedBefore = (decision: Decision, { items, question }: DialogueState): string | null =>
  decision.kind === 'answer' && decision.code === items[0] ? question : null

/** What is pressed or asked to be said again is shown again. */
const asksAnew = ({ rule }: Outcome): boolean => rule !== 'chosen' && rule !== 'more_of_it'

async function understandBest(turn: Turn, said: Said): Promise<Outcome> {
  const outcome = await understand(turn, said)
  const { deps, state } = turn
  const { model } = deps
  if (model === null) return outcome
  return surerWithModel(outcome, {
    model,
    state,
    itemOf: (code) => itemIn(deps, code),
    understandAlone: (text) =>
      understand({ ...turn, state: freshState(deps.now()) }, { kind: 'text', text }),
  })
}

function traceOf(
  { policy }: AnswerDeps,
  { decision, retrieved, dependence, normalized, rule }: Outcome,
): TurnTrace {
  if (retrieved === null) return { decided: decision.kind, by: 'guard', rule, dependence }
  return {
    decided: decision.kind,
    by: 'retrieval',
    ...(rule === null ? {} : { rule }),
    dependence,
    reading: retrieved.reading,
    acts: actsIn(normalized ?? ''),
    intents: rounded(retrieved.intents),
    routes: rounded(retrieved.routes),
    confidence: retrieved.confidence,
    bar: answerBar(retrieved, policy),
    targetError: policy.targetError,
    care: retrieved.care,
    doubt: retrieved.doubt,
    hits: retrieved.hits.slice(0, 5),
    withVectors: retrieved.withVectors,
  }
}

const rounded = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value >= 0.01)
      .map(([key, value]) => [key, Math.round(value * 1000) / 1000]),
  )
