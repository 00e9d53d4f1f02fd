// `POST /lark/events`: verify, store, acknowledge. Nothing else happens while Lark waits, except
// for a card click, which is answered from our own state within Lark's three seconds. It reads the
// bytes off the socket itself: the signature is over exactly these, and every event passes here.
import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { causeForLog } from '../kernel/cause.ts'
import type { Incoming } from '../kernel/incoming.ts'
import type { Log } from '../kernel/log.ts'
import type { DirectRoute } from './serve.ts'

/** Lark's pushes are far below this. */
const BODY_BYTES_MAX = 1024 * 1024
const PATH = /^\/lark\/events\/?(\?|$)/

export type LarkPush =
  | Readonly<{ kind: 'challenge'; challenge: string }>
  /** Usually one; a post with pictures makes several. */
  | Readonly<{ kind: 'events'; events: readonly Incoming[]; late: boolean }>
  | Readonly<{ kind: 'card'; event: Incoming }>
  | Readonly<{ kind: 'ignored'; reason: string; detail: string }>
  /** Not able to judge yet: Lark is to deliver it again. */
  | Readonly<{ kind: 'unready' }>
  | Readonly<{ kind: 'reject'; status: 401 | 413; reason: string }>

/** The headers that vouch for a push, as they came. */
export type LarkHeaders = Readonly<
  Partial<Record<'x-lark-signature' | 'x-lark-request-timestamp' | 'x-lark-request-nonce', string>>
>

export type LarkWebhookDeps = Readonly<{
  /** Verifies, decrypts and converts the exact bytes that arrived. */
  receive: (raw: Uint8Array, headers: LarkHeaders) => LarkPush
  /** Resolves after the row is committed. */
  store: (event: Incoming) => Promise<unknown>
  /** Handles a click within its time and gives the body that Lark expects. Never rejects. */
  answerClick: (event: Incoming) => Promise<Readonly<Record<string, unknown>>>
  log: Log
}>

/**
 * False for any other request, which is then left untouched. A failure answers 500, whereupon Lark
 * delivers again, except for a click: that one's failure is told by its answer.
 */
export function larkWebhook(deps: LarkWebhookDeps): DirectRoute {
  return (request, response) => {
    if (request.method !== 'POST' || !PATH.test(request.url ?? '')) return false
    readBody(request, (raw) => {
      respond(deps, raw, request, response).catch((error: unknown) => {
        const requestId = randomUUID()
        deps.log.error({ requestId, error: causeForLog(error) }, 'lark push failed')
        if (!response.headersSent) send(response, 500, refusal('internal', requestId))
      })
    })
    return true
  }
}

/** Calls back once with the whole body, or with null as soon as it is longer than allowed. */
function readBody(request: IncomingMessage, done: (raw: Buffer | null) => void): void {
  const parts: Buffer[] = []
  let size = 0
  let tooLarge = false
  request.on('data', (part: Buffer) => {
    size += part.length
    if (tooLarge) return
    parts.push(part)
    if (size <= BODY_BYTES_MAX) return
    tooLarge = true
    done(null)
  })
  request.on('end', () => {
    if (!tooLarge) done(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts))
  })
  // A sender that breaks off gets no answer and has left nothing behind.
  request.on('error', () => {})
}

async function respond(
  deps: LarkWebhookDeps,
  raw: Buffer | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (raw === null) {
    response.shouldKeepAlive = false
    return refuse(deps, response, 413, 'too_large')
  }
  const push = deps.receive(raw, vouching(request.headers))
  switch (push.kind) {
    case 'reject':
      // Anything but 200 makes a wrong key visible: Lark retries and shows the failure.
      return refuse(deps, response, push.status, push.reason)
    case 'unready':
      return refuse(deps, response, 503, 'unready')
    case 'challenge':
      return send(response, 200, JSON.stringify({ challenge: push.challenge }))
    case 'ignored':
      deps.log.debug({ reason: push.reason, detail: push.detail }, 'lark push ignored')
      return send(response, 200, '{}')
    case 'card':
      return send(response, 200, JSON.stringify(await deps.answerClick(push.event)))
    case 'events':
      if (push.late) deps.log.warn({ count: push.events.length }, 'lark push came late')
      await Promise.all(push.events.map((event) => deps.store(event)))
      return send(response, 200, '{}')
  }
}

function vouching(headers: IncomingHttpHeaders): LarkHeaders {
  return {
    'x-lark-signature': String(headers['x-lark-signature'] ?? ''),
    'x-lark-request-timestamp': String(headers['x-lark-request-timestamp'] ?? ''),
    'x-lark-request-nonce': String(headers['x-lark-request-nonce'] ?? ''),
  }
}

/** Which check failed is for the log; the sender learns only that one did. */
function refuse(
  { log }: LarkWebhookDeps,
  response: ServerResponse,
  status: number,
  reason: string,
): void {
  const requestId = randomUUID()
  log.warn({ reason, requestId }, 'lark push refused')
  send(response, status, refusal('refused', requestId))
}

const refusal = (code: string, requestId: string) => JSON.stringify({ error: { code, requestId } })

function send(response: ServerResponse, status: number, body: string): void {
  const length = String(Buffer.byteLength(body))
  response.writeHead(status, ['Content-Type', 'application/json', 'Content-Length', length])
  response.end(body)
}
