import { expect, test } from 'vitest'
import { once } from '../../src/lark/once.ts'

test('all calls share what the first one makes', async () => {
  let made = 0
  const get = once(async () => ++made)
  expect(await Promise.all([get(), get()])).toEqual([1, 1])
  expect(await get()).toBe(1)
})

test('a failure is told to those who wait for it, and the next call tries again', async () => {
  let tries = 0
  const get = once(async () => {
    tries++
    if (tries === 1) throw new Error('cannot be loaded')
    return tries
  })
  const waiting = [get(), get()]
  for (const one of waiting) await expect(one).rejects.toThrow('cannot be loaded')
  expect(await get()).toBe(2)
  expect(await get()).toBe(2)
})
