// Tokens, the sign-in pages and the bot itself.
import { createHash } from 'node:crypto'
import { type App, type Ctx, fail, guarded, ok, reply } from './http.ts'
import type { Json } from './payloads.ts'
import type { World } from './world.ts'

const RENEW_BELOW_MS = 30 * 60 * 1000
const CODE_MS = 5 * 60 * 1000

export function mountAuth(app: App, world: World): void {
  app.post('/open-apis/auth/v3/tenant_access_token/internal', (c) => {
    const { app_id, app_secret } = c.get('body')
    world.tokenRequests += 1
    // Failures of this endpoint come with HTTP 200.
    if (typeof app_id !== 'string' || typeof app_secret !== 'string') {
      return reply(c, 200, { code: 10003, msg: 'invalid param' })
    }
    if (app_id !== world.app.id) return reply(c, 200, { code: 10014, msg: 'app id not exists' })
    if (app_secret !== world.app.secret) {
      return reply(c, 200, { code: 10014, msg: 'app secret invalid' })
    }
    const { value, expiresAtMs } = currentToken(world)
    const expire = Math.floor((expiresAtMs - world.clock.nowMs()) / 1000)
    return reply(c, 200, { code: 0, msg: 'ok', tenant_access_token: value, expire })
  })

  app.get('/open-apis/bot/v3/info', guarded(world, []), (c) => {
    if (!world.app.botEnabled) return fail(c, 230006, 'Bot ability is not activated.')
    // `bot`, not `data`.
    const bot = { activate_status: 2, app_name: world.app.botName, open_id: world.app.botOpenId }
    return reply(c, 200, { code: 0, msg: 'ok', bot })
  })

  app.get('/open-apis/event/v1/outbound_ip', guarded(world, []), (c) =>
    ok(c, { ip_list: ['127.0.0.1'], has_more: false }),
  )

  app.get('/open-apis/authen/v1/authorize', (c) => authorize(c, world))
  app.post('/oauth/v3/token', (c) => exchange(c, world))

  app.get('/open-apis/authen/v1/user_info', (c) => {
    const token = /^Bearer (u-\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
    const known = token === undefined ? undefined : world.userTokens.get(token)
    if (known === undefined) return fail(c, 99991668, 'Invalid access token.', 401)
    if (known.expiresAtMs <= world.clock.nowMs()) return fail(c, 99991677, 'Token expired.', 401)
    const person = world.people.get(known.openId)
    if (person === undefined) return fail(c, 20010, 'user not found')
    return ok(c, {
      name: person.name,
      open_id: person.openId,
      union_id: person.unionId,
      tenant_key: world.app.tenantKey,
      avatar_url: '',
    })
  })
}

/** The newest token while it has half an hour left, else a new one; old ones stay valid. */
function currentToken(world: World) {
  const nowMs = world.clock.nowMs()
  const newest = world.tokens.at(-1)
  if (newest !== undefined && newest.expiresAtMs - nowMs >= RENEW_BELOW_MS) return newest
  const expiresAtMs = nowMs + world.app.tokenExpireS * 1000
  const token = { value: `t-${world.id('g1')}`, expiresAtMs }
  world.tokens.push(token)
  return token
}

/** The page a person would confirm; a test signs in at once as `auto_user`. */
function authorize(c: Ctx, world: World): Response {
  const query = c.req.query()
  const redirectUri = query['redirect_uri'] ?? ''
  if (query['client_id'] !== world.app.id || query['response_type'] !== 'code') {
    return c.text('invalid client', 400)
  }
  if (!world.app.redirectUris.has(redirectUri)) return c.text('20029 redirect_uri not listed', 400)
  const openId = query['auto_user']
  if (openId === undefined) return c.html(signInPage(world, c.req.url))
  if (!world.people.has(openId)) return c.text('unknown user', 400)
  const code = world.id('code')
  world.oauthCodes.set(code, {
    openId,
    redirectUri,
    challenge: query['code_challenge'] ?? '',
    expiresAtMs: world.clock.nowMs() + CODE_MS,
    used: false,
  })
  const target = new URL(redirectUri)
  target.searchParams.set('code', code)
  if (query['state'] !== undefined) target.searchParams.set('state', query['state'])
  return c.redirect(target.href)
}

function signInPage(world: World, url: string): string {
  const links = [...world.people.values()].map((person) => {
    const target = new URL(url)
    target.searchParams.set('auto_user', person.openId)
    return `<li><a href="${escapeHtml(target.href)}">${escapeHtml(person.name)}</a></li>`
  })
  return `<!doctype html><meta charset="utf-8"><title>登录</title><h1>以谁的身份登录？</h1><ul>${links.join('')}</ul>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
}

function exchange(c: Ctx, world: World): Response {
  const body = c.get('body')
  if (body['client_id'] !== world.app.id || body['client_secret'] !== world.app.secret) {
    return denied(c, 20002, 'client_secret invalid')
  }
  if (body['grant_type'] === 'authorization_code') return fromCode(c, world, body)
  if (body['grant_type'] === 'refresh_token') return fromRefresh(c, world, body)
  return denied(c, 20036, 'grant_type unsupported')
}

function fromCode(c: Ctx, world: World, body: Json): Response {
  const code = world.oauthCodes.get(String(body['code']))
  if (code === undefined) return denied(c, 20003, 'code not found')
  if (code.used) return denied(c, 20065, 'code was used')
  code.used = true
  if (code.expiresAtMs <= world.clock.nowMs()) return denied(c, 20004, 'code expired')
  if (code.redirectUri !== body['redirect_uri']) return denied(c, 20071, 'redirect_uri mismatch')
  const verifier = body['code_verifier']
  if ((code.challenge === '') !== (verifier === undefined)) {
    return denied(c, 20049, 'code_verifier does not match')
  }
  const hashed = createHash('sha256').update(String(verifier)).digest('base64url')
  if (code.challenge !== '' && hashed !== code.challenge) {
    return denied(c, 20049, 'code_verifier does not match')
  }
  return issue(c, world, code.openId)
}

/** A refresh token rotates at each use. */
function fromRefresh(c: Ctx, world: World, body: Json): Response {
  const token = world.refreshTokens.get(String(body['refresh_token']))
  if (token === undefined) return denied(c, 20026, 'refresh_token invalid')
  if (token.used) return denied(c, 20064, 'refresh_token used')
  token.used = true
  return issue(c, world, token.openId)
}

function issue(c: Ctx, world: World, openId: string): Response {
  const access = `u-${world.id('a')}`
  const refresh = `ur-${world.id('r')}`
  world.userTokens.set(access, { openId, expiresAtMs: world.clock.nowMs() + 7200_000 })
  world.refreshTokens.set(refresh, { openId, used: false })
  return reply(c, 200, {
    code: 0,
    access_token: access,
    token_type: 'Bearer',
    expires_in: 7200,
    refresh_token: refresh,
    refresh_token_expires_in: 604800,
    scope: 'offline_access',
  })
}

function denied(c: Ctx, code: number, description: string): Response {
  return reply(c, 400, { code, error: 'invalid_grant', error_description: description })
}
