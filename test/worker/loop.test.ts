import { afterEach, expect, test, vi } from 'vitest'
import { makeLoop } from '../../src/worker/loop.ts'

afterEach(() => void vi.useRealTimers())

function aLoop(queue: number[], handle: (n: number) => Promise<void>, concurrency = 2) {
  const problems: unknown[] = []
  const loop = makeLoop<number>({
    claim: async (limit) => queue.splice(0, limit),
    handle,
    concurrency,
    pollMs: 10_000,
    onProblem: (error) => problems.push(error),
    now: () => new Date(),
  })
  return { loop, problems }
}

test('works through everything without sleeping, never more at a time than allowed', async () => {
  let running = 0
  let most = 0
  const done: number[] = []
  const { loop } = aLoop([1, 2, 3, 4, 5], async (n) => {
    most = Math.max(most, ++running)
    await new Promise((resolve) => setTimeout(resolve, 5))
    running--
    done.push(n)
  })
  await loop.processAll()
  expect(done.sort()).toEqual([1, 2, 3, 4, 5])
  expect(most).toBe(2)
})

test('a poke wakes it long before the next poll', async () => {
  const queue: number[] = []
  const handled = new Promise<number>((resolve) => {
    const { loop } = aLoop(queue, async (n) => {
      resolve(n)
      await loop.stop().catch(() => {})
    })
    loop.start()
    setTimeout(() => {
      queue.push(7)
      loop.poke()
    }, 20)
  })
  expect(await handled).toBe(7)
})

test('what a piece makes ready as it ends is taken at once, also when a claim is under way', async () => {
  vi.useFakeTimers()
  const answers: ((pieces: number[]) => void)[] = []
  const taken: number[] = []
  let end = () => {}
  const loop = makeLoop<number>({
    claim: () => new Promise((resolve) => answers.push(resolve)),
    handle: (n) => {
      taken.push(n)
      return new Promise((resolve) => {
        end = resolve
      })
    },
    concurrency: 2,
    pollMs: 10_000,
    onProblem: () => {},
    now: () => new Date(),
  })
  loop.start()
  answers[0]!([1])
  await vi.advanceTimersByTimeAsync(0)
  // It saw the store before the first piece ended.
  end()
  await vi.advanceTimersByTimeAsync(0)
  answers[1]!([])
  await vi.advanceTimersByTimeAsync(0)
  answers[2]?.([2])
  await vi.advanceTimersByTimeAsync(0)
  expect(taken).toEqual([1, 2])
})

test('stopping waits for what runs and takes nothing new', async () => {
  const queue = [1]
  let finished = false
  const { loop } = aLoop(queue, async () => {
    await new Promise((resolve) => setTimeout(resolve, 30))
    finished = true
  })
  loop.start()
  await new Promise((resolve) => setTimeout(resolve, 5))
  queue.push(2)
  await loop.stop()
  expect(finished).toBe(true)
  expect(queue).toEqual([2])
})

test('stopping does not wait for ever for what hangs', async () => {
  vi.useFakeTimers()
  const { loop } = aLoop([1], () => new Promise(() => {}))
  loop.start()
  await vi.advanceTimersByTimeAsync(1)
  const stopped = loop.stop()
  await vi.advanceTimersByTimeAsync(10_000)
  await stopped
})

test('a handler that throws is reported and does not end the loop', async () => {
  const { loop, problems } = aLoop([1, 2], async (n) => {
    if (n === 1) throw new Error('bug')
  })
  await loop.processAll()
  expect(problems).toHaveLength(1)
})
