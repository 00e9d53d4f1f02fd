// Files, chats, people and CardKit.
import { checkCard, parse } from './content.ts'
import { type App, type Ctx, fail, guarded, ok } from './http.ts'
import type { Json } from './payloads.ts'
import { type CardEntity, type Person, type World, withinRate } from './world.ts'

const MB = 1024 * 1024
const FILE_TYPES = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream']
const ENTITY_MS = 14 * 24 * 60 * 60 * 1000
const STREAMING_MS = 10 * 60 * 1000

export function mountFiles(app: App, world: World): void {
  const scopes = ['im:resource', 'im:message']
  app.post('/open-apis/im/v1/images', guarded(world, scopes), async (c) => {
    const form = await c.req.formData()
    const file = form.get('image')
    if (form.get('image_type') !== 'message' || !(file instanceof Blob)) {
      return fail(c, 234001, 'invalid request param')
    }
    if (file.size === 0) return fail(c, 234010, 'file size cannot be 0')
    if (file.size > 10 * MB) return fail(c, 234006, 'file is too large')
    return ok(c, { image_key: await keep(world, 'image', 'image', file) })
  })
  app.post('/open-apis/im/v1/files', guarded(world, scopes), async (c) => {
    const form = await c.req.formData()
    const file = form.get('file')
    const name = form.get('file_name')
    if (!FILE_TYPES.includes(String(form.get('file_type'))) || !(file instanceof Blob)) {
      return fail(c, 234001, 'invalid request param')
    }
    if (file.size === 0) return fail(c, 234010, 'file size cannot be 0')
    if (file.size > 30 * MB) return fail(c, 234006, 'file is too large')
    return ok(c, { file_key: await keep(world, 'file', String(name), file) })
  })
  for (const kind of ['image', 'file'] as const) {
    // Only what the app itself uploaded; what people sent has another address.
    app.get(`/open-apis/im/v1/${kind}s/:key`, guarded(world, scopes), (c) => {
      const upload = world.uploads.get(c.req.param('key') ?? '')
      if (upload?.kind !== kind) return fail(c, 234008, 'not the uploader of the resource')
      return bytes(upload.bytes, 'application/octet-stream')
    })
  }
  app.get('/open-apis/im/v1/messages/:id/resources/:key', guarded(world, scopes), (c) => {
    const { id, key } = c.req.param() as { id: string; key: string }
    const message = world.messages.get(id)
    if (message === undefined || message.deleted) return fail(c, 234003, 'file not in message')
    if (message.type === 'merge_forward' || message.type === 'interactive') {
      return fail(c, 234043, 'unsupported message type')
    }
    const resource = world.resources.get(`${id}/${key}`)
    if (resource === undefined || resource.type !== c.req.query('type')) {
      return fail(c, 234003, 'file not in message')
    }
    return bytes(resource.bytes, resource.contentType)
  })
}

async function keep(
  world: World,
  kind: 'image' | 'file',
  name: string,
  file: Blob,
): Promise<string> {
  const key = world.id(kind === 'image' ? 'img_v3_' : 'file_v3_')
  world.uploads.set(key, { kind, name, bytes: new Uint8Array(await file.arrayBuffer()) })
  return key
}

function bytes(content: Uint8Array, contentType: string): Response {
  return new Response(Buffer.from(content), { headers: { 'content-type': contentType } })
}

export function mountDirectory(app: App, world: World): void {
  app.get('/open-apis/im/v1/chats/:id', guarded(world, ['im:chat:readonly']), (c) => {
    const chat = world.chats.get(c.req.param('id') ?? '')
    if (chat === undefined) return fail(c, 232006, 'chat_id is invalid')
    if (!chat.hasBot) return fail(c, 232011, 'operator is not in the chat')
    return ok(c, { name: chat.name, chat_mode: chat.kind, owner_id: [...chat.members][0] ?? '' })
  })
  const scopes = ['contact:contact.base:readonly']
  app.get('/open-apis/contact/v3/users/batch', guarded(world, scopes), (c) => {
    // `user_ids` may be repeated or comma-joined.
    const ids = (c.req.queries('user_ids') ?? []).flatMap((value) => value.split(','))
    if (ids.length > 50) return fail(c, 99992402, 'field validation failed: user_ids')
    const items = ids.flatMap((id) => {
      const person = world.people.get(id)
      return person?.inContactRange === true ? [userView(world, person)] : []
    })
    return ok(c, { items })
  })
  app.get('/open-apis/contact/v3/users/:id', guarded(world, scopes), (c) => {
    const person = world.people.get(c.req.param('id') ?? '')
    if (person?.inContactRange !== true) return fail(c, 41050, 'no user authority error')
    return ok(c, { user: userView(world, person) })
  })
  app.get('/open-apis/contact/v3/departments/:id', guarded(world, scopes), (c) =>
    ok(c, { department: { name: '示例部门', open_department_id: c.req.param('id') } }),
  )
}

/** Names need their own scope; without it the field is missing, not empty. */
function userView(world: World, person: Person): Json {
  const named = world.app.scopes.has('contact:user.base:readonly') ? { name: person.name } : {}
  return { open_id: person.openId, union_id: person.unionId, ...named }
}

export function mountCardKit(app: App, world: World): void {
  const guard = guarded(world, ['cardkit:card:write'])
  const base = '/open-apis/cardkit/v1/cards'
  app.post(base, guard, (c) => {
    const { type, data } = c.get('body')
    if (type !== 'card_json' || typeof data !== 'string')
      return fail(c, 99992402, 'field validation failed')
    const card = parse(data)
    if (card === null) return fail(c, 9499, 'Bad Request')
    const fault = checkCard(world, card)
    if (fault !== null) return fail(c, fault.code, fault.msg)
    const streaming = (card['config'] as Json | undefined)?.['streaming_mode'] === true
    const entity: CardEntity = {
      id: world.id('card'),
      card,
      sequence: 0,
      createdAtMs: world.clock.nowMs(),
      streamingSinceMs: streaming ? world.clock.nowMs() : null,
      sentIn: null,
      uuids: new Set(),
      paints: [],
    }
    world.cards.set(entity.id, entity)
    return ok(c, { card_id: entity.id })
  })
  app.put(`${base}/:id/elements/:element/content`, guard, (c) =>
    operate(c, world, (entity, body) => {
      if (!isStreaming(world, entity)) return fail(c, 300309, 'streaming mode is closed')
      const element = findElement(entity.card, c.req.param('element') ?? '')
      if (element === null) return fail(c, 300313, 'element not found')
      const text = String(body['content'])
      const grows = text.startsWith(String(element['content'] ?? ''))
      entity.paints.push(grows ? 'typed' : 'repainted')
      element['content'] = text
      return ok(c)
    }),
  )
  app.patch(`${base}/:id/settings`, guard, (c) =>
    operate(c, world, (entity, body) => {
      const settings = parse(String(body['settings']))
      if (settings === null) return fail(c, 9499, 'Bad Request')
      const config = { ...(entity.card['config'] as Json), ...(settings['config'] as Json) }
      entity.card = { ...entity.card, config }
      const streaming = config['streaming_mode'] === true
      entity.streamingSinceMs = streaming ? (entity.streamingSinceMs ?? world.clock.nowMs()) : null
      return ok(c)
    }),
  )
  app.put(`${base}/:id`, guard, (c) =>
    operate(c, world, (entity, body) => {
      const card = parse(String((body['card'] as Json | undefined)?.['data']))
      if (card === null) return fail(c, 9499, 'Bad Request')
      const fault = checkCard(world, card)
      if (fault !== null) return fail(c, fault.code, fault.msg)
      entity.card = card
      return ok(c)
    }),
  )
}

function operate(
  c: Ctx,
  world: World,
  act: (entity: CardEntity, body: Json) => Response,
): Response {
  const entity = world.cards.get(c.req.param('id') ?? '')
  const body = c.get('body')
  if (entity === undefined) return fail(c, 300311, 'card is not of this app')
  if (world.clock.nowMs() - entity.createdAtMs > ENTITY_MS) return fail(c, 200750, 'card expired')
  const uuid = String(body['uuid'] ?? '')
  if (uuid !== '' && entity.uuids.has(uuid)) return fail(c, 200770, 'duplicate uuid')
  if (!(Number(body['sequence']) > entity.sequence))
    return fail(c, 300317, 'sequence is not increasing')
  if (!withinRate(world, `card ${entity.id}`, 10, 1000))
    return fail(c, 99991400, 'frequency limit', 429)
  if (uuid !== '') entity.uuids.add(uuid)
  entity.sequence = Number(body['sequence'])
  return act(entity, body)
}

/** Streaming ends by itself after ten minutes. */
function isStreaming(world: World, entity: CardEntity): boolean {
  const since = entity.streamingSinceMs
  return since !== null && world.clock.nowMs() - since < STREAMING_MS
}

function findElement(value: unknown, id: string): Json | null {
  if (typeof value !== 'object' || value === null) return null
  if (!Array.isArray(value) && (value as Json)['element_id'] === id) return value as Json
  for (const child of Object.values(value)) {
    const found = findElement(child, id)
    if (found !== null) return found
  }
  return null
}
