// How far a ticket has come for whoever waits for it: fifteen states in four words.
import { isTerminal, type TicketState } from './ticket.ts'

/**
 * `at_work` until it is answered, whoever's turn it is; `answered` waits for the requester's word;
 * `confirmed` is solved and may still be reopened.
 */
export type Phase = 'at_work' | 'answered' | 'confirmed' | 'ended'

export function phaseOf(state: TicketState): Phase {
  if (isTerminal(state)) return 'ended'
  if (state === 'resolved') return 'answered'
  return state === 'confirmed' ? 'confirmed' : 'at_work'
}
