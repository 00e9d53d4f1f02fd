import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Incoming } from '../../../src/kernel/incoming.ts'
import { encodeName, encodeValue } from '../../../src/lark/action-value.ts'
import { type ConvertContext, convert } from '../../../src/lark/inbound/events.ts'
import {
  BOT_OPEN_ID,
  botAddedEvent,
  botDeletedEvent,
  cardEvent,
  chatCreatedEvent,
  chatEnteredEvent,
  envelope,
  type Json,
  mention,
  menuEvent,
  messageEvent,
  messageReadEvent,
  recalledEvent,
} from '../../fakes/lark/payloads.ts'

const context: ConvertContext = { now: new Date(1790000060000), botOpenId: BOT_OPEN_ID }
const AT = '2026-09-21T14:13:20.000Z'
const atBot = mention('@_user_1', BOT_OPEN_ID, '助企小舟', 'bot')

function all(payload: Json, given: Partial<ConvertContext> = {}): readonly Incoming[] {
  const converted = convert(payload, { ...context, ...given })
  if (converted.kind !== 'incoming') throw new Error(JSON.stringify(converted))
  return converted.incoming
}

function only(payload: Json, given: Partial<ConvertContext> = {}): Incoming {
  const [first, ...others] = all(payload, given)
  expect(others).toEqual([])
  return first as Incoming
}

describe('messages', () => {
  test('a p2p text becomes a text of that person in that chat, answered into the chat', () => {
    const payload = messageEvent({ messageId: 'om_1', header: { event_id: 'ev_1' } })
    expect(only(payload)).toEqual({
      channel: 'lark',
      eventId: 'ev_1',
      messageId: 'om_1',
      conversationKey: 'lark:oc_chat1:ou_zhang',
      senderId: 'ou_zhang',
      senderName: null,
      replyAddress: { channel: 'lark', to: 'oc_chat1', toKind: 'chat', replyTo: null },
      occurredAt: AT,
      content: { kind: 'text', text: '公司设立登记需要几天' },
    })
  })

  test('a group text that mentions the bot is answered in its thread, without the mention', () => {
    const incoming = only(
      messageEvent({
        messageId: 'om_2',
        chatType: 'group',
        content: { text: '@_user_1 注册公司要什么材料 @_user_2' },
        mentions: [atBot, mention('@_user_2', 'ou_li', '李示例')],
      }),
    )
    expect(incoming.content).toEqual({ kind: 'text', text: '注册公司要什么材料 @李示例' })
    expect(incoming.replyAddress).toMatchObject({ toKind: 'group', replyTo: 'om_2' })
  })

  test('mention keys that begin alike are not confused', () => {
    const others = [...Array(11).keys()].map((n) => mention(`@_user_${n + 1}`, `ou_${n}`, `甲${n}`))
    const text = only(
      messageEvent({
        chatType: 'group',
        content: { text: '@_user_1 请 @_user_11 看' },
        mentions: [atBot, ...others.slice(1)],
      }),
    )
    expect(text.content).toEqual({ kind: 'text', text: '请 @甲10 看' })
  })

  test('a group message that does not mention the bot is ignored, also one to everybody', () => {
    const ignored = { kind: 'ignored', reason: 'not_addressed_to_bot', detail: 'group' }
    expect(convert(messageEvent({ chatType: 'group' }), context)).toEqual(ignored)
    const others = { chatType: 'group', mentions: [mention('@_user_1', 'ou_x', 'x', 'bot')] }
    expect(convert(messageEvent(others), context)).toEqual(ignored)
    const everybody = messageEvent({ chatType: 'group', content: { text: '@_all 开会' } })
    expect(convert(everybody, context)).toEqual(ignored)
  })

  test('a topic group counts as a group', () => {
    const payload = messageEvent({ chatType: 'topic_group', mentions: [atBot] })
    expect(only(payload).replyAddress.toKind).toBe('group')
  })

  test('while the bot does not know itself, group messages are left for a re-delivery', () => {
    const payload = messageEvent({ chatType: 'group', mentions: [atBot] })
    expect(convert(payload, { ...context, botOpenId: null })).toEqual({ kind: 'unready' })
    expect(only(messageEvent(), { botOpenId: null }).content.kind).toBe('text')
  })

  test.each(['app', 'bot', 'anonymous'])('a message sent by an %s is ignored', (senderType) => {
    expect(convert(messageEvent({ senderType }), context)).toEqual({
      kind: 'ignored',
      reason: 'not_from_a_person',
      detail: senderType,
    })
  })

  test('a bare mention is an empty text, so that the person still gets an answer', () => {
    const payload = messageEvent({
      chatType: 'group',
      content: { text: '@_user_1' },
      mentions: [atBot],
    })
    expect(only(payload).content).toEqual({ kind: 'text', text: '' })
  })

  const paragraphs = [
    [
      { tag: 'at', user_id: '@_user_1', user_name: '助企小舟' },
      { tag: 'text', text: '许可证怎么办' },
    ],
    [{ tag: 'a', text: '通知', href: 'https://example.org/a' }],
    [{ tag: 'emotion', emoji_type: 'SMILE' }],
  ]

  test('a post becomes its text, line by line, with and without a locale around it', () => {
    const post = { title: '咨询', content: paragraphs }
    const text = '咨询\n许可证怎么办\n通知 https://example.org/a'
    for (const content of [post, { zh_cn: post }, { en_us: post }]) {
      const payload = messageEvent({ type: 'post', chatType: 'group', content, mentions: [atBot] })
      expect(only(payload).content).toEqual({ kind: 'text', text })
    }
  })

  test('pictures inside a post follow as events of their own', () => {
    const content = {
      title: '',
      content: [[{ tag: 'text', text: '退回通知见图' }], [{ tag: 'img', image_key: 'img_v3_a-b' }]],
    }
    const payload = messageEvent({
      type: 'post',
      content,
      messageId: 'om_3',
      header: { event_id: 'ev_3' },
    })
    expect(all(payload).map((i) => [i.eventId, i.messageId, i.content])).toEqual([
      ['ev_3', 'om_3', { kind: 'text', text: '退回通知见图' }],
      [
        'ev_3#1',
        'om_3#1',
        { kind: 'attachment', type: 'image', ref: 'om_3/image/img_v3_a-b', name: null },
      ],
    ])
  })

  test('a post of pictures alone is the pictures', () => {
    const content = {
      content: [[{ tag: 'img', image_key: 'img_1' }], [{ tag: 'img', image_key: 'img_2' }]],
    }
    const contents = all(messageEvent({ type: 'post', content, messageId: 'om_4' })).map(
      (i) => i.content,
    )
    expect(contents).toMatchObject([{ ref: 'om_4/image/img_1' }, { ref: 'om_4/image/img_2' }])
  })

  test('a post is read as far as it can be, and one without content is an attachment', () => {
    const content = {
      title: null,
      content: [
        [
          'no node',
          { tag: 'text' },
          { tag: 'a', text: 'https://example.org', href: 'https://example.org' },
          { tag: 'at', user_id: 'ou_li', user_name: '李示例' },
          { tag: 'at', user_id: BOT_OPEN_ID, user_name: '助企小舟' },
          { tag: 'at' },
          { tag: 'code_block', language: 'TEXT', text: ' 9133' },
          { tag: 'img' },
          { tag: 'media', file_key: 'file_9', image_key: 'img_9' },
        ],
      ],
    }
    expect(
      all(messageEvent({ type: 'post', content, messageId: 'om_8' })).map((i) => i.content),
    ).toEqual([
      { kind: 'text', text: 'https://example.org@李示例 9133' },
      { kind: 'attachment', type: 'video', ref: 'om_8/file/file_9', name: null },
    ])
    for (const unreadable of [{}, { zh_cn: {} }, { content: 'x' }]) {
      expect(only(messageEvent({ type: 'post', content: unreadable })).content).toMatchObject({
        type: 'other',
      })
    }
  })

  test('a key that nobody was mentioned by stays as it was typed', () => {
    const text = only(messageEvent({ content: { text: '@_user_9 和 @_all' } }))
    expect(text.content).toEqual({ kind: 'text', text: '@_user_9 和 @所有人' })
  })

  test('an event that does not say when it was, was now', () => {
    const payload = messageEvent({ createTime: 'soon', header: { create_time: undefined } })
    expect(only(payload).occurredAt).toBe(context.now.toISOString())
  })

  test('mentions may lack what we do not need', () => {
    const payload = messageEvent({
      content: { text: '@_user_1 好' },
      mentions: [{ key: '@_user_1' }, { key: '@_user_2', id: null, name: null }],
    })
    expect(only(payload).content).toEqual({ kind: 'text', text: '@ 好' })
  })

  test.each([
    ['image', { image_key: 'img_1' }, 'image', 'om_5/image/img_1', null],
    ['file', { file_key: 'file_1', file_name: 'a.pdf' }, 'file', 'om_5/file/file_1', 'a.pdf'],
    ['audio', { file_key: 'file_2', duration: 2000 }, 'audio', 'om_5/file/file_2', null],
    ['media', { file_key: 'file_3', file_name: 'a.mp4' }, 'video', 'om_5/file/file_3', 'a.mp4'],
    ['sticker', { file_key: 'file_4' }, 'sticker', null, null],
    ['location', { name: '示例码头', longitude: '1', latitude: '2' }, 'location', null, '示例码头'],
    ['share_chat', { chat_id: 'oc_x' }, 'card', null, null],
    ['share_user', { user_id: 'ou_x' }, 'card', null, null],
    ['interactive', { elements: [] }, 'card', null, null],
    ['merge_forward', 'Merged and Forwarded Message', 'other', null, null],
    ['vote', { topic: 'x' }, 'other', null, null],
  ])('a message of type %s is an attachment', (type, content, kind, ref, name) => {
    expect(only(messageEvent({ type, content, messageId: 'om_5' })).content).toEqual({
      kind: 'attachment',
      type: kind,
      ref,
      name,
    })
  })

  test('a resource key that would leave its path is not made a handle', () => {
    const payload = messageEvent({ type: 'file', content: { file_key: '../../x' } })
    expect(only(payload).content).toMatchObject({ kind: 'attachment', ref: null })
  })

  test.each(['not json', '[]', '{}', 'null', '{"text":5}'])(
    'a text with unreadable content %s still reaches us, as an unreadable attachment',
    (content) => {
      expect(only(messageEvent({ content })).content).toMatchObject({
        kind: 'attachment',
        type: 'other',
      })
    },
  )

  test('a message of thirty minutes ago is kept and marked late', () => {
    const old = messageEvent({ createTime: String(context.now.getTime() - 30 * 60_000 - 1) })
    expect(convert(old, context)).toMatchObject({ kind: 'incoming', late: true })
    expect(convert(messageEvent(), context)).toMatchObject({ kind: 'incoming', late: false })
  })
})

describe('card callbacks', () => {
  const clicked = { value: { a: 'feedback', good: true, id: 'q1' }, inGroup: false }

  test('a button gives its value, the card it was on and the chat to answer into', () => {
    const payload = cardEvent({ action: { value: encodeValue(clicked), name: 'b1' } })
    const incoming = only(payload)
    expect(incoming).toMatchObject({
      conversationKey: 'lark:oc_chat1:ou_zhang',
      messageId: null,
      occurredAt: AT,
      replyAddress: { to: 'oc_chat1', toKind: 'chat', replyTo: null },
    })
    expect(incoming.content).toEqual({
      kind: 'action',
      action: clicked.value,
      form: {},
      messageRef: 'om_card1',
    })
  })

  test('a value that comes back as JSON text is read too', () => {
    const payload = cardEvent({ action: { value: JSON.stringify(encodeValue(clicked)) } })
    expect(only(payload).content).toMatchObject({ action: clicked.value })
  })

  test.each([{}, '', null, undefined])(
    'a submit button without a value (%j) is known by its name',
    (value) => {
      const name = encodeName(clicked) ?? ''
      const form_value = {
        reason: '已解决',
        kinds: ['a', 'b'],
        agree: true,
        none: null,
        reason2__2: 'x',
      }
      const payload = cardEvent({ action: { value, name, form_value } })
      expect(only(payload).content).toEqual({
        kind: 'action',
        action: clicked.value,
        form: { reason: '已解决', kinds: 'a,b', agree: 'true', reason2: 'x' },
        messageRef: 'om_card1',
      })
    },
  )

  test('a card sent to a group is answered under that card', () => {
    const grouped = { ...clicked, inGroup: true }
    for (const action of [{ value: encodeValue(grouped) }, { name: encodeName(grouped) }]) {
      const incoming = only(cardEvent({ action }))
      expect(incoming.replyAddress).toMatchObject({ toKind: 'group', replyTo: 'om_card1' })
      expect(incoming.content).toMatchObject({ action: clicked.value })
    }
  })

  test('a chat known to be a group counts as one', () => {
    const payload = cardEvent({ action: { value: encodeValue(clicked) } })
    const incoming = only(payload, { isGroupChat: (id) => id === 'oc_chat1' })
    expect(incoming.replyAddress.toKind).toBe('group')
  })

  test('a click without a chat is answered to the person', () => {
    const payload = cardEvent({
      chatId: null,
      messageId: null,
      action: { value: encodeValue(clicked) },
    })
    expect(only(payload)).toMatchObject({
      conversationKey: 'lark:-:ou_zhang',
      replyAddress: { to: 'ou_zhang', toKind: 'person' },
      content: { messageRef: null },
    })
  })

  test.each([
    { value: { x: 1 } },
    { value: [1] },
    { value: 'text' },
    { value: { a: 5 } },
    { name: 'submit' },
  ])('an action that is not ours is ignored: %j', (action) => {
    expect(convert(cardEvent({ action }), context)).toMatchObject({
      kind: 'ignored',
      reason: 'unknown_action',
    })
  })
})

describe('other events', () => {
  test('the bot entering and leaving a group', () => {
    expect(only(botAddedEvent())).toMatchObject({
      content: { kind: 'bot_added' },
      conversationKey: 'lark:oc_group1:ou_zhang',
      replyAddress: { to: 'oc_group1', toKind: 'group', replyTo: null },
    })
    expect(only(botDeletedEvent({ operator_id: null })).content).toEqual({ kind: 'bot_removed' })
  })

  test('a person opening the chat, by the new event and by the old one', () => {
    expect(only(chatEnteredEvent())).toMatchObject({
      content: { kind: 'entered' },
      conversationKey: 'lark:oc_chat1:ou_zhang',
    })
    const created = chatCreatedEvent({}, { uuid: 'uuid-1' })
    expect(only(created)).toMatchObject({
      eventId: 'uuid-1',
      content: { kind: 'entered' },
      senderName: '张示例',
      occurredAt: '2026-09-21T14:13:20.710Z',
    })
  })

  test.each([1790000000, '1790000000', '1790000000000'])(
    'a menu click with timestamp %j goes to the person',
    (timestamp) => {
      expect(only(menuEvent({ timestamp }))).toMatchObject({
        content: { kind: 'menu', key: 'menu_help' },
        senderName: '张示例',
        occurredAt: AT,
        replyAddress: { to: 'ou_zhang', toKind: 'person' },
      })
    },
  )

  test('read and recalled messages name the messages', () => {
    expect(only(messageReadEvent()).content).toEqual({
      kind: 'read',
      messageRefs: ['om_a', 'om_b'],
    })
    expect(only(recalledEvent()).content).toEqual({ kind: 'recalled', messageRef: 'om_a' })
  })

  test.each(['im.message.reaction.created_v1', 'toString', '__proto__', 'contact.user.updated_v3'])(
    'an event of type %s is ignored by name',
    (type) => {
      expect(convert(envelope(type, {}), context)).toEqual({
        kind: 'ignored',
        reason: 'unknown_type',
        detail: type,
      })
    },
  )
})

describe('malformed input', () => {
  test('names the members that are wrong and not their content', () => {
    const payload = envelope('im.message.receive_v1', {
      sender: { sender_type: 'user' },
      message: {},
    })
    const converted = convert(payload, context)
    expect(converted).toMatchObject({ kind: 'ignored', reason: 'malformed' })
    expect(converted).toMatchObject({ detail: expect.stringContaining('message.message_id') })
  })

  test.each([null, 5, {}, { header: {} }, { uuid: 'x' }, { header: { event_id: '' } }])(
    'an envelope such as %j is malformed',
    (envelopeGiven) => {
      expect(convert(envelopeGiven, context)).toMatchObject({
        kind: 'ignored',
        reason: 'malformed',
      })
    },
  )

  test('nothing that parses as JSON makes the converter throw', () => {
    const types = ['im.message.receive_v1', 'card.action.trigger', 'application.bot.menu_v6', 'x']
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.jsonValue(), fc.jsonValue(), (type, event, raw) => {
        convert(raw, context)
        convert({ ...envelope(type, {}), event }, context)
      }),
    )
  })
})
