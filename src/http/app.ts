// The HTTP face: health, Lark's pushes, the web chat, the console's API, and the built pages.
import { randomUUID } from 'node:crypto'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { DomainError } from '../kernel/errors.ts'
import type { Log } from '../kernel/log.ts'
import { type ChatDeps, chatApi } from './chat.ts'
import { answerError } from './errors.ts'
import { type HealthDeps, health } from './health.ts'
import type { RequestEnv } from './request-env.ts'
import { requireSameOrigin } from './session.ts'
import { visitorOf } from './visitor.ts'

export type AppDeps = Readonly<{
  chat: ChatDeps
  health: HealthDeps
  /** The console's API, mounted under `/api/console`. */
  consoleApi: Hono | null
  /** The exchange with other platforms, mounted under `/exchange`. */
  exchangeApi: Hono | null
  /** Where the built pages are. */
  pages: string
  publicUrl: () => string | null
  log: Log
}>

/** Pages bring their own code and styles; antd sets styles at run time. */
const CONTENT_SECURITY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  frameAncestors: ["'self'"],
}

/**
 * Errors become their status and text in one place (`answerError`). Lark's pushes do not pass here but
 * at the socket (`lark-webhook.ts`).
 */
export function makeApp(deps: AppDeps): Hono<RequestEnv> {
  const app = new Hono<RequestEnv>({ strict: false })
  app.use(async function requestId(c, next) {
    const given = c.req.header('x-request-id')
    const id = given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
    c.set('requestId', id)
    c.header('X-Request-Id', id)
    await next()
  })
  app.use(async function namesNothing(c, next) {
    if (/%00/.test(new URL(c.req.url).pathname)) throw new DomainError('not_found')
    await next()
  })
  app.onError(answerError(deps.log))
  app.notFound(() => {
    throw new DomainError('not_found')
  })
  app.route('/', health(deps.health))

  app.use('/api/*', requireSameOrigin(deps.publicUrl))
  app.route('/api/chat', chatApi(deps.chat))
  if (deps.consoleApi) app.route('/api/console', deps.consoleApi)
  if (deps.exchangeApi) app.route('/exchange', deps.exchangeApi)
  app.route('/', pages(deps.pages))
  return app
}

function pages(root: string): Hono {
  const app = new Hono({ strict: false })
  app.use(secureHeaders({ contentSecurityPolicy: CONTENT_SECURITY }))
  app.get('/', (c) => c.redirect('/chat'))
  app.use(
    '/assets/*',
    serveStatic({
      root,
      onFound: (_path, c) => c.header('Cache-Control', 'public, max-age=31536000, immutable'),
    }),
  )
  const page = (path: string) =>
    serveStatic({ root, path, onFound: (_path, c) => c.header('Cache-Control', 'no-cache') })
  // The page's first calls run side by side; they must already carry the same visitor.
  app.get('/chat', (c, next) => {
    visitorOf(c)
    return next()
  })
  app.get('/chat', page('chat/index.html'))
  app.get('/console', page('desk/index.html'))
  app.get('/console/*', page('desk/index.html'))
  return app
}
