import { expect, test } from 'vitest'
import type { Roster } from '../../src/staff/staff.ts'
import { unattended, type WaitingTickets } from '../../src/ticket/unattended.ts'
import { staffId } from '../builders/ticket.ts'
import { aMember, aRoster, HOUSING } from '../builders/world.ts'

const TODAY = '2026-11-25'

const waiting = (overrides: Partial<WaitingTickets> = {}): WaitingTickets => ({
  state: 'in_progress',
  district: 'dinghai',
  department: HOUSING,
  ownerId: staffId('s1'),
  objected: false,
  count: 1,
  firstNumber: 'ZSQS-20261125-0001',
  ...overrides,
})

const why = (one: WaitingTickets, roster: Roster) =>
  unattended([one], roster, TODAY).map((found) => found.why)

test('a ticket whose owner works is attended to', () => {
  expect(why(waiting(), aRoster([aMember('s1')]))).toEqual([])
})

test('a ticket whose owner has left, or is away, is not', () => {
  expect(why(waiting(), aRoster([aMember('s1', { active: false })]))).toEqual(['owner_absent'])
  const away = { staffId: staffId('s1'), from: TODAY, to: TODAY, substituteId: null }
  expect(why(waiting(), aRoster([aMember('s1')], { leaves: [away] }))).toEqual(['owner_absent'])
})

test('a ticket without an owner needs a dispatcher who reaches it', () => {
  const unowned = waiting({ state: 'created', ownerId: null })
  const dispatcher = (district: string) =>
    aRoster([aMember('s2', { roles: ['dispatcher'], districts: [district] })])
  expect(why(unowned, dispatcher('dinghai'))).toEqual([])
  expect(why(unowned, dispatcher('city'))).toEqual([])
  expect(why(unowned, dispatcher('putuo'))).toEqual(['no_dispatcher'])
})

test('an answer under review needs a reviewer of its department', () => {
  const drafted = waiting({ state: 'in_review' })
  const reviewer = (department: string) =>
    aRoster([aMember('s2', { roles: ['reviewer'], departments: [department] })])
  expect(why(drafted, reviewer(HOUSING))).toEqual([])
  expect(why(drafted, reviewer('另一单位'))).toEqual(['no_reviewer'])
})

test('an objection needs a supervisor; otherwise an answer waits for the enterprise', () => {
  const roster = aRoster([])
  expect(why(waiting({ state: 'resolved' }), roster)).toEqual([])
  expect(why(waiting({ state: 'resolved', objected: true }), roster)).toEqual(['no_supervisor'])
})
