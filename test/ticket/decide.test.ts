import { expect, test } from 'vitest'
import { decide } from '../../src/ticket/decide.ts'
import { sceneOf } from '../../src/ticket/record.ts'
import { aDispatchedTicket, aSupervisor, instant } from '../builders/ticket.ts'
import { aRoster, aWorld } from '../builders/world.ts'

const note = { kind: 'note', text: '已电话联系企业' } as const

/** The instant at which a note is recorded on a ticket last acted on at `lastActAt`. */
async function notedAt(now: string, lastActAt: string): Promise<string> {
  const ticket = aDispatchedTicket({ lastActAt: instant(lastActAt) })
  const scene = await sceneOf(aWorld(aRoster([]), now))
  const decided = decide({ ticket, end: { seq: 3, hash: 'h' } }, note, aSupervisor, scene)
  if (!decided.ok) throw new Error(decided.code)
  expect(decided.change.ticket.lastActAt).toBe(decided.change.activity.at)
  return decided.change.activity.at
}

test('an act is recorded at the instant at which it was decided', async () => {
  expect(await notedAt('2026-11-25 10:05', '2026-11-25 10:00')).toBe(instant('2026-11-25 10:05'))
})

test('an act that waited for another is not recorded before it', async () => {
  expect(await notedAt('2026-11-25 10:05', '2026-11-25 10:06')).toBe(instant('2026-11-25 10:06'))
})
