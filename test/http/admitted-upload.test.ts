// What is asked before a byte of a file is read: whoever sends one has not signed in.
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { type ChatDeps, chatApi } from '../../src/http/chat.ts'
import { answerError } from '../../src/http/errors.ts'
import { fileTypeOf } from '../../src/http/file-type.ts'
import { makePlaces } from '../../src/http/rate-limit.ts'
import type { RequestEnv } from '../../src/http/request-env.ts'
import { aChatDeps } from '../builders/chat-deps.ts'

const quiet = () => {}

/** A chat whose store keeps nothing until it is told to. */
function aChat(asked: Partial<ChatDeps> = {}) {
  const waiting: (() => void)[] = []
  const deps = aChatDeps({
    mayUpload: () => true,
    takeUpload: makePlaces({ perVisitor: 2, perAddress: 3, inAll: 9 }),
    isKnown: async () => true,
    hasRoom: async () => true,
    checkFile: fileTypeOf,
    keepUpload: () => new Promise((resolve) => waiting.push(() => resolve('upload:1'))),
    store: async () => '1',
    now: () => new Date(0),
    ...asked,
  })
  const app = new Hono<RequestEnv>()
  app.onError(answerError({ debug: quiet, info: quiet, warn: quiet, error: quiet }))
  app.route('/', chatApi(deps))
  const post = async (
    visitor: string,
    body: FormData | ReadableStream,
    headers: Record<string, string> = {},
  ) => {
    const cookie = `zhuqi_visitor=${visitor.repeat(32)}`
    const request = { method: 'POST', body, headers: { cookie, ...headers }, duplex: 'half' }
    return (await app.request('/files', request as RequestInit)).status
  }
  return {
    sends: (visitor: string) => {
      const form = new FormData()
      form.set('clientId', crypto.randomUUID())
      form.set('file', new File(['%PDF-1.7'], '材料.pdf'))
      return post(visitor, form)
    },
    /** A file whose length is not told before. @returns the status, and whether it was read */
    streams: async () => {
      let isRead = false
      const body = new ReadableStream(
        {
          pull: (controller) => {
            isRead = true
            controller.close()
          },
        },
        { highWaterMark: 0 },
      )
      const status = await post('a', body, { 'content-type': 'multipart/form-data; boundary=x' })
      return { status, isRead }
    },
    kept: async (count: number) => {
      while (waiting.length < count) await new Promise((resolve) => setImmediate(resolve))
      for (const keep of waiting.splice(0)) keep()
    },
  }
}

test('so many files of a browser, and of a network, are on their way at once', async () => {
  const chat = aChat()
  const first = [chat.sends('a'), chat.sends('a'), chat.sends('b')]
  expect(await chat.sends('a'), 'a third of one browser').toBe(429)
  expect(await chat.sends('c'), 'a fourth of one network').toBe(429)
  await chat.kept(3)
  expect(await Promise.all(first)).toEqual([202, 202, 202])
  const next = chat.sends('a')
  await chat.kept(1)
  expect(await next, 'a place was given back').toBe(202)
})

test.each<[number, Partial<ChatDeps>]>([
  [429, { takeUpload: () => null }],
  [429, { hasRoom: async () => false }],
  [409, { isKnown: async () => false }],
])('a file that is answered %i is not read', async (status, asked) => {
  expect(await aChat(asked).streams()).toEqual({ status, isRead: false })
})

test('a file that is refused once it is read gives its place back', async () => {
  const chat = aChat({ takeUpload: makePlaces({ perVisitor: 1, perAddress: 1, inAll: 1 }) })
  expect(await chat.streams()).toEqual({ status: 400, isRead: true })
  expect(await chat.streams()).toEqual({ status: 400, isRead: true })
})
