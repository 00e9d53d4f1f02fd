// A sentence: for the specialist while a ticket is being talked about, else a question.
import type { TurnId } from '../../kernel/ids.ts'
import type { Incoming } from '../../kernel/incoming.ts'
import { ticketReplyIn } from '../../retrieval/acts/ticket-reply.ts'
import { boundQuestion } from '../clean-text.ts'
import type { Decision, TicketReason } from '../decision.ts'
import { choiceWords, NONE_OF_THESE } from '../dialogue/told-before.ts'
import type { Answered, AnswerQuestion, TurnStores } from '../ports.ts'
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
import { actOfReply } from './ticket-reply.ts'

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

type Said = Parameters<AnswerQuestion>[0]['said']

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
  const thought = await think(handling, said, handling.deps.answerWithoutModel)
  return thought.decision.kind === 'emergency' ? record(handling, thought) : null
}

/** Asks the assistant, and records the turn with whatever follows from it. */
export async function askQuestion(handling: Handling, said: Said): Promise<Commit> {
  const { deps, event } = handling
  const live = deps.openLive?.(deps.turnIdOf(event), event.replyAddress)
  const answer: AnswerQuestion = (ask) => deps.answer({ ...ask, showDraft: live?.show })
  const thought = await think(handling, said, answer).finally(() => live?.end())
  return record(handling, thought)
}

/** What a question came to, and what recording it needs besides. */
type Thought = Answered & Readonly<{ turnId: TurnId; said: Said; ms: number }>

async function think(
  { deps, event, conversation }: Handling,
  asked: Said,
  answer: AnswerQuestion,
): Promise<Thought> {
  const said = asked.kind === 'text' ? { ...asked, text: boundQuestion(asked.text) } : asked
  const started = deps.now()
  const turnId = deps.turnIdOf(event)
  const answered = await answer({ turnId, said, dialogue: conversation.dialogue })
  return { ...answered, turnId, said, ms: deps.now().getTime() - started.getTime() }
}

function record(handling: Handling, first: Thought): Commit {
  const { event, conversation } = handling
  return async (stores) => {
    const thought = await ofOwnTicket(handling, stores, first)
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

/** The same, unless it replies about a ticket of the person's own; danger comes before that. */
async function ofOwnTicket(
  { conversation }: Handling,
  stores: TurnStores,
  thought: Thought,
): Promise<Thought> {
  const { said, decision } = thought
  if (said.kind !== 'text' || decision.kind === 'emergency' || decision.kind === 'status') {
    return thought
  }
  const reply = ticketReplyIn(said.text.normalize('NFKC').trim())
  if (reply === null) return thought
  const own = actOfReply(reply, await stores.tickets.list(conversation.contact))
  if (own === null) return thought
  return {
    ...thought,
    decision: {
      kind: 'status',
      reason: 'own_ticket',
      act: own.act,
      ticketNumber: null,
      text: said.text,
      ...(own.isDraft && { isDraft: true }),
    },
    field: null,
    // What was found for it has not been shown, and nothing goes on from it.
    state: conversation.dialogue ?? thought.state,
    trace: { ...thought.trace, decided: 'status', rule: 'own_ticket' },
  }
}

async function carryOut(
  handling: Handling,
  stores: TurnStores,
  { decision, message, said, turnId }: Thought,
): Promise<void> {
  const { event, conversation } = handling
  if (decision.kind === 'status') {
    await ownTicketAct(handling, stores, { ...decision, pressed: false })
    return
  }
  if (decision.kind === 'ticket' && decision.reason === 'not_solved') {
    const own = await stores.tickets.list(conversation.contact)
    if (own.some((ticket) => ticket.state === 'resolved')) {
      const dissatisfied = { act: 'dissatisfied', ticketNumber: null, pressed: false } as const
      await ownTicketAct(handling, stores, { ...dissatisfied, text: questionOf(said) })
      return
    }
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
