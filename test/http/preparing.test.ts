import { expect, test } from 'vitest'
import { type ChatDeps, chatApi } from '../../src/http/chat.ts'

const unasked = (): never => {
  throw new Error('not asked here')
}

const chat = (isPreparing: ChatDeps['isPreparing']) =>
  chatApi({
    transcript: async () => [],
    isPreparing,
    store: unasked,
    noteShown: unasked,
    keepUpload: unasked,
    isKnown: unasked,
    checkFile: unasked,
    subscribe: unasked,
    takePlace: unasked,
    mayPost: unasked,
    mayUpload: unasked,
    now: unasked,
  })

test('a page that is opened while the knowledge is made ready is told so, and told when it is', async () => {
  let preparing = true
  const app = chat(() => preparing)
  const read = async () => (await app.request('/transcript')).json()
  expect(await read()).toEqual({ entries: [], preparing: true })
  preparing = false
  expect(await read()).toEqual({ entries: [], preparing: false })
})
