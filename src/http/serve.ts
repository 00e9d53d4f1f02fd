// Where the app listens, and how it ends.
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Hono } from 'hono'

/**
 * Longer than proxies keep an idle connection (nginx a minute): whoever closes it last never sends on
 * one that the other has just closed.
 */
const KEEP_ALIVE_MS = 75_000

/** How long open connections may take to end when the process stops. */
const CLOSE_GRACE_MS = 3_000

export type RunningServer = Readonly<{ url: string; close: () => Promise<void> }>

export type ListenAt = Readonly<{ host: string; port: number; publicUrl: string | null }>

/** Answers on the socket itself and says so, or leaves the request to the app. */
export type DirectRoute = (request: IncomingMessage, response: ServerResponse) => boolean

/** Begins to listen. @throws when the port is taken or may not be used */
export async function listenAt(
  app: Pick<Hono, 'fetch'>,
  at: ListenAt,
  direct: DirectRoute | null = null,
): Promise<RunningServer> {
  const server = await new Promise<ServerType>((resolve, reject) => {
    const options = {
      fetch: app.fetch,
      hostname: at.host,
      port: at.port,
      ...(direct ? { createServer: serverWith(direct) } : {}),
    }
    const starting = serve(options, () => resolve(starting))
    starting.once('error', reject)
  })
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = KEEP_ALIVE_MS
  const { port } = server.address() as AddressInfo
  const host = at.host === '0.0.0.0' ? '127.0.0.1' : at.host
  return { url: at.publicUrl ?? `http://${host}:${port}`, close: () => closeServer(server) }
}

function serverWith(direct: DirectRoute): typeof createServer {
  return ((options: object, listener: RequestListener) =>
    createServer(options, (request, response) => {
      if (!direct(request, response)) listener(request, response)
    })) as typeof createServer
}

/** Takes nothing new, lets what runs end, then closes what is still open (streams of open pages). */
async function closeServer(server: ServerType): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const timer = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
  }, CLOSE_GRACE_MS)
  await closed
  clearTimeout(timer)
}
