import { expect, test } from 'vitest'
import { type ChatDeps, chatApi } from '../../src/http/chat.ts'
import { aChatDeps } from '../builders/chat-deps.ts'

const chat = (isPreparing: ChatDeps['isPreparing']) =>
  chatApi(aChatDeps({ transcript: async () => [], isPreparing }))

test('a page that is opened while the knowledge is made ready is told so, and told when it is', async () => {
  let preparing = true
  const app = chat(() => preparing)
  const read = async () => (await app.request('/transcript')).json()
  expect(await read()).toEqual({ entries: [], preparing: true })
  preparing = false
  expect(await read()).toEqual({ entries: [], preparing: false })
})
