import { expect, test } from 'vitest'
import {
  ANSWERED_FIRST,
  likeliest,
  UNSOLVED_FIRST,
} from '../../src/conversation/incoming/which-ticket.ts'
import type { TicketState } from '../../src/ticket/ticket.ts'
import { aTicket } from '../builders/ticket.ts'

test.each([
  ['what is still to be solved', UNSOLVED_FIRST, ['confirmed', 'in_progress', 'closed'], 1],
  [
    'what is still to be solved, answered or not',
    UNSOLVED_FIRST,
    ['in_progress', 'resolved'],
    null,
  ],
  ['what was solved, where there is nothing else', UNSOLVED_FIRST, ['withdrawn', 'confirmed'], 1],
  ['what waits to be confirmed', ANSWERED_FIRST, ['in_progress', 'confirmed', 'resolved'], 2],
  ['what was solved before', ANSWERED_FIRST, ['in_progress', 'confirmed'], 1],
  ['what is at work, where nothing has been answered', ANSWERED_FIRST, ['created', 'closed'], 0],
] as const)('is %s', (_, likely, states: readonly TicketState[], at) => {
  const tickets = states.map((state) => aTicket({ state }))
  expect(likeliest(tickets, likely)).toBe(at === null ? 'unclear' : tickets[at])
})

test('is none where all have ended', () => {
  expect(likeliest([aTicket({ state: 'closed' })], UNSOLVED_FIRST)).toBe('none')
})
