// The web chat's API: the same pipeline as Lark through the `web` channel. A message is stored and
// acknowledged; what the product says comes back through the transcript, announced over SSE.
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { DomainError } from '../kernel/errors.ts'
import {
  type AttachmentKind,
  type Incoming,
  type IncomingContent,
  TYPED_LENGTH_MAX,
} from '../kernel/incoming.ts'
import { clientAddress } from './client-address.ts'
import type { FileCheck } from './file-type.ts'
import { cleanFileName, jsonBody, queryOf } from './parse.ts'
import type { Caller, TakePlace } from './rate-limit.ts'
import type { ChatNews, TranscriptEntry } from './transcript-entry.ts'
import { visitorOf } from './visitor.ts'

export type ChatDeps = Readonly<{
  store: (event: Incoming) => Promise<string | null>
  transcript: (visitor: string, after: string | null) => Promise<readonly TranscriptEntry[]>
  /** These messages are before the visitor's eyes: the page is open and in sight. */
  noteShown: (visitor: string, ids: readonly string[]) => Promise<void>
  /** Keeps uploaded bytes. @returns the reference that the attachment event carries */
  keepUpload: (
    file: Readonly<{
      /** The same for a repeated upload, whose bytes are not kept again. */
      key: string
      name: string
      kind: AttachmentKind
      mediaType: string
      bytes: Uint8Array
    }>,
  ) => Promise<string>
  /** Whether nothing can be answered yet, because the knowledge is still being made ready. */
  isPreparing: () => boolean
  /** Whether this visitor has said anything yet. */
  isKnown: (visitor: string) => Promise<boolean>
  /** Whether another file from there may be kept beside those that no ticket has taken yet; each call is counted. */
  hasRoom: (caller: Caller) => Promise<boolean>
  checkFile: FileCheck
  /** Calls back when something new was, or is being, said to this visitor. @returns a function that ends it */
  subscribe: (visitor: string, watcher: (news: ChatNews) => void) => () => void
  /** A place for an open page, until it is closed. */
  takePlace: TakePlace
  /** A place for a file on its way, until it is kept or refused: each is in memory as a whole. */
  takeUpload: TakePlace
  /** Allows or refuses another message, or another file, now. */
  mayPost: (caller: Caller) => boolean
  mayUpload: (caller: Caller) => boolean
  now: () => Date
}>

const SEEN_MAX = 200
const FILE_BYTES_MAX = 10 * 1024 * 1024
const JSON_BYTES_MAX = 64 * 1024
/** A form with a file and little else. */
const FILE_BODY_MAX = FILE_BYTES_MAX + JSON_BYTES_MAX
/** Keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 20_000

const clientId = z.string().regex(/^[A-Za-z0-9-]{8,64}$/)
const messageBody = z.strictObject({
  clientId,
  text: z.string().trim().min(1).max(TYPED_LENGTH_MAX),
})
const actionBody = z.strictObject({
  clientId,
  action: z.looseObject({ a: z.string().min(1).max(40) }),
  form: z.record(z.string().max(60), z.string().max(TYPED_LENGTH_MAX)).default({}),
  messageRef: z.string().max(64).nullable().default(null),
})
const seenBody = z.strictObject({ ids: z.array(z.uuid()).min(1).max(SEEN_MAX) })
const after = z.object({
  after: z
    .string()
    .regex(/^[\w.:-]{1,80}$/)
    .optional(),
})

/**
 * A visitor is who has the cookie: nobody signs in. 202 says that a message is stored, not that it is
 * answered.
 */
export function chatApi(deps: ChatDeps): Hono {
  const app = new Hono()
  const accept = async (caller: Caller, id: string, content: IncomingContent): Promise<void> => {
    if (!deps.mayPost(caller)) throw new DomainError('too_many_requests')
    await deps.store(incoming(caller.visitor, id, content, deps.now()))
  }

  app.post('/messages', bodyLimit({ maxSize: JSON_BYTES_MAX }), async (c) => {
    const caller = callerOf(c)
    const body = await jsonBody(c, messageBody)
    await accept(caller, body.clientId, { kind: 'text', text: body.text })
    return c.json({ ok: true }, 202)
  })

  app.post('/actions', bodyLimit({ maxSize: JSON_BYTES_MAX }), async (c) => {
    const caller = callerOf(c)
    const { clientId: id, ...body } = await jsonBody(c, actionBody)
    await accept(caller, id, { kind: 'action', ...body })
    return c.json({ ok: true }, 202)
  })

  app.post('/files', admitFile(deps), bodyLimit({ maxSize: FILE_BODY_MAX }), async (c) => {
    const visitor = visitorOf(c)
    const form = await c.req.parseBody().catch(() => {
      throw new DomainError('bad_request')
    })
    const file = form['file']
    const id = clientId.safeParse(form['clientId'])
    if (!(file instanceof File) || !id.success) throw new DomainError('bad_request')
    if (file.size === 0 || file.size > FILE_BYTES_MAX) throw new DomainError('too_large')
    const bytes = new Uint8Array(await file.arrayBuffer())
    const type = deps.checkFile(bytes, file.name)
    if (!type) throw new DomainError('bad_file_type')
    const name = cleanFileName(file.name) || '附件'
    const ref = await deps.keepUpload({ key: `${visitor}:${id.data}`, name, ...type, bytes })
    const content = { kind: 'attachment', type: type.kind, ref, name } as const
    await deps.store(incoming(visitor, id.data, content, deps.now()))
    return c.json({ ok: true }, 202)
  })

  app.get('/transcript', async (c) => {
    const visitor = visitorOf(c)
    const entries = await deps.transcript(visitor, queryOf(c, after).after ?? null)
    return c.json({ entries, preparing: deps.isPreparing() })
  })

  app.post('/seen', bodyLimit({ maxSize: JSON_BYTES_MAX }), async (c) => {
    const visitor = visitorOf(c)
    const { ids } = await jsonBody(c, seenBody)
    await deps.noteShown(visitor, ids)
    return c.json({ ok: true })
  })

  app.get('/stream', (c) => {
    const caller = callerOf(c)
    // Who asks for the head alone never reads a stream, and never ends it.
    if (c.req.method === 'HEAD') return c.body(null)
    const leave = deps.takePlace(caller)
    if (leave === null) throw new DomainError('too_many_requests')
    return streamNews(c, (watcher) => {
      const end = deps.subscribe(caller.visitor, watcher)
      return () => {
        end()
        leave()
      }
    })
  })
  return app
}

const callerOf = (c: Context): Caller => ({ visitor: visitorOf(c), address: clientAddress(c) })

/** Asked before the first byte of a file is read, since nobody has signed in who sends it. */
function admitFile(deps: ChatDeps): MiddlewareHandler {
  return async (c, next) => {
    const caller = callerOf(c)
    if (!deps.mayUpload(caller)) throw new DomainError('too_many_requests')
    const leave = deps.takeUpload(caller)
    if (leave === null) throw new DomainError('too_many_requests')
    try {
      if (!(await deps.isKnown(caller.visitor))) throw new DomainError('nothing_said_yet')
      if (!(await deps.hasRoom(caller))) throw new DomainError('files_full')
      await next()
    } finally {
      leave()
    }
  }
}

/** What is said to a visitor, as it is said, until the page is closed. */
function streamNews(
  c: Context,
  subscribe: (watcher: (news: ChatNews) => void) => () => void,
): Response {
  c.header('X-Accel-Buffering', 'no')
  return streamSSE(c, async (stream) => {
    const end = subscribe((news) => {
      const data = news.kind === 'draft' ? JSON.stringify({ text: news.text }) : ''
      void stream.writeSSE({ event: news.kind, data })
    })
    stream.onAbort(end)
    await stream.writeSSE({ event: 'ready', data: '' })
    while (!stream.aborted) {
      await stream.sleep(HEARTBEAT_MS)
      if (!stream.aborted) await stream.writeSSE({ event: 'beat', data: '' })
    }
  })
}

function incoming(visitor: string, id: string, content: IncomingContent, now: Date): Incoming {
  return {
    channel: 'web',
    // The client repeats its id when it is unsure; visitors cannot collide with one another.
    eventId: `${visitor}:${id}`,
    messageId: null,
    conversationKey: `web:${visitor}`,
    senderId: visitor,
    senderName: null,
    replyAddress: { channel: 'web', to: visitor, toKind: 'person', replyTo: null },
    occurredAt: now.toISOString(),
    content,
  }
}
