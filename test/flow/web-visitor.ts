// An enterprise contact at the web chat, as a browser is: a cookie, the page's own requests.
import { randomUUID } from 'node:crypto'
import type { TranscriptEntry } from '../../src/http/transcript-entry.ts'
import { until } from './harness.ts'

type Listening = Readonly<{
  /** How many times there was news. */
  news: () => number
  /** What was seen of answers while they were written, oldest first. */
  drafts: () => string[]
  close: () => void
}>

export type WebVisitor = Readonly<{
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>
  upload: (form: FormData) => Promise<Response>
  says: (text: string) => Promise<void>
  transcript: () => Promise<TranscriptEntry[]>
  /** Waits for that many messages of the product, and gives their texts. */
  answers: (count: number) => Promise<string[]>
  /** Opens the stream. */
  listen: () => Promise<Listening>
}>

export async function aVisitor(url: string): Promise<WebVisitor> {
  const first = await fetch(`${url}/api/chat/transcript`)
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''
  const post: WebVisitor['post'] = (path, body, headers = {}) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        cookie,
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const transcript = async () => {
    const response = await fetch(`${url}/api/chat/transcript`, { headers: { cookie } })
    return ((await response.json()) as { entries: TranscriptEntry[] }).entries
  }
  const answered = async () =>
    (await transcript()).flatMap((one) =>
      one.from === 'product' ? [JSON.stringify(one.message)] : [],
    )
  return {
    post,
    upload: (body) =>
      fetch(`${url}/api/chat/files`, {
        method: 'POST',
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        body,
      }),
    says: async (text) => {
      const response = await post('/api/chat/messages', { clientId: randomUUID(), text })
      if (response.status !== 202) throw new Error(`${response.status}: ${await response.text()}`)
    },
    transcript,
    answers: async (count) => {
      await until(async () => (await answered()).length >= count, `${count} answers`)
      return answered()
    },
    listen: async () => {
      const abort = new AbortController()
      const response = await fetch(`${url}/api/chat/stream`, {
        headers: { cookie },
        signal: abort.signal,
      })
      let received = ''
      const reading = (async () => {
        const decoder = new TextDecoder()
        for await (const part of response.body ?? []) received += decoder.decode(part)
      })().catch(() => {})
      await until(() => received.includes('event: ready'), 'the stream is open')
      return {
        news: () => received.split('event: news').length - 1,
        drafts: () =>
          [...received.matchAll(/event: draft\ndata: (.*)\n/g)].map(
            ([, data = '']) => JSON.parse(data).text,
          ),
        close: () => {
          abort.abort()
          void reading
        },
      }
    },
  }
}
