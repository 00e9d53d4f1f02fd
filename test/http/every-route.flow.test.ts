// Every route that the console's API has, also one that is added later: without a session nothing is
// told, from a foreign page nothing is done, and who only looks changes nothing.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConsoleDeps, consoleApi } from '../../src/http/console-api/index.ts'
import { type Flow, onOneEngine, startFlow } from '../flow/harness.ts'
import { aPerson, type Caller, callerOf, signedIn } from './console.ts'

type Route = Readonly<{ method: string; path: string }>

/** Where somebody signs in, or learns that they have not. */
const OPEN = new Set(['GET /session', 'POST /session', 'DELETE /session'])

/** Of these only the paths are asked for, so that nothing is called. */
const anything: unknown = new Proxy(() => anything, { get: () => anything })

function routes(): readonly Route[] {
  const all = consoleApi(anything as ConsoleDeps).routes.filter(({ method }) => method !== 'ALL')
  const unique = new Map(all.map((one) => [`${one.method} ${one.path}`, one]))
  return [...unique]
    .filter(([name, { path }]) => !OPEN.has(name) && !path.startsWith('/lark'))
    .map(([, one]) => one)
}

const filled = (path: string) => path.replaceAll(/:\w+/g, () => randomUUID())

const call = (who: Caller, { method, path }: Route) =>
  who[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'](filled(path))

onOneEngine('every route of the console', (engine) => {
  let flow: Flow
  let auditor: Caller
  let nobody: Caller
  beforeAll(async () => {
    flow = await startFlow(engine)
    auditor = await signedIn(flow, aPerson({ roles: ['auditor'] }))
    nobody = await signedIn(flow, aPerson({ roles: [] }))
  })
  afterAll(() => flow.stop())

  const answers = async (who: Caller, asked: readonly Route[]) => {
    const told: [string, number][] = []
    for (const one of asked) {
      told.push([`${one.method} ${one.path}`, (await call(who, one)).status])
    }
    return new Map(told)
  }
  const changing = () => routes().filter(({ method }) => method !== 'GET')
  const done = (told: ReadonlyMap<string, number>) =>
    [...told].filter(([, status]) => status < 400).map(([name]) => name)

  test('asks for a session', async () => {
    expect(routes().length).toBeGreaterThan(50)
    for (const one of [callerOf(flow), callerOf(flow, { cookie: 'zhuqi_staff=forged' })]) {
      expect(new Set((await answers(one, routes())).values())).toEqual(new Set([401]))
    }
  })

  test('does nothing for a page that is not ours', async () => {
    for (const site of ['cross-site', 'same-site', 'none']) {
      const foreign = callerOf(flow, { cookie: auditor.cookie, 'sec-fetch-site': site })
      expect(new Set((await answers(foreign, changing())).values())).toEqual(new Set([403]))
    }
  })

  test('changes nothing for an auditor but that they have read their notices', async () => {
    const harmless = ['POST /notices/read', 'POST /knowledge/try']
    expect(harmless).toEqual(expect.arrayContaining(done(await answers(auditor, changing()))))
  })

  test('is closed to who has no role, but for the first page', async () => {
    const told = await answers(nobody, routes())
    expect(done(told).sort()).toEqual(['GET /overview', 'POST /notices/read'])
  })
})
