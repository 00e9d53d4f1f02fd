// The stand-in for Lark's open platform: REST, sign-in pages, push engine and long connection on
// one local port, and the `world` through which a test arranges and looks at everything.
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type FakeClock, realClock } from './clock.ts'
import { type App, type Env, faults, recorder, reply } from './http.ts'
import { createLongConnections } from './long-connection.ts'
import { mountAuth } from './rest-auth.ts'
import { mountCardUpdate, mountMessages } from './rest-messages.ts'
import { mountCardKit, mountDirectory, mountFiles } from './rest-others.ts'
import { createWorld, type Switches, type World } from './world.ts'

export type FakeLark = Readonly<{
  url: string
  world: World
  longConnections: ReturnType<typeof createLongConnections>
  close: () => Promise<void>
}>

export type FakeLarkOptions = Readonly<{
  clock?: FakeClock
  switches?: Partial<Switches>
  tokenExpireS?: number
  answerMs?: number
  port?: number
}>

export async function startFakeLark(options: FakeLarkOptions = {}): Promise<FakeLark> {
  const { clock = realClock(), port = 0, ...rest } = options
  const world = createWorld({ clock, ...rest })
  const longConnections = createLongConnections(world)
  const app: App = new Hono<Env>()
  app.use(recorder(world))
  app.use(faults(world))
  mountAuth(app, world)
  mountMessages(app, world)
  mountCardUpdate(app, world)
  mountFiles(app, world)
  mountDirectory(app, world)
  mountCardKit(app, world)
  const address = { url: '' }
  longConnections.mount(app, () => address.url)
  app.notFound((c) => reply(c, 404, '404 page not found'))

  const server = await listen(app, port)
  address.url = server.url
  longConnections.attach(server.http)
  return {
    url: server.url,
    world,
    longConnections,
    close: async () => {
      clock.stop()
      longConnections.close()
      server.http.closeAllConnections()
      await new Promise((resolve) => server.http.close(resolve))
    },
  }
}

function listen(app: App, port: number): Promise<{ http: Server; url: string }> {
  return new Promise((resolve) => {
    const http = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (info) =>
      resolve({ http: http as Server, url: `http://127.0.0.1:${info.port}` }),
    )
  })
}
