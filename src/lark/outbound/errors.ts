// What went wrong at Lark, and what we do about it. Codes decide, never HTTP statuses alone: the
// token endpoint answers 200 to failures, and several codes come with more than one status.

/** One failed exchange. `http` is 0 and `code` -1 when there was no answer at all. */
export class LarkError extends Error {
  readonly http: number
  readonly code: number
  /** The `ErrCode` inside a refused card's message (230099), or null. */
  readonly innerCode: number | null
  readonly logId: string | null
  /** How long Lark asks us to wait, in milliseconds; 0 when it does not say. */
  readonly retryAfterMs: number

  constructor(facts: {
    http: number
    code: number
    msg: string
    logId?: string | null
    retryAfterMs?: number
  }) {
    super(`lark ${facts.code}: ${facts.msg}`)
    this.name = 'LarkError'
    this.http = facts.http
    this.code = facts.code
    this.innerCode = innerCodeOf(facts.code, facts.msg)
    this.logId = facts.logId ?? null
    this.retryAfterMs = facts.retryAfterMs ?? 0
  }

  get reaction(): Reaction {
    return reactionTo(this)
  }

  /** Whether Lark may have done what was asked: only the answer is missing. */
  get maybeDone(): boolean {
    if (this.http === 0) return !NEVER_LEFT.test(this.message)
    return this.http >= 500
  }
}

/** Everything that is owed to a chat waits with what was refused: longer is not waited on anybody's word. */
const WAIT_MS_MAX = 600_000

/** The network's ways of telling that no request was ever sent. */
const NEVER_LEFT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/

export type Reaction =
  /** Wait and try again, with the same uuid. */
  | 'retry'
  /** Forget the cached token and try once more. */
  | 'new_token'
  /** The receiver, the chat or the message is no longer there: drop for good. */
  | 'gone'
  /** Lark refuses this content in this form: send plain text. */
  | 'fallback_text'
  /** The person is outside the app's availability range: an administrator has to act. */
  | 'tell_admin'
  /** A setting, a permission or the app itself is wrong. */
  | 'config'
  /** Our own mistake. */
  | 'bug'

const REACTIONS: ReadonlyMap<number, Reaction> = new Map(
  Object.entries({
    retry: [99991400, 230020, 11232, 11233, 11247, 200810],
    new_token: [99991661, 99991663, 99991671],
    gone: [
      230002, 230011, 230110, 231001, 231003, 230018, 230035, 230029, 230053, 230031, 230033,
      230034, 230038, 232009, 232010, 234043,
    ],
    fallback_text: [230022, 230025, 230028, 230099],
    tell_admin: [230013],
    config: [
      10003, 10014, 99991543, 99991662, 99991672, 99991673, 99991676, 99991679, 230006, 230027,
    ],
  }).flatMap(([reaction, codes]) => codes.map((code) => [code, reaction as Reaction] as const)),
)

/** A card that somebody is clicking is locked for a moment: `card action is lock`. */
const CARD_LOCKED = new Set([11310, 200800, 200810])
const LOCKED_TEXT = /lock|interacting/i

function reactionTo(error: LarkError): Reaction {
  const locked = error.innerCode !== null && CARD_LOCKED.has(error.innerCode)
  if (locked && LOCKED_TEXT.test(error.message)) return 'retry'
  const known = REACTIONS.get(error.code)
  if (known !== undefined) return known
  const passing = error.http === 429 || error.http >= 500 || error.http === 0
  return passing ? 'retry' : 'bug'
}

function innerCodeOf(code: number, msg: string): number | null {
  const match = code === 230099 ? /ErrCode:\s*(\d+)/.exec(msg) : null
  return match === null ? null : Number(match[1])
}

/**
 * Makes one error of the SDK's several: HTTP errors (not recognisable by `instanceof`, since the
 * SDK loads its own copy of axios), transport failures, and the bare Error of its token manager.
 */
export function toLarkError(error: unknown): LarkError {
  if (error instanceof LarkError) return error
  const { response, code, message } = (error ?? {}) as SdkError
  // An error with a good status is a body that broke off: the exchange did not end.
  if (response !== undefined && response.status >= 400) return fromResponse(response)
  const tokenCode = /failed to get \w+, code: (\d+), msg: (.*)/.exec(message ?? '')
  if (tokenCode !== null) {
    return new LarkError({ http: 200, code: Number(tokenCode[1]), msg: tokenCode[2] ?? '' })
  }
  return new LarkError({ http: 0, code: -1, msg: code ?? 'no answer' })
}

type SdkError = Readonly<{
  code?: string
  message?: string
  response?: Readonly<{
    status: number
    data?: unknown
    headers?: Readonly<Record<string, unknown>>
  }>
}>

function fromResponse(response: NonNullable<SdkError['response']>): LarkError {
  const data = (
    typeof response.data === 'object' && response.data !== null ? response.data : {}
  ) as {
    code?: unknown
    msg?: unknown
    error?: { log_id?: unknown }
  }
  const { headers = {} } = response
  const resetS = Number(headers['x-ogw-ratelimit-reset'] ?? 0)
  return new LarkError({
    http: response.status,
    code: typeof data.code === 'number' ? data.code : -response.status,
    msg: typeof data.msg === 'string' ? data.msg : `http ${response.status}`,
    logId: string(data.error?.log_id) ?? string(headers['x-tt-logid']),
    retryAfterMs: resetS > 0 ? Math.min(resetS * 1000, WAIT_MS_MAX) : 0,
  })
}

function string(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
