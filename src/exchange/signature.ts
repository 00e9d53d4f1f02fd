// How a message between the platforms is signed: HMAC-SHA256 with the shared secret over who sends
// it, when, a number used once, and the exact bytes. The sender's name is part of it, so that a
// message of ours cannot be sent back to us as theirs.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** The two sides of the contract. */
export type Side = 'zhuqi' | 'platform'

/** How far the two clocks may be apart. */
export const CLOCK_MS_MAX = 5 * 60_000

export const HEADERS = {
  from: 'x-exchange-from',
  timestamp: 'x-exchange-timestamp',
  nonce: 'x-exchange-nonce',
  signature: 'x-exchange-signature',
} as const

type Signed = Readonly<{ from: Side; timestamp: string; nonce: string; body: Uint8Array }>

/** Lower-case hexadecimal. */
function signatureOf(secret: string, { from, timestamp, nonce, body }: Signed): string {
  return createHmac('sha256', secret)
    .update(`${from}\n${timestamp}\n${nonce}\n`)
    .update(body)
    .digest('hex')
}

/**
 * `timestamp` is in milliseconds since 1970, `nonce` 16 to 64 characters; both as `verify` wants them.
 */
export function signedHeaders(secret: string, signed: Signed): Readonly<Record<string, string>> {
  return {
    [HEADERS.from]: signed.from,
    [HEADERS.timestamp]: signed.timestamp,
    [HEADERS.nonce]: signed.nonce,
    [HEADERS.signature]: signatureOf(secret, signed),
  }
}

export type Verified =
  | Readonly<{ ok: true; nonce: string }>
  | Readonly<{ ok: false; why: 'missing' | 'wrong_side' | 'stale' | 'wrong' }>

/** Whether these bytes are from the other side and of now; the nonce is still to be taken. */
export function verify(
  secret: string,
  expected: Side,
  given: Readonly<{ headers: Readonly<Record<string, string>>; body: Uint8Array; nowMs: number }>,
): Verified {
  const { headers, body, nowMs } = given
  const from = headers[HEADERS.from]
  const timestamp = headers[HEADERS.timestamp] ?? ''
  const nonce = headers[HEADERS.nonce] ?? ''
  const signature = headers[HEADERS.signature] ?? ''
  if (!/^\d{13}$/.test(timestamp) || !/^[\w-]{16,64}$/.test(nonce)) {
    return { ok: false, why: 'missing' }
  }
  if (from !== expected) return { ok: false, why: 'wrong_side' }
  const right = Buffer.from(signatureOf(secret, { from: expected, timestamp, nonce, body }))
  const got = Buffer.from(signature)
  if (got.length !== right.length || !timingSafeEqual(got, right))
    return { ok: false, why: 'wrong' }
  return Math.abs(nowMs - Number(timestamp)) > CLOCK_MS_MAX
    ? { ok: false, why: 'stale' }
    : { ok: true, nonce }
}
