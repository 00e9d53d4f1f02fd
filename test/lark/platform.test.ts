// Is the stand-in as strict as Lark? Each limit the product relies on is tried by hand here, with
// requests the product itself would never send.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { judgeCard } from '../fakes/lark/card-validator.ts'
import { click } from '../fakes/lark/clicks.ts'
import { manualClock } from '../fakes/lark/clock.ts'
import { decodeFrame, encodeFrame } from '../fakes/lark/frames.ts'
import type { Json } from '../fakes/lark/payloads.ts'
import { type FakeLark, startFakeLark } from '../fakes/lark/platform.ts'
import { addPerson, type Person, p2pChat, type StoredMessage } from '../fakes/lark/world.ts'

const world = {
  knowsImage: (key: string) => key === 'img_ok',
  knowsPerson: (id: string) => id === 'ou_ok',
  inputRequiredRefused: false,
}
const plain = (content: string) => ({ tag: 'plain_text', content })
const button = (given: Json = {}) => ({ tag: 'button', text: plain('好'), ...given })
const input = (given: Json = {}) => ({ tag: 'input', name: 'i', ...given })
const submit = button({ name: 's', form_action_type: 'submit' })
const form = (...elements: Json[]) => ({ tag: 'form', name: 'f', elements })
const option = (value: string) => ({ text: plain(value), value })
const select = (given: Json = {}) => ({
  tag: 'select_static',
  name: 'x',
  options: [option('a'), option('b')],
  ...given,
})
const table = { tag: 'table', columns: [{ name: 'c' }], rows: [] }
const markdown = (content: string) => ({ tag: 'markdown', content })

function verdict(...elements: Json[]) {
  return judgeCard({ schema: '2.0', body: { elements } }, world)
}

describe('cards it refuses', () => {
  test.each<[string, number, Json[]]>([
    ['an unknown attribute', 200621, [{ tag: 'hr', colour: 'red' }]],
    ['a tag of version 1.0', 200861, [{ tag: 'action', actions: [] }]],
    ['a note', 200861, [{ tag: 'note', elements: [] }]],
    ['more than 200 elements', 11310, [...Array(201).keys()].map(() => ({ tag: 'hr' }))],
    ['more than 5 tables', 11310, Array<Json>(6).fill(table)],
    ['an element_id that begins with a digit', 300301, [{ tag: 'hr', element_id: '1x' }]],
    [
      'an element_id twice',
      300301,
      [
        { tag: 'hr', element_id: 'x' },
        { tag: 'hr', element_id: 'x' },
      ],
    ],
    ['a form without submit button', 200621, [form(input())]],
    ['a form in a panel', 200621, [panel(form(input(), submit))]],
    ['a table in a panel', 200621, [panel(table)]],
    ['a form in a column', 200621, [columns(form(input(), submit))]],
    ['a form in a form', 200621, [form(form(input(), submit), submit)]],
    ['a field without a name in a form', 200621, [form({ tag: 'input' }, submit)]],
    ['two fields of one name', 200621, [form(input(), input(), submit)]],
    ['a label on a select', 200621, [form(select({ label: plain('x') }), submit)]],
    ['an initial_option that is no text', 200621, [select({ initial_option: 1 })]],
    ['an initial_option that is no option', 200621, [select({ initial_option: 'c' })]],
    ['options of one value', 200621, [select({ options: [option('a'), option('a')] })]],
    ['no options', 200621, [select({ options: [] })]],
    ['an image without alt', 200621, [{ tag: 'img', img_key: 'img_ok' }]],
    ['an image nobody uploaded', 200570, [{ tag: 'img', img_key: 'img_x', alt: plain('') }]],
    ['an image in markdown nobody uploaded', 200570, [markdown('![x](img_x)')]],
    ['a mention of nobody', 100290, [markdown('<at id=ou_x></at>')]],
    ['a button of 101 characters', 200621, [button({ text: plain('x'.repeat(101)) })]],
    ['a placeholder of 101 characters', 200621, [input({ placeholder: plain('x'.repeat(101)) })]],
    ['max_length of 1001', 200621, [input({ max_length: 1001 })]],
    ['a default longer than max_length', 200621, [input({ max_length: 2, default_value: 'abc' })]],
    ['an input of kind multiline', 200621, [input({ multiline: true })]],
    ['a behavior without value', 200621, [button({ behaviors: [{ type: 'callback' }] })]],
    [
      'a link that is not http',
      200621,
      [button({ behaviors: [{ type: 'open_url', default_url: 'javascript:1' }] })],
    ],
    ['a column outside a column_set', 200621, [{ tag: 'column', elements: [] }]],
    ['nesting of six', 200621, [panel(panel(panel(panel(panel({ tag: 'hr' })))))]],
  ])('%s', (_, code, elements) => {
    expect(verdict(...elements).fault?.code).toBe(code)
  })

  test.each<[string, unknown]>([
    ['version 1.0', { elements: [] }],
    ['another wrapper', { card: { schema: '2.0' } }],
    [
      'an unknown colour',
      { schema: '2.0', header: { title: plain('x'), template: 'pink' }, body: { elements: [] } },
    ],
    ['no body', { schema: '2.0' }],
  ])('%s', (_, card) => {
    expect(judgeCard(card, world).fault?.code).toBe(200621)
  })

  test('a card that is not shared', () => {
    const card = { schema: '2.0', config: { update_multi: false }, body: { elements: [] } }
    expect(judgeCard(card, world).fault?.code).toBe(300302)
  })

  test('and it lints what Lark accepts without effect', () => {
    const { fault, lint } = verdict(
      button({ value: { a: 1 } }),
      form(input(), button({ ...submit, behaviors: [{ type: 'callback', value: {} }] })),
      markdown('<font color="#ff0000">x</font>'),
    )
    expect(fault).toBeNull()
    expect(lint).toHaveLength(3)
  })
})

function panel(...elements: Json[]): Json {
  return { tag: 'collapsible_panel', header: { title: plain('x') }, elements }
}

function columns(...elements: Json[]): Json {
  return { tag: 'column_set', columns: [{ tag: 'column', elements }] }
}

test('a frame of the long connection reads as it was written', () => {
  const frame = {
    seqId: 5,
    logId: 2 ** 40,
    service: 33554678,
    method: 1,
    headers: { type: 'event', message_id: '中' },
    payload: Buffer.from('{"a":"€"}'),
  }
  expect(decodeFrame(encodeFrame(frame))).toEqual(frame)
})

describe('requests', () => {
  const clock = manualClock()
  let fake: FakeLark
  let person: Person
  let token: string

  beforeEach(async () => {
    fake = await startFakeLark({ clock })
    person = addPerson(fake.world, '张示例')
    token = String((await newToken())['tenant_access_token'])
  })
  afterEach(() => fake.close())

  async function ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const answer = await fetch(`${fake.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const json = (await answer.json()) as { code: number; msg: string; data?: Json }
    return { status: answer.status, headers: answer.headers, ...json }
  }

  async function newToken(): Promise<Json> {
    const path = '/open-apis/auth/v3/tenant_access_token/internal'
    const body = { app_id: fake.world.app.id, app_secret: fake.world.app.secret }
    return (await ask('POST', path, body)) as unknown as Json
  }

  const CREATE = '/open-apis/im/v1/messages?receive_id_type=open_id'
  const send = (given: Json = {}, path = CREATE) =>
    ask('POST', path, {
      receive_id: person.openId,
      msg_type: 'text',
      content: '{"text":"x"}',
      ...given,
    })
  const interactive = (card: unknown) => ({
    msg_type: 'interactive',
    content: JSON.stringify(card),
  })
  const aCard = {
    schema: '2.0',
    config: { update_multi: true },
    body: { elements: [markdown('x')] },
  }

  test('the token stays the same while half an hour is left, then both are good', async () => {
    await clock.advance(5399_000)
    expect((await newToken())['tenant_access_token']).toBe(token)
    await clock.advance(60_000)
    const renewed = await newToken()
    expect(renewed['tenant_access_token']).not.toBe(token)
    expect((await send()).code).toBe(0)
    await clock.advance(1800_000)
    expect((await send()).code).toBe(99991663)
  })

  test('a missing, malformed or unknown token has its own code each', async () => {
    expect(await send({}, CREATE)).toMatchObject({ status: 200, code: 0 })
    for (const [authorization, code] of [
      ['', 99991671],
      ['Bearer x-1', 99991671],
      ['Bearer t-unknown', 99991663],
    ] as const) {
      expect(await ask('POST', CREATE, {}, { authorization })).toMatchObject({ status: 400, code })
    }
  })

  test('fifty a second and a thousand a minute, then it says how long to wait', async () => {
    const path = '/open-apis/bot/v3/info'
    const statuses = async (count: number) =>
      Promise.all([...Array(count).keys()].map(() => ask('GET', path)))
    const burst = await statuses(55)
    const refused = burst.filter((a) => a.status === 429)
    expect(refused).toHaveLength(5)
    expect(refused[0]?.headers.get('x-ogw-ratelimit-reset')).toBe('1')
    for (let second = 1; second < 20; second++) {
      await clock.advance(1000)
      await statuses(50)
    }
    await clock.advance(1000)
    const [answer] = await statuses(1)
    expect(answer?.headers.get('x-ogw-ratelimit-limit')).toBe('1000')
  })

  test('five a second to one receiver', async () => {
    for (let n = 0; n < 5; n++) expect((await send()).code).toBe(0)
    expect(await send()).toMatchObject({ status: 400, code: 230020 })
    await clock.advance(1000)
    expect((await send()).code).toBe(0)
  })

  test('one message per uuid and hour', async () => {
    const first = await send({ uuid: 'u-1' })
    expect((await send({ uuid: 'u-1' })).data?.['message_id']).toBe(first.data?.['message_id'])
    await clock.advance(3600_000)
    expect((await send({ uuid: 'u-1' })).data?.['message_id']).not.toBe(first.data?.['message_id'])
    expect((await send({ uuid: 'x'.repeat(51) })).code).toBe(99992402)
  })

  test('content is a string of JSON that fits its type and its size', async () => {
    expect((await send({ content: { text: 'x' } })).code).toBe(230001)
    expect((await send({ content: 'x' })).code).toBe(230001)
    expect((await send({ content: '{"text":""}' })).code).toBe(230001)
    await clock.advance(1000)
    expect((await send({ content: JSON.stringify({ text: 'x'.repeat(160_000) }) })).code).toBe(
      230025,
    )
    const big = { ...aCard, body: { elements: [markdown('x'.repeat(31_000))] } }
    expect((await send(interactive(big))).code).toBe(230025)
    const wrapped = await send(interactive({ card: aCard }))
    expect(wrapped).toMatchObject({ status: 400, code: 230099 })
    expect(wrapped.msg).toContain('ErrCode: 200621')
    expect((await send({}, '/open-apis/im/v1/messages')).code).toBe(99992402)
  })

  test('a text is edited twenty times, a card never', async () => {
    const { data } = await send()
    const path = `/open-apis/im/v1/messages/${String(data?.['message_id'])}`
    const edit = { msg_type: 'text', content: '{"text":"y"}' }
    for (let n = 0; n < 20; n++) expect((await ask('PUT', path, edit)).code).toBe(0)
    expect((await ask('PUT', path, edit)).code).not.toBe(0)
    const card = await send(interactive(aCard))
    const cardPath = `/open-apis/im/v1/messages/${String(card.data?.['message_id'])}`
    expect((await ask('PUT', cardPath, edit)).code).toBe(230001)
    expect((await ask('PATCH', path, { content: JSON.stringify(aCard) })).code).toBe(230001)
  })

  test('a card is updated five times a second, and not once it is recalled', async () => {
    const { data } = await send(interactive(aCard))
    const path = `/open-apis/im/v1/messages/${String(data?.['message_id'])}`
    const patch = () => ask('PATCH', path, { content: JSON.stringify(aCard) })
    for (let n = 0; n < 5; n++) expect((await patch()).code).toBe(0)
    expect((await patch()).code).toBe(230020)
    expect((await ask('GET', path)).data).toMatchObject({ items: [{ updated: true }] })
    await ask('DELETE', path)
    expect((await patch()).code).toBe(230011)
  })

  test('a reaction, the readers and the history of a chat', async () => {
    const { data } = await send()
    const path = `/open-apis/im/v1/messages/${String(data?.['message_id'])}`
    const reaction = await ask('POST', `${path}/reactions`, {
      reaction_type: { emoji_type: 'Typing' },
    })
    expect(
      (await ask('DELETE', `${path}/reactions/${String(reaction.data?.['reaction_id'])}`)).code,
    ).toBe(0)
    expect((await ask('GET', `${path}/read_users?user_id_type=open_id`)).data).toMatchObject({
      items: [],
    })
    const chat = p2pChat(fake.world, person.openId)
    const history = `/open-apis/im/v1/messages?container_id_type=chat&container_id=${chat.id}&page_size=50`
    expect((await ask('GET', history)).data?.['items']).toHaveLength(1)
    await clock.advance(8 * 24 * 3600_000)
    token = String((await newToken())['tenant_access_token'])
    expect((await ask('GET', `${path}/read_users`)).code).toBe(230033)
  })

  test('an upload is kept, and only the uploader reads it back', async () => {
    const form = new FormData()
    form.set('image_type', 'message')
    form.set('image', new Blob(['png']), 'a.png')
    const headers = { authorization: `Bearer ${token}` }
    const url = `${fake.url}/open-apis/im/v1/images`
    const answer = await fetch(url, { method: 'POST', headers, body: form })
    const { data } = (await answer.json()) as { data: { image_key: string } }
    expect((await send({ msg_type: 'image', content: JSON.stringify(data) })).code).toBe(0)
    const bytes = await fetch(`${url}/${data.image_key}`, { headers })
    expect(await bytes.text()).toBe('png')
    expect((await ask('GET', '/open-apis/im/v1/images/img_other')).code).toBe(234008)
    form.set('image', new Blob([]), 'a.png')
    expect(
      (await (await fetch(url, { method: 'POST', headers, body: form })).json()) as Json,
    ).toMatchObject({
      code: 234010,
    })
  })

  test('people in batches, chats by id', async () => {
    const other = addPerson(fake.world, '李示例', { inContactRange: false })
    const base = '/open-apis/contact/v3/users/batch'
    for (const query of [
      `user_ids=${person.openId}&user_ids=${other.openId}`,
      `user_ids=${person.openId},${other.openId}`,
    ]) {
      expect((await ask('GET', `${base}?${query}`)).data?.['items']).toHaveLength(1)
    }
    expect((await ask('GET', `/open-apis/contact/v3/users/${other.openId}`)).code).toBe(41050)
    const chat = p2pChat(fake.world, person.openId)
    expect((await ask('GET', `/open-apis/im/v1/chats/${chat.id}`)).data).toMatchObject({
      chat_mode: 'p2p',
    })
  })

  test('a streaming card: growing text is typed, the sequence has to grow', async () => {
    const base = '/open-apis/cardkit/v1/cards'
    const streaming = {
      schema: '2.0',
      config: { update_multi: true, streaming_mode: true },
      body: { elements: [{ ...markdown(''), element_id: 'answer' }] },
    }
    const { data } = await ask('POST', base, { type: 'card_json', data: JSON.stringify(streaming) })
    const id = String(data?.['card_id'])
    const content = JSON.stringify({ type: 'card', data: { card_id: id } })
    expect((await send({ msg_type: 'interactive', content })).code).toBe(0)
    expect((await send({ msg_type: 'interactive', content })).code).toBe(230099)
    const put = (text: string, sequence: number, uuid = `u${sequence}`) =>
      ask('PUT', `${base}/${id}/elements/answer/content`, { content: text, sequence, uuid })
    await put('公司', 1)
    await put('公司设立', 2)
    await put('改了', 3)
    expect((await put('x', 3, 'u9')).code).toBe(300317)
    expect((await put('x', 4, 'u3')).code).toBe(200770)
    expect(fake.world.cards.get(id)?.paints).toEqual(['typed', 'typed', 'repainted'])
    await clock.advance(600_000)
    expect((await put('x', 5)).code).toBe(300309)
  })

  test('a card is updated by the token of a click: after the answer, twice, for half an hour', async () => {
    const { data } = await send(
      interactive({
        ...aCard,
        body: {
          elements: [button({ name: 'b', behaviors: [{ type: 'callback', value: { a: 'x' } }] })],
        },
      }),
    )
    const message = fake.world.messages.get(String(data?.['message_id'])) as StoredMessage
    const clicked = await click(fake.world, { openId: person.openId, message, button: 'b' })
    const updateToken = clicked.kind === 'answered' ? clicked.updateToken : ''
    const update = () =>
      ask('POST', '/open-apis/interactive/v1/card/update', { token: updateToken, card: aCard })
    expect([(await update()).code, (await update()).code]).toEqual([0, 0])
    expect((await update()).code).not.toBe(0)
  })

  test('an unknown path is not found, an endpoint without its scope is refused', async () => {
    expect((await fetch(`${fake.url}/open-apis/nothing`)).status).toBe(404)
    fake.world.app.scopes.delete('im:message')
    const refused = await send()
    expect(refused).toMatchObject({ status: 400, code: 99991672 })
    expect(refused.msg).toContain('im:message')
    expect(refused.headers.get('x-tt-logid')).toBeTruthy()
  })
})
