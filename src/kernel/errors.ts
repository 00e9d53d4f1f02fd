/**
 * A broken rule, told by a stable code. Expected outcomes are union results; this is for what a
 * caller should have prevented. The HTTP status and the Chinese text for each code are chosen in
 * `http/errors.ts` and `lark/outbound/`, never here.
 */
export class DomainError extends Error {
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(code: string, details: Record<string, unknown> = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}
