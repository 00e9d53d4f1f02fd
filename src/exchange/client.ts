// Telling the other platform. Every outcome is a value: taken, refused for good, or to be tried again.
import { causeWords } from '../kernel/cause.ts'
import type { ExchangeAnswer, ExchangeMessage } from '../ticket/exchange.ts'
import { answerSchema } from './contract.ts'
import { signedHeaders } from './signature.ts'

export type Told =
  | Readonly<{ kind: 'taken'; answer: ExchangeAnswer }>
  | Readonly<{ kind: 'refused'; reason: string }>
  /** `maybeTaken`: the answer was lost, so that it may have been done. */
  | Readonly<{ kind: 'later'; reason: string; maybeTaken: boolean; waitMs: number | null }>

export type ClientDeps = Readonly<{
  url: string
  secret: string
  fetch: typeof fetch
  nowMs: () => number
  newNonce: () => string
  timeoutMs: number
}>

/** What the other side will not take however often it is sent. */
const REFUSED = new Set([400, 404, 409, 410, 413, 422])
const ANSWER_BYTES_MAX = 64 * 1024
const WAIT_MS_MAX = 3_600_000

/**
 * Never rejects. `url` is the platform's base, with or without a slash at its end; `timeoutMs` bounds
 * one try. Follows no redirect.
 */
export function makeClient(deps: ClientDeps): (message: ExchangeMessage) => Promise<Told> {
  const target = `${deps.url.replace(/\/+$/, '')}/messages`
  return async (message) => {
    const body = new TextEncoder().encode(JSON.stringify(message))
    const signed = {
      from: 'zhuqi',
      timestamp: String(deps.nowMs()),
      nonce: deps.newNonce(),
      body,
    } as const
    let response: Response
    try {
      response = await deps.fetch(target, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signedHeaders(deps.secret, signed) },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(deps.timeoutMs),
      })
      return await outcomeOf(response)
    } catch (error) {
      return {
        kind: 'later',
        reason: `对方平台无应答：${whyWords(error)}`,
        maybeTaken: true,
        waitMs: null,
      }
    }
  }
}

async function outcomeOf(response: Response): Promise<Told> {
  const text = await textOf(response)
  const { status } = response
  if (response.ok) {
    const answer = answerSchema.safeParse(jsonOf(text))
    if (answer.success) return { kind: 'taken', answer: answer.data }
    const reason = `对方平台的应答不符合约定（HTTP ${status}）`
    return { kind: 'later', reason, maybeTaken: true, waitMs: null }
  }
  const reason = `对方平台拒绝（HTTP ${status}${said(text)}）`
  if (REFUSED.has(status)) return { kind: 'refused', reason }
  return { kind: 'later', reason, maybeTaken: status >= 500, waitMs: waitOf(response) }
}

/** Empty where it is longer than any answer of the contract; no more than that is read. */
async function textOf({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of body ?? []) {
    bytes += part.byteLength
    if (bytes > ANSWER_BYTES_MAX) return ''
    parts.push(part)
  }
  return new TextDecoder().decode(Buffer.concat(parts))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The code of a refusal, when it is one of the contract's. */
function said(text: string): string {
  const body = jsonOf(text) as { error?: { code?: unknown } } | null
  const code = body?.error?.code
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? `，${code}` : ''
}

function waitOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1_000, WAIT_MS_MAX) : null
}

/** What `fetch` throws is a TypeError, with the network's own failure inside. */
function whyWords(error: unknown): string {
  const { name, cause } = (error ?? {}) as Readonly<{ name?: unknown; cause?: unknown }>
  if (name === 'TimeoutError') return '等待超时'
  const { code } = (cause ?? {}) as Readonly<{ code?: unknown }>
  return typeof code === 'string' ? causeWords(cause) : '网络连接失败'
}
