// The push engine of the stand-in against the gate, as an endpoint on a real socket.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { manualClock } from '../fakes/lark/clock.ts'
import { messageEvent } from '../fakes/lark/payloads.ts'
import {
  addBot,
  clickMenu,
  createChat,
  enterChat,
  read,
  recall,
  removeBot,
  say,
  sendAttachment,
} from '../fakes/lark/people.ts'
import { type PushOptions, pushChallenge, pushEvent } from '../fakes/lark/push.ts'
import { addGroup, addPerson, type Person } from '../fakes/lark/world.ts'
import { type Endpoint, startEndpoint } from './endpoint.ts'
import { type Harness, startHarness } from './harness.ts'

const clock = manualClock()
let h: Harness
let endpoint: Endpoint
let person: Person

beforeEach(async () => {
  h = await startHarness({ clock })
  endpoint = await startEndpoint(h.fake.world)
  person = addPerson(h.fake.world, '张示例')
})
afterEach(async () => {
  await endpoint.close()
  await h.fake.close()
})

describe('delivery', () => {
  test('the console accepts the address', async () => {
    expect(await pushChallenge(h.fake.world, 'ch-9')).toEqual({
      outcome: 200,
      answer: '{"challenge":"ch-9"}',
    })
    expect(await pushChallenge(h.fake.world, 'ch-9', 'other')).toMatchObject({ outcome: 401 })
  })

  test('what a person says arrives as they said it', async () => {
    const said = await say(h.fake.world, person.openId, '请问公司设立登记要几天？€𠮷')
    expect(said.delivery).toMatchObject({ outcome: 200, attempt: 1, answer: '{}' })
    expect(endpoint.received).toMatchObject([
      {
        messageId: said.message.id,
        conversationKey: `lark:${said.message.chatId}:${person.openId}`,
        content: { kind: 'text', text: '请问公司设立登记要几天？€𠮷' },
      },
    ])
  })

  test('everything else a person does arrives too', async () => {
    const { world } = h.fake
    const group = addGroup(world, '示例项目群', [person])
    const { message } = await say(world, person.openId, '材料', { chat: group, mentionBot: true })
    await sendAttachment(world, person.openId, 'file', { file_key: 'file_1', file_name: 'a.pdf' })
    await enterChat(world, person.openId)
    await createChat(world, person.openId)
    await clickMenu(world, person.openId, 'menu_help')
    await addBot(world, group, person.openId)
    await removeBot(world, group, person.openId)
    await read(world, person.openId, message)
    await recall(world, message)
    expect(endpoint.received.map((i) => i.content.kind)).toEqual([
      'text',
      'attachment',
      'entered',
      'entered',
      'menu',
      'bot_added',
      'bot_removed',
      'read',
      'recalled',
    ])
    expect(world.deliveries.every((d) => d.outcome === 200)).toBe(true)
  })

  test('what is said in a group to somebody else is acknowledged and left alone', async () => {
    const group = addGroup(h.fake.world, '示例项目群', [person])
    const said = await say(h.fake.world, person.openId, '中午吃什么', { chat: group })
    expect(said.delivery.outcome).toBe(200)
    expect(endpoint.received).toEqual([])
    expect(endpoint.ignored).toMatchObject([{ reason: 'not_addressed_to_bot' }])
  })

  test('an event that is not acknowledged comes again after 15 s, 5 min, 1 h and 6 h', async () => {
    endpoint.failWith(503)
    await say(h.fake.world, person.openId, '第一问')
    await clock.advance(24 * 3600_000)
    const { deliveries } = h.fake.world
    const first = deliveries[0]?.atMs ?? 0
    expect(deliveries.map((d) => (d.atMs - first) / 1000)).toEqual([0, 15, 315, 3915, 25515])
    expect(new Set(deliveries.map((d) => d.eventId)).size).toBe(1)
  })

  test('and not again once it was', async () => {
    endpoint.failWith(500)
    await say(h.fake.world, person.openId, '第一问')
    endpoint.failWith(null)
    await clock.advance(24 * 3600_000)
    expect(h.fake.world.deliveries.map((d) => d.outcome)).toEqual([500, 200])
    expect(endpoint.received).toHaveLength(1)
  })

  test('a second delivery carries the same ids, by which it is known', async () => {
    const { event } = await say(h.fake.world, person.openId, '第一问')
    await pushEvent(h.fake.world, event)
    const [a, b] = endpoint.received
    expect([a?.eventId, a?.messageId]).toEqual([b?.eventId, b?.messageId])
  })

  test('a burst from many people arrives complete', async () => {
    const people = [...Array(60).keys()].map((n) => addPerson(h.fake.world, `示例${n}`))
    await Promise.all(people.map((p) => say(h.fake.world, p.openId, `${p.name}的问题`)))
    expect(new Set(endpoint.received.map((i) => i.senderId)).size).toBe(60)
    const slowest = Math.max(...h.fake.world.deliveries.map((d) => d.ms))
    expect(slowest).toBeLessThan(3000)
  })
})

describe('unusual but honest', () => {
  test.each<[string, PushOptions]>([
    ['spaces and line breaks in the JSON', { form: 'pretty' }],
    ['an escaped member name', { form: 'escaped' }],
    ['a body in pieces of three bytes', { pieces: { bytes: 3, pauseMs: 0 } }],
    ['a slow upload', { pieces: { bytes: 200, pauseMs: 30 } }],
    ['a signature of an hour ago', { staleS: 3600 }],
  ])('%s passes', async (_, push) => {
    const said = await say(h.fake.world, person.openId, '企业开办', { push })
    expect(said.delivery.outcome).toBe(200)
    expect(endpoint.received[0]?.content).toEqual({ kind: 'text', text: '企业开办' })
  })
})

describe('hostile', () => {
  test.each<[string, PushOptions, string]>([
    ['a wrong signature', { signature: 'wrong' }, 'bad_signature'],
    ['no signature', { signature: 'missing' }, 'unsigned'],
    ['no encryption', { plaintext: true }, 'plaintext'],
    ['another key', { encryptKey: 'guessed' }, 'bad_signature'],
  ])('%s is refused with 401 and changes nothing', async (_, push, reason) => {
    const said = await say(h.fake.world, person.openId, '企业开办', {
      push: { ...push, retries: false },
    })
    expect(said.delivery.outcome).toBe(401)
    expect(endpoint.rejected).toEqual([reason])
    expect(endpoint.received).toEqual([])
  })

  test.each([{ token: 'x' }, { app_id: 'cli_b0000000000000ff' }])(
    'a header with %j is refused',
    async (header) => {
      const event = messageEvent({ openId: person.openId, header })
      expect(await pushEvent(h.fake.world, event, { retries: false })).toMatchObject({
        outcome: 401,
      })
      expect(endpoint.received).toEqual([])
    },
  )
})
