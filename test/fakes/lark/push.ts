// The platform's push engine: encrypts and signs an event, delivers it, and tries again when the
// answer is anything but HTTP 200 in time. Its hostile variants are what the gate is for.
import { request } from 'node:http'
import { seal, sign } from './crypto.ts'
import type { Json } from './payloads.ts'
import type { Delivery, Pushed, World } from './world.ts'

const CONNECT_MS = 2000
const CHALLENGE_MS = 1000
const RETRY_MS = [15_000, 300_000, 3_600_000, 21_600_000]

export type PushOptions = Readonly<{
  /** Another JSON text for the same value; correctly signed, so it has to pass. */
  form?: 'pretty' | 'escaped'
  signature?: 'wrong' | 'missing'
  plaintext?: boolean
  encryptKey?: string
  /** Seconds by which the signed timestamp lies in the past. */
  staleS?: number
  /** Sent in pieces of this many bytes, with a pause after each. */
  pieces?: Readonly<{ bytes: number; pauseMs: number }>
  /** On unless told otherwise. */
  retries?: boolean
}>

/** Delivers once now and, on failure, again at 15 s, 5 min, 1 h and 6 h of the world's clock. */
export async function pushEvent(
  world: World,
  payload: Json,
  options: PushOptions = {},
): Promise<Delivery> {
  return attempt(world, payload, options, 1)
}

async function attempt(
  world: World,
  payload: Json,
  options: PushOptions,
  number: number,
): Promise<Delivery> {
  const started = performance.now()
  const { outcome, answer } = await deliver(world, payload, options, world.answerMs)
  const delivery: Delivery = {
    eventId: eventIdOf(payload),
    attempt: number,
    outcome,
    ms: performance.now() - started,
    atMs: world.clock.nowMs(),
    answer,
  }
  world.deliveries.push(delivery)
  const waitMs = RETRY_MS[number - 1]
  if (outcome !== 200 && options.retries !== false && waitMs !== undefined) {
    world.clock.after(waitMs, async () => {
      await attempt(world, payload, options, number + 1)
    })
  }
  return delivery
}

/** A card callback: synchronous, never delivered again. */
export function pushCallback(world: World, payload: Json): Promise<Pushed> {
  return deliver(world, payload, {}, world.answerMs)
}

/** What the developer console sends when the address is saved: encrypted, but not signed. */
export function pushChallenge(world: World, challenge: string, token?: string): Promise<Pushed> {
  const payload = {
    challenge,
    token: token ?? world.app.verificationToken,
    type: 'url_verification',
  }
  return deliver(world, payload, { signature: 'missing' }, CHALLENGE_MS)
}

function deliver(
  world: World,
  payload: Json,
  options: PushOptions,
  answerMs: number,
): Promise<Pushed> {
  if (world.webhookUrl !== null) return post(world, world.webhookUrl, payload, options, answerMs)
  // Each event goes to one connection, whichever.
  const connections = [...world.connections]
  const chosen = connections[Math.floor(Math.random() * connections.length)]
  if (chosen === undefined) return Promise.resolve({ outcome: 'refused', answer: '' })
  return chosen.push(payload, answerMs)
}

function post(
  world: World,
  url: string,
  payload: Json,
  options: PushOptions,
  answerMs: number,
): Promise<Pushed> {
  const body = bodyOf(world, payload, options)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    ...signed(world, body, options),
  }
  return new Promise((resolve) => {
    const outgoing = request(url, { method: 'POST', headers, timeout: CONNECT_MS }, (incoming) => {
      let answer = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (chunk: string) => {
        answer += chunk
      })
      incoming.on('end', () => done({ outcome: incoming.statusCode ?? 0, answer }))
      incoming.on('error', () => done({ outcome: 'refused', answer }))
    })
    const timer = setTimeout(() => {
      done({ outcome: 'timeout', answer: '' })
      outgoing.destroy()
    }, answerMs)
    const done = (pushed: Pushed) => {
      clearTimeout(timer)
      resolve(pushed)
    }
    outgoing.on('error', () => done({ outcome: 'refused', answer: '' }))
    void write(outgoing, Buffer.from(body), options)
  })
}

async function write(
  outgoing: ReturnType<typeof request>,
  body: Buffer,
  { pieces }: PushOptions,
): Promise<void> {
  if (pieces === undefined) return void outgoing.end(body)
  for (let at = 0; at < body.length; at += pieces.bytes) {
    outgoing.write(body.subarray(at, at + pieces.bytes))
    await new Promise((resolve) => setTimeout(resolve, pieces.pauseMs))
  }
  outgoing.end()
}

function bodyOf(world: World, payload: Json, options: PushOptions): string {
  if (options.plaintext === true) return JSON.stringify(payload)
  const encrypt = seal(JSON.stringify(payload), options.encryptKey ?? world.app.encryptKey)
  const compact = JSON.stringify({ encrypt }, null, options.form === 'pretty' ? 2 : 0)
  return options.form === 'escaped' ? compact.replace('"encrypt"', '"\\u0065ncrypt"') : compact
}

function signed(world: World, body: string, options: PushOptions): Record<string, string> {
  if (options.signature === 'missing') return {}
  const timestamp = String(Math.floor(world.clock.nowMs() / 1000) - (options.staleS ?? 0))
  const nonce = world.id('nonce')
  const right = sign(timestamp, nonce, options.encryptKey ?? world.app.encryptKey, body)
  return {
    'X-Lark-Request-Timestamp': timestamp,
    'X-Lark-Request-Nonce': nonce,
    'X-Lark-Signature': options.signature === 'wrong' ? '0'.repeat(64) : right,
  }
}

function eventIdOf(payload: Json): string {
  const header = payload['header'] as Json | undefined
  return String(header?.['event_id'] ?? payload['uuid'])
}
