// Who is at the console, and the two checks that every request of theirs passes: a living session,
// and for whatever changes something, that the request comes from our own page.
import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { DomainError } from '../kernel/errors.ts'
import type { StaffMember } from '../staff/staff.ts'
import type { RequestEnv } from './request-env.ts'

export type StaffEnv = RequestEnv & { Variables: { staff: StaffMember } }

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * `__Host-` binds a cookie to this host over https, so that a neighbouring one can put none in its
 * place; plain http (the local default) cannot carry it.
 */
export const hostCookie = (c: Context, name: string) => (isHttps(c) ? `__Host-${name}` : name)

const cookieName = (c: Context) => hostCookie(c, 'zhuqi_staff')

/** Also behind a proxy that ends TLS and says so. */
export function isHttps(c: Context): boolean {
  return c.req.header('x-forwarded-proto') === 'https' || new URL(c.req.url).protocol === 'https:'
}

/**
 * Ends with the browser; how long a session lasts is decided by the store. Out of reach of scripts,
 * and not sent by foreign pages but for links.
 */
export function setSessionCookie(c: Context, token: string): void {
  setCookie(c, cookieName(c), token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: isHttps(c),
  })
}

/** Null without a cookie; a token may be of a session that is over. */
export function sessionToken(c: Context): string | null {
  return getCookie(c, cookieName(c)) ?? null
}

export function clearSessionCookie(c: Context): void {
  deleteCookie(c, cookieName(c), { path: '/', secure: isHttps(c) })
}

/** Lets only signed-in, active staff through. @throws DomainError `not_signed_in` */
export function requireStaff(
  staffOf: (token: string) => Promise<StaffMember | null>,
): MiddlewareHandler<StaffEnv> {
  return async function staffSession(c, next) {
    const token = sessionToken(c)
    const staff = token === null ? null : await staffOf(token)
    if (staff === null) throw new DomainError('not_signed_in')
    c.set('staff', staff)
    await next()
  }
}

/**
 * Refuses a changing request that a foreign page may have caused. Browsers say where a request
 * comes from; one that says nothing is refused too, since the cookie would vouch for it.
 * @throws DomainError `bad_origin`
 */
export function requireSameOrigin(publicUrl: () => string | null): MiddlewareHandler {
  return async function sameOrigin(c, next) {
    if (!SAFE_METHODS.has(c.req.method) && !isSameOrigin(c, publicUrl())) {
      throw new DomainError('bad_origin')
    }
    await next()
  }
}

function isSameOrigin(c: Context, publicUrl: string | null): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = c.req.header('origin')
  if (origin === undefined) return false
  const own = new URL(c.req.url)
  const known = [
    own.origin,
    `https://${own.host}`,
    ...(publicUrl ? [new URL(publicUrl).origin] : []),
  ]
  return known.includes(origin)
}
