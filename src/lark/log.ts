// What this adapter tells the log, and the logger handed to the SDK: left alone, the SDK logs whole
// HTTP errors with the bearer token and the app secret in them.
import type { LogFields } from '../kernel/log.ts'

/** Receives short facts; never a token, a secret or the text of a message. */
export type LarkLog = (level: 'info' | 'warn' | 'error', event: string, facts: LogFields) => void

const TEXT_LENGTH_MAX = 300
/** More of a text is not even looked at. */
const READ_LENGTH_MAX = 10 * TEXT_LENGTH_MAX
const PARTS_MAX = 5
const SECRETS = [
  /\b(?:Bearer\s+)?(?:t|u|a|c)-[\w.~+/=-]{8,}/g,
  /\beyJ[\w.-]{10,}/g,
  /("?(?:app_?secret|AppSecret|client_secret|ticket|access_key|authorization)"?\s*[:=]\s*"?)[^\s"&,}]+/gi,
]

/** The SDK's logger interface on top of ours. Its methods get one array argument. */
export function redactingLogger(log: LarkLog) {
  const at = (level: 'info' | 'warn' | 'error') => (parts: unknown) =>
    log(level, 'lark_sdk', { parts: describe(parts) })
  const silent = () => {}
  return { error: at('error'), warn: at('warn'), info: silent, debug: silent, trace: silent }
}

/** Keeps of each part its text without secrets, or of an HTTP error its status, code and path. */
function describe(parts: unknown): readonly unknown[] {
  const list = Array.isArray(parts) ? parts.flat(3) : [parts]
  return list.slice(0, PARTS_MAX).map(describeOne)
}

function describeOne(part: unknown): unknown {
  if (typeof part === 'string') return withoutSecrets(part)
  if (typeof part !== 'object' || part === null) return typeof part
  return httpFacts(part as HttpErrorLike)
}

type HttpErrorLike = Readonly<{
  message?: unknown
  code?: unknown
  msg?: unknown
  config?: { url?: unknown }
  response?: { status?: unknown; data?: unknown }
}>

function httpFacts(error: HttpErrorLike): Readonly<Record<string, unknown>> {
  const data = error.response?.data as { code?: unknown; msg?: unknown } | null | undefined
  const facts = {
    http: number(error.response?.status),
    code: number(data?.code) ?? number(error.code) ?? text(error.code),
    message: text(data?.msg) ?? text(error.msg) ?? text(error.message),
    path: text(error.config?.url)?.split('?')[0],
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

/** Cut to 300 characters, tokens and secrets replaced by 「[…]」. */
export function withoutSecrets(given: string): string {
  return SECRETS.reduce(
    (kept, secret) =>
      kept.replace(secret, (_, name) => `${typeof name === 'string' ? name : ''}[…]`),
    given.slice(0, READ_LENGTH_MAX),
  ).slice(0, TEXT_LENGTH_MAX)
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? withoutSecrets(value) : undefined
}
