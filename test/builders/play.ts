import fc from 'fast-check'
import type { Activity } from '../../src/ticket/activity.ts'
import { dueStages } from '../../src/ticket/alarms.ts'
import type { Command } from '../../src/ticket/command.ts'
import type { Notice } from '../../src/ticket/notice.ts'
import type { Actor, Ticket } from '../../src/ticket/ticket.ts'
import { act } from '../../src/ticket/transitions.ts'
import { aCalendar } from './calendar.ts'
import { anyCommand } from './commands.ts'
import {
  aReviewer,
  aStaffActor,
  aSupervisor,
  aTicket,
  instant,
  theRequester,
  theSystem,
  ticketId,
} from './ticket.ts'

const calendar = aCalendar()
const ACTORS: readonly Actor[] = [
  ...['s1', 's2', 's3', 's4'].map((id) =>
    aStaffActor(id, ['specialist', 'dispatcher'], { districts: ['city'] }),
  ),
  aReviewer,
  aSupervisor,
  theRequester,
  { kind: 'exchange', system: '12345', keeps: ticketId('t1') },
  theSystem,
]

/** Every actor tries, so that a step is refused only when the table or a rule refuses everybody. */
function tryAll(ticket: Ticket, command: Command, now: string) {
  for (const actor of ACTORS) {
    const outcome = act(ticket, command, { actor, now, calendar })
    if (outcome.ok) return outcome
  }
  return null
}

/** Of the commands tried in turn the first that is not refused is done; few steps may end the ticket or change nothing much. */
export type Step = { commands: Command[]; minutes: number; any: boolean }
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    commands: fc.array(anyCommand, { minLength: 1, maxLength: 16, size: 'max' }),
    minutes: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 9000 })),
    any: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
  }),
  { minLength: 1, maxLength: 60, size: 'max' },
)
const RARE = [
  ...['withdraw', 'merge', 'decline', 'transfer_out'],
  ...[
    'note',
    'reply',
    'absorb',
    'follow',
    'link_external',
    'hear_external',
    'reclassify',
    'supervise',
    'rate',
    'urge',
  ],
]

type Played = {
  before: Ticket
  after: Ticket
  command: Command
  now: string
  notices: readonly Notice[]
}

/** Plays the steps; the timers also do their part, as they would. */
export function play(sequence: readonly Step[]) {
  const first = aTicket({
    registeredAt: instant('2026-03-02 09:00'),
    unownedSince: instant('2026-03-02 09:00'),
    external: { system: '12345', number: 'X-0' },
  })
  let ticket = first
  let at = new Date(first.registeredAt)
  const ledger: Activity[] = [
    {
      ticketId: first.id,
      seq: 1,
      at: first.registeredAt,
      actor: { kind: 'system' },
      from: null,
      to: 'created',
      act: { kind: 'register', ticket: first },
      timely: null,
    },
  ]
  const seen: Played[] = []
  const perform = (command: Command, now: string) => {
    const outcome = tryAll(ticket, command, now)
    if (outcome === null) return false
    seen.push({ before: ticket, after: outcome.ticket, command, now, notices: outcome.notices })
    ledger.push({ ...outcome.activity, seq: ledger.length + 1 })
    ticket = outcome.ticket
    return true
  }
  for (const { commands, minutes, any } of sequence) {
    at = new Date(at.getTime() + minutes * 60_000)
    const now = at.toISOString()
    for (const { timer, due, stage } of dueStages(ticket, calendar, now)) {
      perform({ kind: 'remind', timer, due, stage }, now)
    }
    commands.some((one) => (any || !RARE.includes(one.kind)) && perform(one, now))
  }
  return { ticket, ledger, seen }
}
