import { expect, test } from 'vitest'
import { makeClient } from '../../src/exchange/client.ts'

const talkingTo = (fetch: () => Promise<Response>) =>
  makeClient({
    url: 'http://127.0.0.1:9/exchange',
    secret: 'a-secret-of-the-test',
    fetch,
    nowMs: () => 0,
    newNonce: () => 'nonce',
    timeoutMs: 1000,
  })
const message = {
  id: 'm1',
  senderNumber: 'ZSQS-20261125-0001',
  receiverNumber: null,
  at: '2026-11-25T02:00:00.000Z',
  body: { kind: 'supplement', text: '补充' },
} as unknown as Parameters<ReturnType<typeof makeClient>>[0]

test.each([
  [
    '网络连接失败（ECONNREFUSED）',
    new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }),
  ],
  ['网络连接失败', new TypeError('fetch failed')],
  ['等待超时', new DOMException('timed out', 'TimeoutError')],
])('a platform that does not answer is told in words: %s', async (why, error) => {
  expect(await talkingTo(() => Promise.reject(error))(message)).toMatchObject({
    kind: 'later',
    reason: `对方平台无应答：${why}`,
    maybeTaken: true,
  })
})

const KILOBYTE = '示'.repeat(341)

test.each([
  [200, { kind: 'later', maybeTaken: true }],
  [400, { kind: 'refused', reason: '对方平台拒绝（HTTP 400）' }],
])('an answer without an end (HTTP %i) is not read to it', async (status, told) => {
  let kilobytes = 0
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => {
      kilobytes++
      stream.enqueue(new TextEncoder().encode(KILOBYTE))
      if (kilobytes === 1_000) stream.close()
    },
  })
  const tell = talkingTo(() => Promise.resolve(new Response(body, { status })))
  expect(await tell(message)).toMatchObject(told)
  expect(kilobytes).toBeLessThan(70)
})

test('the code of a refusal is told', async () => {
  const refusal = Response.json({ error: { code: 'unknown_number' } }, { status: 404 })
  const tell = talkingTo(() => Promise.resolve(refusal))
  expect(await tell(message)).toMatchObject({
    kind: 'refused',
    reason: '对方平台拒绝（HTTP 404，unknown_number）',
  })
})
