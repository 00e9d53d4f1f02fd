import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { chatApi } from '../../src/http/chat.ts'
import { answerError } from '../../src/http/errors.ts'
import { makePlaces } from '../../src/http/rate-limit.ts'
import type { RequestEnv } from '../../src/http/request-env.ts'
import { aChatDeps } from '../builders/chat-deps.ts'

const quiet = () => {}

/** A chat that counts who watches. */
function aChat() {
  let watching = 0
  const deps = aChatDeps({
    subscribe: () => {
      watching++
      return () => {
        watching--
      }
    },
    takePlace: makePlaces({ perVisitor: 2, perAddress: 3, inAll: 9 }),
  })
  const app = new Hono<RequestEnv>()
  app.onError(answerError({ debug: quiet, info: quiet, warn: quiet, error: quiet }))
  app.route('/', chatApi(deps))
  const open = async (visitor: string, method = 'GET') => {
    const headers = { cookie: `zhuqi_visitor=${visitor.repeat(32)}` }
    return app.request('/stream', { method, headers })
  }
  return { open, watching: () => watching }
}

test('so many pages of a browser, and of a network, are open at once; a closed one makes place', async () => {
  const { open, watching } = aChat()
  const first = await open('a')
  expect(first.headers.get('content-type')).toContain('text/event-stream')
  expect((await open('a')).status).toBe(200)
  expect((await open('a')).status, 'a third page of one browser').toBe(429)
  expect((await open('b')).status).toBe(200)
  expect((await open('c')).status, 'a fourth page of one network').toBe(429)
  expect(watching()).toBe(3)
  await first.body?.cancel()
  expect(watching()).toBe(2)
  expect((await open('c')).status).toBe(200)
})

test('who asks for the head of the stream leaves nobody watching', async () => {
  const { open, watching } = aChat()
  for (let n = 0; n < 5; n++) expect((await open('a', 'HEAD')).status).toBe(200)
  expect(watching()).toBe(0)
})
