import type { ChatDeps } from '../../src/http/chat.ts'

const unasked = (): never => {
  throw new Error('not asked here')
}

/** A chat of which a test needs only what it names: asking for anything else fails. */
export const aChatDeps = (asked: Partial<ChatDeps>): ChatDeps => ({
  transcript: unasked,
  isPreparing: unasked,
  store: unasked,
  noteShown: unasked,
  keepUpload: unasked,
  isKnown: unasked,
  hasRoom: unasked,
  checkFile: unasked,
  subscribe: unasked,
  takePlace: unasked,
  takeUpload: unasked,
  mayPost: unasked,
  mayUpload: unasked,
  now: unasked,
  ...asked,
})
