import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeUnseal, signatureOf } from '../../../src/lark/inbound/decrypt.ts'
import { BODY_BYTES_MAX, createGate } from '../../../src/lark/inbound/gate.ts'
import { seal, sign } from '../../fakes/lark/crypto.ts'
import {
  APP_ID,
  cardEvent,
  chatCreatedEvent,
  ENCRYPT_KEY,
  type Json,
  messageEvent,
  VERIFICATION_TOKEN,
} from '../../fakes/lark/payloads.ts'

const gate = createGate({
  encryptKey: ENCRYPT_KEY,
  verificationToken: VERIFICATION_TOKEN,
  appId: APP_ID,
})

type PostOptions = Readonly<{ key?: string; signature?: string | null; space?: number }>

/** A push as Lark makes it: encrypted, then signed over the exact bytes. */
function pushed(payload: unknown, options: PostOptions = {}) {
  const plain = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const sealed = seal(plain, options.key ?? ENCRYPT_KEY)
  return posted(JSON.stringify({ encrypt: sealed }, null, options.space ?? 0), options)
}

function posted(body: string, options: PostOptions = {}) {
  const signature =
    options.signature === undefined
      ? sign('1790000000', 'nonce-1', options.key ?? ENCRYPT_KEY, body)
      : options.signature
  return gate(Buffer.from(body), {
    'x-lark-request-timestamp': '1790000000',
    'x-lark-request-nonce': 'nonce-1',
    ...(signature === null ? {} : { 'x-lark-signature': signature }),
  })
}

const challenge = (token = VERIFICATION_TOKEN): Json => ({
  type: 'url_verification',
  challenge: 'ch-1',
  token,
})

describe('published vectors', () => {
  test('the official ciphertext opens to hello world', () => {
    const unseal = makeUnseal('test key')
    expect(unseal('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=')).toBe('hello world')
  })

  const vector =
    'AAECAwQFBgcICQoLDA0OD0slRw2S9mubomeXSWm5uei/KkQIPtVk9fshqBz4zYaNgBXnpi9em+pYZTinT64QFX6Hw/vVUXlc1nGL0yj1cKw='

  test('the second ciphertext opens to its challenge, and the stand-in seals to the same text', () => {
    const plain = '{"challenge":"ch-1","token":"vt-1","type":"url_verification"}'
    expect(makeUnseal('enc-key-for-tests')(vector)).toBe(plain)
    expect(seal(plain, 'enc-key-for-tests', Buffer.from([...Array(16).keys()]))).toBe(vector)
  })

  test('the signature of the second vector is the published one', () => {
    const body = Buffer.from(`{"encrypt":"${vector}"}`)
    expect(signatureOf('enc-key-for-tests', '1700000000', 'nonce-1', body)).toBe(
      '733405e675930044843aac2d7951a902804406120d1c2c91385781f7530eb468',
    )
  })
})

describe('the gate, row by row', () => {
  test('a body over one megabyte is refused with 413', () => {
    expect(posted('x'.repeat(BODY_BYTES_MAX + 1))).toEqual(reject('too_large', 413))
  })

  test.each(['', 'hello', '{"encrypt":', '[]', 'null', '"text"', '\u0000'])(
    'a body that is no JSON object is refused: %j',
    (body) => {
      expect(posted(body)).toEqual(reject('not_json'))
    },
  )

  test('a plaintext event is refused, however well signed', () => {
    expect(posted(JSON.stringify(messageEvent()))).toEqual(reject('plaintext'))
    expect(posted('{"encrypt":5}')).toEqual(reject('plaintext'))
  })

  test.each(['0'.repeat(64), 'ab', '非十六进制'])(
    'a wrong signature is refused: %s',
    (signature) => {
      expect(pushed(messageEvent(), { signature })).toEqual(reject('bad_signature'))
    },
  )

  test.each(['', 'hello', '{"encrypt":5}', '{"encrypt":"AAAA"}'])(
    'and nothing of the body is looked at before that: %j',
    (body) => {
      expect(posted(body, { signature: 'ab' })).toEqual(reject('bad_signature'))
    },
  )

  test('a wrong signature is refused before the challenge is looked at', () => {
    expect(pushed(challenge(), { signature: 'ab' })).toEqual(reject('bad_signature'))
  })

  test.each(['AAAA', '', '!!!', 'AAECAwQFBgcICQoLDA0OD0slRw2S9mub'])(
    'a text that does not decrypt is refused: %j',
    (encrypt) => {
      expect(posted(JSON.stringify({ encrypt }))).toEqual(reject('undecryptable'))
    },
  )

  test('a text encrypted with another key is refused though its signature fits', () => {
    const body = JSON.stringify({ encrypt: seal(JSON.stringify(messageEvent()), 'other-key') })
    expect(posted(body)).toEqual(reject('undecryptable'))
  })

  test('a decrypted text that is no JSON object is refused', () => {
    expect(pushed('not json')).toEqual(reject('undecryptable'))
    expect(pushed('[1]')).toEqual(reject('undecryptable'))
  })

  test('an unsigned challenge with our token is answered', () => {
    expect(pushed(challenge(), { signature: null })).toEqual({
      kind: 'challenge',
      challenge: 'ch-1',
    })
  })

  test('a challenge with another token is refused', () => {
    expect(pushed(challenge('vt-2'), { signature: null })).toEqual(reject('bad_token'))
  })

  test.each([undefined, 7, 'x'.repeat(1001)])('a challenge of an odd shape is refused', (value) => {
    const odd = { ...challenge(), challenge: value }
    expect(pushed(odd, { signature: null })).toEqual(reject('bad_challenge'))
  })

  test('an unsigned event is refused', () => {
    expect(pushed(messageEvent(), { signature: null })).toEqual(reject('unsigned'))
    expect(pushed(messageEvent(), { signature: '' })).toEqual(reject('unsigned'))
  })

  test('an event with another verification token is refused', () => {
    expect(pushed(messageEvent({ header: { token: 'x' } }))).toEqual(reject('bad_token'))
    expect(pushed(messageEvent({ header: { token: undefined } }))).toEqual(reject('bad_token'))
    expect(pushed(chatCreatedEvent({}, { token: 'x' }))).toEqual(reject('bad_token'))
  })

  test('the verification token does not open the gate from outside the header', () => {
    const forged = { ...messageEvent({ header: { token: 'x' } }), token: VERIFICATION_TOKEN }
    expect(pushed(forged)).toEqual(reject('bad_token'))
  })

  test('an event of another app is refused', () => {
    expect(pushed(messageEvent({ header: { app_id: 'cli_b0000000000000ff' } }))).toEqual(
      reject('foreign_app'),
    )
    expect(pushed(chatCreatedEvent({ app_id: 'cli_b' }))).toEqual(reject('foreign_app'))
  })

  test('a card callback is told apart, since it is answered in the same request', () => {
    const event = cardEvent()
    expect(pushed(event)).toEqual({ kind: 'card', envelope: event })
  })

  test('any other event is let through, in schema 2.0 and 1.0', () => {
    const event = messageEvent({ content: { text: '企业开办 €𠮷' } })
    expect(pushed(event)).toEqual({ kind: 'event', envelope: event })
    expect(pushed(chatCreatedEvent())).toMatchObject({ kind: 'event' })
  })

  test('the signature covers the bytes, so a pretty-printed body passes', () => {
    expect(pushed(messageEvent(), { space: 2 })).toMatchObject({ kind: 'event' })
  })

  test('a body altered by one byte after signing is refused', () => {
    const body = JSON.stringify({ encrypt: seal(JSON.stringify(messageEvent()), ENCRYPT_KEY) })
    const signature = sign('1790000000', 'nonce-1', ENCRYPT_KEY, body)
    expect(posted(`${body} `, { signature })).toEqual(reject('bad_signature'))
  })

  test('whatever bytes arrive, nothing unsigned gets further than a refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), (bytes, signature) => {
        expect(gate(bytes, { 'x-lark-signature': signature }).kind).toBe('reject')
      }),
    )
  })

  test('a refusal says its reason and nothing of the body', () => {
    expect(Object.keys(posted('{"encrypt":"AAAA"}')).sort()).toEqual(['kind', 'reason', 'status'])
  })
})

test.each([
  ['encryptKey', 'LARK_ENCRYPT_KEY'],
  ['verificationToken', 'LARK_VERIFICATION_TOKEN'],
  ['appId', 'LARK_APP_ID'],
])('without %s there is no gate', (name, setting) => {
  const settings = {
    encryptKey: ENCRYPT_KEY,
    verificationToken: VERIFICATION_TOKEN,
    appId: APP_ID,
    [name]: ' ',
  }
  expect(() => createGate(settings)).toThrow(
    expect.objectContaining({ code: 'lark_gate_unconfigured', details: { setting } }),
  )
})

function reject(reason: string, status = 401) {
  return { kind: 'reject', status, reason }
}
