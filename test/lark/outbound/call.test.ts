import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LarkError } from '../../../src/lark/outbound/errors.ts'
import { addPerson, type FaultAction, revokeAllTokens } from '../../fakes/lark/world.ts'
import { type Harness, startHarness } from '../harness.ts'

let h: Harness
let openId: string

beforeEach(async () => {
  h = await startHarness()
  openId = addPerson(h.fake.world, '张示例').openId
})
afterEach(() => h.fake.close())

const MESSAGES = /messages/
const answer = (status: number, code: number, headers = {}): FaultAction => ({
  status,
  body: { code, msg: 'scripted', error: { log_id: 'L-1' } },
  headers,
})

function script(...actions: FaultAction[]): void {
  h.fake.world.faults.push(...actions.map((action) => ({ path: MESSAGES, action })))
}

function send(uuid = 'u-1'): Promise<string> {
  const body = { type: 'text' as const, content: '{"text":"您好"}' }
  return h.api.create({ idType: 'open_id', id: openId }, body, uuid)
}

function attempts() {
  return h.fake.world.requests.filter((r) => MESSAGES.test(r.path))
}

describe('the call wrapper, with the real SDK', () => {
  test('a message is sent in one attempt', async () => {
    expect(await send()).toMatch(/^om_/)
    expect(attempts()).toHaveLength(1)
  })

  test('a refused token is dropped and fetched anew, once', async () => {
    script(answer(400, 99991663))
    await send()
    expect(attempts()).toHaveLength(2)
    expect(h.fake.world.tokenRequests).toBe(2)
    expect(h.slept).toEqual([])
  })

  test.each([99991661, 99991663, 99991671])(
    'a token refused for ever (%i) ends after two attempts',
    async (code) => {
      script(...Array<FaultAction>(5).fill(answer(400, code)))
      await expect(send()).rejects.toMatchObject({ code, http: 400, logId: 'L-1' })
      expect(attempts()).toHaveLength(2)
    },
  )

  test('tokens revoked at Lark cost one extra attempt, with either HTTP status', async () => {
    for (const tokenErrorHttp200 of [false, true]) {
      h.fake.world.switches.tokenErrorHttp200 = tokenErrorHttp200
      await send()
      revokeAllTokens(h.fake.world)
      await expect(send()).resolves.toMatch(/^om_/)
    }
  })

  test('a frequency limit is waited out as long as Lark says', async () => {
    script(answer(429, 99991400, { 'x-ogw-ratelimit-reset': '3' }))
    await send()
    expect(h.slept).toEqual([3000])
  })

  test('a wait that is longer than we hold a request is left to the outbox', async () => {
    script(answer(429, 99991400, { 'x-ogw-ratelimit-reset': '40' }))
    await expect(send()).rejects.toMatchObject({ code: 99991400, retryAfterMs: 40_000 })
    expect(attempts()).toHaveLength(1)
  })

  test('the limit per chat is retried, whether it comes as 400 or as 200', async () => {
    script(answer(400, 230020), answer(200, 230020))
    await send()
    expect(attempts()).toHaveLength(3)
  })

  test.each([11232, 11233, 11247])('flow control %i is retried', async (code) => {
    script(answer(400, code))
    await send()
    expect(attempts()).toHaveLength(2)
  })

  test('a permanent refusal is not retried', async () => {
    script(answer(400, 230002))
    await expect(send()).rejects.toMatchObject({ code: 230002, http: 400, reaction: 'gone' })
    expect(attempts()).toHaveLength(1)
  })

  test('a business error that comes with HTTP 200 is an error all the same', async () => {
    script(answer(200, 230001))
    await expect(send()).rejects.toBeInstanceOf(LarkError)
  })

  test('a broken connection and a gateway page are survived with the same uuid', async () => {
    script('reset', { status: 502, body: '<html>oops</html>' })
    await send('u-7')
    expect(attempts()).toHaveLength(3)
    expect(attempts().map((r) => (r.body as { uuid: string }).uuid)).toEqual(['u-7', 'u-7', 'u-7'])
    expect(h.fake.world.messages.size).toBe(1)
  })

  test('a page of a proxy with status 200 does not count as sent', async () => {
    script({ status: 200, body: '<html>login</html>', headers: { 'content-type': 'text/html' } })
    await send()
    expect(attempts()).toHaveLength(2)
  })

  test('four attempts are the end, with the waits growing', async () => {
    script(...Array<FaultAction>(9).fill({ status: 500, body: 'oops' }))
    await expect(send()).rejects.toMatchObject({ http: 500, code: -500, reaction: 'retry' })
    expect(attempts()).toHaveLength(4)
    expect(h.slept).toEqual([300, 600, 1200])
  })
})

describe('when Lark is silent', () => {
  beforeEach(async () => {
    await h.fake.close()
    h = await startHarness({ timeoutMs: 500 })
    openId = addPerson(h.fake.world, '张示例').openId
  })

  test('an answer that never comes, and one cut off, are given up and tried again', async () => {
    script('hang', 'truncate')
    await send()
    expect(attempts()).toHaveLength(3)
    expect(h.slept).toHaveLength(2)
  })

  test('a request Lark carried out but did not answer makes one message, not two', async () => {
    script({ answerAfterMs: 700 })
    const messageId = await send('u-9')
    expect(attempts()).toHaveLength(2)
    expect([...h.fake.world.messages.keys()]).toEqual([messageId])
  })
})

describe('tokens', () => {
  test('twenty cold sends ask for one token', async () => {
    await Promise.all([...Array(20).keys()].map((n) => h.api.userName(openId).then(() => n)))
    expect(h.fake.world.tokenRequests).toBe(1)
  })

  test('a wrong secret is an error with its code, and is not retried', async () => {
    await h.fake.close()
    h = await startHarness({ secret: 'wrong' })
    openId = addPerson(h.fake.world, '张示例').openId
    await expect(send()).rejects.toMatchObject({ code: 10014, reaction: 'config' })
    expect(h.fake.world.tokenRequests).toBe(1)
  })

  test('a token endpoint that is down for a moment is survived', async () => {
    h.fake.world.faults.push({ path: /tenant_access_token/, action: { status: 503, body: '' } })
    await expect(send()).resolves.toMatch(/^om_/)
  })
})

describe('what stays inside', () => {
  test('no token and no secret reaches the log, whatever fails', async () => {
    h.fake.world.faults.push({ path: /tenant_access_token/, action: { status: 500, body: 'x' } })
    script(answer(400, 230002))
    await expect(send()).rejects.toThrow()
    script('reset', 'reset', 'reset', 'reset')
    await expect(send()).rejects.toThrow()
    const text = JSON.stringify(h.logged)
    expect(h.logged.length).toBeGreaterThan(0)
    expect(text).not.toContain(h.settings.appSecret)
    expect(text).not.toMatch(/t-g1|Bearer/)
    expect(text.length).toBeLessThan(5000)
  })

  test.each(['om_1/../../x', '', 'om_中文', 'om_a?b'])(
    'an id such as %j never reaches a path',
    async (id) => {
      const body = { type: 'text' as const, content: '{"text":"x"}' }
      await expect(h.api.reply(id, body, 'u')).rejects.toMatchObject({ code: 'lark_bad_id' })
      expect(attempts()).toHaveLength(0)
    },
  )

  test.each(['', 'x'.repeat(51)])('a uuid Lark would refuse is refused here: %j', async (uuid) => {
    await expect(send(uuid)).rejects.toMatchObject({ code: 'lark_bad_uuid' })
  })
})
