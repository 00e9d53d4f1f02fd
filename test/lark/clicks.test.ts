// The whole way of a card: sent through the SDK, clicked by a person, answered by callback. Run for
// each setting of what could not be confirmed about Lark, so that the product survives either.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Address } from '../../src/kernel/incoming.ts'
import type { Message } from '../../src/kernel/message.ts'
import { cardAnswer, toastAnswer } from '../../src/lark/callback-answer.ts'
import { click, type Press } from '../fakes/lark/clicks.ts'
import { say } from '../fakes/lark/people.ts'
import {
  addGroup,
  addPerson,
  cardOf,
  messagesIn,
  type Person,
  p2pChat,
  type StoredMessage,
  type Switches,
} from '../fakes/lark/world.ts'
import { type Endpoint, startEndpoint } from './endpoint.ts'
import { type Harness, startHarness } from './harness.ts'

const offer: Message = {
  title: '提交诉求',
  tone: 'info',
  summary: '提交诉求',
  blocks: [
    {
      kind: 'actions',
      actions: [{ label: '没有用', value: { a: 'feedback', good: false, turn: 'q1' } }],
    },
    {
      kind: 'form',
      name: 'ticket',
      fields: [
        { kind: 'text', name: 'enterprise', label: '企业名称', required: true, maxLength: 50 },
        {
          kind: 'select',
          name: 'district',
          label: '区县',
          required: true,
          options: [
            { value: 'dinghai', label: '定海区' },
            { value: 'putuo', label: '普陀区' },
          ],
          value: 'putuo',
        },
      ],
      submit: { label: '提交', value: { a: 'ticket_open', turn: 'q1' } },
    },
  ],
}
const done: Message = { ...offer, title: '已登记', tone: 'success', summary: '已登记', blocks: [] }

const truths: Partial<Switches>[] = [false, true].flatMap((submitNeedsBehaviors) =>
  [false, true].map((inputRequiredRefused) => ({ submitNeedsBehaviors, inputRequiredRefused })),
)

describe.each(truths)('where Lark has %j', (switches) => {
  const submitNeedsBehaviors = switches.submitNeedsBehaviors === true
  const options = { switches: { submitNeedsBehaviors }, inGroup: false }
  let h: Harness
  let endpoint: Endpoint
  let person: Person
  let message: StoredMessage

  beforeEach(async () => {
    h = await startHarness({ switches, submitNeedsBehaviors })
    endpoint = await startEndpoint(h.fake.world)
    person = addPerson(h.fake.world, '张示例')
    const chat = p2pChat(h.fake.world, person.openId)
    message = await deliver({ channel: 'lark', to: chat.id, toKind: 'chat', replyTo: null })
  })
  afterEach(async () => {
    await endpoint.close()
    await h.fake.close()
  })

  async function deliver(address: Address): Promise<StoredMessage> {
    const sent = await h.sender.sendMessage(address, offer, `row-${h.fake.world.id('')}`)
    expect(sent).toMatchObject({ kind: 'sent', asText: null })
    return messagesIn(h.fake.world, address.to).at(-1) as StoredMessage
  }

  function press(button: string, given: Partial<Press> = {}) {
    return click(h.fake.world, { openId: person.openId, message, button, ...given })
  }

  test('a button reaches us with its action and is answered with a toast', async () => {
    endpoint.answerClicksWith(() => toastAnswer({ tone: 'success', summary: '谢谢您的反馈' }))
    expect(await press('没有用')).toMatchObject({
      kind: 'answered',
      code: null,
      toast: { type: 'success', content: '谢谢您的反馈' },
      updated: false,
    })
    expect(endpoint.received.at(-1)).toMatchObject({
      replyAddress: { toKind: 'chat' },
      content: {
        kind: 'action',
        action: { a: 'feedback', good: false, turn: 'q1' },
        messageRef: message.id,
      },
    })
  })

  test('a form reaches us with its action and its fields, and becomes the card we answer with', async () => {
    endpoint.answerClicksWith(() => cardAnswer(done, options))
    const result = await press('提交', { form: { enterprise: '示例贸易有限公司' } })
    expect(result).toMatchObject({ kind: 'answered', code: null, updated: true })
    expect(endpoint.received.at(-1)?.content).toEqual({
      kind: 'action',
      action: { a: 'ticket_open', turn: 'q1' },
      form: { enterprise: '示例贸易有限公司', district: 'putuo' },
      messageRef: message.id,
    })
    expect(cardOf(h.fake.world, message)).toMatchObject({
      header: { title: { content: '已登记' } },
    })
  })

  test('an empty form is sent all the same: what is required, we check', async () => {
    await press('提交')
    expect(endpoint.received.at(-1)?.content).toMatchObject({
      form: { enterprise: '', district: 'putuo' },
    })
  })

  test('a click in a group knows that it was in one', async () => {
    const group = addGroup(h.fake.world, '示例项目群', [person])
    const asked = await say(h.fake.world, person.openId, '提诉求', {
      chat: group,
      mentionBot: true,
    })
    message = await deliver({
      channel: 'lark',
      to: group.id,
      toKind: 'group',
      replyTo: asked.message.id,
    })
    await press('没有用')
    expect(endpoint.received.at(-1)).toMatchObject({
      replyAddress: { toKind: 'group', replyTo: message.id },
    })
    await press('提交')
    expect(endpoint.received.at(-1)?.replyAddress.toKind).toBe('group')
  })
})

describe('what could go wrong with an answer', () => {
  let h: Harness
  let endpoint: Endpoint
  let person: Person
  let message: StoredMessage
  const options = { switches: { submitNeedsBehaviors: false }, inGroup: false }

  async function start(switches: Partial<Switches> = {}): Promise<void> {
    h = await startHarness({ switches })
    endpoint = await startEndpoint(h.fake.world)
    person = addPerson(h.fake.world, '张示例')
    const chat = p2pChat(h.fake.world, person.openId)
    const address = { channel: 'lark', to: chat.id, toKind: 'chat', replyTo: null } as const
    await h.sender.sendMessage(address, offer, 'row-1')
    message = messagesIn(h.fake.world, chat.id).at(-1) as StoredMessage
  }
  afterEach(async () => {
    await endpoint.close()
    await h.fake.close()
  })

  const press = () => click(h.fake.world, { openId: person.openId, message, button: '没有用' })

  test('where a raw card is refused in the answer, a toast and a later update do the same', async () => {
    await start({ rawCardMustBeString: true })
    endpoint.answerClicksWith(() => cardAnswer(done, options))
    expect(await press()).toMatchObject({ code: 200673, updated: false })
    endpoint.answerClicksWith(() => toastAnswer(done))
    expect(await press()).toMatchObject({ code: null })
    expect(await h.sender.updateCard(message.id, done)).toEqual({ kind: 'updated' })
  })

  test('where a card just clicked takes no update, the update waits and succeeds', async () => {
    await start({ patchBlockedWhileInteracting: true })
    await press()
    h.whileWaiting(() => {
      message.interactedAtMs -= 1000
    })
    expect(await h.sender.updateCard(message.id, done)).toEqual({ kind: 'updated' })
    expect(h.slept).toEqual([1000, 1000])
  })

  test('an update sent from within the click waits for its answer', async () => {
    await start()
    const updates: Promise<unknown>[] = []
    endpoint.answerClicksWith(() => {
      updates.push(h.sender.updateCard(message.id, done))
      return new Promise((resolve) => setTimeout(() => resolve({}), 100))
    })
    h.whileWaiting(() => {
      message.interacting = false
    })
    expect(await press()).toMatchObject({ code: null })
    expect(await Promise.all(updates)).toEqual([{ kind: 'updated' }])
    expect(h.slept.length).toBeGreaterThan(0)
  })

  test('the stand-in shows the client errors a person would see', async () => {
    await start()
    const shows = async (answer: object) => {
      endpoint.answerClicksWith(() => answer)
      return (await press()) as { code: number | null }
    }
    expect(await shows({ code: 0, msg: 'ok' })).toMatchObject({ code: 200672 })
    expect(await shows({ toast: { type: 'ok', content: '好' } })).toMatchObject({ code: 200672 })
    const bad = { type: 'raw', data: { schema: '2.0', body: { elements: [{ tag: 'action' }] } } }
    expect(await shows({ card: bad })).toMatchObject({ code: 200673 })
    endpoint.failWith(500)
    expect(await press()).toMatchObject({ code: 200671 })
    h.fake.world.webhookUrl = 'http://127.0.0.1:9/lark/events'
    expect(await press()).toMatchObject({ code: 200342 })
  })

  test('what the client checks itself is not sent', async () => {
    await start()
    const before = endpoint.received.length
    const submit = (form: Record<string, string>) =>
      click(h.fake.world, { openId: person.openId, message, button: '提交', form })
    expect(await submit({ enterprise: '长'.repeat(51) })).toMatchObject({ kind: 'blocked' })
    expect(await submit({ district: 'shanghai' })).toMatchObject({ kind: 'blocked' })
    expect(await submit({ other: 'x' })).toMatchObject({ kind: 'blocked' })
    const gone = { openId: person.openId, message, button: '不存在' }
    expect(await click(h.fake.world, gone)).toMatchObject({ kind: 'blocked' })
    expect(endpoint.received).toHaveLength(before)
  })
})
