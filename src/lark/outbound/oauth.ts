// Signing in to the console with Lark: the authorization code flow with PKCE. Two plain requests;
// the SDK's helpers are for older endpoints.
import { createHash } from 'node:crypto'
import { z } from 'zod'

export type OAuthSettings = Readonly<{
  appId: string
  appSecret: string
  /** Open API base, such as `https://open.feishu.cn`. */
  domain: string
  /** Accounts base, such as `https://accounts.feishu.cn`. */
  oauthBase: string
  /** As listed in the app's security settings, character for character. */
  redirectUri: string
}>

/** `openId` is this person's in this app alone; null where Lark does not tell their tenant. */
type LarkUser = Readonly<{ openId: string; name: string; tenantKey: string | null }>

export type SignIn =
  | Readonly<{ kind: 'user'; user: LarkUser }>
  /** Lark refused: code used or expired, verifier wrong, person not allowed. Start again. */
  | Readonly<{ kind: 'denied'; code: number }>
  /** No usable answer in time. */
  | Readonly<{ kind: 'unavailable' }>

const TIMEOUT_MS = 8000

/** The page to send the browser to. `state` and `verifier` are kept in the browser's session. */
export function authorizeUrl(
  settings: OAuthSettings,
  given: Readonly<{ state: string; verifier: string }>,
): string {
  const url = new URL('/open-apis/authen/v1/authorize', settings.oauthBase)
  url.search = new URLSearchParams({
    client_id: settings.appId,
    response_type: 'code',
    redirect_uri: settings.redirectUri,
    state: given.state,
    code_challenge: createHash('sha256').update(given.verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  return url.href
}

const tokenAnswer = z.looseObject({
  code: z.number().optional(),
  access_token: z.string().optional(),
})
const userAnswer = z.looseObject({
  code: z.number(),
  data: z
    .looseObject({
      open_id: z.string().min(1),
      name: z.string().optional(),
      tenant_key: z.string().optional(),
    })
    .optional(),
})

/** Exchanges the code of the redirect and asks who it is. The code lives five minutes and works once. */
export async function signIn(
  settings: OAuthSettings,
  given: Readonly<{ code: string; verifier: string }>,
  fetchFn: typeof fetch,
): Promise<SignIn> {
  const token = await exchange(settings, given, fetchFn)
  if (token === null) return { kind: 'unavailable' }
  if (token.access_token === undefined) return { kind: 'denied', code: token.code ?? 0 }
  const url = new URL('/open-apis/authen/v1/user_info', settings.domain)
  const headers = { authorization: `Bearer ${token.access_token}` }
  const info = await ask(() => fetchFn(url, { headers, ...limits() }), userAnswer)
  if (info === null) return { kind: 'unavailable' }
  if (info.code !== 0 || info.data === undefined) return { kind: 'denied', code: info.code }
  const { open_id: openId, name = '', tenant_key: tenantKey = null } = info.data
  return { kind: 'user', user: { openId, name, tenantKey } }
}

function exchange(
  settings: OAuthSettings,
  given: Readonly<{ code: string; verifier: string }>,
  fetchFn: typeof fetch,
): Promise<z.infer<typeof tokenAnswer> | null> {
  const body = {
    grant_type: 'authorization_code',
    client_id: settings.appId,
    client_secret: settings.appSecret,
    code: given.code,
    redirect_uri: settings.redirectUri,
    code_verifier: given.verifier,
  }
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(body),
    ...limits(),
  }
  return ask(() => fetchFn(new URL('/oauth/v3/token', settings.oauthBase), request), tokenAnswer)
}

function limits(): RequestInit {
  return { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) }
}

/** Null when there was no answer, or one of another shape. */
async function ask<T>(send: () => Promise<Response>, schema: z.ZodType<T>): Promise<T | null> {
  try {
    const response = await send()
    const parsed = schema.safeParse(await response.json())
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
