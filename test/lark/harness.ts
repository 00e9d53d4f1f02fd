// The product's Lark adapter against the stand-in, with the real SDK client in between.
import { createLarkApi, type LarkApi } from '../../src/lark/outbound/client.ts'
import { createCoalescer, createPacer } from '../../src/lark/outbound/pacing.ts'
import { createSender, type Sender } from '../../src/lark/outbound/send.ts'
import { type FakeLark, type FakeLarkOptions, startFakeLark } from '../fakes/lark/platform.ts'

type Logged = Readonly<{ level: string; event: string; facts: unknown }>

export type Harness = Readonly<{
  fake: FakeLark
  api: LarkApi
  sender: Sender
  logged: Logged[]
  /** Waits the call wrapper asked for, in milliseconds; none of them is really waited. */
  slept: number[]
  /** Runs `act` whenever the wrapper waits. */
  whileWaiting: (act: () => void) => void
  settings: { appId: string; appSecret: string; domain: string; timeoutMs: number }
}>

export async function startHarness(
  options: FakeLarkOptions & {
    secret?: string
    submitNeedsBehaviors?: boolean
    timeoutMs?: number
  } = {},
): Promise<Harness> {
  const fake = await startFakeLark(options)
  const logged: Logged[] = []
  const slept: number[] = []
  const waiting = { act: () => {} }
  const whileWaiting = (act: () => void) => {
    waiting.act = act
  }
  const settings = {
    appId: fake.world.app.id,
    appSecret: options.secret ?? fake.world.app.secret,
    domain: fake.url,
    // Generous, for a busy machine; the tests about silence ask for less.
    timeoutMs: options.timeoutMs ?? 5000,
  }
  const deps = {
    log: (level: string, event: string, facts: unknown) =>
      void logged.push({ level, event, facts }),
    nowMs: () => fake.world.clock.nowMs(),
    sleep: async (ms: number) => {
      slept.push(ms)
      waiting.act()
    },
    random: () => 0,
  }
  const api = createLarkApi(settings, deps)
  const sender = createSender({
    api,
    pacer: createPacer({ nowMs: () => performance.now(), sleep: realSleep }),
    coalescer: createCoalescer({ nowMs: () => performance.now(), sleep: async () => {} }),
    switches: { submitNeedsBehaviors: options.submitNeedsBehaviors ?? false },
  })
  return { fake, api, sender, logged, slept, whileWaiting, settings }
}

function realSleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
