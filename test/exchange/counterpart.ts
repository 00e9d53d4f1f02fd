// The other platform, played locally: it verifies, keeps and answers as the contract says, and fails
// in the ways that real platforms do.
import { createHmac, randomUUID } from 'node:crypto'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ExchangeBody, ExchangeMessage } from '../../src/ticket/exchange.ts'

export const SECRET = 'an-exchange-secret-of-tests'

/** How the next request is answered instead of well. */
type Failure = 'error' | 'timeout' | 'lost_answer' | 'garbage' | 'busy' | 'unprocessable'

export type Counterpart = Readonly<{
  url: string
  /** Each message once, in the order in which it was taken. */
  taken: ExchangeMessage[]
  /** Requests that were not signed as agreed. */
  unsigned: string[]
  requests: () => number
  failNext: (...failures: Failure[]) => void
  /** Sends a message to us as the platform does. */
  tells: (target: string, message: ExchangeMessage, how?: Partial<Signing>) => Promise<Response>
  close: () => Promise<void>
}>

type Signing = Readonly<{
  secret: string
  from: string
  timestamp: number
  nonce: string
  /** What is sent in place of what was signed. */
  body: string
}>

export async function startCounterpart(): Promise<Counterpart> {
  const taken: ExchangeMessage[] = []
  const unsigned: string[] = []
  const failures: Failure[] = []
  const numbers = new Map<string, string>()
  let count = 0

  const take = (message: ExchangeMessage) => {
    const repeated = taken.some((one) => one.id === message.id)
    if (!repeated) taken.push(message)
    const number = numbers.get(message.senderNumber) ?? `PT-${numbers.size + 1}`
    numbers.set(message.senderNumber, number)
    return { number, repeated }
  }
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    count++
    const answer = (status: number, value: unknown, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(value))
    const failure = failures.shift()
    if (failure === 'timeout' || failure === 'lost_answer') {
      if (failure === 'lost_answer') take(JSON.parse(body.toString()))
      request.socket.destroy()
      return
    }
    if (failure === 'error') return void answer(500, { error: { code: 'internal' } })
    if (failure === 'busy') return void answer(503, {}, { 'retry-after': '1' })
    if (failure === 'garbage') return void response.writeHead(200).end('<html>')
    if (failure === 'unprocessable') return void answer(422, { error: { code: 'invalid' } })
    const header = (name: string) => String(request.headers[`x-exchange-${name}`])
    const right = createHmac('sha256', SECRET)
      .update(`zhuqi\n${header('timestamp')}\n${header('nonce')}\n`)
      .update(body)
      .digest('hex')
    if (request.url !== '/platform/messages' || header('signature') !== right) {
      unsigned.push(String(request.url))
      return void answer(401, { error: { code: 'bad_signature' } })
    }
    answer(200, take(JSON.parse(body.toString())))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/platform`,
    taken,
    unsigned,
    requests: () => count,
    failNext: (...next) => void failures.push(...next),
    tells: (target, message, how) => tell(target, JSON.stringify(message), how),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function tell(target: string, signed: string, how: Partial<Signing> = {}): Promise<Response> {
  const { secret = SECRET, from = 'platform', nonce = randomUUID(), body = signed } = how
  const timestamp = String(how.timestamp ?? Date.now())
  const signature = createHmac('sha256', secret)
    .update(`${from}\n${timestamp}\n${nonce}\n${signed}`)
    .digest('hex')
  return fetch(`${target}/exchange/messages`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-exchange-from': from,
      'x-exchange-timestamp': timestamp,
      'x-exchange-nonce': nonce,
      'x-exchange-signature': signature,
    },
  })
}

export function aMessage(
  body: ExchangeBody,
  overrides: Partial<ExchangeMessage> = {},
): ExchangeMessage {
  return {
    id: randomUUID(),
    sentAt: '2026-11-25T02:00:00.000Z',
    senderNumber: 'PT-20261125-01',
    receiverNumber: null,
    body,
    ...overrides,
  }
}

type Create = Extract<ExchangeBody, { kind: 'create' }>

/** A ticket of a fictitious enterprise that came in at the platform. */
export function aCase(overrides: Partial<Create> = {}): Create {
  return {
    kind: 'create',
    title: '码头用电增容',
    description: '示例船舶修造有限公司申请码头用电增容，请协调办理进度。',
    ticketKind: 'help',
    urgency: 'normal',
    district: 'dinghai',
    itemCode: null,
    enterpriseName: '示例船舶修造有限公司',
    creditCode: null,
    contact: null,
    consentAt: null,
    registeredAt: '2026-11-25T02:00:00.000Z',
    ...overrides,
  }
}
