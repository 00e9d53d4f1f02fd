// Signing in to the console: a one-time link, or Lark where it is connected.
import type { Context } from 'hono'
import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { DomainError } from '../../kernel/errors.ts'
import type { StaffMember } from '../../staff/staff.ts'
import { jsonBody } from '../parse.ts'
import {
  clearSessionCookie,
  hostCookie,
  isHttps,
  sessionToken,
  setSessionCookie,
} from '../session.ts'
import { actionsOf } from './parts.ts'
import type { MeWire, SessionWire } from './wire.ts'

export type SessionDeps = Readonly<{
  staffOf: (sessionToken: string) => Promise<StaffMember | null>
  /** Uses up a link and begins a session. @returns the session's token, null when the link is no good */
  redeem: (linkToken: string) => Promise<string | null>
  end: (sessionToken: string) => Promise<void>
  lark: Readonly<{
    newSecrets: () => Readonly<{ state: string; verifier: string }>
    authorizeUrl: (given: Readonly<{ state: string; verifier: string }>) => string
    /** @returns the session's token; `unknown` when Lark knows the person and we do not */
    signIn: (
      given: Readonly<{ code: string; verifier: string }>,
    ) => Promise<
      Readonly<{ ok: true; token: string }> | Readonly<{ ok: false; why: 'unknown' | 'failed' }>
    >
  }> | null
}>

const HANDSHAKE_COOKIE = 'zhuqi_lark'
const HANDSHAKE_SECONDS = 600

const linkBody = z.strictObject({ token: z.string().regex(/^[\w-]{20,100}$/) })

const meOf = (staff: StaffMember): MeWire => ({
  id: staff.id,
  name: staff.name,
  roles: staff.roles,
  departments: staff.departments,
  districts: staff.districts,
  may: actionsOf(staff),
})

export function sessionApi(
  deps: Omit<SessionDeps, 'lark'> & Readonly<{ larkSignIn: boolean }>,
): Hono {
  const app = new Hono()

  app.get('/', async (c) => {
    const token = sessionToken(c)
    const staff = token === null ? null : await deps.staffOf(token)
    const body: SessionWire = {
      me: staff === null ? null : meOf(staff),
      larkSignIn: deps.larkSignIn,
    }
    return c.json(body)
  })

  app.post('/', async (c) => {
    const { token } = await jsonBody(c, linkBody)
    const session = await deps.redeem(token)
    if (session === null) throw new DomainError('bad_sign_in_link')
    setSessionCookie(c, session)
    return c.json({ ok: true })
  })

  app.delete('/', async (c) => {
    const token = sessionToken(c)
    if (token !== null) await deps.end(token)
    clearSessionCookie(c)
    return c.json({ ok: true })
  })

  return app
}

/** The way through Lark: out with a state and a verifier, back with a code that only both together open. */
export function larkSignInApi(lark: NonNullable<SessionDeps['lark']>): Hono {
  const app = new Hono()

  app.get('/', (c) => {
    const given = lark.newSecrets()
    rememberHandshake(c, `${given.state}.${given.verifier}`)
    return c.redirect(lark.authorizeUrl(given))
  })

  app.get('/callback', async (c) => {
    const handshake = takeHandshake(c)
    const { code, state } = c.req.query()
    if (!handshake || !code || state !== handshake.state)
      return c.redirect('/console?denied=failed')
    const signedIn = await lark.signIn({ code, verifier: handshake.verifier })
    if (!signedIn.ok) return c.redirect(`/console?denied=${signedIn.why}`)
    setSessionCookie(c, signedIn.token)
    return c.redirect('/console')
  })
  return app
}

/** Bound to this browser, so that nobody can be signed in with somebody else's code. */
function rememberHandshake(c: Context, value: string): void {
  setCookie(c, hostCookie(c, HANDSHAKE_COOKIE), value, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: HANDSHAKE_SECONDS,
    secure: isHttps(c),
  })
}

function takeHandshake(c: Context): { state: string; verifier: string } | null {
  const cookie = hostCookie(c, HANDSHAKE_COOKIE)
  const [state, verifier] = (getCookie(c, cookie) ?? '').split('.')
  deleteCookie(c, cookie, { path: '/', secure: isHttps(c) })
  return state && verifier ? { state, verifier } : null
}
