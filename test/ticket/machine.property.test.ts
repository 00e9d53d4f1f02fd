import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TICKET_ACTIONS } from '../../src/staff/permissions.ts'
import { clocksOf } from '../../src/ticket/alarms.ts'
import { replay } from '../../src/ticket/apply.ts'
import type { CommandKind } from '../../src/ticket/command.ts'
import { TRANSITIONS, targetsOf } from '../../src/ticket/table.ts'
import { isTerminal, TICKET_STATES, type TicketState } from '../../src/ticket/ticket.ts'
import { aCalendar } from '../builders/calendar.ts'
import { play, steps } from '../builders/play.ts'

const calendar = aCalendar()

test('every step leads where the table says, and a terminal ticket gets only a number', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      for (const { before, after, command } of play(sequence).seen) {
        if (isTerminal(before.state)) expect(command.kind).toBe('link_external')
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
        expect(nextDueAt !== null || spent).toBe(true)
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
  for (const sequence of fc.sample(steps, { numRuns: 700, seed: 7 })) {
    for (const { after, command } of play(sequence).seen) {
      states.add(after.state)
      commands.add(command.kind)
    }
  }
  expect(TICKET_STATES.filter((state) => state !== 'created' && !states.has(state))).toEqual([])
  expect(Object.keys(TRANSITIONS).filter((kind) => !commands.has(kind))).toEqual([])
})
