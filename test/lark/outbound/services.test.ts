// The smaller requests: who is it, what did they send, may they sign in, does it all work at start.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkBoot } from '../../../src/lark/outbound/boot.ts'
import { createContactNames } from '../../../src/lark/outbound/contacts.ts'
import { createDownload } from '../../../src/lark/outbound/downloads.ts'
import { authorizeUrl, type OAuthSettings, signIn } from '../../../src/lark/outbound/oauth.ts'
import { manualClock } from '../../fakes/lark/clock.ts'
import { sendAttachment } from '../../fakes/lark/people.ts'
import { addPerson, type Person } from '../../fakes/lark/world.ts'
import { type Harness, startHarness } from '../harness.ts'

let h: Harness
let person: Person
const clock = manualClock()

beforeEach(async () => {
  h = await startHarness({ clock, tokenExpireS: 86_400 })
  person = addPerson(h.fake.world, '张示例')
})
afterEach(() => h.fake.close())

function requests(path: RegExp): number {
  return h.fake.world.requests.filter((r) => path.test(r.path)).length
}

describe('names', () => {
  test('are asked for once in six hours', async () => {
    const nameOf = createContactNames({ api: h.api, nowMs: clock.nowMs })
    expect(await Promise.all([nameOf(person.openId), nameOf(person.openId)])).toEqual([
      '张示例',
      '张示例',
    ])
    expect(requests(/contact/)).toBe(1)
    await clock.advance(6 * 3600_000)
    await nameOf(person.openId)
    expect(requests(/contact/)).toBe(2)
  })

  test('that Lark does not tell are null, and asked for again after five minutes', async () => {
    person.inContactRange = false
    const nameOf = createContactNames({ api: h.api, nowMs: clock.nowMs })
    expect(await nameOf(person.openId)).toBeNull()
    person.inContactRange = true
    expect(await nameOf(person.openId)).toBeNull()
    await clock.advance(5 * 60_000)
    expect(await nameOf(person.openId)).toBe('张示例')
  })

  test('of the people longest unseen are forgotten, so that memory has an end', async () => {
    const asked: string[] = []
    const userName = async (openId: string) => {
      asked.push(openId)
      return openId
    }
    const api = { userName }
    const nameOf = createContactNames({ api, nowMs: () => 0 })
    for (let n = 0; n <= 10_000; n++) await nameOf(`ou_${n}`)
    await nameOf('ou_10000')
    expect(asked).toHaveLength(10_001)
    await nameOf('ou_0')
    expect(asked).toHaveLength(10_002)
  })

  test('are null without the name permission, and for an id that is none', async () => {
    h.fake.world.app.scopes.delete('contact:user.base:readonly')
    const nameOf = createContactNames({ api: h.api, nowMs: clock.nowMs })
    expect(await nameOf(person.openId)).toBeNull()
    expect(await nameOf('../x')).toBeNull()
  })
})

describe('attachments', () => {
  const picture = Buffer.from('示例图片'.repeat(1000))

  async function sentRef(type = 'image'): Promise<{ ref: string; messageId: string }> {
    const content = type === 'image' ? { image_key: 'img_v3_1' } : { file_key: 'file_v3_1' }
    const { message } = await sendAttachment(h.fake.world, person.openId, type, content, picture)
    const key = type === 'image' ? 'image/img_v3_1' : 'file/file_v3_1'
    return { ref: `${message.id}/${key}`, messageId: message.id }
  }

  test.each(['image', 'file'])('a %s is fetched whole', async (type) => {
    const download = createDownload({ api: h.api, bytesMax: 100_000 })
    const found = await download((await sentRef(type)).ref)
    expect(found).toMatchObject({ kind: 'bytes' })
    expect(Buffer.from((found as { bytes: Uint8Array }).bytes).equals(picture)).toBe(true)
  })

  test('a file over the cap is not taken in', async () => {
    const download = createDownload({ api: h.api, bytesMax: 1000 })
    expect(await download((await sentRef()).ref)).toEqual({ kind: 'too_large', bytesMax: 1000 })
  })

  test('what was recalled, or is inside a forwarded message, is gone, with the code', async () => {
    const download = createDownload({ api: h.api, bytesMax: 1000 })
    const { ref, messageId } = await sentRef()
    const message = h.fake.world.messages.get(messageId)
    if (message === undefined) throw new Error('no message')
    message.type = 'merge_forward'
    expect(await download(ref)).toEqual({ kind: 'gone', code: 234043 })
    message.deleted = true
    expect(await download(ref)).toEqual({ kind: 'gone', code: 234003 })
  })

  test('what passes by itself is thrown, for a later attempt', async () => {
    const download = createDownload({ api: h.api, bytesMax: 1000 })
    const { ref } = await sentRef()
    for (let n = 0; n < 4; n++) {
      h.fake.world.faults.push({ path: /resources/, action: { status: 502, body: '<html>' } })
    }
    await expect(download(ref)).rejects.toMatchObject({ http: 502, reaction: 'retry' })
  })

  test('what waits for a permission is thrown too: the file is still there', async () => {
    const download = createDownload({ api: h.api, bytesMax: 1000 })
    const { ref } = await sentRef()
    const body = { code: 99991672, msg: 'no permission' }
    h.fake.world.faults.push({ path: /resources/, action: { status: 400, body } })
    await expect(download(ref)).rejects.toMatchObject({ code: 99991672, reaction: 'config' })
  })

  test('a handle that is not ours is refused without a request', async () => {
    const download = createDownload({ api: h.api, bytesMax: 1000 })
    for (const ref of ['', 'om_1/image/../../x', 'om_1/video/x', 'om_1/image/x/y']) {
      await expect(download(ref)).rejects.toMatchObject({ code: 'lark_bad_ref' })
    }
    expect(requests(/resources/)).toBe(0)
  })
})

describe('signing in', () => {
  const verifier = 'v'.repeat(43)
  let settings: OAuthSettings

  beforeEach(() => {
    const redirectUri = 'http://127.0.0.1:9/api/sign-in/lark'
    h.fake.world.app.redirectUris.add(redirectUri)
    settings = { ...h.settings, oauthBase: h.fake.url, redirectUri }
  })

  async function codeFor(openId: string): Promise<string> {
    const url = new URL(authorizeUrl(settings, { state: 's-1', verifier }))
    url.searchParams.set('auto_user', openId)
    const answer = await fetch(url, { redirect: 'manual' })
    const target = new URL(answer.headers.get('location') ?? '')
    expect(target.searchParams.get('state')).toBe('s-1')
    return target.searchParams.get('code') ?? ''
  }

  test('gives the person', async () => {
    const code = await codeFor(person.openId)
    expect(await signIn(settings, { code, verifier }, fetch)).toEqual({
      kind: 'user',
      user: {
        openId: person.openId,
        name: '张示例',
        tenantKey: h.fake.world.app.tenantKey,
      },
    })
  })

  test('works once with one code', async () => {
    const code = await codeFor(person.openId)
    await signIn(settings, { code, verifier }, fetch)
    expect(await signIn(settings, { code, verifier }, fetch)).toEqual({
      kind: 'denied',
      code: 20065,
    })
  })

  test('is denied with another verifier and after five minutes', async () => {
    const stolen = await codeFor(person.openId)
    expect(await signIn(settings, { code: stolen, verifier: 'x'.repeat(43) }, fetch)).toEqual({
      kind: 'denied',
      code: 20049,
    })
    const late = await codeFor(person.openId)
    await clock.advance(5 * 60_000)
    expect(await signIn(settings, { code: late, verifier }, fetch)).toEqual({
      kind: 'denied',
      code: 20004,
    })
  })

  test('is denied when Lark does not know the person it signed in', async () => {
    const code = await codeFor(person.openId)
    h.fake.world.people.delete(person.openId)
    expect(await signIn(settings, { code, verifier }, fetch)).toEqual({
      kind: 'denied',
      code: 20010,
    })
  })

  test('is unavailable, not denied, while Lark does not answer', async () => {
    const code = await codeFor(person.openId)
    h.fake.world.faults.push({ path: /token/, action: { status: 502, body: '<html>' } })
    expect(await signIn(settings, { code, verifier }, fetch)).toEqual({ kind: 'unavailable' })
    h.fake.world.faults.push({ path: /user_info/, action: 'reset' })
    expect(await signIn(settings, { code, verifier }, fetch)).toEqual({ kind: 'unavailable' })
  })
})

describe('the check at start', () => {
  const check = (given: Partial<Harness['settings']> = {}) =>
    checkBoot({ ...h.settings, ...given }, { fetch, nowMs: Date.now })

  test('learns who the bot is and how far the clocks are apart', async () => {
    const boot = await check()
    expect(boot).toMatchObject({ kind: 'ready', botOpenId: 'ou_bot0001', botName: '助企小舟' })
    expect(boot.kind === 'ready' && Math.abs(boot.skewMs ?? 9e9)).toBeLessThan(5000)
  })

  test.each([
    [{ appSecret: 'wrong' }, 'LARK_APP_SECRET', 10014],
    [{ appId: 'cli_b0000000000000ff' }, 'LARK_APP_ID', 10014],
  ])('names the credential that is wrong: %j', async (given, setting, code) => {
    expect(await check(given)).toMatchObject({
      kind: 'problem',
      problem: { kind: 'wrong_setting', setting, code },
    })
  })

  test('says when nothing answers at the address, or something else does', async () => {
    const unreachable = { kind: 'unreachable', setting: 'LARK_DOMAIN' }
    expect(await check({ domain: 'http://127.0.0.1:9' })).toMatchObject({ problem: unreachable })
    h.fake.world.faults.push({ action: { status: 200, body: '<html>' } })
    expect(await check()).toMatchObject({ problem: unreachable })
    h.fake.world.faults.push({ path: /bot/, action: 'reset' })
    expect(await check()).toMatchObject({ problem: unreachable })
  })

  test('asks for the app id when Lark cannot read it', async () => {
    const body = { code: 10003, msg: 'invalid param' }
    h.fake.world.faults.push({ action: { status: 200, body } })
    expect(await check()).toMatchObject({ problem: { setting: 'LARK_APP_ID', code: 10003 } })
  })

  test('lives without the time of Lark', async () => {
    const withoutDate: typeof fetch = async (...given) => {
      const answer = await fetch(...given)
      return new Response(await answer.text(), { status: answer.status })
    }
    expect(await checkBoot(h.settings, { fetch: withoutDate, nowMs: Date.now })).toMatchObject({
      kind: 'ready',
      skewMs: null,
    })
  })

  test('says when the bot is switched off', async () => {
    h.fake.world.app.botEnabled = false
    expect(await check()).toMatchObject({ problem: { setting: 'LARK_MODE', code: 230006 } })
  })
})
