import { expect, test } from 'vitest'
import { inTurn } from '../../src/kernel/in-turn.ts'

test('what was called last ends last, however long the one before takes', async () => {
  const waits = [20, 0]
  const ended: number[] = []
  const work = inTurn(async () => {
    const wait = waits.shift() ?? 0
    await new Promise((resolve) => setTimeout(resolve, wait))
    ended.push(wait)
  })
  await Promise.all([work(), work()])
  expect(ended).toEqual([20, 0])
})

test('a failure is told to its caller, and the next is done all the same', async () => {
  let times = 0
  const work = inTurn(async () => {
    times++
    if (times === 1) throw new Error('no store')
    return times
  })
  const [first, second] = await Promise.allSettled([work(), work()])
  expect(first).toMatchObject({ status: 'rejected', reason: new Error('no store') })
  expect(second).toEqual({ status: 'fulfilled', value: 2 })
})
