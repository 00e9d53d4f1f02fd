import { expect, test } from 'vitest'
import { makeClient } from '../../src/exchange/client.ts'

const failing = (error: unknown) =>
  makeClient({
    url: 'http://127.0.0.1:9/exchange',
    secret: 'a-secret-of-the-test',
    fetch: () => Promise.reject(error),
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
  expect(await failing(error)(message)).toMatchObject({
    kind: 'later',
    reason: `对方平台无应答：${why}`,
    maybeTaken: true,
  })
})
