// Whatever reaches the product from outside: it is refused with a code and a request id, or it is
// taken as the text it is. It changes nothing else, ends nothing, and nothing of the inside is told.
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seal, sign } from '../fakes/lark/crypto.ts'
import { cardEvent, messageEvent } from '../fakes/lark/payloads.ts'
import { say } from '../fakes/lark/people.ts'
import { pushCallback, pushEvent } from '../fakes/lark/push.ts'
import { type LarkFlow, onOneEngine, startLarkFlow } from './harness.ts'
import { aPerson } from './people.ts'
import { aVisitor, type WebVisitor } from './web-visitor.ts'

const INSIDE = /\bat .*\.[jt]s:\d|node_modules|select |insert |PostgreSQL|SyntaxError|\/src\//

/** Strings that break what is careless: markup, SQL, templates, controls, halves of characters. */
const HOSTILE = [
  '\u0000',
  'a\u0000b',
  '\ud83d',
  '\udc00x',
  '\\u0000',
  "'; drop table ticket; --",
  '<script>alert(1)</script><at id=all></at>',
  '{{constructor.constructor("return process")()}}',
  '\u202e\u200b\ufeff',
  '__proto__',
  '😀'.repeat(500),
  '%s%n$(reboot)`id`',
]
const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 300 }),
)

onOneEngine('bad input', (engine) => {
  let flow: LarkFlow
  let visitor: WebVisitor
  beforeAll(async () => {
    flow = await startLarkFlow(engine)
    visitor = await aVisitor(flow.url)
    // Files are taken of those only who have said something.
    await visitor.says('你好')
    await flow.settle()
  })
  afterAll(() => flow.stop())

  const counts = async () =>
    (
      await flow.database.pool.query(
        `select (select count(*) from inbox_entry)::int as inbox, (select count(*) from ticket)::int as tickets,
           (select count(*) from attachment)::int as files`,
      )
    ).rows[0]
  /** What failed, whether it is dead yet or is to be tried again. */
  const failed = async () =>
    (
      await flow.database.pool.query(
        'select kind, last_error, incoming from inbox_entry where last_error is not null and done_at is null',
      )
    ).rows

  /** Waits until all is done, or something failed; nothing may have. */
  async function quiet(): Promise<void> {
    await flow.settle().catch(() => {})
    expect(await failed()).toEqual([])
  }

  async function expectRefusal(response: Response, ...statuses: number[]): Promise<void> {
    const text = await response.text()
    expect(statuses, text).toContain(response.status)
    expect(text).not.toMatch(INSIDE)
    const { error } = JSON.parse(text)
    expect(error).toMatchObject({ code: expect.any(String), requestId: expect.any(String) })
  }

  describe('over HTTP', () => {
    const PATHS = ['/api/chat/messages', '/api/chat/actions', '/api/chat/files']
    const BODIES: readonly (readonly [string, string])[] = [
      ['nothing', ''],
      ['no JSON', '{"text":'],
      ['another kind of value', '[1,2]'],
      ['null', 'null'],
      ['missing members', '{}'],
      ['an unknown member', JSON.stringify({ clientId: 'abcdefgh', text: 'x', admin: true })],
      ['an id that is none', JSON.stringify({ clientId: '../../x', text: 'x' })],
      ['too long a text', JSON.stringify({ clientId: 'abcdefgh', text: 'x'.repeat(5_000) })],
      ['a number for a text', JSON.stringify({ clientId: 'abcdefgh', text: 7 })],
      ['an action without a name', JSON.stringify({ clientId: 'abcdefgh', action: { b: 1 } })],
    ]
    test.each(PATHS.flatMap((path) => BODIES.map(([what, body]) => [path, what, body] as const)))(
      '%s refuses %s',
      async (path, _what, body) => {
        const before = await counts()
        await expectRefusal(await visitor.post(path, body), 400, 422)
        expect(await counts()).toEqual(before)
      },
    )

    test('a body that is too large, a foreign origin, a wrong file and an unknown path are refused', async () => {
      const before = await counts()
      await expectRefusal(await visitor.post('/api/chat/messages', 'x'.repeat(100_000)), 413)
      const foreign = { 'sec-fetch-site': 'cross-site' }
      const good = { clientId: randomUUID(), text: '你好' }
      await expectRefusal(await visitor.post('/api/chat/messages', good, foreign), 403)
      await expectRefusal(await upload(Buffer.from('#!/bin/sh\nrm -rf /')), 415)
      await expectRefusal(await upload(Buffer.alloc(0)), 413)
      await expectRefusal(await fetch(`${flow.url}/api/chat/transcript?after=%00%27`), 422)
      for (const path of ['/nowhere', '/api/nowhere', '/lark/events', '/..%2f..%2fetc/passwd']) {
        await expectRefusal(await fetch(`${flow.url}${path}`), 404)
      }
      for (const path of ['/api/console/tickets', '/api/console/staff']) {
        await expectRefusal(await fetch(`${flow.url}${path}`), 401)
      }
      expect(await counts()).toEqual(before)
    })

    const upload = (bytes: Buffer) => {
      const form = new FormData()
      form.set('clientId', randomUUID())
      form.set('file', new File([new Uint8Array(bytes)], '材料.pdf'))
      return visitor.upload(form)
    }

    test('hostile texts and actions are taken as what they are, and are answered', async () => {
      await fc.assert(
        fc.asyncProperty(hostile, hostile, async (text, value) => {
          const who = await aVisitor(flow.url)
          const said = await who.post('/api/chat/messages', { clientId: randomUUID(), text })
          expect([202, 422]).toContain(said.status)
          const action = { a: 'choose', code: value, field: value, number: value }
          const form = { text: value, enterpriseName: value }
          const clicked = await who.post('/api/chat/actions', {
            clientId: randomUUID(),
            action,
            form,
          })
          expect(clicked.status).toBe(202)
        }),
        { numRuns: 40, examples: HOSTILE.map((one) => [one, one]) },
      )
      await quiet()
    })

    test.each([
      'ask',
      'choose',
      'feedback',
      'person',
      'ticket_form',
      'ticket_submit',
      'own_ticket',
      'rate',
      'ticket',
      'ticket_do',
      'constructor',
      '__proto__',
    ])('the action %s with nothing and with nonsense opens no ticket', async (a) => {
      const before = (await counts()).tickets
      for (const rest of [
        {},
        { turn: 'x', number: '1', act: 'confirm', code: {}, q: [], up: null },
      ]) {
        const body = { clientId: randomUUID(), action: { ...rest, a }, form: {} }
        expect((await visitor.post('/api/chat/actions', body)).status).toBe(202)
      }
      await quiet()
      expect((await counts()).tickets).toBe(before)
    })
  })

  describe('at the webhook', () => {
    const push = (body: string | Buffer, headers: Record<string, string> = {}) =>
      fetch(`${flow.url}/lark/events`, {
        method: 'POST',
        body: typeof body === 'string' ? body : new Uint8Array(body),
        headers,
      })
    const sealed = (plain: string) => {
      const { encryptKey } = flow.fake.world.app
      const body = JSON.stringify({ encrypt: seal(plain, encryptKey) })
      const timestamp = String(Math.floor(Date.now() / 1000))
      return push(body, {
        'x-lark-request-timestamp': timestamp,
        'x-lark-request-nonce': 'n',
        'x-lark-signature': sign(timestamp, 'n', encryptKey, body),
      })
    }

    test('what is not sealed by Lark is refused', async () => {
      const before = await counts()
      for (const body of ['', '{', 'null', '[]', '{"encrypt":7}', '{"encrypt":"AAAA"}']) {
        await expectRefusal(await push(body), 401)
      }
      await expectRefusal(await push('{"schema":"2.0","header":{},"event":{}}'), 401)
      await expectRefusal(await push(Buffer.alloc(1024 * 1024 + 1, 120)), 413)
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (body) => {
          expect((await push(body)).status).toBe(401)
        }),
        { numRuns: 30 },
      )
      expect(await counts()).toEqual(before)
    })

    test('what is sealed and makes no sense is refused or acknowledged, and stores nothing', async () => {
      const before = await counts()
      for (const plain of ['', 'no json', '7', '[]', '{}', '{"type":"url_verification"}']) {
        await expectRefusal(await sealed(plain), 401)
      }
      const { world } = flow.fake
      const header = { token: world.app.verificationToken, app_id: world.app.id }
      await fc.assert(
        fc.asyncProperty(
          fc.jsonValue(),
          fc.constantFrom(
            'im.message.receive_v1',
            'card.action.trigger',
            'application.bot.menu_v6',
            'im.message.message_read_v1',
            'constructor',
            'unknown.type_v9',
          ),
          async (event, event_type) => {
            const envelope = {
              schema: '2.0',
              header: { ...header, event_type, event_id: randomUUID() },
              event,
            }
            expect((await sealed(JSON.stringify(envelope))).status).toBe(200)
          },
        ),
        { numRuns: 60 },
      )
      expect(await counts()).toEqual(before)
    })

    test('hostile messages are answered, and spoil nothing for those stored with them', async () => {
      const { world } = flow.fake
      const people = HOSTILE.map((_, n) => aPerson(flow, `示例${n}`))
      const honest = aPerson(flow, '张示例')
      const said = await Promise.all([
        ...people.map((one, n) => say(world, one.person.openId, HOSTILE[n] as string)),
        say(world, honest.person.openId, '公司设立登记要几天'),
      ])
      expect(said.map((one) => one.delivery.outcome)).toEqual(said.map(() => 200))
      await flow.settle()
      expect(honest.last()).toContain('3 个工作日')
      for (const one of people) expect(one.sees().length, one.person.name).toBe(1)
      expect(await failed()).toEqual([])
    })

    test('hostile clicks are answered with what Lark accepts', async () => {
      const { world } = flow.fake
      const who = aPerson(flow, '李示例')
      const header = { token: world.app.verificationToken, app_id: world.app.id }
      await fc.assert(
        fc.asyncProperty(hostile, hostile, async (a, text) => {
          const event = cardEvent({
            openId: who.person.openId,
            chatId: who.chat.id,
            action: { value: { a, number: text, act: text }, form_value: { text, level: text } },
            header: { ...header, event_id: randomUUID() },
          })
          const { outcome, answer } = await pushCallback(world, event)
          expect(outcome).toBe(200)
          expect(answer).not.toMatch(INSIDE)
          for (const key of Object.keys(JSON.parse(answer)))
            expect(['toast', 'card']).toContain(key)
        }),
        { numRuns: 30 },
      )
      await quiet()
    })

    test('content that is not what its type says is answered all the same', async () => {
      const { world } = flow.fake
      const who = aPerson(flow, '王示例')
      for (const [n, content] of ['', 'no json', '[]', '{"text":7}', '{"text":null}'].entries()) {
        const event = messageEvent({
          openId: who.person.openId,
          chatId: who.chat.id,
          messageId: `om_bad${n}`,
          type: 'text',
          header: {
            token: world.app.verificationToken,
            app_id: world.app.id,
            event_id: randomUUID(),
          },
        })
        const inner = (event['event'] as { message: { content: string } }).message
        inner.content = content
        expect((await pushEvent(world, event)).outcome).toBe(200)
      }
      await flow.settle()
      expect(who.sees().length).toBeGreaterThan(0)
      expect(await failed()).toEqual([])
    })
  })

  test('no secret, stack or personal datum is in what was logged', () => {
    const { app, tokens } = flow.fake.world
    const written = JSON.stringify(flow.logged)
    for (const secret of [
      app.secret,
      app.encryptKey,
      app.verificationToken,
      ...tokens.map((t) => t.value),
    ]) {
      expect(written).not.toContain(secret)
    }
    expect(flow.logged.filter((line) => line.level === 'error')).toEqual([])
  })
})
