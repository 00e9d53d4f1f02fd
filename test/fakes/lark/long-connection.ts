// The long connection as the platform offers it: an endpoint that hands out an address, and a
// socket on which events come in fragments and are acknowledged one by one.
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { decodeFrame, encodeFrame } from './frames.ts'
import { type App, reply } from './http.ts'
import type { Json } from './payloads.ts'
import type { Pushed, World } from './world.ts'

const CONNECTIONS_MAX = 50
const SERVICE_ID = 33554678

type FragmentOptions = { parts: number; reversed: boolean }

export function createLongConnections(world: World) {
  const sockets = new Set<WebSocket>()
  const server = new WebSocketServer({ noServer: true })
  const state = {
    /** Seconds, as handed to the client and again with each pong. */
    clientConfig: { ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0, PingInterval: 1 },
    /** When set, the endpoint answers with this code instead of an address. */
    endpointCode: 0,
    endpointCalls: 0,
    pings: 0,
    fragments: { parts: 1, reversed: false } as FragmentOptions,
  }

  function mount(app: App, url: () => string): void {
    app.post('/callback/ws/endpoint', (c) => {
      state.endpointCalls += 1
      const { AppID, AppSecret } = c.get('body')
      const refused = AppID !== world.app.id || AppSecret !== world.app.secret ? 514 : 0
      const full = world.connections.size >= CONNECTIONS_MAX ? 1000040350 : 0
      const code = state.endpointCode || refused || full
      if (code !== 0) return reply(c, 200, { code, msg: `refused ${code}`, data: {} })
      // The SDK reads the query from the whole address, so the first parameter is lost to it.
      const query = `fpid=493&aid=552564&device_id=7777&access_key=key&service_id=${SERVICE_ID}&ticket=${world.id('ticket')}`
      const URL = `${url().replace('http', 'ws')}/ws/v2?${query}`
      return reply(c, 200, { code: 0, msg: 'ok', data: { URL, ClientConfig: state.clientConfig } })
    })
  }

  function attach(http: Server): void {
    http.on('upgrade', (request, socket, head) => {
      if (request.url?.startsWith('/ws/v2?') === true) {
        server.handleUpgrade(request, socket, head, open)
      } else socket.destroy()
    })
  }

  function open(socket: WebSocket): void {
    const waiting = new Map<string, (answer: Pushed) => void>()
    const connection = {
      push: (payload: Json, timeoutMs: number) => send(socket, waiting, payload, timeoutMs),
    }
    sockets.add(socket)
    world.connections.add(connection)
    socket.on('close', () => {
      sockets.delete(socket)
      world.connections.delete(connection)
      for (const done of waiting.values()) done({ outcome: 'refused', answer: '' })
    })
    socket.on('error', () => socket.terminate())
    socket.on('message', (data: Buffer) => {
      const frame = decodeFrame(data)
      if (frame.method === 1)
        return acknowledge(waiting, frame.headers['message_id'], frame.payload)
      if (frame.headers['type'] !== 'ping') return
      state.pings += 1
      const payload = Buffer.from(JSON.stringify(state.clientConfig))
      socket.send(encodeFrame({ ...frame, headers: { type: 'pong' }, payload }))
    })
  }

  function send(
    socket: WebSocket,
    waiting: Map<string, (answer: Pushed) => void>,
    payload: Json,
    timeoutMs: number,
  ): Promise<Pushed> {
    const messageId = world.id('wsmid')
    const whole = Buffer.from(JSON.stringify(payload))
    const { parts, reversed } = state.fragments
    const size = Math.ceil(whole.length / parts)
    const order = [...Array(parts).keys()]
    if (reversed) order.reverse()
    return new Promise((resolve) => {
      const timer = setTimeout(() => done({ outcome: 'timeout', answer: '' }), timeoutMs)
      const done = (answer: Pushed) => {
        clearTimeout(timer)
        waiting.delete(messageId)
        resolve(answer)
      }
      waiting.set(messageId, done)
      for (const seq of order) {
        const headers = {
          type: 'event',
          message_id: messageId,
          sum: String(parts),
          seq: String(seq),
          trace_id: 'trace',
          timestamp: String(Date.now()),
        }
        const part = whole.subarray(seq * size, (seq + 1) * size)
        socket.send(
          encodeFrame({
            seqId: 5,
            logId: 99,
            service: SERVICE_ID,
            method: 1,
            headers,
            payload: part,
          }),
        )
      }
    })
  }

  return {
    state,
    mount,
    attach,
    /** Cuts every connection, as a deployment of the platform does. */
    dropAll: () => {
      for (const socket of sockets) socket.terminate()
    },
    close: () => {
      for (const socket of sockets) socket.terminate()
      server.close()
    },
  }
}

function acknowledge(
  waiting: Map<string, (answer: Pushed) => void>,
  messageId: string | undefined,
  payload: Buffer,
): void {
  const answer = JSON.parse(payload.toString('utf8')) as { code: number; data?: string }
  const data = answer.data === undefined ? '' : Buffer.from(answer.data, 'base64').toString('utf8')
  waiting.get(messageId ?? '')?.({ outcome: answer.code, answer: data })
}
