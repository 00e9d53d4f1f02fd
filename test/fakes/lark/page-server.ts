// The page on which a person plays the people: a small API over the world, on its own port, so that
// the bot under test cannot reach it by accident.
import { readFile } from 'node:fs/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { click } from './clicks.ts'
import type { Json } from './payloads.ts'
import { clickMenu, enterChat, recall, say, sendAttachment } from './people.ts'
import { pushChallenge } from './push.ts'
import { type Chat, cardOf, type StoredMessage, type World } from './world.ts'

const DELIVERIES_SHOWN = 12

export type Page = Readonly<{ url: string; close: () => void }>

export function servePage(world: World, port: number): Promise<Page> {
  const app = new Hono()
  app.get('/', async (c) => c.html(await readFile(new URL('./page.html', import.meta.url), 'utf8')))
  app.get('/state', (c) => c.json(stateOf(world)))
  app.post('/say', async (c) => {
    const { openId, chatId, text } = await c.req.json<Record<string, string>>()
    const chat = chatOf(world, chatId)
    const mentionBot = chat.kind === 'group'
    const { delivery } = await say(world, openId ?? '', text ?? '', { chat, mentionBot })
    return c.json(delivery)
  })
  app.post('/file', async (c) => {
    const { openId, chatId, name, base64 } = await c.req.json<Record<string, string>>()
    const bytes = Buffer.from(base64 ?? '', 'base64')
    const image = /\.(png|jpe?g|gif|webp)$/i.test(name ?? '')
    const content = image
      ? { image_key: world.id('img_v3_') }
      : { file_key: world.id('file_v3_'), file_name: name }
    const options = { chat: chatOf(world, chatId) }
    const type = image ? 'image' : 'file'
    const { delivery } = await sendAttachment(world, openId ?? '', type, content, bytes, options)
    return c.json(delivery)
  })
  app.post('/click', async (c) => {
    const { openId, messageId, button, form } = await c.req.json<{
      openId: string
      messageId: string
      button: string
      form: Record<string, string>
    }>()
    const message = world.messages.get(messageId)
    if (message === undefined) return c.json({ kind: 'blocked', why: '消息不存在' })
    return c.json(await click(world, { openId, message, button, form }))
  })
  app.post('/act', async (c) => {
    const { openId = '', act, key = '' } = await c.req.json<Record<string, string>>()
    const acts: Record<string, () => Promise<unknown>> = {
      enter: () => enterChat(world, openId),
      menu: () => clickMenu(world, openId, key),
      challenge: () => pushChallenge(world, world.id('challenge')),
      recall: () => recall(world, world.messages.get(key) as StoredMessage),
    }
    return c.json(((await acts[act ?? '']?.()) ?? {}) as Json)
  })
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info) =>
      resolve({ url: `http://127.0.0.1:${info.port}`, close: () => server.close() }),
    )
  })
}

function chatOf(world: World, chatId: string | undefined): Chat {
  const chat = world.chats.get(chatId ?? '')
  if (chat === undefined) throw new Error(`no such chat: ${chatId}`)
  return chat
}

function stateOf(world: World): Json {
  return {
    people: [...world.people.values()].map(({ openId, name }) => ({ openId, name })),
    chats: [...world.chats.values()].map((chat) => ({
      id: chat.id,
      kind: chat.kind,
      name: chat.kind === 'p2p' ? world.app.botName : chat.name,
      members: [...chat.members],
    })),
    messages: [...world.messages.values()].map((message) => ({
      id: message.id,
      chatId: message.chatId,
      from: world.people.get(message.senderId)?.name ?? world.app.botName,
      fromBot: message.senderType === 'app',
      type: message.type,
      content: JSON.parse(message.content) as Json,
      card: cardOf(world, message),
      atMs: message.createdAtMs,
      deleted: message.deleted,
      parentId: message.parentId,
      mentions: message.mentions,
    })),
    deliveries: world.deliveries.slice(-DELIVERIES_SHOWN).reverse(),
    lint: [...new Set(world.lint)].slice(-5),
    connections: world.connections.size,
  }
}
