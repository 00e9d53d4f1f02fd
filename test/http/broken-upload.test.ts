import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { chatApi } from '../../src/http/chat.ts'
import { answerError } from '../../src/http/errors.ts'
import type { RequestEnv } from '../../src/http/request-env.ts'
import type { Log } from '../../src/kernel/log.ts'
import { aChatDeps } from '../builders/chat-deps.ts'

/** @returns the status, and what was logged as a fault of ours */
async function upload(body: string | ReadableStream, headers: Record<string, string>) {
  const faults: string[] = []
  const quiet = () => {}
  const log: Log = { debug: quiet, info: quiet, warn: quiet, error: (_, text) => faults.push(text) }
  const app = new Hono<RequestEnv>()
  app.onError(answerError(log))
  const admitting = {
    mayUpload: () => true,
    takeUpload: () => () => {},
    isKnown: async () => true,
    hasRoom: async () => true,
  }
  app.route('/', chatApi(aChatDeps(admitting)))
  const request = { method: 'POST', body, headers, duplex: 'half' } as RequestInit
  const { status } = await app.request('/files', request)
  return { status, faults }
}

const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x' }
const refused = (status: number) => ({ status, faults: [] })

test('an upload that cannot be read is refused, and is no fault of ours', async () => {
  expect(await upload('not a form', MULTIPART)).toEqual(refused(400))
  expect(await upload('--x\r\nbroken', MULTIPART)).toEqual(refused(400))
  expect(await upload('--x', { 'content-type': 'multipart/form-data' })).toEqual(refused(400))
})

test('one that is too large is told so, also when its length is not said before', async () => {
  const part = new Uint8Array(1024 * 1024)
  let left = 12
  const endless = new ReadableStream({
    pull: (controller) => {
      if (left-- > 0) controller.enqueue(part)
      else controller.close()
    },
  })
  expect(await upload(endless, MULTIPART)).toEqual(refused(413))
})
