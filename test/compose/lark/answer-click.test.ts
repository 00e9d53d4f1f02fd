import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerClick } from '../../../src/compose/lark/inbound.ts'
import type { Reply } from '../../../src/conversation/ports.ts'
import type { Log } from '../../../src/kernel/log.ts'
import { anIncoming } from '../../builders/incoming.ts'

// The promises of the real one are not reached by fake timers.
vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number, value: unknown) =>
    new Promise((resolve) => setTimeout(() => resolve(value), ms)),
}))

/** Lark's. */
const CLICK_MS = 3_000
const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const never = new Promise<never>(() => {})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test.each([
  ['kept', '已收到，正在处理…', async () => ({ reply: never as Promise<Reply | null> })],
  ['not even kept', '系统繁忙，请稍后再点一次', () => never],
] as const)('a click that is %s is answered within Lark’s time', async (_, content, click) => {
  const answered = vi.fn()
  void answerClick({ click }, anIncoming(), log).then(answered)
  await vi.advanceTimersByTimeAsync(CLICK_MS - 1)
  expect(answered).toHaveBeenCalledWith({ toast: expect.objectContaining({ content }) })
})
