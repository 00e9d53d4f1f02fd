// A sentence: for the specialist while a ticket is being talked about, else a question.
import type { TurnId } from '../../kernel/ids.ts'
import type { Incoming } from '../../kernel/incoming.ts'
import { boundQuestion } from '../clean-text.ts'
import type { Conversation } from '../conversation.ts'
import type { Decision, TicketReason } from '../decision.ts'
import {
  choiceOf,
  isMatterReport,
  matterIn,
  NONE_OF_THESE,
  notHandedIn,
  TOLD_TURNS_MAX,
} from '../dialogue/told-before.ts'
import type { Answered, AnswerQuestion, TurnStores } from '../ports.ts'
import type { Commit, HandleDeps } from './handling.ts'
import { owedInPrivate } from './in-private.ts'
import { ownTicketAct } from './own-tickets.ts'
import { endRelay, isForgotten, isLeaving, leaveRelay, relayText, withoutRelay } from './relay.ts'
import { DESCRIPTION_MAX, ticketFormMessage } from './ticket-form.ts'

/** Reasons for which the form is shown at once: nobody who wants a person is argued with. */
const FORM_AT_ONCE: ReadonlySet<TicketReason> = new Set<TicketReason>([
  'person_wanted',
  'asked_for',
  'upset',
  'missed_twice',
  'clarified_twice',
])

const isAtOnce = ({ reason, atOnce }: Extract<Decision, { kind: 'ticket' }>) =>
  atOnce === true || FORM_AT_ONCE.has(reason)

type Said = Parameters<AnswerQuestion>[0]['said']

export async function onText(deps: HandleDeps, event: Incoming, text: string): Promise<Commit> {
  const conversation = await deps.conversations.open(event)
  // What is said in a group is said to everybody, and never to a specialist.
  const relay = event.isGroup ? null : conversation.flow.relay
  const said = { kind: 'text', text } as const
  if (!relay) return askQuestion(deps, event, conversation, said)
  if (isForgotten(relay, deps.now())) {
    const ask = await askQuestion(deps, event, withoutRelay(conversation), said)
    return async (stores) => {
      await endRelay(stores, conversation)
      return ask(stores)
    }
  }
  if (isLeaving(text)) return leaveRelay(conversation)
  const pass = relayText(conversation, relay, text)
  const warn = await warningOfDanger(deps, event, conversation, said)
  return warn === null
    ? pass
    : async (stores) => {
        await warn(stores)
        return pass(stores)
      }
}

/** Somebody in danger is answered at once, whoever else reads it; null when nobody is. */
async function warningOfDanger(
  deps: HandleDeps,
  event: Incoming,
  conversation: Conversation,
  said: Said,
): Promise<Commit | null> {
  let inDanger = false
  const commit = await askQuestion(
    {
      ...deps,
      answer: async (ask) => {
        const answered = await deps.answerWithoutModel(ask)
        inDanger = answered.decision.kind === 'emergency'
        return answered
      },
    },
    event,
    conversation,
    said,
  )
  return inDanger ? commit : null
}

/** Asks the assistant, and records the turn with whatever follows from it. */
export async function askQuestion(
  deps: HandleDeps,
  event: Incoming,
  conversation: Conversation,
  asked: Said,
): Promise<Commit> {
  const said = asked.kind === 'text' ? { ...asked, text: boundQuestion(asked.text) } : asked
  const started = deps.now()
  const turnId = deps.turnIdOf(event)
  const live = deps.openLive?.(turnId, event.replyAddress)
  const answered = await deps
    .answer({
      turnId,
      said,
      dialogue: conversation.dialogue,
      showDraft: live?.show,
    })
    .finally(() => live?.end())
  const ms = deps.now().getTime() - started.getTime()

  return async (stores) => {
    await stores.turns.save({
      id: turnId,
      conversationId: conversation.id,
      askedAt: new Date(event.occurredAt),
      question: questionOf(said),
      decision: answered.decision,
      field: answered.field,
      confidence: answered.confidence,
      knowledgeVersion: answered.knowledgeVersion,
      trace: answered.trace,
      ms,
    })
    await stores.conversations.save(conversation.id, {
      dialogue: answered.state,
      address: event.replyAddress,
    })
    await tell(deps, stores, event, conversation, { answered, said }, turnId)
    return null
  }
}

async function tell(
  deps: HandleDeps,
  stores: TurnStores,
  event: Incoming,
  conversation: Conversation,
  { answered, said }: Readonly<{ answered: Answered; said: Said }>,
  turnId: TurnId,
): Promise<void> {
  const { decision } = answered
  if (decision.kind === 'status') {
    await ownTicketAct(deps, stores, event, conversation, { ...decision, pressed: false })
    return
  }
  if (decision.kind === 'ticket' && decision.reason === 'not_solved') {
    const own = await stores.tickets.list(conversation.contact)
    if (own.some((ticket) => ticket.state === 'resolved')) {
      const text = questionOf(said)
      await ownTicketAct(deps, stores, event, conversation, {
        act: 'dissatisfied',
        ticketNumber: null,
        text,
        pressed: false,
      })
      return
    }
  }
  const about = { turnId, ticketId: null }
  if (decision.kind === 'ticket' && isAtOnce(decision)) {
    const form = await formFor(deps, stores, conversation, decision)
    await stores.enqueue(owedInPrivate(event, conversation.contact, form, about))
    return
  }
  const { message } = answered
  await stores.enqueue([{ address: event.replyAddress, purpose: 'answer', message, ...about }])
}

async function formFor(
  deps: HandleDeps,
  stores: TurnStores,
  conversation: Conversation,
  { reason, code }: Extract<Decision, { kind: 'ticket' }>,
) {
  return ticketFormMessage({
    reason,
    code,
    from: conversation.id,
    known: await knownForForm(deps, stores, conversation),
    districts: deps.districts(),
    problems: [],
    words: deps.formWords(reason),
  })
}

/** What need not be typed again: the last ticket's particulars and what the matter is about. */
export async function knownForForm(
  deps: HandleDeps,
  stores: TurnStores,
  { id, contact }: Conversation,
) {
  const tickets = await stores.tickets.list(contact)
  const [last] = tickets
  const turns = await stores.turns.recent(id, contact.id, TOLD_TURNS_MAX)
  const told = notHandedIn(turns, { contact: contact.id, tickets, now: deps.now() })
  const description = matterIn(told, deps.nameOf).slice(0, DESCRIPTION_MAX)
  return {
    ...(last?.enterpriseName ? { enterpriseName: last.enterpriseName } : {}),
    ...(last?.creditCode ? { creditCode: last.creditCode } : {}),
    ...(last ? { district: last.district } : {}),
    ...(contact.name ? { contactName: contact.name } : {}),
    ...(description ? { description } : {}),
    // What was told as a report is not sent unsealed because a person was asked for after it.
    ...(isMatterReport(told) ? { kind: 'report' } : {}),
  }
}

function questionOf(said: Said): string {
  switch (said.kind) {
    case 'text':
      return said.text
    case 'chosen':
      return choiceOf(said.code)
    case 'none_of_these':
      return NONE_OF_THESE
  }
}
