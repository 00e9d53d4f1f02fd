// Who is chatting on the web: an unguessable id in a cookie, made on the first visit. It stands for
// a browser, not for an enterprise; what belongs to an enterprise needs a confirmed binding.
import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { hostCookie, isHttps } from './session.ts'

const COOKIE = 'zhuqi_visitor'
const YEAR_SECONDS = 365 * 24 * 3600

/** The visitor of this request; a new one is given a cookie. */
export function visitorOf(c: Context): string {
  const cookie = hostCookie(c, COOKIE)
  const known = getCookie(c, cookie)
  if (known && /^[0-9a-f]{32}$/.test(known)) return known
  const visitor = randomBytes(16).toString('hex')
  setCookie(c, cookie, visitor, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: YEAR_SECONDS,
    secure: isHttps(c),
  })
  return visitor
}
