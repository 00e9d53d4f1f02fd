import { expect, test } from 'vitest'
import { isOnLeave, presentFor } from '../../src/staff/staff.ts'
import { staffId } from '../builders/ticket.ts'
import { aMember, aRoster } from '../builders/world.ts'

const a = aMember('a', { substituteId: staffId('b') })
const b = aMember('b', { substituteId: staffId('c') })
const c = aMember('c')
const leave = (id: string, from: string, to: string) => ({
  staffId: staffId(id),
  from,
  to,
  substituteId: null,
})

test('leave counts from its first to its last day', () => {
  const roster = aRoster([a], { leaves: [leave('a', '2026-11-24', '2026-11-25')] })
  const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']
  expect(days.map((day) => isOnLeave(roster, a.id, day))).toEqual([false, true, true, false])
})

test('substitutes stand in one after the other', () => {
  const away = (ids: string[]) =>
    aRoster([a, b, c], { leaves: ids.map((id) => leave(id, '2026-11-25', '2026-11-25')) })
  expect(presentFor(away([]), a.id, '2026-11-25')?.id).toBe('a')
  expect(presentFor(away(['a']), a.id, '2026-11-25')?.id).toBe('b')
  expect(presentFor(away(['a', 'b']), a.id, '2026-11-25')?.id).toBe('c')
  expect(presentFor(away(['a', 'b', 'c']), a.id, '2026-11-25')).toBeNull()
})

test('nobody stands in for whom nobody knows', () => {
  expect(presentFor(aRoster([a]), staffId('x'), '2026-11-25')).toBeNull()
})
