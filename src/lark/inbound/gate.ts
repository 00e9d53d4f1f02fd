// The gate of the webhook: raw bytes in, a verified envelope or a refusal out. The checks run in
// one fixed order and nothing of a body is believed before its signature and token are.
import { DomainError } from '../../kernel/errors.ts'
import { makeUnseal, sameSecret, signatureOf } from './decrypt.ts'

/** A larger body is refused unread. Lark's own pushes stay far below. */
export const BODY_BYTES_MAX = 1024 * 1024
const CHALLENGE_LENGTH_MAX = 1000

export type GateSettings = Readonly<{
  encryptKey: string
  verificationToken: string
  appId: string
}>

/** Header names in lower case, as Hono's `c.req.header()` gives them. */
type RequestHeaders = Readonly<Record<string, string | undefined>>

/** The decrypted JSON of a push, schema 2.0 or 1.0. */
type Envelope = Readonly<Record<string, unknown>>

type RejectReason =
  | 'too_large'
  | 'not_json'
  | 'plaintext'
  | 'bad_signature'
  | 'undecryptable'
  | 'bad_token'
  | 'unsigned'
  | 'foreign_app'
  | 'bad_challenge'

type Opened =
  /** Answer at once (≤ 1 s) with `{"challenge": …}`. */
  | Readonly<{ kind: 'challenge'; challenge: string }>
  /** Store, then answer 200 `{}`. */
  | Readonly<{ kind: 'event'; envelope: Envelope }>
  /** Answer within 3 s with a callback answer. */
  | Readonly<{ kind: 'card'; envelope: Envelope }>
  | Readonly<{ kind: 'reject'; status: 401 | 413; reason: RejectReason }>

export type Gate = (raw: Uint8Array, headers: RequestHeaders) => Opened

/**
 * Builds the gate. Throws `lark_gate_unconfigured` with the name of the setting when one is empty:
 * without a key every forged event would pass, so there is no such mode. No push is too old for it:
 * Lark repeats for hours what was not answered and may not sign it anew; a repeat is known by its id.
 */
export function createGate(settings: GateSettings): Gate {
  requireAll(settings)
  const unseal = makeUnseal(settings.encryptKey)
  return (raw, headers) => {
    if (raw.byteLength > BODY_BYTES_MAX) return reject('too_large', 413)
    // A challenge alone comes unsigned, and that it is one is seen only inside.
    const signature = checkSignature(settings.encryptKey, raw, headers)
    if (signature === 'wrong') return reject('bad_signature')

    const outer = parseObject(
      Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('utf8'),
    )
    if (outer === null) return reject('not_json')
    const sealed = outer['encrypt']
    if (typeof sealed !== 'string') return reject('plaintext')

    const envelope = open(unseal, sealed)
    if (envelope === null) return reject('undecryptable')
    if (envelope['type'] === 'url_verification') return answerChallenge(envelope, settings)
    if (signature === 'absent') return reject('unsigned')
    return admit(envelope, settings)
  }
}

function checkSignature(
  encryptKey: string,
  raw: Uint8Array,
  headers: RequestHeaders,
): 'right' | 'wrong' | 'absent' {
  const given = headers['x-lark-signature'] ?? ''
  if (given === '') return 'absent'
  const timestamp = headers['x-lark-request-timestamp'] ?? ''
  const nonce = headers['x-lark-request-nonce'] ?? ''
  return sameSecret(given, signatureOf(encryptKey, timestamp, nonce, raw)) ? 'right' : 'wrong'
}

/** A challenge comes unsigned, so the verification token is all that vouches for it. */
function answerChallenge(envelope: Envelope, settings: GateSettings): Opened {
  if (!sameSecret(envelope['token'], settings.verificationToken)) return reject('bad_token')
  const challenge = envelope['challenge']
  if (typeof challenge !== 'string' || challenge.length > CHALLENGE_LENGTH_MAX) {
    return reject('bad_challenge')
  }
  return { kind: 'challenge', challenge }
}

function admit(envelope: Envelope, settings: GateSettings): Opened {
  const header = asObject(envelope['header'])
  const event = asObject(envelope['event'])
  const token = header === null ? envelope['token'] : header['token']
  if (!sameSecret(token, settings.verificationToken)) return reject('bad_token')
  const appId = header === null ? event?.['app_id'] : header['app_id']
  if (appId !== settings.appId) return reject('foreign_app')
  const kind = header?.['event_type'] === 'card.action.trigger' ? 'card' : 'event'
  return { kind, envelope }
}

function reject(reason: RejectReason, status: 401 | 413 = 401): Opened {
  return { kind: 'reject', status, reason }
}

function requireAll(settings: GateSettings): void {
  const named = {
    LARK_ENCRYPT_KEY: settings.encryptKey,
    LARK_VERIFICATION_TOKEN: settings.verificationToken,
    LARK_APP_ID: settings.appId,
  }
  for (const [setting, value] of Object.entries(named)) {
    if (value.trim() === '') throw new DomainError('lark_gate_unconfigured', { setting })
  }
}

function open(unseal: (base64: string) => string, sealed: string): Envelope | null {
  try {
    return parseObject(unseal(sealed))
  } catch {
    return null
  }
}

function parseObject(text: string): Envelope | null {
  try {
    return asObject(JSON.parse(text))
  } catch {
    return null
  }
}

function asObject(value: unknown): Envelope | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Envelope)
    : null
}
