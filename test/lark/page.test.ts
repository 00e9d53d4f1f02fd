// The page of `npm run lark:fake`, by its API.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Page, servePage } from '../fakes/lark/page-server.ts'
import type { Json } from '../fakes/lark/payloads.ts'
import { addGroup, addPerson, type Person, p2pChat } from '../fakes/lark/world.ts'
import { type Endpoint, startEndpoint } from './endpoint.ts'
import { type Harness, startHarness } from './harness.ts'

let h: Harness
let endpoint: Endpoint
let page: Page
let person: Person

beforeEach(async () => {
  h = await startHarness()
  endpoint = await startEndpoint(h.fake.world)
  page = await servePage(h.fake.world, 0)
  person = addPerson(h.fake.world, '张示例')
})
afterEach(async () => {
  page.close()
  await endpoint.close()
  await h.fake.close()
})

async function post(path: string, body: Json): Promise<Json> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${page.url}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  })
  return (await answer.json()) as Json
}

async function state() {
  const answer = await fetch(`${page.url}/state`)
  return (await answer.json()) as { messages: Json[]; chats: Json[]; deliveries: Json[] }
}

test('what is typed on the page reaches the product, in a group with a mention', async () => {
  const group = addGroup(h.fake.world, '示例园区企业群', [person])
  const chatId = p2pChat(h.fake.world, person.openId).id
  await post('/say', { openId: person.openId, chatId, text: '要几天' })
  await post('/say', { openId: person.openId, chatId: group.id, text: '要什么材料' })
  await post('/file', { openId: person.openId, chatId, name: 'a.png', base64: 'eA==' })
  await post('/act', { openId: person.openId, act: 'menu', key: 'menu_help' })
  expect(endpoint.received.map((i) => [i.replyAddress.toKind, i.content.kind])).toEqual([
    ['chat', 'text'],
    ['group', 'text'],
    ['chat', 'attachment'],
    ['person', 'menu'],
  ])
  expect((await state()).deliveries).toHaveLength(4)
})

test('a card is shown and its button can be pressed', async () => {
  const chatId = p2pChat(h.fake.world, person.openId).id
  const actions = [{ label: '有用', value: { a: 'feedback' } }]
  const address = { channel: 'lark', to: chatId, toKind: 'chat', replyTo: null } as const
  const blocks = [{ kind: 'actions', actions }] as const
  await h.sender.sendMessage(address, { title: '答', tone: 'info', summary: '答', blocks }, 'row-1')
  const [message] = (await state()).messages
  expect(message).toMatchObject({ fromBot: true, card: { header: { title: { content: '答' } } } })
  const pressed = { openId: person.openId, messageId: message?.['id'], button: '有用' }
  expect(await post('/click', pressed)).toMatchObject({ kind: 'answered', code: null })
})

test('the page needs nothing from elsewhere', async () => {
  const html = await (await fetch(page.url)).text()
  expect(html).toContain('飞书替身')
  expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
})
