import { expect, test } from 'vitest'
import { actOfReply } from '../../src/conversation/incoming/ticket-reply.ts'
import type { TicketReply } from '../../src/retrieval/acts/ticket-reply.ts'
import type { TicketState } from '../../src/ticket/ticket.ts'

const rows: readonly (readonly [TicketReply, readonly TicketState[], string | null])[] = [
  ['solved', ['resolved'], 'confirm'],
  ['solved', ['in_progress', 'resolved'], 'confirm'],
  ['solved', ['in_progress'], null],
  ['solved', ['confirmed'], null],
  ['not_solved', ['resolved'], 'dissatisfied'],
  ['not_solved', ['confirmed'], 'dissatisfied'],
  // Of one that is still worked at nobody has said that it is solved.
  ['not_solved', ['confirmed', 'in_progress'], null],
  ['not_solved_perhaps', ['resolved'], 'dissatisfied'],
  ['not_solved_perhaps', ['confirmed'], null],
  ['progress', ['created'], 'progress'],
  ['progress', ['resolved'], null],
  ['addition', ['in_progress'], 'supplement'],
  ['addition', ['withdrawn'], null],
  ['addition', [], null],
]

test.each(rows)('%s with tickets %j does %s', (reply, states, act) => {
  const own = actOfReply(
    reply,
    states.map((state) => ({ state })),
  )
  expect(own?.act ?? null).toBe(act)
})

test('what may be about something else does nothing by itself', () => {
  const tickets = [{ state: 'resolved' }] as const
  expect(actOfReply('not_solved_perhaps', tickets)?.isDraft).toBe(true)
  expect(actOfReply('not_solved', tickets)?.isDraft).toBe(false)
})
