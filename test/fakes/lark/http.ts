// What every endpoint of the stand-in goes through before its own handler: recording, scripted
// faults, authentication, scopes and the two rate windows, in this order.
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import type { Json } from './payloads.ts'
import { type FaultAction, type World, withinRate } from './world.ts'

export type Env = { Bindings: HttpBindings; Variables: { body: Json; raw: string } }
export type App = Hono<Env>
export type Ctx = Context<Env>

const PER_SECOND = 50
const PER_MINUTE = 1000

export function ok(c: Ctx, data: unknown = {}): Response {
  return reply(c, 200, { code: 0, msg: 'success', data })
}

/** A business error: HTTP 400 with a code, as im/v1 gives them. */
export function fail(c: Ctx, code: number, msg: string, status = 400): Response {
  const error = { log_id: `log-${code}`, troubleshooter: '' }
  return reply(c, status, { code, msg, error })
}

export function reply(c: Ctx, status: number, body: unknown, headers: Record<string, string> = {}) {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-tt-logid': `logid-${c.get('raw')?.length ?? 0}`,
      date: new Date().toUTCString(),
      ...headers,
    },
  })
}

export function recorder(world: World): MiddlewareHandler<Env> {
  return async (c, next) => {
    const multipart = c.req.header('content-type')?.startsWith('multipart/') === true
    const raw = multipart ? '' : await c.req.raw.clone().text()
    c.set('raw', raw)
    c.set('body', parse(raw))
    world.requests.push({
      method: c.req.method,
      path: c.req.path,
      query: c.req.query(),
      headers: c.req.header(),
      body: c.get('body'),
      atMs: world.clock.nowMs(),
    })
    await next()
  }
}

export function faults(world: World): MiddlewareHandler<Env> {
  return async (c, next) => {
    const index = world.faults.findIndex((f) => f.path === undefined || f.path.test(c.req.path))
    const [fault] = index < 0 ? [] : world.faults.splice(index, 1)
    if (fault === undefined) return next()
    return play(c, fault.action, next)
  }
}

async function play(c: Ctx, action: FaultAction, next: () => Promise<void>) {
  const { outgoing } = c.env
  if (action === 'reset') {
    c.env.incoming.socket.destroy()
    return RESPONSE_ALREADY_SENT
  }
  if (action === 'hang') return new Promise<Response>(() => {})
  if (action === 'truncate') {
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' })
    outgoing.write('{"code":0,"da', () => c.env.incoming.socket.destroy())
    return RESPONSE_ALREADY_SENT
  }
  if (action === 'lose-answer') {
    await next()
    c.env.incoming.socket.destroy()
    return RESPONSE_ALREADY_SENT
  }
  if ('answerAfterMs' in action) {
    await next()
    await new Promise((resolve) => setTimeout(resolve, action.answerAfterMs))
    return
  }
  return reply(c, action.status, action.body, { ...action.headers })
}

/** Tenant token, one of the scopes, and the rate windows of this endpoint. */
export function guarded(world: World, scopes: readonly string[]): MiddlewareHandler<Env> {
  return async (c, next) => {
    const refusal = authenticate(c, world) ?? checkScopes(c, world, scopes) ?? checkRate(c, world)
    if (refusal !== null) return refusal
    return next()
  }
}

function authenticate(c: Ctx, world: World): Response | null {
  const status = world.switches.tokenErrorHttp200 ? 200 : 400
  const given = c.req.header('authorization')
  if (given === undefined)
    return fail(c, 99991661, 'Missing access token for authorization.', status)
  const token = /^Bearer (t-\S+)$/.exec(given)?.[1]
  if (token === undefined) return fail(c, 99991671, 'Invalid access token format.', status)
  const known = world.tokens.find((t) => t.value === token)
  if (known === undefined || known.expiresAtMs <= world.clock.nowMs()) {
    return fail(c, 99991663, 'Invalid access token for authorization.', status)
  }
  return null
}

function checkScopes(c: Ctx, world: World, scopes: readonly string[]): Response | null {
  if (scopes.length === 0 || scopes.some((scope) => world.app.scopes.has(scope))) return null
  return fail(
    c,
    99991672,
    `Access denied. One of the following scopes is required: [${scopes.join(', ')}].`,
  )
}

function checkRate(c: Ctx, world: World): Response | null {
  const api = `${c.req.method} ${c.req.routePath}`
  const seconds = withinRate(world, `s ${api}`, PER_SECOND, 1000)
  if (seconds && withinRate(world, `m ${api}`, PER_MINUTE, 60_000)) return null
  return reply(
    c,
    429,
    { code: 99991400, msg: 'request trigger frequency limit' },
    {
      'x-ogw-ratelimit-limit': String(seconds ? PER_MINUTE : PER_SECOND),
      'x-ogw-ratelimit-reset': seconds ? '30' : '1',
    },
  )
}

function parse(raw: string): Json {
  try {
    const value: unknown = JSON.parse(raw)
    return typeof value === 'object' && value !== null ? (value as Json) : {}
  } catch {
    return {}
  }
}
