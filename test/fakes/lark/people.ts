// What people do in their client, each act with the event it causes.
import {
  botAddedEvent,
  botDeletedEvent,
  chatCreatedEvent,
  chatEnteredEvent,
  type Json,
  mention,
  menuEvent,
  messageEvent,
  messageReadEvent,
  newId,
  recalledEvent,
} from './payloads.ts'
import { type PushOptions, pushEvent } from './push.ts'
import {
  type Chat,
  type Delivery,
  p2pChat,
  type StoredMessage,
  storeMessage,
  type World,
} from './world.ts'

export type Said = Readonly<{ message: StoredMessage; delivery: Delivery; event: Json }>

export type SayOptions = Readonly<{
  /** The chat with the bot when left out. */
  chat?: Chat
  /** In a group only a message that mentions the bot reaches it. */
  mentionBot?: boolean
  push?: PushOptions
}>

export function say(world: World, openId: string, text: string, options: SayOptions = {}) {
  const mentions = options.mentionBot === true ? [botMention(world)] : []
  const full = mentions.length > 0 ? `@_user_1 ${text}` : text
  return send(world, openId, 'text', { text: full }, mentions, options)
}

/** A message of any type; `bytes` is what its key gives when downloaded. */
export function sendAttachment(
  world: World,
  openId: string,
  type: string,
  content: Json,
  bytes: Uint8Array = Buffer.from('示例文件'),
  options: SayOptions = {},
) {
  const key = String(content['image_key'] ?? content['file_key'] ?? '')
  return send(world, openId, type, content, [], options, (message) => {
    const kind = type === 'image' ? 'image' : 'file'
    const contentType = kind === 'image' ? 'image/png' : 'application/octet-stream'
    world.resources.set(`${message.id}/${key}`, { type: kind, bytes, contentType })
  })
}

async function send(
  world: World,
  openId: string,
  type: string,
  content: Json,
  mentions: Json[],
  options: SayOptions,
  stored: (message: StoredMessage) => void = () => {},
): Promise<Said> {
  const chat = options.chat ?? p2pChat(world, openId)
  const message = storeMessage(world, {
    chatId: chat.id,
    senderId: openId,
    senderType: 'user',
    type,
    content: JSON.stringify(content),
    mentions,
  })
  stored(message)
  const event = messageEvent({
    openId,
    chatId: chat.id,
    chatType: chat.kind,
    messageId: message.id,
    type,
    content,
    createTime: String(message.createdAtMs),
    header: headerOf(world),
    ...(mentions.length > 0 ? { mentions } : {}),
  })
  return { message, event, delivery: await pushEvent(world, event, options.push) }
}

function botMention(world: World): Json {
  return mention('@_user_1', world.app.botOpenId, world.app.botName, 'bot')
}

export function enterChat(world: World, openId: string): Promise<Delivery> {
  const chat_id = p2pChat(world, openId).id
  return push(world, chatEnteredEvent({ chat_id, operator_id: { open_id: openId } }))
}

/** The first chat ever, in the old schema 1.0. */
export function createChat(world: World, openId: string): Promise<Delivery> {
  const user = { open_id: openId, name: world.people.get(openId)?.name ?? '' }
  const event = { chat_id: p2pChat(world, openId).id, app_id: world.app.id, user, operator: user }
  const token = world.app.verificationToken
  return pushEvent(world, chatCreatedEvent(event, { token, uuid: newId('ev_') }))
}

export function clickMenu(world: World, openId: string, key: string): Promise<Delivery> {
  const operator = {
    operator_name: world.people.get(openId)?.name ?? '',
    operator_id: { open_id: openId },
  }
  const timestamp = Math.floor(world.clock.nowMs() / 1000)
  return push(world, menuEvent({ operator, event_key: key, timestamp }))
}

export function addBot(world: World, chat: Chat, openId: string): Promise<Delivery> {
  chat.hasBot = true
  return push(world, botAddedEvent({ chat_id: chat.id, operator_id: { open_id: openId } }))
}

export function removeBot(world: World, chat: Chat, openId: string): Promise<Delivery> {
  chat.hasBot = false
  return push(world, botDeletedEvent({ chat_id: chat.id, operator_id: { open_id: openId } }))
}

export function recall(world: World, message: StoredMessage): Promise<Delivery> {
  message.deleted = true
  return push(world, recalledEvent({ message_id: message.id, chat_id: message.chatId }))
}

export function read(world: World, openId: string, message: StoredMessage): Promise<Delivery> {
  const nowMs = world.clock.nowMs()
  message.readBy.set(openId, nowMs)
  const reader = { reader_id: { open_id: openId }, read_time: String(nowMs) }
  return push(world, messageReadEvent({ reader, message_id_list: [message.id] }))
}

function push(world: World, event: Json): Promise<Delivery> {
  return pushEvent(world, {
    ...event,
    header: { ...(event['header'] as Json), ...headerOf(world) },
  })
}

export function headerOf(world: World): Json {
  return {
    token: world.app.verificationToken,
    app_id: world.app.id,
    create_time: String(world.clock.nowMs()),
  }
}
