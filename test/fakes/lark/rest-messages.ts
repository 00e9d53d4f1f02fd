// im/v1/messages: send, reply, edit, update, recall, read.
import { checkCard, checkContent, parse, refused } from './content.ts'
import { type App, type Ctx, fail, guarded, ok } from './http.ts'
import type { Json } from './payloads.ts'
import {
  type Chat,
  messagesIn,
  p2pChat,
  type StoredMessage,
  storeMessage,
  type World,
  withinRate,
} from './world.ts'

const SEND_SCOPES = ['im:message', 'im:message:send_as_bot']
const READ_SCOPES = ['im:message', 'im:message:readonly']
const UUID_MS = 60 * 60 * 1000
const UPDATE_MS = 14 * 24 * 60 * 60 * 1000
const READ_MS = 7 * 24 * 60 * 60 * 1000
const INTERACTING_MS = 2000
const EDITS_MAX = 20
const ID_TYPES = ['open_id', 'union_id', 'user_id', 'email', 'chat_id']
const BASE = '/open-apis/im/v1/messages'

export function mountMessages(app: App, world: World): void {
  app.post(BASE, guarded(world, SEND_SCOPES), (c) => create(c, world))
  app.post(`${BASE}/:id/reply`, guarded(world, SEND_SCOPES), (c) => replyTo(c, world))
  app.patch(`${BASE}/:id`, guarded(world, SEND_SCOPES), (c) => patch(c, world))
  app.put(`${BASE}/:id`, guarded(world, SEND_SCOPES), (c) => edit(c, world))
  app.delete(`${BASE}/:id`, guarded(world, SEND_SCOPES), (c) => {
    const message = own(world, c.req.param('id'))
    if (typeof message === 'number') return fail(c, message, 'cannot recall')
    message.deleted = true
    return ok(c)
  })
  app.get(BASE, guarded(world, READ_SCOPES), (c) => {
    const items = messagesIn(world, c.req.query('container_id') ?? '').map((m) => view(world, m))
    return ok(c, { items: items.slice(0, Number(c.req.query('page_size') ?? 20)), has_more: false })
  })
  app.get(`${BASE}/:id`, guarded(world, READ_SCOPES), (c) => {
    const message = world.messages.get(c.req.param('id') ?? '')
    if (message === undefined) return fail(c, 231001, 'The message does not exist.')
    return ok(c, { items: [view(world, message)] })
  })
  app.get(`${BASE}/:id/read_users`, guarded(world, READ_SCOPES), (c) => {
    const message = own(world, c.req.param('id'))
    if (typeof message === 'number') return fail(c, message, 'not readable')
    if (world.clock.nowMs() - message.createdAtMs > READ_MS)
      return fail(c, 230033, 'older than 7 days')
    const items = [...message.readBy].map(([user_id, atMs]) => ({
      user_id_type: 'open_id',
      user_id,
      timestamp: String(atMs),
    }))
    return ok(c, { items, has_more: false })
  })
  app.post(`${BASE}/:id/reactions`, guarded(world, SEND_SCOPES), (c) => {
    const message = world.messages.get(c.req.param('id') ?? '')
    if (message === undefined) return fail(c, 231001, 'The message does not exist.')
    const emoji = String((c.get('body')['reaction_type'] as Json | undefined)?.['emoji_type'])
    const reaction = { id: world.id('reaction'), emoji }
    message.reactions.push(reaction)
    return ok(c, { reaction_id: reaction.id, reaction_type: { emoji_type: emoji } })
  })
  app.delete(`${BASE}/:id/reactions/:reaction`, guarded(world, SEND_SCOPES), (c) => {
    const message = world.messages.get(c.req.param('id') ?? '')
    if (message === undefined) return fail(c, 231001, 'The message does not exist.')
    message.reactions = message.reactions.filter((r) => r.id !== c.req.param('reaction'))
    return ok(c)
  })
}

function create(c: Ctx, world: World): Response {
  const body = c.get('body')
  const idType = c.req.query('receive_id_type')
  if (idType === undefined || !ID_TYPES.includes(idType)) {
    return fail(c, 99992402, 'field validation failed: receive_id_type')
  }
  const chat = receiver(world, idType, String(body['receive_id']))
  if (typeof chat === 'number') return fail(c, chat, 'receiver refused')
  return deliver(c, world, chat, {})
}

function replyTo(c: Ctx, world: World): Response {
  const original = world.messages.get(c.req.param('id') ?? '')
  if (original === undefined) return fail(c, 231003, 'The message is not found.')
  if (original.deleted) return fail(c, 230011, 'The message was withdrawn.')
  const chat = world.chats.get(original.chatId)
  if (chat === undefined) return fail(c, 230002, 'Bot is not in the chat.')
  const refusal = chatRefusal(chat)
  if (refusal !== null) return fail(c, refusal, 'receiver refused')
  return deliver(c, world, chat, {
    rootId: original.rootId === '' ? original.id : original.rootId,
    parentId: original.id,
  })
}

function deliver(c: Ctx, world: World, chat: Chat, thread: Partial<StoredMessage>): Response {
  const body = c.get('body')
  const uuid = body['uuid']
  if (uuid !== undefined && (typeof uuid !== 'string' || uuid.length > 50)) {
    return fail(c, 99992402, 'field validation failed: uuid')
  }
  const known = uuid === undefined ? undefined : world.uuids.get(String(uuid))
  if (known !== undefined && known.expiresAtMs > world.clock.nowMs()) {
    return ok(c, view(world, world.messages.get(known.messageId) as StoredMessage))
  }
  const fault = checkContent(world, body['msg_type'], body['content'])
  if (fault !== null) return fail(c, fault.code, fault.msg)
  if (!withinRate(world, `to ${chat.id}`, 5, 1000)) {
    return fail(c, 230020, 'This operation triggers the frequency limit.')
  }
  const content = String(body['content'])
  const entity = entityOf(world, content)
  if (entity !== null && entity.sentIn !== null) return fail(c, 230099, 'the card was sent before')
  const message = storeMessage(world, {
    chatId: chat.id,
    senderId: world.app.id,
    senderType: 'app',
    type: String(body['msg_type']),
    content,
    ...thread,
  })
  if (entity !== null) entity.sentIn = message.id
  if (uuid !== undefined) {
    const expiresAtMs = world.clock.nowMs() + UUID_MS
    world.uuids.set(String(uuid), { messageId: message.id, expiresAtMs })
  }
  return ok(c, view(world, message))
}

function receiver(world: World, idType: string, id: string): Chat | number {
  if (idType === 'chat_id') {
    const chat = world.chats.get(id)
    return chat === undefined ? 230034 : (chatRefusal(chat) ?? chat)
  }
  const person = [...world.people.values()].find(
    (p) => (idType === 'union_id' ? p.unionId : p.openId) === id,
  )
  if (person === undefined) return 230034
  if (person.left) return 230029
  if (person.optedOut) return 230053
  if (!person.available) return 230013
  return p2pChat(world, person.openId)
}

function chatRefusal(chat: Chat): number | null {
  if (chat.dissolved) return 232009
  if (!chat.hasBot) return 230002
  return chat.muted ? 230018 : null
}

function patch(c: Ctx, world: World): Response {
  const message = own(world, c.req.param('id'))
  if (typeof message === 'number') return fail(c, message, 'cannot update')
  if (message.type !== 'interactive') return fail(c, 230001, 'NOT a card.')
  if (message.deleted) return fail(c, 230011, 'The message was withdrawn.')
  if (world.clock.nowMs() - message.createdAtMs > UPDATE_MS) {
    return fail(c, 230031, 'The message is older than 14 days.')
  }
  if (!withinRate(world, `patch ${message.id}`, 5, 1000)) {
    return fail(c, 230020, 'This operation triggers the frequency limit.')
  }
  const blocked = interactionFault(world, message)
  if (blocked !== null) return fail(c, blocked.code, blocked.msg)
  const content = c.get('body')['content']
  const fault = checkContent(world, 'interactive', content)
  if (fault !== null) return fail(c, fault.code, fault.msg)
  if (!updatable(message.content) || !updatable(String(content))) {
    return fail(c, 230001, 'update_multi must be true before and after')
  }
  message.content = String(content)
  message.updated = true
  message.updatedAtMs = world.clock.nowMs()
  return ok(c)
}

/** A card somebody has just clicked on takes no update from elsewhere. */
function interactionFault(world: World, message: StoredMessage) {
  if (message.interacting) return refused(11310, 'card action is lock')
  const sinceMs = world.clock.nowMs() - message.interactedAtMs
  const blocked = world.switches.patchBlockedWhileInteracting && sinceMs < INTERACTING_MS
  return blocked ? refused(200800, 'card is interacting') : null
}

function updatable(content: string): boolean {
  const card = parse(content)
  // A 2.0 card is shared unless it says otherwise, which it cannot.
  return (
    card?.['schema'] === '2.0' || (card?.['config'] as Json | undefined)?.['update_multi'] === true
  )
}

function edit(c: Ctx, world: World): Response {
  const message = own(world, c.req.param('id'))
  if (typeof message === 'number') return fail(c, message, 'cannot edit')
  const body = c.get('body')
  if (message.type === 'interactive' || body['msg_type'] === 'interactive') {
    return fail(c, 230001, 'a card is not edited but updated')
  }
  if (message.edits >= EDITS_MAX) return fail(c, 230072, 'the message was edited too often')
  const fault = checkContent(world, body['msg_type'], body['content'])
  if (fault !== null) return fail(c, fault.code, fault.msg)
  message.content = String(body['content'])
  message.edits += 1
  message.updated = true
  return ok(c, view(world, message))
}

/** The bot's own message, or the code of the refusal. */
function own(world: World, id: string | undefined): StoredMessage | number {
  const message = world.messages.get(id ?? '')
  if (message === undefined) return 231001
  return message.senderId === world.app.id ? message : 230012
}

function entityOf(world: World, content: string) {
  const card = parse(content)
  if (card?.['type'] !== 'card') return null
  return world.cards.get(String((card['data'] as Json)['card_id'])) ?? null
}

function view(world: World, message: StoredMessage): Json {
  const sentByApp = message.senderType === 'app'
  return {
    message_id: message.id,
    root_id: message.rootId,
    parent_id: message.parentId,
    thread_id: '',
    msg_type: message.type,
    create_time: String(message.createdAtMs),
    update_time: String(message.updatedAtMs),
    deleted: message.deleted,
    updated: message.updated,
    chat_id: message.chatId,
    sender: {
      id: message.senderId,
      id_type: sentByApp ? 'app_id' : 'open_id',
      sender_type: message.senderType,
      tenant_key: world.app.tenantKey,
    },
    body: { content: message.content },
    mentions: message.mentions,
  }
}

/** Delayed update: the token of a click, thirty minutes, two uses, only after the answer. */
export function mountCardUpdate(app: App, world: World): void {
  app.post('/open-apis/interactive/v1/card/update', guarded(world, SEND_SCOPES), (c) => {
    const body = c.get('body')
    const token = world.updateTokens.get(String(body['token']))
    if (token === undefined || token.expiresAtMs <= world.clock.nowMs()) {
      return fail(c, 300030, 'token is invalid or expired')
    }
    if (!token.answered) return fail(c, 300031, 'the callback was not answered yet')
    if (token.uses >= 2) return fail(c, 300032, 'token was used twice')
    const card = body['card'] as Json
    const fault = checkCard(world, card)
    if (fault !== null) return fail(c, fault.code, fault.msg)
    token.uses += 1
    const message = world.messages.get(token.messageId) as StoredMessage
    message.content = JSON.stringify(card)
    message.updated = true
    return ok(c)
  })
}
