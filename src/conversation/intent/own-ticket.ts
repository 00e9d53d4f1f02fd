// What a message about a ticket of the person's own comes to, by its words and by how far the person's
// tickets have come. One that names a ticket is about it, whoever has written it; one that names none
// is a reply about a ticket only where there is one that it fits.
import { folded } from '../../kernel/folded.ts'
import { ownActIn } from '../../retrieval/acts/own-act.ts'
import { ownTicketIn } from '../../retrieval/acts/own-ticket.ts'
import { replyInHand } from '../../retrieval/acts/ticket-in-hand.ts'
import { ticketReplyIn } from '../../retrieval/acts/ticket-reply.ts'
import type { OwnTickets } from '../answer-ports.ts'
import type { Decision } from '../decision.ts'
import type { DialogueState } from '../dialogue/dialogue-state.ts'
import type { Outcome } from '../outcome.ts'
import { type Done, doneBy } from './ticket-reply-done.ts'
import { isUnclear } from './unclear.ts'

type Said = Readonly<{
  /** As it is kept with the decision. */
  text: string
  tickets: OwnTickets
}>

/** What is known to be about a ticket of the person's own. */
export function aboutOwnTicket(
  normalized: string,
  { text, tickets }: Said,
): Extract<Decision, { kind: 'status' | 'ticket' }> {
  const act = ownActIn(normalized) ?? 'progress'
  // Whoever is not content with how a ticket ended, and has none that is answered, writes why anew.
  if (act === 'dissatisfied' && !tickets.has('answered')) {
    return { kind: 'ticket', reason: 'not_solved', code: null }
  }
  const ticketNumber = ownTicketIn(normalized)?.number ?? null
  return { kind: 'status', reason: 'own_ticket', act, ticketNumber, text }
}

type Replied = Said & Readonly<{ state: DialogueState }>

/**
 * The outcome, or what the message does to one of the tickets that it does not name. Danger comes
 * before that, and a ticket that is named has been heard of. What was found for the words besides is
 * not shown, and nothing goes on from it.
 */
export function asTicketReply(outcome: Outcome, { text, tickets, state }: Replied): Outcome {
  const { decision } = outcome
  if (tickets.size === 0 || decision.kind === 'emergency') return outcome
  const isNamed = decision.kind === 'status'
  if (isNamed && (decision.act !== 'progress' || decision.ticketNumber !== null)) return outcome
  const done = replyDone(folded(text).trim(), { outcome, tickets, state })
  if (done === null || (isNamed && done.act === 'progress')) return outcome
  return {
    ...outcome,
    decision: { kind: 'status', reason: 'own_ticket', ticketNumber: null, text, ...done },
    field: null,
    also: null,
    rule: 'own_ticket',
    complained: false,
    denied: [],
  }
}

type Standing = Readonly<{ outcome: Outcome; tickets: OwnTickets; state: DialogueState }>

function replyDone(said: string, { outcome, tickets, state }: Standing): Done | null {
  const inHand = isInHand(state)
  const reply = ticketReplyIn(said)
  const done = reply === null ? null : doneBy(reply, { said, tickets, inHand })
  if (done !== null || !inHand) return done
  return doneInHand(said, { outcome, tickets, state }) ?? askedBack(said, { outcome, tickets })
}

/** A ticket was shown last, or nothing else has been talked of. */
const isInHand = ({ decided, items, clarification }: DialogueState): boolean =>
  decided === 'status' ||
  ((decided === null || decided === 'smalltalk') && items.length === 0 && clarification === null)

/** Who asks about an item as surely as this does not mean the ticket. */
const SURELY_ASKED = 0.9

function doneInHand(said: string, { outcome, tickets, state }: Standing): Done | null {
  const { decision, retrieved } = outcome
  if (decision.kind === 'answer' && (retrieved?.confidence ?? 1) >= SURELY_ASKED) return null
  const reply = replyInHand(said)
  if (reply === null || (reply === 'one_of' && state.decided !== 'status')) return null
  return doneBy(reply, { said, tickets, inHand: true })
}

/** Nothing is guessed where it may be about the ticket that something has just happened to. */
const askedBack = (
  said: string,
  { outcome, tickets }: Pick<Standing, 'outcome' | 'tickets'>,
): Done | null =>
  tickets.has('fresh') && isUnclear(outcome, said) ? { act: 'supplement', isDraft: true } : null
