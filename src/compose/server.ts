// The HTTP server of a process: what each route receives, where it listens, and how it ends.
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import { sql } from 'kysely'
import type { Config } from '../config/config.ts'
import { makeApp } from '../http/app.ts'
import type { ChatDeps } from '../http/chat.ts'
import { consoleApi } from '../http/console-api/index.ts'
import { fileTypeOf } from '../http/file-type.ts'
import type { HealthDeps } from '../http/health.ts'
import type { LarkWebhookDeps } from '../http/lark-webhook.ts'
import { makeRateLimit } from '../http/rate-limit.ts'
import { keepUpload } from '../postgres/attachments.ts'
import type { OpenDatabase } from '../postgres/open-database.ts'
import { readTranscript } from '../postgres/transcript.ts'
import type { Loop } from '../worker/loop.ts'
import { type ConsoleParts, composeConsole } from './console.ts'
import { answerClick } from './lark.ts'
import type { Parts } from './parts.ts'
import { transcriptEntries } from './transcript.ts'

/** How long a worker may not have looked for work before it counts as stuck. */
const WORKER_SILENT_MS = 30_000
/** How long open connections may take to end when the process stops. */
const CLOSE_GRACE_MS = 3_000
const MESSAGES_PER_MINUTE = 60

export type RunningServer = Readonly<{ url: string; close: () => Promise<void> }>

/** Begins to listen. @throws when the port is taken or may not be used */
export async function startServer(parts: Parts): Promise<RunningServer> {
  const { config, options } = parts
  const app = makeApp({
    pages: path.join(options.root, 'dist/console'),
    publicUrl: () => config.http.publicUrl,
    log: options.log,
    health: healthOf(parts),
    lark: larkOf(parts),
    chat: chatOf(parts),
    consoleApi: consoleApi(composeConsole(consoleParts(parts))),
    exchangeApi: null,
  })
  const server = await listenOn(app, config)
  return { url: urlOf(server, config), close: () => closeServer(server) }
}

function healthOf({ metrics, database, knowledge, config, inbox }: Parts): HealthDeps {
  return {
    metrics: metrics.registry,
    readiness: async () => ({
      database: await isUp(database),
      knowledge: knowledge.current()?.version.id ?? null,
      worker: config.role === 'server' || isAlive(inbox.loop),
    }),
  }
}

function larkOf({ lark, store, click, options }: Parts): LarkWebhookDeps | null {
  if (lark === null) return null
  return {
    receive: lark.receive,
    store,
    answerClick: (event) => answerClick({ click }, event),
    log: options.log,
  }
}

function chatOf({ store, database, hub }: Parts): ChatDeps {
  const { db } = database
  return {
    store,
    transcript: async (visitor, after) =>
      transcriptEntries(await readTranscript(db, `web:${visitor}`, after)),
    keepUpload: (file) => keepUpload(db, file),
    checkFile: fileTypeOf,
    subscribe: hub.subscribe,
    mayPost: makeRateLimit({ perMinute: MESSAGES_PER_MINUTE, now: Date.now }),
    now: () => new Date(),
  }
}

function consoleParts(parts: Parts): ConsoleParts {
  return {
    ...parts,
    db: parts.database.db,
    knowledgeDir: path.join(parts.options.root, 'knowledge'),
    larkProblem: () => parts.lark?.state().problem ?? null,
    log: parts.options.log,
  }
}

async function isUp({ db }: OpenDatabase): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}

const isAlive = (loop: Loop) => Date.now() - loop.lastSeen().getTime() < WORKER_SILENT_MS

function listenOn(app: ReturnType<typeof makeApp>, { http }: Config): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: http.host, port: http.port }, () =>
      resolve(server),
    )
    server.once('error', reject)
  })
}

function urlOf(server: ServerType, { http }: Config): string {
  const { port } = server.address() as AddressInfo
  return http.publicUrl ?? `http://${http.host === '0.0.0.0' ? '127.0.0.1' : http.host}:${port}`
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
