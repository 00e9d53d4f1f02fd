// A cookie that somebody on a neighbouring host has set stands for nobody here.
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { larkSignInApi } from '../../src/http/console-api/session.ts'
import { visitorOf } from '../../src/http/visitor.ts'

const HTTPS = { 'x-forwarded-proto': 'https' }
const FOREIGN = 'f'.repeat(32)

const visits = new Hono().get('/', (c) => c.text(visitorOf(c)))
const signIn = larkSignInApi({
  newSecrets: () => ({ state: 'state', verifier: 'verifier' }),
  authorizeUrl: () => 'https://accounts.example/',
  signIn: async () => ({ ok: true, token: 'session' }),
})

test('over https a visitor is known by a cookie of this host alone', async () => {
  const first = await visits.request('/', { headers: HTTPS })
  const [cookie = ''] = (first.headers.get('set-cookie') ?? '').split(';')
  expect(cookie).toMatch(/^__Host-zhuqi_visitor=/)
  const visitor = await first.text()
  const back = await visits.request('/', { headers: { ...HTTPS, cookie } })
  expect(await back.text()).toBe(visitor)
  const planted = { ...HTTPS, cookie: `zhuqi_visitor=${FOREIGN}` }
  expect(await (await visits.request('/', { headers: planted })).text()).not.toBe(FOREIGN)
})

test('nobody is signed in by a handshake that was begun elsewhere', async () => {
  const begun = await signIn.request('/', { headers: HTTPS })
  const [cookie = ''] = (begun.headers.get('set-cookie') ?? '').split(';')
  expect(cookie).toBe('__Host-zhuqi_lark=state.verifier')
  const answered = async (given: string) => {
    const headers = { ...HTTPS, cookie: given }
    const { headers: told } = await signIn.request('/callback?code=c&state=state', { headers })
    return told.get('location')
  }
  expect(await answered(cookie)).toBe('/console')
  expect(await answered('zhuqi_lark=state.verifier')).toBe('/console?denied=failed')
})
