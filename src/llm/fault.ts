// Why a call to a model or an embedding server came to nothing.

export type LlmFaultCode =
  /** Not tried: the server failed too often just now. */
  | 'resting'
  /** Not tried: too many calls at once. */
  | 'busy'
  /** The whole time was used up. */
  | 'late'
  /** A stream that had begun brought nothing for too long. */
  | 'stalled'
  /** The server refused the request (4xx but for 429). */
  | 'refused'
  /** 429, 5xx, a broken connection. */
  | 'failed'
  /** An answer that cannot be read as what was asked for. */
  | 'unreadable'

export class LlmFault extends Error {
  readonly code: LlmFaultCode

  constructor(code: LlmFaultCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'LlmFault'
    this.code = code
  }
}

/** Vectors of another length than EMBEDDING_DIM says: the setting or the model is wrong. */
export class WrongDimensions extends LlmFault {
  readonly got: number
  readonly wanted: number

  constructor(got: number, wanted: number) {
    super('unreadable', `the server's vectors have ${got} dimensions, EMBEDDING_DIM is ${wanted}`)
    this.got = got
    this.wanted = wanted
  }
}

/** What an error thrown on the way means; `signal` is the one that bounded the call. */
export function faultOf(error: unknown, signal: AbortSignal): LlmFault {
  if (error instanceof LlmFault) return error
  if (signal.aborted) return new LlmFault('late', 'no answer in time', error)
  const { status, message, name } = error as { status?: number; message?: string; name?: string }
  const text = `${name ?? ''} ${message ?? String(error)}`.trim().slice(0, 300)
  const isRefusal = status !== undefined && status >= 400 && status < 500 && status !== 429
  return new LlmFault(isRefusal ? 'refused' : 'failed', text, error)
}

/** Whether it says something about the server's health, as opposed to this one answer. */
export const isOutage = ({ code }: LlmFault): boolean =>
  code === 'late' || code === 'stalled' || code === 'failed' || code === 'refused'
