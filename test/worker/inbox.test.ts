import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type InboxDeps, type InboxWork, makeInboxLoop } from '../../src/worker/inbox.ts'
import { anIncoming } from '../builders/incoming.ts'

const LEASE_MS = 15_000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A click that is held since it was stored. */
const aHeldClick = (): InboxWork => ({
  ids: ['1'],
  key: 'web:visitor-1',
  lease: 'lease-1',
  attempts: 1,
  events: [
    anIncoming({
      content: { kind: 'action', action: { a: 'person' }, form: {}, messageRef: null },
    }),
  ],
})

/** A loop whose work thinks until `finish`. */
function aLoop() {
  const renewed: string[] = []
  const limits: number[] = []
  let finish = () => {}
  const thinking = new Promise<void>((resolve) => {
    finish = resolve
  })
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
  const deps: InboxDeps<null, null> = {
    claim: async (limit) => {
      limits.push(limit)
      return []
    },
    adoptBurst: async (work) => work,
    prepare: async () => {
      await thinking
      return async () => null
    },
    commit: async () => {},
    renew: async (leases) => void renewed.push(...leases),
    fail: async () => false,
    postpone: async () => false,
    isBareOpener: () => false,
    now: () => new Date(),
    log,
    leaseMs: LEASE_MS,
    attemptsMax: 6,
  }
  return { loop: makeInboxLoop(deps), renewed, limits, finish }
}

test('a held entry keeps its lease for as long as it is handled', async () => {
  const { loop, renewed, finish } = aLoop()
  const handled = loop.handle(aHeldClick())
  await vi.advanceTimersByTimeAsync(LEASE_MS / 3)
  expect(renewed).toEqual(['lease-1'])
  finish()
  await handled
  await vi.advanceTimersByTimeAsync(LEASE_MS)
  expect(renewed).toEqual(['lease-1'])
})

test('while a held entry is handled, the loop takes one less', async () => {
  const { loop, limits, finish } = aLoop()
  const handled = loop.handle(aHeldClick())
  loop.start()
  await vi.advanceTimersByTimeAsync(0)
  finish()
  await handled
  await vi.advanceTimersByTimeAsync(0)
  expect(limits).toEqual([4, 5])
})

test('a stop waits for a held entry', async () => {
  const { loop, finish } = aLoop()
  const order: string[] = []
  const handled = loop.handle(aHeldClick()).then(() => order.push('handled'))
  const stopped = loop.stop().then(() => order.push('stopped'))
  await vi.advanceTimersByTimeAsync(0)
  finish()
  await Promise.all([handled, stopped])
  expect(order).toEqual(['handled', 'stopped'])
})
