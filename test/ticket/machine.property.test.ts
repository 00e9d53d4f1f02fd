import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TICKET_ACTIONS } from '../../src/staff/permissions.ts'
import type { Activity } from '../../src/ticket/activity.ts'
import { clocksOf, dueStages } from '../../src/ticket/alarms.ts'
import { replay } from '../../src/ticket/apply.ts'
import type { Command, CommandKind } from '../../src/ticket/command.ts'
import { TRANSITIONS, targetsOf } from '../../src/ticket/table.ts'
import {
  type Actor,
  isTerminal,
  TICKET_STATES,
  type Ticket,
  type TicketState,
} from '../../src/ticket/ticket.ts'
import { act } from '../../src/ticket/transitions.ts'
import { aCalendar } from '../builders/calendar.ts'
import { anyCommand } from '../builders/commands.ts'
import {
  aReviewer,
  aStaffActor,
  aSupervisor,
  aTicket,
  instant,
  theRequester,
  theSystem,
} from '../builders/ticket.ts'

const calendar = aCalendar()
const ACTORS: readonly Actor[] = [
  ...['s1', 's2', 's3', 's4'].map((id) =>
    aStaffActor(id, ['specialist', 'dispatcher'], { districts: ['city'] }),
  ),
  aReviewer,
  aSupervisor,
  theRequester,
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
type Step = { commands: Command[]; minutes: number; any: boolean }
const steps: fc.Arbitrary<Step[]> = fc.array(
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
    'reclassify',
    'supervise',
    'rate',
    'urge',
  ],
]

/** Plays the steps; the timers also do their part, as they would. */
function play(sequence: readonly Step[]) {
  const first = aTicket({
    registeredAt: instant('2026-03-02 09:00'),
    unownedSince: instant('2026-03-02 09:00'),
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
  const seen: { before: Ticket; after: Ticket; command: Command }[] = []
  const perform = (command: Command, now: string) => {
    const outcome = tryAll(ticket, command, now)
    if (outcome === null) return false
    seen.push({ before: ticket, after: outcome.ticket, command })
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

test('every step leads where the table says, and a terminal ticket never changes', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      for (const { before, after, command } of play(sequence).seen) {
        expect(isTerminal(before.state)).toBe(false)
        expect(TICKET_STATES).toContain(after.state)
        expect(targetsOf(command.kind, before.state)).toContain(after.state)
      }
    }),
    { numRuns: 300 },
  )
})

test('the ledger replays to the same ticket', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      const { ticket, ledger } = play(sequence)
      expect(replay(ledger)).toEqual(ticket)
    }),
    { numRuns: 200 },
  )
})

test('what a state needs is there, and what it must not have is not', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      for (const { after } of play(sequence).seen) {
        const owned = ['dispatched', 'accepted', 'in_progress', 'waiting_requester', 'in_review']
        const unowned = ['created', 'returned', 'reopened']
        if (owned.includes(after.state))
          expect([after.ownerId, after.clockFrom]).not.toContain(null)
        if (unowned.includes(after.state)) {
          expect(after.ownerId).toBeNull()
          expect(after.unownedSince).not.toBeNull()
        }
        expect(after.pauses.some((pause) => pause.to === null)).toBe(
          after.state === 'waiting_requester',
        )
        if (after.state === 'in_review') expect(after.draft).not.toBeNull()
        if (after.state === 'resolved') expect(after.resolution).not.toBeNull()
        if (after.ownerId !== null) expect(after.barredIds).not.toContain(after.ownerId)
        expect(after.endedAt !== null).toBe(isTerminal(after.state))
        expect(after.extensionDays).toBeLessThanOrEqual(
          after.limits.extension.daysMax * after.limits.extension.times,
        )
        expect(after.urges.length).toBeLessThanOrEqual(after.limits.urge.inAll)
      }
    }),
    { numRuns: 200 },
  )
})

test('a ticket that is not at an end always has a clock that will go off, or has had its last', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      for (const { after } of play(sequence).seen) {
        if (isTerminal(after.state)) continue
        const { nextDueAt } = clocksOf(after, calendar, after.lastActAt)
        const spent = Object.values(after.alerts).some((alert) => alert.stage >= 2)
        expect(nextDueAt !== null || spent || after.objected).toBe(true)
      }
    }),
    { numRuns: 100 },
  )
})

test('every state can be reached, and from every state that is not terminal an end can be', () => {
  const kinds = Object.keys(TRANSITIONS) as CommandKind[]
  const next = (state: TicketState) =>
    kinds.flatMap((kind) => targetsOf(kind, state)).filter((to) => to !== state)
  const reach = (start: TicketState) => {
    const found = new Set<TicketState>([start])
    for (const state of found) for (const to of next(state)) found.add(to)
    return found
  }
  expect([...reach('created')].sort()).toEqual([...TICKET_STATES].sort())
  for (const state of TICKET_STATES) {
    if (isTerminal(state)) expect(next(state)).toEqual([])
    else expect([...reach(state)].some(isTerminal)).toBe(true)
  }
})

test('every command stands in the permission table, and nothing else', () => {
  expect([...TICKET_ACTIONS].sort()).toEqual(Object.keys(TRANSITIONS).sort())
})

test('random play reaches every state and every command, so that the properties are not idle', () => {
  const states = new Set<string>()
  const commands = new Set<string>()
  for (const sequence of fc.sample(steps, { numRuns: 1500, seed: 7 })) {
    for (const { after, command } of play(sequence).seen) {
      states.add(after.state)
      commands.add(command.kind)
    }
  }
  expect(TICKET_STATES.filter((state) => state !== 'created' && !states.has(state))).toEqual([])
  expect(Object.keys(TRANSITIONS).filter((kind) => !commands.has(kind))).toEqual([])
})
