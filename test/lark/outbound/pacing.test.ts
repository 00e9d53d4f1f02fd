import { describe, expect, test } from 'vitest'
import { createCoalescer, createPacer } from '../../../src/lark/outbound/pacing.ts'
import { manualClock } from '../../fakes/lark/clock.ts'

/** Starts so many turns and notes at which second of the clock each may go. */
function paced() {
  const clock = manualClock(0)
  const pacer = createPacer({ nowMs: clock.nowMs, sleep: clock.sleep })
  const went: { chat: string; atMs: number }[] = []
  const ask = (chat: string) => {
    void pacer.turn(chat).then(() => went.push({ chat, atMs: clock.nowMs() }))
  }
  return { clock, went, ask }
}

function mostWithin(times: readonly number[], windowMs: number): number {
  return Math.max(
    0,
    ...times.map((from) => times.filter((t) => t >= from && t < from + windowMs).length),
  )
}

describe('turns', () => {
  test('one chat gets four a second', async () => {
    const { clock, went, ask } = paced()
    for (let n = 0; n < 20; n++) ask('oc_1')
    await clock.advance(0)
    expect(went).toHaveLength(4)
    await clock.advance(10_000)
    expect(went).toHaveLength(20)
    expect(
      mostWithin(
        went.map((w) => w.atMs),
        1000,
      ),
    ).toBe(4)
    expect(went.at(-1)?.atMs).toBe(4000)
  })

  test('all chats together get forty a second and nine hundred a minute', async () => {
    const { clock, went, ask } = paced()
    for (let n = 0; n < 1000; n++) ask(`oc_${n}`)
    await clock.advance(65_000)
    const times = went.map((w) => w.atMs)
    expect(went).toHaveLength(1000)
    expect(mostWithin(times, 1000)).toBe(40)
    expect(mostWithin(times, 60_000)).toBe(900)
  })

  test('a busy chat does not hold up another', async () => {
    const { clock, went, ask } = paced()
    for (let n = 0; n < 50; n++) ask('oc_busy')
    ask('oc_calm')
    await clock.advance(0)
    expect(went.some((w) => w.chat === 'oc_calm')).toBe(true)
  })

  test('a turn asked for while others wait is given at once when its chat is free', async () => {
    const { clock, went, ask } = paced()
    for (let n = 0; n < 8; n++) ask('oc_busy')
    await clock.advance(500)
    ask('oc_calm')
    await clock.advance(0)
    expect(went.at(-1)).toEqual({ chat: 'oc_calm', atMs: 500 })
  })

  test('turns of one chat keep their order', async () => {
    const clock = manualClock(0)
    const pacer = createPacer({ nowMs: clock.nowMs, sleep: clock.sleep })
    const order: number[] = []
    for (let n = 0; n < 12; n++) void pacer.turn('oc_1').then(() => order.push(n))
    await clock.advance(5000)
    expect(order).toEqual([...Array(12).keys()])
  })
})

describe('updates of one message', () => {
  test('run one at a time, 300 ms apart, and only the last of those waiting', async () => {
    const clock = manualClock(0)
    const coalescer = createCoalescer({ nowMs: clock.nowMs, sleep: clock.sleep })
    const ran: [number, number][] = []
    const submit = (n: number) =>
      coalescer.submit('om_1', async () => {
        ran.push([n, clock.nowMs()])
        return n
      })
    const results = Promise.all([1, 2, 3, 4].map(submit))
    await clock.advance(1000)
    expect(await results).toEqual([1, null, null, 4])
    expect(ran).toEqual([
      [1, 0],
      [4, 300],
    ])
  })

  test('a failure is told to whoever asked, and the next still runs', async () => {
    const clock = manualClock(0)
    const coalescer = createCoalescer({ nowMs: clock.nowMs, sleep: clock.sleep })
    const failing = coalescer.submit('om_1', () => Promise.reject(new Error('refused')))
    const next = coalescer.submit('om_1', async () => 'done')
    const told = expect(failing).rejects.toThrow('refused')
    await clock.advance(1000)
    await told
    expect(await next).toBe('done')
  })

  test('different messages do not wait for each other', async () => {
    const clock = manualClock(0)
    const coalescer = createCoalescer({ nowMs: clock.nowMs, sleep: clock.sleep })
    const ran: string[] = []
    for (const id of ['om_1', 'om_2', 'om_3']) void coalescer.submit(id, async () => ran.push(id))
    await clock.advance(0)
    expect(ran).toEqual(['om_1', 'om_2', 'om_3'])
  })
})
