// What a reply about a ticket does to it, by how far the person's tickets have come.
import { tellsRight } from '../../retrieval/acts/ticket-in-hand.ts'
import type { TicketReply } from '../../retrieval/acts/ticket-reply.ts'
import type { Phase } from '../../ticket/phase.ts'
import type { OwnTickets } from '../answer-ports.ts'
import type { OwnTicketAct } from '../decision.ts'

/** `isDraft`: it fills in a form or is asked back; `text` where what was written says nothing to be noted. */
export type Done = Readonly<{ act: OwnTicketAct; isDraft?: true; text?: string }>

/** Null: to a ticket that has come so far nothing is done by it, nor to one that comes after it here. */
type Row = readonly (readonly [Phase, Done | null])[]

const DISSATISFIED: Done = { act: 'dissatisfied' }
const PERHAPS_DISSATISFIED: Row = [['answered', { act: 'dissatisfied', isDraft: true }]]
const LISTED: Done = { act: 'list' }
const SHOWN: Done = { act: 'progress' }

/** The first phase that one of them has come to counts. */
const DONE: Readonly<Record<TicketReply, Row>> = {
  solved: [['answered', { act: 'confirm' }]],
  // Of one that is still worked at nobody has said that it is solved.
  not_solved: [
    ['answered', DISSATISFIED],
    ['at_work', null],
    ['confirmed', DISSATISFIED],
  ],
  not_solved_perhaps: PERHAPS_DISSATISFIED,
  blamed: PERHAPS_DISSATISFIED,
  praised: [['answered', { act: 'confirm' }]],
  progress: [['at_work', SHOWN]],
  urge: [['at_work', { act: 'urge' }]],
  addition: [['at_work', { act: 'supplement' }]],
  correction: [['at_work', { act: 'supplement' }]],
  done_with: [
    ['at_work', { act: 'withdraw' }],
    ['answered', { act: 'confirm' }],
  ],
  all: (['at_work', 'answered', 'confirmed', 'ended'] as const).map((phase) => [phase, LISTED]),
  one_of: (['at_work', 'answered', 'confirmed'] as const).map((phase) => [phase, SHOWN]),
}

/** What is only meant of a ticket in hand. */
const IN_HAND: Readonly<Partial<Record<TicketReply, Row>>> = {
  // What is solved by itself need not be gone on with.
  solved: [['at_work', { act: 'withdraw' }]],
  progress: [['answered', SHOWN]],
}

type Reply = Readonly<{ said: string; tickets: OwnTickets; inHand: boolean }>

/** What a reply does to one of these tickets; null when it can be about none of them. */
export function doneBy(reply: TicketReply, { said, tickets, inHand }: Reply): Done | null {
  const rows = [...DONE[reply], ...(inHand ? (IN_HAND[reply] ?? []) : [])]
  const done = rows.find(([phase]) => tickets.has(phase))?.[1] ?? null
  // What is wrong without what is right is still to be said.
  return done !== null && reply === 'correction' && !tellsRight(said) ? { ...done, text: '' } : done
}
