import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Address } from '../../../src/kernel/incoming.ts'
import { type Message, plainMessage } from '../../../src/kernel/message.ts'
import { derivedUuid } from '../../../src/lark/outbound/send.ts'
import { say } from '../../fakes/lark/people.ts'
import {
  addGroup,
  addPerson,
  type Chat,
  cardOf,
  messagesIn,
  type Person,
  p2pChat,
  type StoredMessage,
  storeMessage,
} from '../../fakes/lark/world.ts'
import { type Harness, startHarness } from '../harness.ts'

let h: Harness
let person: Person
let chat: Chat
let address: Address

beforeEach(async () => {
  h = await startHarness()
  person = addPerson(h.fake.world, '张示例')
  chat = p2pChat(h.fake.world, person.openId)
  address = { channel: 'lark', to: chat.id, toKind: 'chat', replyTo: null }
})
afterEach(() => h.fake.close())

const answer: Message = {
  title: '公司设立登记',
  tone: 'info',
  summary: '公司设立登记：3 个工作日',
  blocks: [
    { kind: 'field', label: '办理时限', lines: ['3 个工作日（法定）'] },
    { kind: 'actions', actions: [{ label: '转人工', value: { a: 'ticket_offer' } }] },
  ],
}

function refuse(code: number, msg = 'scripted', status = 400): void {
  h.fake.world.faults.push({ path: /messages/, action: { status, body: { code, msg } } })
}

function sent(): StoredMessage[] {
  return messagesIn(h.fake.world, chat.id).filter((m) => m.senderType === 'app')
}

function textOf(message: StoredMessage | undefined): string {
  return (JSON.parse(message?.content ?? '{}') as { text: string }).text
}

describe('sending', () => {
  test('a message with a title becomes a card in that chat', async () => {
    const result = await h.sender.sendMessage(address, answer, 'row-1')
    const [message] = sent()
    expect(result).toEqual({ kind: 'sent', messageId: message?.id, asText: null })
    expect(cardOf(h.fake.world, message as StoredMessage)).toMatchObject({ schema: '2.0' })
  })

  test('a bare sentence becomes a text, with no live mention in it', async () => {
    const message = plainMessage('您好 <at user_id="all">所有人</at>')
    await h.sender.sendMessage(address, message, 'row-1')
    expect(sent()[0]?.type).toBe('text')
    expect(textOf(sent()[0])).toBe('您好 ＜at user_id="all">所有人＜/at>')
  })

  test('a person known only by open_id is reached in the chat with the bot', async () => {
    const to: Address = { channel: 'lark', to: person.openId, toKind: 'person', replyTo: null }
    await h.sender.sendMessage(to, answer, 'row-1')
    expect(sent()).toHaveLength(1)
  })

  test('in a group the answer hangs below the question', async () => {
    const group = addGroup(h.fake.world, '示例项目群', [person])
    const asked = await say(h.fake.world, person.openId, '要什么材料', {
      chat: group,
      mentionBot: true,
    })
    const to: Address = {
      channel: 'lark',
      to: group.id,
      toKind: 'group',
      replyTo: asked.message.id,
    }
    await h.sender.sendMessage(to, answer, 'row-1')
    expect(messagesIn(h.fake.world, group.id).at(-1)).toMatchObject({ parentId: asked.message.id })
  })

  test('the same row sent twice within the hour is one message', async () => {
    const first = await h.sender.sendMessage(address, answer, 'row-1')
    const second = await h.sender.sendMessage(address, answer, 'row-1')
    expect(second).toEqual(first)
    expect(sent()).toHaveLength(1)
  })
})

describe('a card Lark refuses', () => {
  test('is said in plain text, and the code is told', async () => {
    refuse(230099, 'Failed to create card content, ext=ErrCode: 200621; ErrMsg: unknown property;')
    const result = await h.sender.sendMessage(address, answer, 'row-1')
    expect(result).toMatchObject({ kind: 'sent', asText: 230099 })
    expect(textOf(sent()[0])).toBe(
      '公司设立登记：3 个工作日\n\n公司设立登记\n\n【办理时限】\n3 个工作日（法定）\n\n您可以直接回复：「转人工」',
    )
  })

  test('makes one text even when the row is sent again', async () => {
    const refused = 'Failed, ext=ErrCode: 200621; ErrMsg: x;'
    refuse(230099, refused)
    const first = await h.sender.sendMessage(address, answer, 'row-1')
    refuse(230099, refused)
    expect(await h.sender.sendMessage(address, answer, 'row-1')).toEqual(first)
    expect(sent()).toHaveLength(1)
    const uuids = h.fake.world.requests.map((r) => (r.body as { uuid?: string }).uuid)
    expect(uuids.filter((uuid) => uuid !== undefined)).toEqual([
      'row-1',
      'row-1-t',
      'row-1',
      'row-1-t',
    ])
  })

  test.each([230022, 230028])('for its words (%i) is not repeated but explained', async (code) => {
    refuse(code)
    expect(await h.sender.sendMessage(address, answer, 'row-1')).toMatchObject({ asText: code })
    expect(textOf(sent()[0])).toContain('未能通过平台的内容检查')
    expect(textOf(sent()[0])).not.toContain('办理时限')
  })

  test('a text that is too long is sent shortened', async () => {
    refuse(230025)
    await h.sender.sendMessage(address, plainMessage('长'.repeat(10_000)), 'row-1')
    expect(textOf(sent()[0])).toHaveLength(3000)
  })

  test('and a text that is refused as well is given up', async () => {
    refuse(230099, 'ext=ErrCode: 200621;')
    refuse(230028)
    expect(await h.sender.sendMessage(address, answer, 'row-1')).toEqual({
      kind: 'refused',
      code: 230028,
      who: 'developer',
    })
  })

  test('a message no card can hold goes out as text at once', async () => {
    // Values of options are ours and cannot be shortened.
    const options = [...Array(10).keys()].map((n) => ({ value: `${n}`.repeat(900), label: '选项' }))
    const select = { kind: 'select', label: '选择', required: false, options } as const
    const fields = ['a', 'b', 'c', 'd'].map((name) => ({ ...select, name }))
    const submit = { label: '提交', value: { a: 'x' } }
    const blocks = [{ kind: 'form', name: 'f', fields, submit }] as const
    const result = await h.sender.sendMessage(address, { ...answer, blocks }, 'row-1')
    expect(result).toMatchObject({ kind: 'sent', asText: 230025 })
    expect(textOf(sent()[0])).toContain('请直接回复以下内容')
    const update = await h.sender.updateCard('om_1', { ...answer, blocks })
    expect(update).toEqual({ kind: 'refused', code: 230025, who: 'developer' })
  })

  test('a mistake in an action is thrown, not hidden in a text', async () => {
    const action = { label: '提交', value: { a: 'x', text: '长'.repeat(400) } }
    const blocks = [{ kind: 'actions', actions: [action] }] as const
    await expect(
      h.sender.sendMessage(address, { ...answer, blocks }, 'row-1'),
    ).rejects.toMatchObject({
      code: 'action_value_too_large',
    })
  })

  test('a card locked by a click is tried again, not said in text', async () => {
    refuse(230099, 'ext=ErrCode: 11310; ErrMsg: card action is lock;')
    expect(await h.sender.sendMessage(address, answer, 'row-1')).toMatchObject({ asText: null })
    expect(h.slept[0]).toBeGreaterThanOrEqual(1000)
  })

  test('the uuid of the text is stable and within fifty characters', () => {
    const uuid = '0197a9f0-1111-7222-8333-0123456789ab'
    expect(derivedUuid(uuid)).toBe(`${uuid}-t`)
    const long = 'x'.repeat(50)
    expect(derivedUuid(long)).toHaveLength(50)
    expect(derivedUuid(long)).toBe(derivedUuid(long))
    expect(derivedUuid(long)).not.toBe(derivedUuid('y'.repeat(50)))
  })
})

describe('receivers that are gone', () => {
  test('a chat the bot was removed from', async () => {
    chat.hasBot = false
    expect(await h.sender.sendMessage(address, answer, 'r')).toEqual({ kind: 'gone', code: 230002 })
  })

  test('a chat that was dissolved', async () => {
    chat.dissolved = true
    expect(await h.sender.sendMessage(address, answer, 'r')).toEqual({ kind: 'gone', code: 232009 })
  })

  test('a question recalled before the answer', async () => {
    const asked = await say(h.fake.world, person.openId, '要什么材料')
    asked.message.deleted = true
    const to = { ...address, replyTo: asked.message.id }
    expect(await h.sender.sendMessage(to, answer, 'r')).toEqual({ kind: 'gone', code: 230011 })
  })

  test.each([
    ['left', 230029],
    ['optedOut', 230053],
  ] as const)('a person who %s', async (how, code) => {
    person[how] = true
    const to: Address = { channel: 'lark', to: person.openId, toKind: 'person', replyTo: null }
    expect(await h.sender.sendMessage(to, answer, 'r')).toEqual({ kind: 'gone', code })
  })

  test('a person outside the availability range is for the administrator', async () => {
    person.available = false
    const to: Address = { channel: 'lark', to: person.openId, toKind: 'person', replyTo: null }
    expect(await h.sender.sendMessage(to, answer, 'r')).toEqual({
      kind: 'refused',
      code: 230013,
      who: 'administrator',
    })
  })

  test('a missing permission is for the operator', async () => {
    h.fake.world.app.scopes.delete('im:message')
    expect(await h.sender.sendMessage(address, answer, 'r')).toEqual({
      kind: 'refused',
      code: 99991672,
      who: 'operator',
    })
  })

  test('what passes by itself is thrown, for the outbox to come again', async () => {
    for (let n = 0; n < 4; n++) refuse(0, 'down', 503)
    await expect(h.sender.sendMessage(address, answer, 'r')).rejects.toMatchObject({
      reaction: 'retry',
    })
  })
})

describe('updating a card', () => {
  async function aCard(): Promise<StoredMessage> {
    await h.sender.sendMessage(address, answer, 'row-1')
    return sent().at(-1) as StoredMessage
  }

  test('puts the new state in its place', async () => {
    const message = await aCard()
    const result = await h.sender.updateCard(message.id, { ...answer, title: '已签收' })
    expect(result).toEqual({ kind: 'updated' })
    expect(cardOf(h.fake.world, message)).toMatchObject({
      header: { title: { content: '已签收' } },
    })
    expect(message.updated).toBe(true)
  })

  test('many at once leave the last one standing', async () => {
    const message = await aCard()
    const results = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => h.sender.updateCard(message.id, { ...answer, title: `第${n}次` })),
    )
    expect(results.map((r) => r.kind)).toEqual([
      'updated',
      'superseded',
      'superseded',
      'superseded',
      'updated',
    ])
    expect(cardOf(h.fake.world, message)).toMatchObject({ header: { title: { content: '第5次' } } })
  })

  test('of a text, of someone else, or after fourteen days does nothing', async () => {
    await h.sender.sendMessage(address, plainMessage('您好'), 'row-2')
    const text = sent()[0] as StoredMessage
    expect(await h.sender.updateCard(text.id, answer)).toMatchObject({
      kind: 'refused',
      code: 230001,
    })
    const theirs = storeMessage(h.fake.world, {
      chatId: chat.id,
      senderId: 'cli_b',
      senderType: 'app',
      type: 'interactive',
      content: '{}',
    })
    expect(await h.sender.updateCard(theirs.id, answer)).toMatchObject({
      kind: 'refused',
      code: 230012,
    })
    const old = await aCard()
    old.createdAtMs -= 15 * 24 * 3600 * 1000
    expect(await h.sender.updateCard(old.id, answer)).toEqual({ kind: 'gone', code: 230031 })
  })

  test('waits while somebody is clicking it', async () => {
    const message = await aCard()
    message.interacting = true
    h.whileWaiting(() => {
      message.interacting = false
    })
    expect(await h.sender.updateCard(message.id, answer)).toEqual({ kind: 'updated' })
    expect(h.slept).toHaveLength(1)
    expect(h.slept[0]).toBeGreaterThanOrEqual(1000)
  })
})
