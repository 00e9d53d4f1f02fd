// The web chat's calls. Every post carries an id of its own, so that a repeat is harmless.

import type { TranscriptEntry } from '../../http/transcript-entry.ts'
import type { ActionValue } from '../../kernel/message.ts'
import { withId } from '../shared/with-id.ts'

export type { TranscriptEntry }

/** A refusal in words that the person can read. */
export class ChatError extends Error {}

export function sendText(text: string): Promise<void> {
  return withId(`text ${text}`, (clientId) => post('/api/chat/messages', { clientId, text }))
}

export function sendAction(
  action: ActionValue,
  form: Readonly<Record<string, string>>,
  messageRef: string,
): Promise<void> {
  const body = { action, form, messageRef }
  return withId(`action ${JSON.stringify(body)}`, (clientId) =>
    post('/api/chat/actions', { clientId, ...body }),
  )
}

/** As the server has it; told before minutes of uploading over a slow line. */
const FILE_MB_MAX = 10

export async function sendFile(file: File): Promise<void> {
  if (file.size > FILE_MB_MAX * 1024 * 1024) {
    throw new ChatError(`文件超过 ${FILE_MB_MAX} MB，请压缩或拆分后再发送。`)
  }
  if (file.size === 0) throw new ChatError('文件没有内容，请检查后重新选择。')
  await withId(`file ${file.name} ${file.size} ${file.lastModified}`, async (clientId) => {
    const body = new FormData()
    body.set('clientId', clientId)
    body.set('file', file)
    await checked(await fetch('/api/chat/files', { method: 'POST', body }))
  })
}

export type News = Readonly<{
  entries: readonly TranscriptEntry[]
  /** Nothing can be answered yet: the knowledge is still being made ready. */
  preparing: boolean
}>

export async function readTranscript(after: string | null): Promise<News> {
  const query = after === null ? '' : `?after=${encodeURIComponent(after)}`
  const response = await checked(await fetch(`/api/chat/transcript${query}`))
  return (await response.json()) as News
}

/** Tells that these messages are in sight. */
export function sendSeen(ids: readonly string[]): Promise<void> {
  return post('/api/chat/seen', { ids })
}

async function post(path: string, body: unknown): Promise<void> {
  await checked(
    await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
}

async function checked(response: Response): Promise<Response> {
  if (response.ok) return response
  const body = (await response.json().catch(() => null)) as { error?: { text?: string } } | null
  throw new ChatError(body?.error?.text ?? '网络不稳定，请稍候再试。')
}
