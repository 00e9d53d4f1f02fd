import { expect, test } from 'vitest'
import type { Handling } from '../../src/conversation/incoming/handling.ts'
import { itemWrittenOf } from '../../src/conversation/incoming/item-written-of.ts'
import type { Answered } from '../../src/conversation/ports.ts'
import type { ItemCode } from '../../src/kernel/ids.ts'
import { code } from '../builders/knowledge-base.ts'

const OFFERED = code('QYKB-002')
const OTHER = code('XMJS-010')

/** Where what is written finds these items, and is decided so. */
const where = (found: readonly ItemCode[] | undefined, decision: object): Handling =>
  ({
    event: {},
    deps: {
      turnIdOf: () => 'turn-1',
      answerWithoutModel: async () =>
        ({
          decision,
          trace: { hits: found?.map((one) => ({ code: one })) },
        }) as unknown as Answered,
    },
  }) as unknown as Handling

const written = (handling: Handling) =>
  itemWrittenOf(handling, { code: OFFERED, description: '规划许可证批了两个月没有下来' })

test('the item beside which the form was offered stands while it may be meant', async () => {
  const asked = where([OTHER, OFFERED], { kind: 'ticket', code: OTHER })
  expect(await written(asked)).toBe(OFFERED)
})

test('another item that would be answered outright takes its place', async () => {
  expect(await written(where([OTHER], { kind: 'answer', code: OTHER }))).toBe(OTHER)
})

test('what is written of neither goes to whoever dispatches', async () => {
  expect(await written(where([OTHER], { kind: 'clarify' }))).toBeNull()
})

test('what was offered stands when nothing was or can be looked up', async () => {
  expect(await written(where(undefined, { kind: 'ticket', code: null }))).toBe(OFFERED)
  const broken = where([OTHER], {})
  const failing = {
    ...broken,
    deps: { ...broken.deps, answerWithoutModel: () => Promise.reject(new Error('unavailable')) },
  }
  expect(await written(failing)).toBe(OFFERED)
})
