// The HTTP server of a process: what each route receives, where it listens, and how it ends.
import path from 'node:path'
import { makeApp } from '../http/app.ts'
import type { ChatDeps } from '../http/chat.ts'
import { consoleApi } from '../http/console-api/index.ts'
import { exchangeApi } from '../http/exchange/index.ts'
import { fileTypeOf } from '../http/file-type.ts'
import type { HealthDeps } from '../http/health.ts'
import { larkWebhook } from '../http/lark-webhook.ts'
import { makeCallerLimit, makePlaces } from '../http/rate-limit.ts'
import { type DirectRoute, listenAt, type RunningServer } from '../http/serve.ts'
import { DAY_MS } from '../kernel/clock.ts'
import { keepUpload, looseBytes } from '../postgres/attachments.ts'
import { hasConversation } from '../postgres/conversations.ts'
import { isUp } from '../postgres/status.ts'
import { noteShown, readTranscript } from '../postgres/transcript.ts'
import type { Loop } from '../worker/loop.ts'
import { transcriptEntries } from './chat/transcript.ts'
import { composeConsole } from './console/console.ts'
import type { ConsoleParts } from './console/parts.ts'
import { composeExchange } from './exchange/exchange.ts'
import { vectorState } from './knowledge/vector-state.ts'
import { answerClick } from './lark/inbound.ts'
import type { Parts } from './parts.ts'

/** How long a worker may not have looked for work before it counts as stuck. */
const WORKER_SILENT_MS = 30_000
/** What a browser, and what a whole network may send in a minute; an enterprise is one network. */
const MESSAGES = { perVisitor: 60, perAddress: 300 }
const FILES = { perVisitor: 20, perAddress: 60 }
/** And in a day, by when loose files have gone: fewer than would fill the room of all. */
const DAY_OF_FILES = { perVisitor: 100, perAddress: 300, windowMs: DAY_MS }
/** Pages that a browser, a whole network, and that all may have open at this process. */
const PAGES = { perVisitor: 20, perAddress: 500, inAll: 5_000 }
/** Files on their way to this process: each is in memory several times over until it is kept. */
const UPLOADS = { perVisitor: 2, perAddress: 4, inAll: 8 }
/** What of uploads may wait in the store for a ticket to take them. */
const LOOSE_BYTES = { ofVisitor: 100 * 1024 ** 2, ofAll: 5 * 1024 ** 3 }

/** Begins to listen. @throws when the port is taken or may not be used */
export async function startServer(parts: Parts): Promise<RunningServer> {
  const { config, options } = parts
  const app = makeApp({
    pages: path.join(options.root, 'dist/console'),
    publicUrl: () => config.http.publicUrl,
    log: options.log,
    health: healthOf(parts),
    chat: chatOf(parts),
    consoleApi: consoleApi(composeConsole(consoleParts(parts))),
    exchangeApi: exchangeApi(
      composeExchange(parts.exchange, { db: parts.database.db, world: parts.world }),
    ),
  })
  return listenAt(app, config.http, larkRoute(parts))
}

function healthOf(parts: Parts): HealthDeps {
  const { metrics, database, knowledge, config, inbox } = parts
  return {
    metrics: metrics.registry,
    readiness: async () => {
      const isThere = await isUp(database.db)
      return {
        database: isThere,
        knowledge: knowledge.current()?.version.id ?? null,
        worker: config.role === 'server' || isAlive(inbox.loop),
        vectors: isThere ? await vectorsOf(parts) : null,
      }
    },
  }
}

async function vectorsOf({ database, knowledge, vectors }: Parts) {
  const state = await vectorState(database.db, { knowledge, vectors })
  if (state === null) return null
  const { used, wanted, stored } = state.stand
  return { used, wanted, stored, note: state.words }
}

function larkRoute({ lark, store, click, options }: Parts): DirectRoute | null {
  if (lark === null) return null
  return larkWebhook({
    receive: lark.receive,
    store,
    answerClick: (event) => answerClick({ click }, event, options.log),
    log: options.log,
  })
}

function chatOf({ store, database, hub, knowledge, world }: Parts): ChatDeps {
  const { db } = database
  const mayToday = makeCallerLimit({ ...DAY_OF_FILES, now: Date.now })
  return {
    store,
    transcript: async (visitor, after) =>
      transcriptEntries(await readTranscript(db, `web:${visitor}`, after)),
    noteShown: (visitor, ids) => noteShown(db, `web:${visitor}`, ids),
    isPreparing: () => knowledge.current() === null,
    keepUpload: (file) => keepUpload(db, file),
    checkFile: fileTypeOf,
    subscribe: hub.subscribe,
    isKnown: (visitor) => hasConversation(db, `web:${visitor}`),
    mayPost: makeCallerLimit({ ...MESSAGES, now: Date.now }),
    mayUpload: makeCallerLimit({ ...FILES, now: Date.now }),
    hasRoom: async (caller) => {
      if (!mayToday(caller)) return false
      const loose = await looseBytes(db, caller.visitor)
      return loose.ofVisitor < LOOSE_BYTES.ofVisitor && loose.ofAll < LOOSE_BYTES.ofAll
    },
    takePlace: makePlaces(PAGES),
    takeUpload: makePlaces(UPLOADS),
    now: world.now,
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

const isAlive = (loop: Loop) => Date.now() - loop.lastSeen().getTime() < WORKER_SILENT_MS
