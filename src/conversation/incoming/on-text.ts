// A sentence: for the specialist while a ticket is being talked about, else a question.
import type { TurnId } from '../../kernel/ids.ts'
import type { Incoming } from '../../kernel/incoming.ts'
import { NO_TICKETS, type OwnTickets } from '../answer-ports.ts'
import { boundQuestion } from '../clean-text.ts'
import type { Decision, TicketReason } from '../decision.ts'
import { choiceWords, NONE_OF_THESE } from '../dialogue/told-before.ts'
import type { Answered, AnswerQuestion, TurnStores } from '../ports.ts'
import type { Said } from '../understand.ts'
import type { Commit, HandleDeps, Handling } from './handling.ts'
import { isInGroup, owedInPrivate } from './in-private.ts'
import { ownTicketAct } from './own-tickets.ts'
import { prefilledForm } from './prefilled-form.ts'
import {
  endRelay,
  isCommand,
  isForgotten,
  isLeaving,
  leaveRelay,
  relayText,
  withoutRelay,
} from './relay.ts'
import { standingOf } from './standing-of.ts'

/** Reasons for which the form is shown at once: nobody who wants a person is argued with. */
const FORM_AT_ONCE: ReadonlySet<TicketReason> = new Set<TicketReason>([
  'person_wanted',
  'asked_for',
  'fill_in',
  'upset',
  'missed_twice',
  'clarified_twice',
])

const isAtOnce = ({ reason, atOnce }: Extract<Decision, { kind: 'ticket' }>) =>
  atOnce === true || FORM_AT_ONCE.has(reason)

/** What is said to a specialist is passed on in any case, and watched for danger without the model. */
export async function onText(deps: HandleDeps, event: Incoming, text: string): Promise<Commit> {
  const conversation = await deps.conversations.open(event)
  const handling = { deps, event, conversation }
  // What is said in a group is said to everybody, and never to a specialist.
  const relay = isInGroup(event.replyAddress) ? null : conversation.flow.relay
  const said = { kind: 'text', text } as const
  if (!relay) return askQuestion(handling, said)
  if (isForgotten(relay, deps.now()) || isCommand(text)) {
    const anew = { ...handling, conversation: withoutRelay(conversation) }
    const ask = await askQuestion(anew, said)
    return async (stores) => {
      await endRelay(stores, conversation)
      return ask(stores)
    }
  }
  if (isLeaving(text)) return leaveRelay(conversation)
  const pass = relayText(conversation, relay, text)
  const warn = await warningOfDanger(handling, said)
  return warn === null
    ? pass
    : async (stores) => {
        await warn(stores)
        return pass(stores)
      }
}

/** Somebody in danger is answered at once, whoever else reads it; null when nobody is. */
async function warningOfDanger(handling: Handling, said: Said): Promise<Commit | null> {
  const { answerWithoutModel } = handling.deps
  const thought = await think(handling, { said, answer: answerWithoutModel, tickets: NO_TICKETS })
  return thought.decision.kind === 'emergency' ? record(handling, thought) : null
}

/**
 * Asks the assistant, and records the turn with whatever follows from it; `anew` where it is known to be
 * about none of the person's tickets.
 */
export async function askQuestion(
  handling: Handling,
  said: Said,
  { anew = false }: Readonly<{ anew?: boolean }> = {},
): Promise<Commit> {
  const { deps, event, conversation } = handling
  const tickets = anew
    ? NO_TICKETS
    : standingOf(await deps.ownTickets(conversation.contact), deps.now())
  const live = deps.openLive?.(deps.turnIdOf(event), event.replyAddress)
  const answer: AnswerQuestion = (ask) => deps.answer({ ...ask, showDraft: live?.show })
  const thought = await think(handling, { said, answer, tickets }).finally(() => live?.end())
  return record(handling, thought)
}

/** What a question came to, and what recording it needs besides. */
type Thought = Answered & Readonly<{ turnId: TurnId; said: Said; ms: number }>

type Asking = Readonly<{ said: Said; answer: AnswerQuestion; tickets: OwnTickets }>

async function think(
  { deps, event, conversation }: Handling,
  { said: sent, answer, tickets }: Asking,
): Promise<Thought> {
  const said = sent.kind === 'text' ? { ...sent, text: boundQuestion(sent.text) } : sent
  const started = deps.now()
  const turnId = deps.turnIdOf(event)
  const answered = await answer({ turnId, said, dialogue: conversation.dialogue, tickets })
  return { ...answered, turnId, said, ms: deps.now().getTime() - started.getTime() }
}

function record(handling: Handling, thought: Thought): Commit {
  const { event, conversation } = handling
  return async (stores) => {
    await stores.turns.save({
      id: thought.turnId,
      conversationId: conversation.id,
      askedAt: new Date(event.occurredAt),
      question: questionOf(thought.said),
      decision: thought.decision,
      field: thought.field,
      confidence: thought.confidence,
      knowledgeVersion: thought.knowledgeVersion,
      trace: thought.trace,
      ms: thought.ms,
    })
    await stores.conversations.save(conversation.id, {
      dialogue: thought.state,
      address: event.replyAddress,
    })
    await carryOut(handling, stores, thought)
    return null
  }
}

async function carryOut(
  handling: Handling,
  stores: TurnStores,
  { decision, message, turnId }: Thought,
): Promise<void> {
  const { event } = handling
  if (decision.kind === 'status') {
    await ownTicketAct(handling, stores, { ...decision, pressed: false })
    return
  }
  const about = { turnId, ticketId: null }
  if (decision.kind === 'ticket' && isAtOnce(decision)) {
    const form = await prefilledForm(handling, stores, decision)
    await stores.enqueue(owedInPrivate(handling, form, about))
    return
  }
  await stores.enqueue([{ address: event.replyAddress, purpose: 'answer', message, ...about }])
}

function questionOf(said: Said): string {
  switch (said.kind) {
    case 'text':
      return said.text
    case 'chosen':
      return choiceWords(said.code)
    case 'none_of_these':
      return NONE_OF_THESE
  }
}
