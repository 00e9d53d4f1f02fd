import { expect, test } from 'vitest'
import { CLOCK_MS_MAX, signedHeaders, verify } from '../../src/exchange/signature.ts'

const SECRET = 'sixteen-characters-or-more'
const NOW = 1_795_600_000_000
const body = new TextEncoder().encode('{"标题":"用电增容"}')
const headersAt = (timestamp: number, from: 'zhuqi' | 'platform' = 'platform') =>
  signedHeaders(SECRET, {
    from,
    timestamp: String(timestamp),
    nonce: 'nonce-0123456789abcdef',
    body,
  })
const check = (
  headers: Readonly<Record<string, string>>,
  given: Partial<{ body: Uint8Array; secret: string }> = {},
) => verify(given.secret ?? SECRET, 'platform', { headers, body: given.body ?? body, nowMs: NOW })

test('what was signed with the shared secret is taken, with its nonce', () => {
  expect(check(headersAt(NOW))).toEqual({ ok: true, nonce: 'nonce-0123456789abcdef' })
})

test('a signature is what the contract says, byte for byte', () => {
  // echo -n 'platform\n1795600000000\nnonce-0123456789abcdef\n{"标题":"用电增容"}' | openssl dgst -sha256 -hmac …
  expect(headersAt(NOW)['x-exchange-signature']).toMatchInlineSnapshot(
    `"c95d2366cca9ff06fac86b1de46e62e9385a1b348fd7a8f1271b17c37d5a899a"`,
  )
})

test('a changed body, another secret, and a changed header are refused', () => {
  const changed = new TextEncoder().encode('{"标题":"用水增容"}')
  expect(check(headersAt(NOW), { body: changed })).toEqual({ ok: false, why: 'wrong' })
  expect(check(headersAt(NOW), { secret: 'another-secret-altogether' })).toEqual({
    ok: false,
    why: 'wrong',
  })
  const later = { ...headersAt(NOW), 'x-exchange-timestamp': String(NOW + 1) }
  expect(check(later)).toEqual({ ok: false, why: 'wrong' })
  const other = { ...headersAt(NOW), 'x-exchange-nonce': 'nonce-fedcba9876543210' }
  expect(check(other)).toEqual({ ok: false, why: 'wrong' })
})

test('an unfinished signature, or none, is refused', () => {
  expect(check({})).toEqual({ ok: false, why: 'missing' })
  const cut = headersAt(NOW)['x-exchange-signature']?.slice(0, 40) ?? ''
  expect(check({ ...headersAt(NOW), 'x-exchange-signature': cut })).toEqual({
    ok: false,
    why: 'wrong',
  })
})

test('five minutes either way are allowed, more are not', () => {
  for (const off of [-CLOCK_MS_MAX, CLOCK_MS_MAX]) {
    expect(check(headersAt(NOW + off)).ok).toBe(true)
    expect(check(headersAt(NOW + off + Math.sign(off)))).toEqual({ ok: false, why: 'stale' })
  }
})

test('a message of ours sent back to us is not theirs', () => {
  expect(check(headersAt(NOW, 'zhuqi'))).toEqual({ ok: false, why: 'wrong_side' })
  const renamed = { ...headersAt(NOW, 'zhuqi'), 'x-exchange-from': 'platform' }
  expect(check(renamed)).toEqual({ ok: false, why: 'wrong' })
})
