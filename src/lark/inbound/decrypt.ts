// Lark's transport encryption and signature: AES-256-CBC with the SHA-256 of the Encrypt Key, the
// IV in the first 16 bytes; the signature is a plain SHA-256, not an HMAC, over the exact bytes.
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

const IV_BYTES = 16
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Recovers the plaintext of `{"encrypt": "…"}`. Throws when the text is short, foreign or garbled. */
export function makeUnseal(encryptKey: string): (base64: string) => string {
  const key = createHash('sha256').update(encryptKey, 'utf8').digest()
  return (base64) => {
    const bytes = Buffer.from(base64, 'base64')
    const decipher = createDecipheriv('aes-256-cbc', key, bytes.subarray(0, IV_BYTES))
    const plain = [decipher.update(bytes.subarray(IV_BYTES)), decipher.final()]
    return utf8.decode(Buffer.concat(plain))
  }
}

/** Lower-case hex of sha256(timestamp ‖ nonce ‖ key ‖ body), the body being the bytes received. */
export function signatureOf(
  encryptKey: string,
  timestamp: string,
  nonce: string,
  body: Uint8Array,
): string {
  return createHash('sha256').update(`${timestamp}${nonce}${encryptKey}`).update(body).digest('hex')
}

/** Compares in constant time. A difference in length, or a value that is no string, is a plain no. */
export function sameSecret(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
