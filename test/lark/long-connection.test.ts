// The real WSClient on the long connection of the stand-in.
import { setImmediate } from 'node:timers/promises'
import { WSClient } from '@larksuiteoapi/node-sdk'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Incoming } from '../../src/kernel/incoming.ts'
import { EMPTY_ANSWER, toastAnswer } from '../../src/lark/callback-answer.ts'
import { convert } from '../../src/lark/inbound/events.ts'
import { type LongConnection, openLongConnection } from '../../src/lark/long-connection.ts'
import { click } from '../fakes/lark/clicks.ts'
import { say } from '../fakes/lark/people.ts'
import {
  addPerson,
  messagesIn,
  type Person,
  p2pChat,
  type StoredMessage,
} from '../fakes/lark/world.ts'
import { type Harness, startHarness } from './harness.ts'

/** Far longer than it takes: a busy machine is no failure. */
const PATIENCE = { timeout: 15_000 } as const

let h: Harness
let person: Person
let connection: LongConnection | null
let received: Incoming[]
let answer: () => Promise<object>

beforeEach(async () => {
  h = await startHarness()
  person = addPerson(h.fake.world, '张示例')
  connection = null
  received = []
  answer = async () => EMPTY_ANSWER
})
afterEach(async () => {
  connection?.stop()
  await h.fake.close()
})

async function connect(sleep = shortSleep): Promise<LongConnection> {
  connection = await openLongConnection(h.settings, {
    handle: async (envelope) => {
      const converted = convert(envelope, {
        now: new Date(),
        botOpenId: h.fake.world.app.botOpenId,
      })
      if (converted.kind === 'incoming') received.push(...converted.incoming)
      return answer()
    },
    log: (level, event, facts) => void h.logged.push({ level, event, facts }),
    sleep,
    random: () => 0,
  })
  return connection
}

function shortSleep(ms: number): Promise<void> {
  h.slept.push(ms)
  return new Promise((resolve) => setTimeout(resolve, 20))
}

async function connected(): Promise<void> {
  await connect()
  await expect.poll(() => connection?.state(), PATIENCE).toBe('connected')
}

test('what a person says arrives, and is acknowledged when it was handled', async () => {
  await connected()
  const said = await say(h.fake.world, person.openId, '企业开办要什么材料？')
  expect(said.delivery).toMatchObject({ outcome: 200, answer: '{}' })
  expect(received).toMatchObject([
    { messageId: said.message.id, content: { kind: 'text', text: '企业开办要什么材料？' } },
  ])
})

test('an event in fragments that arrive in reverse is put together', async () => {
  await connected()
  h.fake.longConnections.state.fragments = { parts: 5, reversed: true }
  await say(h.fake.world, person.openId, '很长的问题'.repeat(100))
  expect(received[0]?.content).toEqual({ kind: 'text', text: '很长的问题'.repeat(100) })
})

test('an event we could not store is delivered again', async () => {
  await connected()
  answer = () => Promise.reject(new Error('the database is away'))
  const said = await say(h.fake.world, person.openId, '第一问', { push: { retries: false } })
  expect(said.delivery.outcome).toBe(500)
})

test('a click is answered over the connection', async () => {
  await connected()
  const chat = p2pChat(h.fake.world, person.openId)
  const actions = [{ label: '有用', value: { a: 'feedback', good: true } }]
  await h.sender.sendMessage(
    { channel: 'lark', to: chat.id, toKind: 'chat', replyTo: null },
    { title: '答复', tone: 'info', summary: '答复', blocks: [{ kind: 'actions', actions }] },
    'row-1',
  )
  const message = messagesIn(h.fake.world, chat.id)[0] as StoredMessage
  answer = async () => toastAnswer({ tone: 'success', summary: '谢谢您的反馈' })
  const clicked = await click(h.fake.world, { openId: person.openId, message, button: '有用' })
  expect(clicked).toMatchObject({ code: null, toast: { content: '谢谢您的反馈' } })
  answer = async () => EMPTY_ANSWER
  expect(
    await click(h.fake.world, { openId: person.openId, message, button: '有用' }),
  ).toMatchObject({
    code: null,
  })
})

test('a connection cut by the platform comes back', async () => {
  await connected()
  h.fake.longConnections.dropAll()
  const { state } = h.fake.longConnections
  await expect.poll(() => state.endpointCalls, PATIENCE).toBe(2)
  await expect.poll(() => h.fake.world.connections.size, PATIENCE).toBe(1)
  await expect.poll(() => connection?.state(), PATIENCE).toBe('connected')
  await say(h.fake.world, person.openId, '还在吗')
  expect(received).toHaveLength(1)
})

describe('a refusal the SDK gives up on', () => {
  test.each([1, 403, 514, 1000040350])('%i is tried again, at growing distances', async (code) => {
    h.fake.longConnections.state.endpointCode = code
    await connect()
    await expect.poll(() => h.slept.length, PATIENCE).toBeGreaterThanOrEqual(3)
    expect(h.slept.slice(0, 3)).toEqual([1000, 2000, 4000])
    expect(connection?.state()).toBe('connecting')
    h.fake.longConnections.state.endpointCode = 0
    await expect.poll(() => connection?.state(), PATIENCE).toBe('connected')
  })

  test('is logged without the secret', async () => {
    h.fake.longConnections.state.endpointCode = 514
    await connect()
    await expect.poll(() => h.logged.length, PATIENCE).toBeGreaterThan(0)
    expect(JSON.stringify(h.logged)).toContain('lark_long_connection_failed')
    expect(JSON.stringify(h.logged)).not.toContain(h.settings.appSecret)
  })
})

test('a restart that breaks off is told to the log, and does not end the process', async () => {
  h.fake.longConnections.state.endpointCode = 403
  await connect(() => Promise.reject(new RangeError('no timer')))
  await expect
    .poll(() => h.logged.map(({ event }) => event), PATIENCE)
    .toContain('lark_long_connection_not_restarted')
})

test('after stop nothing comes back', async () => {
  await connected()
  connection?.stop()
  expect(connection?.state()).toBe('stopped')
  await expect.poll(() => h.fake.world.connections.size, PATIENCE).toBe(0)
  const calls = h.fake.longConnections.state.endpointCalls
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(h.fake.longConnections.state.endpointCalls).toBe(calls)
})

test('stop while a restart is waited for ends it', async () => {
  h.fake.longConnections.state.endpointCode = 403
  let waited: (() => void) | null = null
  await connect(
    () =>
      new Promise((resolve) => {
        waited = resolve
      }),
  )
  await expect.poll(() => waited, PATIENCE).not.toBeNull()
  const start = vi.spyOn(WSClient.prototype, 'start')
  connection?.stop()
  waited!()
  await setImmediate()
  expect(start).not.toHaveBeenCalled()
  start.mockRestore()
})

test('an app id the SDK would silently refuse is refused aloud', async () => {
  h.settings.appId = 'cli_short'
  await expect(connect()).rejects.toThrow('LARK_APP_ID')
})
