// Signing in to the console with Lark, as a browser does it: out with a secret, back with a code.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addPerson, type Person } from '../fakes/lark/world.ts'
import { aPerson } from '../http/console.ts'
import { type LarkFlow, startLarkFlow } from './harness.ts'
import { freePort } from './processes.ts'

let flow: LarkFlow
let person: Person

async function startWith(env: Readonly<Record<string, string>> = {}): Promise<void> {
  const port = String(await freePort())
  const own = { PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` }
  flow = await startLarkFlow('embedded', { env: { ...own, ...env } })
  flow.fake.world.app.redirectUris.add(`${own.PUBLIC_URL}/api/console/lark/callback`)
  person = addPerson(flow.fake.world, '李示例')
}

const employ = () =>
  flow.employ({ ...aPerson({ roles: ['dispatcher'] }), larkOpenId: person.openId })
const at = (path: string, cookie = '') =>
  fetch(`${flow.url}/api/console${path}`, { headers: { cookie }, redirect: 'manual' })
const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
const locationOf = (answer: Response) => answer.headers.get('location') ?? ''

/** Where Lark sends the browser back to, once the person has agreed. */
async function returned(out: Response): Promise<string> {
  const page = new URL(locationOf(out))
  page.searchParams.set('auto_user', person.openId)
  const back = new URL(locationOf(await fetch(page, { redirect: 'manual' })))
  return `/lark/callback${back.search}`
}

describe('signing in with Lark', () => {
  afterEach(() => flow.stop())

  describe('without a tenant in the settings', () => {
    beforeEach(() => startWith())

    test('lets in who is on the staff list', async () => {
      await employ()
      const out = await at('/lark')
      const signedIn = await at(await returned(out), cookiesOf(out))
      expect(locationOf(signedIn)).toBe('/console')
      const session = await (await at('/session', cookiesOf(signedIn))).json()
      expect(session).toMatchObject({ me: { roles: ['dispatcher'] } })
    })

    test('leaves outside who is not, and who comes with the code of another browser', async () => {
      const out = await at('/lark')
      const back = await returned(out)
      expect(locationOf(await at(back, cookiesOf(out)))).toBe('/console?denied=unknown')
      await employ()
      const stolen = await returned(await at('/lark'))
      expect(locationOf(await at(stolen))).toBe('/console?denied=failed')
      expect(locationOf(await at(stolen, cookiesOf(out)))).toBe('/console?denied=failed')
    })
  })

  test.each([
    [true, '/console'],
    [false, '/console?denied=unknown'],
  ])('of the tenant in the settings (%s) leads to %s', async (same, to) => {
    await startWith({ LARK_TENANT_KEY: 'tenant_of_the_centre' })
    if (same) flow.fake.world.app.tenantKey = 'tenant_of_the_centre'
    await employ()
    const out = await at('/lark')
    expect(locationOf(await at(await returned(out), cookiesOf(out)))).toBe(to)
  })
})
