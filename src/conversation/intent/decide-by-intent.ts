// From what a message is taken for to what is decided.
import type { ItemCode } from '../../kernel/ids.ts'
import { isUpset } from '../../retrieval/acts/anger.ts'
import { isFreshlyHurt } from '../../retrieval/acts/fresh-injury.ts'
import type { Intent } from '../../retrieval/acts/intent.ts'
import { isPaidAgent, isSwindled } from '../../retrieval/acts/paid-agent.ts'
import { thanks } from '../../retrieval/acts/smalltalk.ts'
import { asksWhereStuck, isStageElsewhere } from '../../retrieval/acts/under-way-elsewhere.ts'
import { unlawfulPlan } from '../../retrieval/acts/unlawful-plans.ts'
import {
  asksProgress,
  isWaitedElsewhere,
  wantsUrged,
} from '../../retrieval/acts/waited-elsewhere.ts'
import type { AnswerDeps, AnswerPolicy, OwnTickets } from '../answer-ports.ts'
import { decideQuestion, sureItem, type Understood } from '../decide.ts'
import type { Decision } from '../decision.ts'
import type { DialogueState } from '../dialogue/dialogue-state.ts'
import { goneOn } from '../dialogue/go-on.ts'
import { labelsOf } from '../options/settle-reply.ts'
import { howCalled } from './bare-name.ts'
import { emergencyFor } from './emergency.ts'
import { ticketFor } from './guard.ts'
import type { NotAsked } from './heard.ts'
import { intentFor, redirectReason, ticketReason } from './intent.ts'
import { hotlinesFor } from './lawful-channel.ts'
import { matterBefore } from './matter-before.ts'
import { nothingAsked } from './nothing-asked.ts'
import { aboutOwnTicket } from './own-ticket.ts'
import { refusal } from './refuse-reason.ts'
import { tellsCase } from './told-case.ts'
import { uncoveredMatter } from './uncovered.ts'

type Words = Readonly<{
  /** As they are kept with the decision. */
  text: string
  /** What the message says that it is not. */
  notMeant: NotAsked | null
  /** What has been talked about, whether it is still meant or not. */
  items: readonly ItemCode[]
  tickets: OwnTickets
}>

/** What to do about a message that was looked up. */
export function decideByIntent(deps: AnswerDeps, understood: Understood, words: Words): Decision {
  const { normalized, retrieved, dependence } = understood
  if (isFreshlyHurt(normalized)) return inDanger(understood, deps.policy)
  const best = understood.retrieved.hits.slice(0, CALLED_AMONG)
  const called = howCalled(deps, understood.normalized, best)
  const heard = intentFor(normalized, retrieved, {
    dependence,
    items: words.items,
    called,
    denied: words.notMeant,
    isThanked: isThanked(words.text),
  })
  const isCase = tellsCase(normalized, heard, understood.state)
  const intent = isCase ? 'question' : heard
  const asks = intent === 'question' || intent === 'broad'
  const isSure = sureItem(retrieved, deps.policy) !== null
  if (intent !== 'emergency' && unlawfulPlan(normalized, isSure) !== null) {
    return refusal(normalized, retrieved, deps.policy)
  }
  return (
    uncoveredMatter({ normalized, retrieved, intent, called }, deps.snapshot.base.uncovered) ??
    (isSure || intent === 'emergency' ? null : offeredForMoney(normalized)) ??
    stuckSomewhere({ ...understood, ...words }, intent, deps.policy) ??
    matterBefore(understood, intent) ??
    (asks ? nothingAsked(understood) : null) ??
    goneOn(deps.snapshot, isCase ? asReply(understood) : understood, {
      asks,
      isChat: intent === 'smalltalk',
    }) ??
    decideAs(intent, deps, { ...understood, ...words })
  )
}

/** A detail that makes none of the options likely leaves the question open. */
const TOLD_MIN = 0.6

const asReply = (understood: Understood): Understood =>
  (understood.state.clarification?.options ?? []).length > 0 &&
  understood.retrieved.confidence < TOLD_MIN
    ? { ...understood, dependence: 'dependent' }
    : understood

function decideAs(
  intent: Intent,
  { snapshot, policy }: AnswerDeps,
  said: Understood & Words,
): Decision {
  const { normalized, retrieved } = said
  switch (intent) {
    case 'question':
    case 'broad':
      return decideQuestion(said, policy, labelsOf(snapshot))
    case 'ticket': {
      const reason = ticketReason(normalized, retrieved)
      return { kind: 'ticket', reason, code: sureItem(retrieved, policy) }
    }
    case 'redirect': {
      const reason = redirectReason(retrieved)
      return { kind: 'redirect', reason, hotlines: hotlinesFor(normalized, snapshot.base) }
    }
    case 'refuse':
      return refusal(normalized, retrieved, policy)
    case 'status':
      return aboutOwnTicket(normalized, said)
    case 'emergency':
      return inDanger(said, policy)
    case 'smalltalk':
      return chatOr(said)
  }
}

/** What is asked beside a danger is offered below the numbers, where it is sure. */
const inDanger = (
  { normalized, retrieved, asked }: Understood,
  policy: AnswerPolicy,
): Decision => ({
  ...emergencyFor(normalized),
  code: asked.field === null ? null : sureItem(retrieved, policy),
})

/** Whoever is offered what money cannot buy, or was cheated, is warned and may report it. */
const offeredForMoney = (normalized: string): Decision | null =>
  isPaidAgent(normalized) || isSwindled(normalized) ? ticketFor('tip_off') : null

/** No file of another system is seen here: the staff can ask, and where it was applied for shows it. */
function stuckSomewhere(
  { normalized, retrieved, state, tickets }: Understood & Words,
  intent: Intent,
  policy: AnswerPolicy,
): Decision | null {
  if (intent === 'refuse' || intent === 'emergency') return null
  const isWaited =
    isWaitedElsewhere(normalized) || (tickets.size === 0 && isOfWaited(normalized, intent, state))
  if (!isWaited && !asksWhereStuck(normalized)) return null
  if (!isWaited && intent === 'status' && !isStageElsewhere(normalized)) return null
  const code = sureItem(retrieved, policy) ?? state.items[0] ?? null
  return { kind: 'ticket', reason: 'stuck_case', code }
}

/** Who is angry, or has just said that something else is meant, does not chat. */
function chatOr({ normalized, text, notMeant, state }: Understood & Words): Decision {
  if (notMeant !== null) return { kind: 'ticket', reason: 'asked_for', code: null }
  if (isUpset(normalized)) return { kind: 'ticket', reason: 'upset', code: null }
  if (isThanked(text)) return { kind: 'smalltalk', reason: 'thanks' }
  // 「那就这么办吧」, 「今年的」: said of what was just answered, if of anything.
  const [last] = state.decided === 'answer' ? state.items : []
  return { kind: 'smalltalk', reason: 'chat', ...(last === undefined ? {} : { code: last }) }
}

/** By what was sent: thanks stand around a matter, and are no longer in its words. */
const isThanked = (text: string) => thanks(text.toLowerCase())

/** So many of the best found may be what is called by its name. */
const CALLED_AMONG = 4

/** Where no ticket was handed in, it is asked of what is under way elsewhere. */
function isOfWaited(normalized: string, intent: Intent, state: DialogueState): boolean {
  const isTold = state.decided === 'ticket'
  const isFirst = state.items.length === 0 && state.clarification === null
  const isProgress = isTold || isFirst || intent === 'status'
  return (isProgress && asksProgress(normalized)) || (isTold && wantsUrged(normalized))
}
